import { z } from 'zod';
import { acceptUnless } from '../command/command';
import type { Context } from '../command/context';
import { refusal, type Refusal } from '../command/refusal';
import { formatMoney } from '../money/format-money';
import { penceSchema } from '../money/pence';
import { projectCommand } from '../project/command';
import { happened } from '../project/events';
import type { Project } from '../project/state';
import { formatFy, fyOfPartial, fySchema } from '../time/financial-year';
import { formatPartial, monthSchema } from '../time/partial-date';
import { LIVES_ON } from './commands-delivery';
import { isBankable } from './figures';
import { filledLine, lineIdField, whyField } from './inputs';
import { cellOf } from './line';
import { leadDoesNot, notAdopted, standingLine, yearFaults } from './obstacles';
import type { MoneyLine } from './state';

/** That a line's category, or its being an investment, keeps it from being banked. */
const notBankable = (line: MoneyLine, { external }: Context): readonly Refusal[] =>
  isBankable(external.framework, line)
    ? []
    : [refusal('contradiction', `“${line.title}” is of a kind that cannot be banked.`, { field: 'lineId' })];

function commonFaults(project: Project, line: MoneyLine, fy: number, context: Context): readonly Refusal[] {
  return [
    ...leadDoesNot(project, context, 'bank savings'),
    ...notAdopted(project, line),
    ...yearFaults(project, [fy], 'fy'),
    ...notBankable(line, context),
  ];
}

export const bankSaving = projectCommand({
  name: 'bank-saving',
  title: 'Bank saving',
  purpose:
    'Finance records that the budget has fallen: amount, month, for good or one year, and the journal.',
  who: ['finance'],
  input: z.object({
    lineId: lineIdField,
    fy: fySchema,
    amount: penceSchema,
    month: monthSchema,
    permanence: z.enum(['permanent', 'one-year'], { error: 'Choose permanent or for one year' }),
    journalReference: filledLine(100, 'Enter the journal reference'),
  }),
  reads: ['finance'],
  inLife: LIVES_ON,
  decide(project, { lineId, fy, amount, month, permanence, journalReference }, context) {
    const { line, refusals: missing } = standingLine(project, lineId);
    if (!line) return { ok: false, refusals: missing };
    const refusals = [
      ...commonFaults(project, line, fy, context),
      ...(fyOfPartial(month) === fy
        ? []
        : [
            refusal('contradiction', `${formatPartial(month)} does not lie in ${formatFy(fy)}.`, {
              field: 'month',
            }),
          ]),
    ];
    return acceptUnless(refusals, () => [
      happened('saving-banked', { lineId, fy, amount, month, permanence, words: { journalReference } }),
    ]);
  },
});

export const setBankingStatus = projectCommand({
  name: 'set-banking-status',
  title: 'Set banking status',
  purpose:
    'Finance settles a year that is not banked: scheduled, or not bankable after all, with the reason.',
  who: ['finance'],
  input: z.object({
    lineId: lineIdField,
    fy: fySchema,
    status: z.enum(['scheduled', 'not-bankable'], { error: 'Choose scheduled or not bankable' }),
    why: whyField,
  }),
  reads: ['finance'],
  inLife: LIVES_ON,
  decide(project, { lineId, fy, status, why }, context) {
    const { line, refusals: missing } = standingLine(project, lineId);
    if (!line) return { ok: false, refusals: missing };
    const { banked } = cellOf(line, fy);
    const refusals = [
      ...commonFaults(project, line, fy, context),
      ...(banked && banked.amount !== 0
        ? [
            refusal('contradiction', `${formatMoney(banked.amount)} is banked in ${formatFy(fy)} already.`, {
              field: 'status',
              fix: { screen: 'finance', row: lineId },
            }),
          ]
        : []),
    ];
    return acceptUnless(refusals, () => [
      happened('banking-status-set', { lineId, fy, status, words: { why } }),
    ]);
  },
});

/** Commands by which finance banks savings. */
export const bankingCommands = [bankSaving, setBankingStatus];
