import type { Project } from '../project/state';
import { currentGateDate } from '../schedule/state';
import { compareDates, formatPartial, type PartialDate } from '../time/partial-date';
import { workToCome, type Work } from './dates';
import { finding, type Facts, type Finding, type Rule } from './rule';
import { order, type Working } from './workings';

interface Fault {
  readonly words: string;
  readonly facts: Facts;
  readonly working: Working;
}

const LAST_GATE = 5;

function faultOf(
  first: { what: string; date: PartialDate | undefined; fact: string },
  second: { what: string; date: PartialDate | undefined; fact: string },
  words: string,
): readonly Fault[] {
  if (first.date === undefined || second.date === undefined) return [];
  if (compareDates(first.date, second.date) !== 'after') return [];
  return [
    {
      facts: { [first.fact]: first.date, [second.fact]: second.date },
      words: `${words} (${formatPartial(first.date)}, ${formatPartial(second.date)})`,
      working: order({ ...first, date: first.date }, { ...second, date: second.date }),
    },
  ];
}

function found(project: Project, { row, start, finish }: Work): readonly Finding[] {
  const dateOf = (gate: 0 | 1 | 2 | 3 | 4 | 5) => currentGateDate(project.schedule.gates[gate]);
  const needed = row.neededFor === undefined ? undefined : dateOf(row.neededFor);
  const last = dateOf(LAST_GATE);
  const itsFinish = { what: 'Its finish', date: finish, fact: 'finish' };
  const late = faultOf(
    itsFinish,
    { what: `Gate ${row.neededFor ?? ''}`, date: needed, fact: 'needed' },
    `it finishes after Gate ${row.neededFor ?? ''}, which needs it`,
  );
  const faults = [
    ...faultOf({ what: 'Its start', date: start, fact: 'start' }, itsFinish, 'it starts after it finishes'),
    ...late,
    ...(late.length > 0 && row.neededFor === LAST_GATE
      ? []
      : faultOf(
          itsFinish,
          { what: `Gate ${LAST_GATE}`, date: last, fact: 'last' },
          'it finishes after the last gate',
        )),
  ];
  if (faults.length === 0) return [];
  return [
    finding(deliverableOutsideGates, {
      subject: row.id,
      title: `“${row.title}” lies outside its gates`,
      because: `“${row.title}”: ${faults.map(({ words }) => words).join('; ')}.`,
      facts: Object.assign({}, ...faults.map((each) => each.facts)) as Facts,
      workings: faults.map(({ working }) => working),
      fix: { screen: 'schedule', field: 'deliverable', row: row.id },
    }),
  ];
}

/** A deliverable's dates contradict each other or the gate it is needed for. */
export const deliverableOutsideGates: Rule = {
  id: 'deliverable-outside-gates',
  title: 'Deliverable outside its gates',
  severity: 'error',
  concernsMoney: false,
  askedBy: ['schedule-consistent'],
  words: {
    looksFor:
      'Deliverables that start after they finish, finish after the gate that needs them, or finish after the last gate.',
    matters: 'A gate that needs what is not finished is refused; work behind the last gate is in no plan.',
    mend: 'Move the deliverable or the gate, or say which gate it is really needed for.',
  },
  find: (project) => workToCome(project).flatMap((work) => found(project, work)),
};
