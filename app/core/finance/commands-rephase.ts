import { z } from 'zod';
import { menderFor } from '../access/may';
import type { Answer } from '../answers/answer';
import { accept, acceptUnless } from '../command/command';
import { refusal, type Refusal } from '../command/refusal';
import { penceSchema, type Pence } from '../money/pence';
import { projectCommand } from '../project/command';
import { happened } from '../project/events';
import type { Project } from '../project/state';
import { formatFy, fySchema, type Fy } from '../time/financial-year';
import { formatPartial } from '../time/partial-date';
import { cellsField, lineIdField, whyField } from './inputs';
import { cellOf } from './line';
import { baselineBinds, notAdopted, standingLine } from './obstacles';
import { bindingBaseline } from '../gates/baseline';
import { phasedCells, phasingOf, yearWanting, type Phased, type PhasingWanting } from './phasing';
import type { MoneyLine } from './state';

interface PhasedCell {
  readonly fy: Fy;
  readonly amount: Pence;
}

const WANTS: Readonly<Record<'full-year-effect' | 'start', string>> = {
  'full-year-effect': 'has no full-year effect; say it in the terms first.',
  start: 'has no start: neither the line nor go-live has a date.',
};

function notPhased(
  project: Project,
  line: MoneyLine,
  phasing: PhasingWanting | undefined,
): readonly Refusal[] {
  const fix = { screen: 'finance' as const, row: line.id };
  if (!phasing) return [refusal('contradiction', `“${line.title}” is a one-off: it has no part-year.`)];
  const by = [menderFor('lead', project)];
  if (phasing.kind === 'wanting') {
    return [refusal('not-answered', `“${line.title}” ${WANTS[phasing.wants]}`, { fix, by })];
  }
  return [
    refusal(
      'not-answered',
      `It starts in ${formatPartial(phasing.start.date)}, and nobody can tell in which month; give the month first.`,
      { fix: { screen: 'schedule', field: 'gate-4' }, by: [{ role: 'pmo' }, ...by] },
    ),
  ];
}

function horizonShort(
  project: Project,
  phased: Phased,
  convention: 'incremental' | 'annual',
): readonly Refusal[] {
  const wanting = yearWanting(phased, convention, project.money.horizon);
  if (wanting === undefined) return [];
  return [
    refusal(
      'contradiction',
      `Part of the full-year effect falls in ${formatFy(wanting)}, outside the horizon; extend the horizon first.`,
      {
        fix: { screen: 'finance', field: 'horizon' },
        by: [menderFor('lead', project), { role: 'pmo' }],
      },
    ),
  ];
}

/** That the profile in front of the lead is no longer the one that would be put down. */
function shownElse(cells: readonly PhasedCell[], shown: readonly PhasedCell[] | undefined, row: string) {
  const same =
    !shown ||
    (shown.length === cells.length &&
      cells.every(({ fy, amount }) => shown.some((each) => each.fy === fy && each.amount === amount)));
  return same
    ? []
    : [
        refusal('stale-figure', 'The profile has changed since it was shown: look at it again.', {
          field: 'shown',
          fix: { screen: 'finance', row },
        }),
      ];
}

/** The nil of a profile is what an answered none already says. */
const saysAlready = (answer: Answer<Pence>, amount: Pence): boolean =>
  answer.state === 'given'
    ? answer.value === amount
    : amount === 0 && (answer.state === 'none' || answer.state === 'none-unconfirmed');

export const rephaseLine = projectCommand({
  name: 're-phase-line',
  title: 'Re-phase line',
  purpose:
    "Proposes or forecasts a line's part-year profile from its full-year effect and start month, to the penny.",
  who: ['lead'],
  input: z.object({
    lineId: lineIdField,
    into: z.enum(['proposed', 'forecast'], { error: 'Choose the proposal or the forecast' }),
    /** The profile as it was shown; refused when it is no longer that. Left out: as it now is. */
    shown: cellsField(z.object({ fy: fySchema, amount: penceSchema })).optional(),
    /** Why the forecast moves; by default that it follows the start month. */
    why: whyField.optional(),
  }),
  reads: ['finance', 'schedule'],
  decide(project, { lineId, into, shown, why }, { external }) {
    const { line, refusals: missing } = standingLine(project, lineId);
    if (!line) return { ok: false, refusals: missing };
    const phased = phasingOf(project, line, external.settings.goLiveMonthCounts);
    const { convention } = line;
    if (phased?.kind !== 'phased' || convention === undefined) {
      return {
        ok: false,
        refusals: [
          ...(phased?.kind === 'phased' ? [] : notPhased(project, line, phased)),
          ...(line.timing === 'recurring' && convention === undefined
            ? [
                refusal('not-answered', `“${line.title}” has no convention: incremental or annual.`, {
                  fix: { screen: 'finance', row: lineId },
                  by: [menderFor('lead', project)],
                }),
              ]
            : []),
        ],
      };
    }
    const cells = phasedCells(phased, convention);
    const forecasting = into === 'forecast';
    const moved = forecasting
      ? cells.filter(({ fy, amount }) => cellOf(line, fy).forecast?.amount !== amount)
      : cells.filter(({ fy, amount }) => !saysAlready(cellOf(line, fy).proposed.answer, amount));
    const refusals = [
      ...horizonShort(project, phased, convention),
      ...shownElse(cells, shown, lineId),
      ...(forecasting ? notAdopted(project, line) : []),
      ...(!forecasting && moved.length > 0 && bindingBaseline(project)
        ? [baselineBinds('a proposed figure moves', lineId)]
        : []),
    ];
    if (refusals.length === 0 && moved.length === 0) return accept();
    return acceptUnless(refusals, () => [
      forecasting
        ? happened('figures-forecast', {
            lineId,
            cells: moved,
            words: { why: why ?? `Re-phased: it starts in ${formatPartial(phased.month)}` },
          })
        : happened('figures-proposed', {
            lineId,
            cells: moved.map(({ fy, amount }) => ({
              fy,
              answer: { state: 'given' as const, value: amount },
            })),
          }),
    ]);
  },
});

/** Commands that re-phase. */
export const rephaseCommands = [rephaseLine];
