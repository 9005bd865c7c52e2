import { isClaimed } from '~/core/benefits/state';
import { cellOf } from '~/core/finance/line';
import { countedAsValidated } from '~/core/finance/series';
import type { MoneyLine } from '~/core/finance/state';
import { adoptedSavings, proposedFys } from '~/core/gates/criteria/lines';
import { partYearEffect } from '~/core/money/part-year';
import { standing } from '~/core/project/row';
import { goLiveDate } from '~/core/schedule/state';
import { fyOfDay, isComplete, monthsLeftInFy } from '~/core/time/financial-year';
import { monthOf } from '~/core/time/partial-date';
import { benefits } from './mends-case';
import type { Mend, Mending } from './mending';

export const acceptRisks: Mend = (m) => {
  const riskId = m.outcome.obstacles[0]?.fix.row;
  return riskId
    ? { command: 'accept-risk', input: { riskId, why: 'Within reason' }, as: m.who('sponsor') }
    : undefined;
};

/** Forecasts what the start month leaves of a line, then has finance confirm it. */
export const forecast: Mend = (m) => {
  for (const line of adoptedSavings(m.p)) {
    const fys = proposedFys(line);
    const live = line.startMonth ?? monthOf(goLiveDate(m.p.schedule) ?? '2024-03');
    const start = live === undefined ? undefined : fyOfDay(`${live}-01`);
    const wanted = (fy: number): number => {
      const { answer } = cellOf(line, fy).proposed;
      const proposed = answer.state === 'given' ? answer.value : 0;
      if (line.timing !== 'recurring' || start === undefined || fy > start) return proposed;
      if (fy < start) return Math.min(0, proposed);
      const most = partYearEffect(
        line.fullYearEffect ?? proposed,
        monthsLeftInFy(live!, m.world.external.settings.goLiveMonthCounts),
      );
      return Math.min(most, proposed);
    };
    const moved = fys.filter((fy) => cellOf(line, fy).forecast?.amount !== wanted(fy));
    if (moved.length > 0) {
      const cells = moved.map((fy) => ({ fy, amount: wanted(fy) }));
      return {
        command: 'forecast-figures',
        input: { lineId: line.id, cells, why: 'Rephased' },
        as: m.who('lead'),
      };
    }
    const open = fys.filter((fy) => {
      const confirmed = cellOf(line, fy).forecast?.confirmed;
      return !confirmed || confirmed.seq <= line.termsSeq;
    });
    const again = open.filter((fy) => cellOf(line, fy).forecast?.confirmed);
    if (again.length > 0) {
      const cells = again.map((fy) => ({ fy, amount: wanted(fy) }));
      const why = `Looked at again ${m.p.version}`;
      return { command: 'forecast-figures', input: { lineId: line.id, cells, why }, as: m.who('lead') };
    }
    if (open.length > 0)
      return { command: 'confirm-forecast', input: { lineId: line.id, fys: open }, as: m.who('finance') };
  }
  return undefined;
};

/** Asks for the change that brings the baseline to what can be delivered, or decides one that is asked for. */
export const change: Mend = (m) => {
  const open = m.p.gates.changeRequests.find((each) => !each.outcome);
  if (open) {
    const role = open.approvals.some((each) => each.role === 'sponsor') ? 's151' : 'sponsor';
    return { command: 'approve-change', input: { changeId: open.id, role }, as: m.who(role) };
  }
  const line = adoptedSavings(m.p).find((each) => m.outcome.because.includes(each.title));
  if (!line) return undefined;
  const moves = proposedFys(line)
    .filter((fy) => cellOf(line, fy).forecast !== undefined)
    .map((fy) => ({ what: 'proposal', line: line.id, fy, to: cellOf(line, fy).forecast!.amount }));
  return { command: 'request-change', input: { moves, why: 'It delivers less' }, as: m.who('lead') };
};

export const budgetMonth: Mend = (m) => {
  const line = adoptedSavings(m.p).find((each) => !each.budgetFalls);
  return (
    line && {
      command: 'schedule-budget-change',
      input: { lineId: line.id, month: line.startMonth ?? '2024-04' },
      as: m.who('finance'),
    }
  );
};

export const reading: Mend = (m) => {
  const row = standing(m.p.benefits).find(
    (each) => isClaimed(each) && each.id === (m.outcome.obstacles[0]?.fix.row ?? each.id),
  );
  if (!row) return undefined;
  if (!row.owner?.accepted || !row.measure) return benefits(m);
  const input = { benefitId: row.id, value: '7', date: m.world.today, source: 'Log', evidence: [] };
  return { command: 'record-reading', input, as: row.owner.person };
};

export const goLive: Mend = (m) =>
  m.p.schedule.goLive
    ? undefined
    : {
        command: 'record-go-live',
        input: { date: m.world.today, evidence: [], note: 'Went live today' },
        as: m.who('bau-owner'),
      };

const dueYears = (m: Mending, line: MoneyLine): readonly number[] => {
  const first = proposedFys(line)[0];
  return m.p.money.horizon.filter((fy) => first !== undefined && fy >= first && fy <= fyOfDay(m.world.today));
};

export const deliver: Mend = (m) => {
  for (const line of adoptedSavings(m.p)) {
    for (const fy of dueYears(m, line)) {
      const cell = cellOf(line, fy);
      const toDate = !isComplete(fy, m.world.today);
      const where = { lineId: line.id, fy };
      if (!cell.delivered || (!toDate && cell.delivered.toDate)) {
        const amount = m.dice.chance(60) ? countedAsValidated(line, cell) : 5_000_000;
        return {
          command: 'record-delivered',
          input: { ...where, amount, toDate, note: 'Ledger' },
          as: m.who('lead'),
        };
      }
      if (!cell.delivered.confirmed)
        return { command: 'confirm-delivered', input: { lineId: line.id, fys: [fy] }, as: m.who('finance') };
      if (toDate && !cell.forecast) {
        const cells = [{ fy, amount: cell.delivered.amount }];
        return {
          command: 'forecast-figures',
          input: { lineId: line.id, cells, why: 'Outturn' },
          as: m.who('lead'),
        };
      }
      if (!cell.banked && !cell.banking) {
        return m.dice.chance(50)
          ? {
              command: 'set-banking-status',
              input: { ...where, status: 'scheduled', why: 'Next' },
              as: m.who('finance'),
            }
          : {
              command: 'bank-saving',
              input: {
                ...where,
                amount: cell.delivered.amount,
                month: `${fy}-06`,
                permanence: 'one-year',
                journalReference: 'J1',
              },
              as: m.who('finance'),
            };
      }
    }
  }
  return undefined;
};

export const variance: Mend = (m) => {
  const lineId = m.outcome.obstacles[0]?.fix.row;
  const line = m.p.money.lines.find((each) => each.id === lineId);
  if (!line) return undefined;
  const fy = dueYears(m, line).find(
    (each) => isComplete(each, m.world.today) && !cellOf(line, each).variance?.mitigation,
  );
  const mitigation = { what: 'More next year', amount: 100, owner: 'bau-owner' };
  return fy === undefined
    ? undefined
    : {
        command: 'explain-variance',
        input: { lineId, fy, why: 'Slipped', mitigation },
        as: m.who('finance'),
      };
};

export const onward: Mend = (m) => {
  const { fix } = m.outcome.obstacles[0] ?? {};
  if (!fix?.row) return undefined;
  const terms = { owner: 'bau-owner', reviewDate: m.inDays(200) };
  return fix.screen === 'benefits'
    ? { command: 'set-onward-owner', input: { benefitId: fix.row, ...terms }, as: m.who('bau-owner') }
    : { command: 'own-saving-onward', input: { lineId: fix.row, ...terms }, as: m.who('bau-owner') };
};

/** Closes a condition, then has it confirmed by a PMO officer who does not own it. */
export const mendCondition = (m: Pick<Mending, 'p' | 'other'>) => {
  const open = m.p.gates.conditions.find((each) => !each.confirmed && !each.withdrawn);
  if (!open) return undefined;
  return open.closed
    ? {
        command: 'confirm-condition',
        input: { conditionId: open.id },
        as: m.other('pmo', open.owner, open.closed.by),
      }
    : {
        command: 'close-condition',
        input: { conditionId: open.id, note: 'Minute of today', evidence: [] },
        as: open.owner,
      };
};
