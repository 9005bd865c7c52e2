import type { Project } from '../project/state';
import { compareDates, formatPartial, type PartialDate } from '../time/partial-date';
import { areDays, gatesToCome, workToCome, type GateToCome } from './dates';
import { listed } from '../answers/listed';
import { finding, type Finding, type Rule } from './rule';
import { order } from './workings';

/** Something that starts, finishes or is decided on a date that may be before or after a gate. */
interface Doubt {
  readonly id: string;
  readonly what: 'starts' | 'finishes' | 'decides';
  readonly date: PartialDate;
  readonly words: string;
}

const overlaps = (date: PartialDate, gate: PartialDate): boolean =>
  !areDays(date, gate) && compareDates(date, gate) === 'cannot-tell';

function doubtsAt(
  project: Project,
  gates: readonly GateToCome[],
  { gate, date }: GateToCome,
): readonly Doubt[] {
  const before = gates.filter((each) => each.gate < gate).at(-1);
  const work = workToCome(project).flatMap(({ row, start, finish }): readonly Doubt[] => [
    ...(start !== undefined && !row.actualStart && overlaps(start, date)
      ? [{ id: row.id, what: 'starts' as const, date: start, words: `“${row.title}” starts` }]
      : []),
    ...(finish !== undefined && !row.actualFinish && overlaps(finish, date)
      ? [{ id: row.id, what: 'finishes' as const, date: finish, words: `“${row.title}” finishes` }]
      : []),
  ]);
  return [
    ...(before && overlaps(before.date, date)
      ? [
          {
            id: `gate-${before.gate}`,
            what: 'decides' as const,
            date: before.date,
            words: `Gate ${before.gate} is decided`,
          },
        ]
      : []),
    ...work,
  ];
}

function found(project: Project, gates: readonly GateToCome[], at: GateToCome): readonly Finding[] {
  const doubts = doubtsAt(project, gates, at);
  if (doubts.length === 0) return [];
  return [
    finding(cannotTellOrder, {
      subject: `gate-${at.gate}`,
      title: `Gate ${at.gate}: before or after?`,
      because: `${listed(doubts.map(({ words }) => words))} in the same ${at.date.length === 4 ? 'year' : 'month'} as Gate ${at.gate} (${formatPartial(at.date)}): the dates do not tell which comes first.`,
      facts: {
        gate: at.date,
        doubts: doubts.map(({ id, what, date }) => ({ id, what, date })),
      },
      workings: doubts.map(({ words, date }, index) =>
        order(
          { what: words, date, fact: `doubts.${index}.date` },
          { what: `Gate ${at.gate}`, date: at.date, fact: 'gate' },
        ),
      ),
      fix: { screen: 'schedule', field: `gate-${at.gate}` },
    }),
  ];
}

/** Dates as vague as a month leave open whether work comes before or after the gate that permits or needs it. */
export const cannotTellOrder: Rule = {
  id: 'cannot-tell-order',
  title: 'Cannot tell which comes first',
  severity: 'note',
  concernsMoney: false,
  askedBy: ['gates-dated', 'schedule-consistent'],
  words: {
    looksFor:
      'Deliverables that start or finish in the month of a gate that is still to be decided, and gates in one month.',
    matters:
      'Procurement that starts in the month of the investment decision may start before it. A case that is finished in the month of its gate may be late for it.',
    mend: 'Give the day of the gate, or of the work; or move the work to the month before or after.',
  },
  find(project) {
    const gates = gatesToCome(project);
    return gates.flatMap((at) => found(project, gates, at));
  },
};
