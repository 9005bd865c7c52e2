import { isClaimed } from '../../benefits/state';
import { cellOf } from '../../finance/line';
import { monthsLeftInFy, fyOfPartial, formatFy } from '../../time/financial-year';
import { partYearEffect } from '../../money/part-year';
import { formatMoney } from '../../money/format-money';
import { standing } from '../../project/row';
import { goLiveDate } from '../../schedule/state';
import { compareDates, formatPartial, monthOf } from '../../time/partial-date';
import { bindingBaseline } from '../baseline';
import type { Obstacle } from '../outcome';
import { count, criterion, notApplicable, obstacle, verdict } from './criterion';
import { adoptedSavings, isNonCashable, proposedFys } from './lines';

export const baselinesMeasured = criterion({
  id: 'baselines-measured',
  facts: (project) => ({
    goLive: goLiveDate(project.schedule) ?? null,
    claimed: standing(project.benefits)
      .filter(isClaimed)
      .map((row) => ({
        id: row.id,
        category: row.category,
        owner: row.owner?.accepted ? row.owner.person : null,
        taken: [
          ...(row.baseline ? [row.baseline.date] : []),
          ...row.readings.filter((each) => !each.withdrawn).map((each) => each.date),
        ],
      })),
    confirmedNone: standing(project.benefits).every((row) => row.description.state === 'none'),
  }),
  evaluate({ goLive, claimed, confirmedNone }) {
    if (claimed.length === 0) {
      return confirmedNone
        ? notApplicable('No benefit is claimed.')
        : verdict(
            [
              obstacle(
                'No benefit is claimed, and nobody has confirmed that there is none.',
                { screen: 'benefits' },
                'lead',
              ),
            ],
            '',
          );
    }
    const problems: Obstacle[] = [];
    const doubtful: Obstacle[] = [];
    for (const row of claimed) {
      const fix = { screen: 'benefits', row: row.id } as const;
      const by = row.owner ? { role: 'benefit-owner', person: row.owner } : 'benefit-owner';
      const orders = row.taken.map((date) => (goLive ? compareDates(date, goLive) : 'before'));
      if (orders.includes('before')) continue;
      if (orders.includes('cannot-tell')) {
        problems.push(
          obstacle(`${row.category}: its baseline is dated in the month of go-live; give the day.`, fix, by),
        );
      } else
        problems.push(
          obstacle(
            `${row.category}: no baseline reading taken before go-live${goLive ? ` (${formatPartial(goLive)})` : ''}.`,
            fix,
            by,
          ),
        );
    }
    return verdict(
      problems,
      `${count(claimed.length, 'claimed benefit')} with a baseline taken before go-live.`,
      doubtful,
    );
  },
});

/** Whether a movement is more than a tolerance (hundredths of a per cent) of what it moved from; exact. */
export const isBeyond = (moved: number, from: number, tolerance: number): boolean =>
  BigInt(moved) * 10_000n > BigInt(from) * BigInt(tolerance);

export const savingsRephased = criterion({
  id: 'savings-rephased',
  facts(project, { external }) {
    const baseline = bindingBaseline(project);
    const goLive = goLiveDate(project.schedule);
    return {
      nonCashable: isNonCashable(project),
      tolerance: project.gates.tolerances?.cost ?? external.framework.tolerances.cost,
      lines: adoptedSavings(project).map((line) => {
        const start = line.startMonth ?? (goLive ? monthOf(goLive) : undefined);
        const startFy = start ? fyOfPartial(start) : undefined;
        const firstYear =
          line.timing === 'recurring' && start && line.fullYearEffect !== undefined
            ? partYearEffect(line.fullYearEffect, monthsLeftInFy(start, external.settings.goLiveMonthCounts))
            : null;
        const kept = Object.values(baseline?.proposed[line.id] ?? {}).reduce<number>(
          (sum, each) => sum + (each ?? 0),
          0,
        );
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
              confirmed: forecast?.confirmed !== undefined && forecast.confirmed.seq > line.termsSeq,
            };
          }),
        };
      }),
    };
  },
  evaluate({ nonCashable, tolerance, lines }) {
    if (lines.length === 0) {
      return nonCashable
        ? notApplicable('The case is non-cashable.')
        : verdict([obstacle('There is no adopted saving to forecast.', { screen: 'finance' }, 'lead')], '');
    }
    const problems: Obstacle[] = [];
    for (const line of lines) {
      const fix = { screen: 'finance', field: 'forecast', row: line.id } as const;
      for (const cell of line.cells) {
        const where = `“${line.title}”, ${formatFy(cell.fy)}`;
        if (cell.forecast === null) problems.push(obstacle(`${where}: no forecast.`, fix, 'lead'));
        else if (!cell.confirmed) {
          problems.push(
            obstacle(
              `${where}: finance has not confirmed the forecast since the terms last changed.`,
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
      const moved = Math.abs(forecast - line.kept);
      if (
        line.cells.every((cell) => cell.forecast !== null) &&
        isBeyond(moved, Math.abs(line.kept), tolerance)
      ) {
        problems.push(
          obstacle(
            `“${line.title}”: the forecast of ${formatMoney(forecast)} is beyond tolerance of the baseline’s ${formatMoney(line.kept)}; ask for a change.`,
            { screen: 'changes' },
            'lead',
          ),
        );
      }
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
