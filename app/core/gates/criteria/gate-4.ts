import { cellOf } from '../../finance/line';
import type { MoneyLine } from '../../finance/state';
import { monthsLeftInFy, fyOfPartial, formatFy } from '../../time/financial-year';
import { partYearEffect } from '../../money/part-year';
import { formatMoney } from '../../money/format-money';
import type { Project } from '../../project/state';
import { goLiveDate } from '../../schedule/state';
import { monthOf } from '../../time/partial-date';
import { bindingBaseline } from '../baseline';
import type { Baseline } from '../state';
import type { Obstacle } from '../outcome';
import { criterion, notApplicable, obstacle, verdict } from './criterion';
import { adoptedSavings, countedLines, isNonCashable, proposedFys } from './lines';

/** Whether a movement is more than a tolerance (hundredths of a per cent) of what it moved from; exact. */
export const isBeyond = (moved: number, from: number, tolerance: number): boolean =>
  BigInt(moved) * 10_000n > BigInt(from) * BigInt(tolerance);

/** When the standing award of the contract was attested: a forecast confirmed before does not know its price. */
const awardedAt = (project: Project): number =>
  project.evidence.attestations
    .filter((each) => each.criterion === 'contract-awarded' && !each.withdrawn)
    .at(-1)?.seq ?? 0;

/** A line's proposal over all years as the binding baseline keeps it, in pence. */
const keptOf = (baseline: Baseline | undefined, line: MoneyLine): number =>
  Object.values(baseline?.proposed[line.id] ?? {}).reduce<number>((sum, each) => sum + (each ?? 0), 0);

/** Investments whose spending is forecast otherwise than proposed: years without a forecast stand as proposed. */
const spendingLines = (project: Project) =>
  countedLines(project)
    .filter((line) => line.kind === 'investment' && line.adopted !== undefined)
    .filter((line) => Object.values(line.cells).some(({ forecast }) => forecast !== undefined))
    .map((line) => ({
      id: line.id,
      title: line.title,
      kept: keptOf(bindingBaseline(project), line),
      forecast: Object.values(line.cells).reduce((sum, { forecast, proposed: { answer } }) => {
        const stands = answer.state === 'given' ? answer.value : 0;
        return sum + (forecast?.amount ?? stands);
      }, 0),
    }));

/** The obstacle of a forecast that left the baseline by more than the tolerance. */
const beyondTolerance = (
  line: { readonly id: string; readonly title: string; readonly kept: number },
  forecast: number,
  tolerance: number,
): readonly Obstacle[] =>
  isBeyond(Math.abs(forecast - line.kept), Math.abs(line.kept), tolerance)
    ? [
        obstacle(
          `“${line.title}”: the forecast of ${formatMoney(forecast)} is beyond tolerance of the baseline’s ${formatMoney(line.kept)}; ask for a change.`,
          { screen: 'changes' },
          'lead',
        ),
      ]
    : [];

export const savingsRephased = criterion({
  id: 'savings-rephased',
  facts(project, { external }) {
    const baseline = bindingBaseline(project);
    const goLive = goLiveDate(project.schedule);
    const awarded = awardedAt(project);
    return {
      nonCashable: isNonCashable(project),
      // What a saving brings is the benefit of the case; what it costs has the tolerance of its own.
      tolerance: project.gates.tolerances?.benefit ?? external.framework.tolerances.benefit,
      costTolerance: project.gates.tolerances?.cost ?? external.framework.tolerances.cost,
      spending: spendingLines(project),
      lines: adoptedSavings(project).map((line) => {
        const start = line.startMonth ?? (goLive ? monthOf(goLive) : undefined);
        const startFy = start ? fyOfPartial(start) : undefined;
        const firstYear =
          line.timing === 'recurring' && start && line.fullYearEffect !== undefined
            ? partYearEffect(line.fullYearEffect, monthsLeftInFy(start, external.settings.goLiveMonthCounts))
            : null;
        const kept = keptOf(baseline, line);
        return {
          id: line.id,
          title: line.title,
          start: start ?? null,
          startFy: startFy ?? null,
          firstYear,
          kept,
          cells: proposedFys(line).map((fy) => {
            const { forecast } = cellOf(line, fy);
            return {
              fy,
              forecast: forecast?.amount ?? null,
              confirmed:
                forecast?.confirmed !== undefined &&
                forecast.confirmed.seq > Math.max(line.termsSeq, awarded),
            };
          }),
        };
      }),
    };
  },
  evaluate({ nonCashable, tolerance, costTolerance, spending, lines }) {
    const problems = spending.flatMap((line) => beyondTolerance(line, line.forecast, costTolerance));
    if (lines.length === 0 && problems.length === 0) {
      return nonCashable
        ? notApplicable('The case is non-cashable.')
        : verdict([obstacle('There is no adopted saving to forecast.', { screen: 'finance' }, 'lead')], '');
    }
    for (const line of lines) {
      const fix = { screen: 'finance', field: 'forecast', row: line.id } as const;
      for (const cell of line.cells) {
        const where = `“${line.title}”, ${formatFy(cell.fy)}`;
        if (cell.forecast === null) problems.push(obstacle(`${where}: no forecast.`, fix, 'lead'));
        else if (!cell.confirmed) {
          problems.push(
            obstacle(
              `${where}: finance has not confirmed the forecast since it, the terms or the contract’s award last changed.`,
              fix,
              'finance',
            ),
          );
        }
        const early = line.startFy !== null && cell.fy < line.startFy;
        const most = early ? 0 : cell.fy === line.startFy ? line.firstYear : null;
        if (cell.forecast !== null && most !== null && cell.forecast > most) {
          problems.push(
            obstacle(
              `${where}: the forecast of ${formatMoney(cell.forecast)} does not follow the start month, which leaves ${formatMoney(most)}.`,
              fix,
              'lead',
            ),
          );
        }
      }
      const forecast = line.cells.reduce((sum, cell) => sum + (cell.forecast ?? 0), 0);
      if (line.cells.every((cell) => cell.forecast !== null))
        problems.push(...beyondTolerance(line, forecast, tolerance));
    }
    return verdict(
      problems,
      'The forecast follows the start months, within tolerance, and finance has confirmed it.',
    );
  },
});

export const budgetChangeScheduled = criterion({
  id: 'budget-change-scheduled',
  facts: (project) => ({
    nonCashable: isNonCashable(project),
    lines: adoptedSavings(project).map((line) => ({
      id: line.id,
      title: line.title,
      month: line.budgetFalls?.month ?? null,
    })),
  }),
  evaluate({ nonCashable, lines }) {
    if (lines.length === 0) {
      return nonCashable
        ? notApplicable('The case is non-cashable.')
        : verdict([obstacle('There is no adopted saving to schedule.', { screen: 'finance' }, 'lead')], '');
    }
    return verdict(
      lines
        .filter((line) => line.month === null)
        .map((line) =>
          obstacle(
            `“${line.title}” has no month from which the budget falls.`,
            { screen: 'finance', field: 'budget-month', row: line.id },
            'finance',
          ),
        ),
      'Each saving has the month from which the budget falls.',
    );
  },
});
