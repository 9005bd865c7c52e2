import {
  compareDates,
  formatPartial,
  isWhollyPast,
  notAfter,
  type PartialDate,
} from '../../time/partial-date';
import { standing } from '../../project/row';
import { currentGateDate } from '../../schedule/state';
import { GATE_NUMBERS, type GateNumber } from '../gate-number';
import type { Obstacle } from '../outcome';
import { count, criterion, obstacle, verdict } from './criterion';

interface GateDateFact {
  readonly gate: GateNumber;
  readonly date: PartialDate | null;
  readonly state: 'given' | 'tbc' | 'none' | 'none-unconfirmed' | 'blank';
  readonly decided: boolean;
}

const gateFix = (gate: GateNumber) => ({ screen: 'schedule', field: `gate-${gate}` }) as const;

/** Contradictions (after) and doubts (cannot tell) in the order of the gates' dates. */
function orderOf(dates: readonly GateDateFact[]): { wrong: Obstacle[]; doubtful: Obstacle[] } {
  const wrong: Obstacle[] = [];
  const doubtful: Obstacle[] = [];
  const given = dates.filter((each): each is GateDateFact & { date: PartialDate } => each.date !== null);
  given.forEach((later, index) =>
    // Every earlier gate, not only the one before: a vague date between two must not hide that they contradict.
    given.slice(0, index).forEach((earlier, at) => {
      if (earlier.decided && later.decided) return;
      const order = compareDates(earlier.date, later.date);
      const words = `Gate ${earlier.gate} (${formatPartial(earlier.date)}) and Gate ${later.gate} (${formatPartial(later.date)})`;
      if (order === 'after')
        wrong.push(obstacle(`${words} are in the wrong order.`, gateFix(later.gate), 'pmo'));
      if (order === 'cannot-tell' && at === index - 1) {
        doubtful.push(
          obstacle(`${words}: the dates do not tell which comes first.`, gateFix(later.gate), 'pmo'),
        );
      }
    }),
  );
  return { wrong, doubtful };
}

export const gatesDated = criterion({
  id: 'gates-dated',
  facts: (project, { gate }) => ({
    gate,
    dates: GATE_NUMBERS.map((each): GateDateFact => ({
      gate: each,
      date: currentGateDate(project.schedule.gates[each]) ?? null,
      state: project.schedule.gates[each].target.answer.state,
      decided: project.gates.records[each].standing.state === 'approved',
    })),
  }),
  evaluate({ gate, dates }, parameters, today) {
    const ahead = parameters['ahead'] ?? 2;
    const all = gate >= (parameters['allFromGate'] ?? 2);
    const asked = dates.filter((each) => all || (each.gate >= gate && each.gate < gate + ahead));
    const undated = asked
      .filter((each) => each.date === null)
      .map((each) =>
        obstacle(
          `Gate ${each.gate} has no date${each.state === 'tbc' ? ': it is TBC' : ''}.`,
          gateFix(each.gate),
          'pmo',
        ),
      );
    const past = dates
      .filter((each) => !each.decided && each.date !== null && isWhollyPast(each.date, today))
      .map((each) =>
        obstacle(
          `Gate ${each.gate} was due ${formatPartial(each.date!)} and is not decided.`,
          gateFix(each.gate),
          'pmo',
        ),
      );
    const { wrong, doubtful } = orderOf(dates);
    return verdict(
      [...undated, ...past, ...wrong],
      `${all ? 'All six gates' : `The next ${count(asked.length, 'gate')}`} ${asked.length === 1 ? 'has a date' : 'have dates'}, in order, and no undecided gate is past its date.`,
      doubtful,
    );
  },
});

export const scheduleConsistent = criterion({
  id: 'schedule-consistent',
  facts: (project) => ({
    gates: GATE_NUMBERS.map((each): GateDateFact => ({
      gate: each,
      date: currentGateDate(project.schedule.gates[each]) ?? null,
      state: project.schedule.gates[each].target.answer.state,
      decided: project.gates.records[each].standing.state === 'approved',
    })),
    deliverables: standing(project.schedule.deliverables).map((row) => ({
      id: row.id,
      title: row.title,
      start:
        row.actualStart?.date ??
        row.forecastStart?.date ??
        (row.start.answer.state === 'given' ? row.start.answer.value : null),
      finish:
        row.actualFinish?.date ??
        row.forecastFinish?.date ??
        (row.finish.answer.state === 'given' ? row.finish.answer.value : null),
      neededFor: row.neededFor ?? null,
      done: row.completed !== undefined,
    })),
  }),
  evaluate({ gates, deliverables }) {
    const { wrong, doubtful } = orderOf(gates);
    for (const row of deliverables) {
      const fix = { screen: 'schedule', field: 'deliverable', row: row.id } as const;
      if (row.start && row.finish) {
        const order = notAfter(row.start, row.finish);
        if (order === 'no') wrong.push(obstacle(`“${row.title}” starts after it finishes.`, fix, 'pmo'));
      }
      const needed = row.neededFor === null ? null : (gates[row.neededFor]?.date ?? null);
      if (row.finish && needed && !row.done) {
        const order = compareDates(row.finish, needed);
        const words = `“${row.title}” finishes ${formatPartial(row.finish)}; Gate ${row.neededFor} needs it by ${formatPartial(needed)}`;
        if (order === 'after') wrong.push(obstacle(`${words}.`, fix, 'pmo'));
        if (order === 'cannot-tell')
          doubtful.push(obstacle(`${words}: the dates do not tell which comes first.`, fix, 'pmo'));
      }
    }
    return verdict(wrong, 'Nothing in the schedule contradicts itself.', doubtful);
  },
});
