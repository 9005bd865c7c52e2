import { isClaimed } from '../../benefits/state';
import { isBankable } from '../../finance/figures';
import { cellOf } from '../../finance/line';
import { varianceExplanation } from '../../finance/explained';
import { countedAsValidated } from '../../finance/series';
import { standing } from '../../project/row';
import type { Project } from '../../project/state';
import { fyInterval, formatFy, isComplete } from '../../time/financial-year';
import { addMonths, formatDay, isIsoDay } from '../../time/iso-day';
import { formatPartial, isWhollyPast } from '../../time/partial-date';
import { formatMoney } from '../../money/format-money';
import type { FrameworkVersion } from '../framework';
import type { Obstacle } from '../outcome';
import { count, criterion, notApplicable, obstacle, verdict } from './criterion';
import { effectFys } from './gate-2';
import { adoptedSavings, isNonCashable } from './lines';

export const timeToTell = criterion({
  id: 'time-to-tell',
  facts: (project) => {
    const { goLive } = project.schedule;
    return goLive
      ? { date: goLive.date, evidenced: goLive.evidence.length > 0 || goLive.note.trim() !== '' }
      : { date: null, evidenced: false };
  },
  evaluate({ date, evidenced }, parameters, today) {
    const months = parameters['months'] ?? 6;
    const fix = { screen: 'schedule', field: 'go-live' } as const;
    if (date === null)
      return verdict([obstacle('The BAU owner has not recorded the go-live.', fix, 'bau-owner')], '');
    const problems: Obstacle[] = [];
    if (!isIsoDay(date)) problems.push(obstacle('The go-live is not a full date.', fix, 'bau-owner'));
    if (!evidenced) problems.push(obstacle('The go-live has no evidence.', fix, 'bau-owner'));
    if (isIsoDay(date) && addMonths(date, months) > today) {
      problems.push(
        obstacle(
          `Live since ${formatDay(date)}: ${count(months, 'month')} are up on ${formatDay(addMonths(date, months))}.`,
          fix,
          'pmo',
        ),
      );
    }
    return verdict(problems, `Live for at least ${count(months, 'month')}.`);
  },
});

/** The years in which something was promised: from the first effect, and any earlier one the MTFS relies on. */
const promisedFys: typeof effectFys = (project, line) => {
  const own = effectFys(project, line);
  return project.money.horizon.filter((fy) => {
    const { mtfs } = cellOf(line, fy);
    return own.includes(fy) || (mtfs?.amount.state === 'given' && mtfs.amount.value !== 0);
  });
};

/** Each adopted saving's years from its first effect, with what was delivered and banked. */
const deliveryFacts = (project: Project, framework: FrameworkVersion, yearsOf = effectFys) =>
  adoptedSavings(project).map((line) => ({
    id: line.id,
    title: line.title,
    bankable: isBankable(framework, line),
    cells: yearsOf(project, line).map((fy) => {
      const cell = cellOf(line, fy);
      const { delivered } = cell;
      const variance = varianceExplanation(line, fy);
      return {
        fy,
        delivered: delivered?.amount ?? null,
        evidenced: delivered !== undefined && (delivered.evidence.length > 0 || delivered.note.trim() !== ''),
        confirmed: delivered?.confirmed !== undefined,
        toDate: delivered?.toDate ?? false,
        forecast: cell.forecast?.amount ?? null,
        banked: cell.banked?.amount ?? null,
        banking: cell.banking?.status ?? null,
        validated: countedAsValidated(line, cell),
        mtfs: cell.mtfs?.amount.state === 'given' ? cell.mtfs.amount.value : 0,
        variance: variance ? { mitigated: variance.mitigation !== undefined } : null,
      };
    }),
  }));

export const savingsDelivered = criterion({
  id: 'savings-delivered',
  facts: (project, { external }) => ({
    nonCashable: isNonCashable(project),
    lines: deliveryFacts(project, external.framework),
  }),
  evaluate({ nonCashable, lines }, _parameters, today) {
    if (lines.length === 0) {
      return nonCashable
        ? notApplicable('The case is non-cashable.')
        : verdict([obstacle('There is no adopted saving to deliver.', { screen: 'finance' }, 'lead')], '');
    }
    const problems: Obstacle[] = [];
    for (const line of lines) {
      const deliver = { screen: 'finance', field: 'delivered', row: line.id } as const;
      for (const cell of line.cells) {
        const where = `“${line.title}”, ${formatFy(cell.fy)}`;
        const complete = isComplete(cell.fy, today);
        const running = !complete && fyInterval(cell.fy).from <= today;
        if (!complete && !running) continue;
        if (cell.delivered === null)
          problems.push(
            obstacle(
              `${where}: nothing is recorded as delivered${running ? ' to date' : ''}.`,
              deliver,
              'lead',
            ),
          );
        else {
          if (complete && cell.toDate)
            problems.push(
              obstacle(`${where}: the year is over and the figure is only to date.`, deliver, 'lead'),
            );
          if (!cell.evidenced)
            problems.push(obstacle(`${where}: the delivered figure has no evidence.`, deliver, 'lead'));
          if (!cell.confirmed)
            problems.push(
              obstacle(`${where}: finance has not confirmed what was delivered.`, deliver, 'finance'),
            );
        }
        if (running && cell.forecast === null)
          problems.push(
            obstacle(
              `${where}: the year runs and has no forecast.`,
              { ...deliver, field: 'forecast' },
              'lead',
            ),
          );
        if (line.bankable && cell.banked === null && cell.banking === null && (cell.delivered ?? 0) !== 0) {
          problems.push(
            obstacle(
              `${where}: neither banked, scheduled, nor formally not bankable.`,
              { ...deliver, field: 'banked' },
              'finance',
            ),
          );
        }
      }
    }
    return verdict(
      problems,
      'Every year since the first effect is delivered with evidence, confirmed, and banked or settled.',
    );
  },
});

export const varianceExplained = criterion({
  id: 'variance-explained',
  facts: (project, { external }) => ({
    nonCashable: isNonCashable(project),
    lines: deliveryFacts(project, external.framework, promisedFys),
  }),
  evaluate({ nonCashable, lines }, _parameters, today) {
    if (lines.length === 0) {
      return nonCashable
        ? notApplicable('The case is non-cashable.')
        : verdict([obstacle('There is no adopted saving to explain.', { screen: 'finance' }, 'lead')], '');
    }
    const problems: Obstacle[] = [];
    for (const line of lines) {
      for (const cell of line.cells.filter((each) => isComplete(each.fy, today))) {
        const delivered = cell.delivered ?? 0;
        const short = Math.max(cell.validated, cell.mtfs) - delivered;
        if (delivered === cell.validated && delivered === cell.mtfs) continue;
        const fix = { screen: 'finance', field: 'variance', row: line.id } as const;
        const where = `“${line.title}”, ${formatFy(cell.fy)}`;
        if (!cell.variance) {
          problems.push(
            obstacle(
              `${where}: delivered ${cell.delivered === null ? 'nothing recorded' : formatMoney(cell.delivered)}, validated ${formatMoney(cell.validated)}, MTFS ${formatMoney(cell.mtfs)}; not explained.`,
              fix,
              'finance',
            ),
          );
        } else if (short > 0 && !cell.variance.mitigated) {
          problems.push(
            obstacle(
              `${where}: a shortfall of ${formatMoney(short)} has no mitigation with its £ and owner; or withdraw it by change request.`,
              fix,
              'finance',
            ),
          );
        }
      }
    }
    return verdict(problems, 'Delivered agrees with validated and MTFS, or the difference is explained.');
  },
});

export const onwardOwned = criterion({
  id: 'onward-owned',
  facts: (project) => ({
    benefits: standing(project.benefits)
      .filter(isClaimed)
      .map((row) => ({ id: row.id, category: row.category, onward: row.onward?.reviewDate ?? null })),
    lines: adoptedSavings(project).map((line) => ({
      id: line.id,
      title: line.title,
      recurring: line.timing === 'recurring',
      last: effectFys(project, line).at(-1) ?? null,
      onward: line.onward?.reviewDate ?? null,
    })),
  }),
  evaluate({ benefits, lines }, _parameters, today) {
    const toCome = lines.filter(
      (line) => line.recurring || (line.last !== null && !isComplete(line.last, today)),
    );
    if (benefits.length + toCome.length === 0) return notApplicable('Nothing is still to come.');
    const passed = [
      ...benefits.map((row) => ({ ...row, title: row.category, screen: 'benefits' as const })),
      ...toCome.map((line) => ({ ...line, title: `“${line.title}”`, screen: 'finance' as const })),
    ].filter((each) => each.onward !== null && isWhollyPast(each.onward, today));
    return verdict(
      [
        ...benefits
          .filter((row) => row.onward === null)
          .map((row) =>
            obstacle(
              `${row.category}: no owner in the service with a next review date.`,
              { screen: 'benefits', field: 'onward', row: row.id },
              'bau-owner',
            ),
          ),
        ...toCome
          .filter((line) => line.onward === null)
          .map((line) =>
            obstacle(
              `“${line.title}”: what is still to come has no owner in the service with a next review date.`,
              { screen: 'finance', field: 'onward', row: line.id },
              'bau-owner',
            ),
          ),
        ...passed.map((each) =>
          obstacle(
            `${each.title}: the next review, ${formatPartial(each.onward!)}, is past.`,
            { screen: each.screen, field: 'onward', row: each.id },
            'bau-owner',
          ),
        ),
      ],
      'What is still to come has an owner in the service and a next review date.',
    );
  },
});

export const lessonsRecorded = criterion({
  id: 'lessons-recorded',
  facts: (project) => ({ lessons: standing(project.registers.lessons).length }),
  evaluate: ({ lessons }) =>
    verdict(
      lessons > 0
        ? []
        : [obstacle('No lesson is recorded.', { screen: 'registers', field: 'lesson' }, 'lead')],
      `${count(lessons, 'lesson')} recorded.`,
    ),
});

export const conditionsClosed = criterion({
  id: 'conditions-closed',
  facts: (project) =>
    project.gates.conditions
      .filter((each) => each.gate < 5 && !each.confirmed && !each.withdrawn)
      .map((each) => ({
        id: each.id,
        gate: each.gate,
        what: each.what.slice(0, 80),
        closed: each.closed !== undefined,
        owner: each.owner,
      })),
  evaluate: (open) =>
    verdict(
      open.map((each) =>
        obstacle(
          `Gate ${each.gate}: “${each.what}” is ${each.closed ? 'closed and not yet confirmed' : 'open'}.`,
          { screen: 'gate', field: 'conditions', row: each.id, gate: each.gate },
          each.closed ? 'pmo' : { role: 'owner', person: each.owner },
        ),
      ),
      'Every condition of Gates 0 to 4 is confirmed.',
    ),
});
