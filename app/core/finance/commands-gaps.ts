import { z } from 'zod';
import { acceptUnless } from '../command/command';
import { refusal, type Refusal } from '../command/refusal';
import { formatMoney } from '../money/format-money';
import { penceSchema, type Pence } from '../money/pence';
import { projectCommand } from '../project/command';
import { happened } from '../project/events';
import { formatFy, fySchema, type Fy } from '../time/financial-year';
import { VALIDATION_READS } from './commands-validation';
import { openGap } from './explained';
import { gapOfLine } from './figures';
import { lineIdField, whyField } from './inputs';
import { standingLine, yearFaults } from './obstacles';
import type { MoneyLine } from './state';

function gapFaults(line: MoneyLine, fy: Fy): readonly Refusal[] {
  const gap = gapOfLine(line, fy);
  const fix = { screen: 'finance' as const, row: line.id };
  if (gap.kind === 'cannot-tell') return [refusal('not-answered', `${gap.because}.`, { field: 'fy', fix })];
  if (gap.pence !== 0) return [];
  return [refusal('contradiction', `There is no gap to explain in ${formatFy(fy)}.`, { field: 'fy', fix })];
}

/** That a part is none: nothing, of the other sign, or more than is open. */
function partFaults(line: MoneyLine, fy: Fy, amount: Pence | undefined, open: Pence): readonly Refusal[] {
  const within =
    amount !== undefined && amount !== 0 && amount > 0 === open > 0 && Math.abs(amount) <= Math.abs(open);
  if (amount === undefined || within) return [];
  return [
    refusal(
      'contradiction',
      open === 0
        ? `All of the gap in ${formatFy(fy)} is explained already.`
        : `${formatMoney(open)} of the gap in ${formatFy(fy)} is open; ${formatMoney(amount)} is no part of that.`,
      { field: 'amount', fix: { screen: 'finance', row: line.id } },
    ),
  ];
}

export const explainGap = projectCommand({
  name: 'explain-gap',
  title: 'Explain gap to the MTFS',
  purpose:
    "Finance explains a line's gap in one year as it stands, all that is open or a part of it; it lapses when the gap moves.",
  who: ['finance'],
  input: z.object({
    lineId: lineIdField,
    fy: fySchema,
    /** The pence explained, with the gap's sign; left out: all that is open, and of what is explained already all anew. */
    amount: penceSchema.optional(),
    why: whyField,
  }),
  reads: VALIDATION_READS,
  decide(project, { lineId, fy, amount, why }) {
    const { line, refusals: missing } = standingLine(project, lineId);
    if (!line) return { ok: false, refusals: missing };
    const left = openGap(line, fy);
    const gap = gapOfLine(line, fy);
    const open = left.kind === 'figure' ? left.pence : 0;
    const faults = gapFaults(line, fy);
    return acceptUnless(
      [
        ...yearFaults(project, [fy], 'fy'),
        ...faults,
        ...(faults.length > 0 ? [] : partFaults(line, fy, amount, open)),
      ],
      () => {
        const whole = gap.kind === 'figure' ? gap.pence : 0;
        const part = amount ?? (open === 0 ? whole : open);
        return part === whole
          ? [happened('gap-explained', { lineId, fy, amount: whole, words: { why } })]
          : [happened('gap-part-explained', { lineId, fy, amount: part, gap: whole, words: { why } })];
      },
    );
  },
});

/** Commands that explain where series differ. */
export const gapCommands = [explainGap];
