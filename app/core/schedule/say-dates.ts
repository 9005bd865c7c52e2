import { describeAnswer } from '../answers/answer';
import type { GateNumber } from '../gates/gate-number';
import type { Change } from '../journal/event';
import { rowById } from '../project/row';
import type { Project } from '../project/state';
import { formatPartial, type PartialDate } from '../time/partial-date';
import type { ScheduleSet } from './events-dates';
import { currentFinish, currentMilestoneDate, currentStart } from './slip';
import { currentGateDate } from './state';

const sayDate = (date: PartialDate | null | undefined): string => (date ? formatPartial(date) : 'none');
const sayAnswer = (answer: Parameters<typeof describeAnswer<PartialDate>>[0]): string =>
  describeAnswer(answer, formatPartial);

const titleOf = (project: Project, id: string): string =>
  rowById(project.schedule.deliverables, id)?.title ??
  rowById(project.schedule.milestones, id)?.title ??
  'A row';

/** One date before and after. */
export const change = (what: string, before: string, after: string): Change => ({ what, before, after });

/** What setting targets changes, date by date. */
export function setChanges(body: ScheduleSet, { schedule }: Project, project: Project): readonly Change[] {
  return [
    ...body.gates.map(({ gate, target }) =>
      change(`Gate ${gate} target`, sayAnswer(schedule.gates[gate].target.answer), sayAnswer(target)),
    ),
    ...body.deliverables.flatMap(({ deliverableId, start, finish }) => {
      const row = rowById(schedule.deliverables, deliverableId);
      const title = titleOf(project, deliverableId);
      return [
        ...(start
          ? [change(`${title}: start`, row ? sayAnswer(row.start.answer) : 'none', sayAnswer(start))]
          : []),
        ...(finish
          ? [change(`${title}: finish`, row ? sayAnswer(row.finish.answer) : 'none', sayAnswer(finish))]
          : []),
      ];
    }),
    ...body.milestones.map(({ milestoneId, target }) => {
      const row = rowById(schedule.milestones, milestoneId);
      return change(
        titleOf(project, milestoneId),
        row ? sayAnswer(row.target.answer) : 'none',
        sayAnswer(target),
      );
    }),
  ];
}

type Moves = {
  readonly gates?: readonly { readonly gate: GateNumber; readonly date: PartialDate | null }[];
  readonly deliverables: readonly {
    readonly deliverableId: string;
    readonly start?: PartialDate | null | undefined;
    readonly finish?: PartialDate | null | undefined;
  }[];
  readonly milestones?: readonly { readonly milestoneId: string; readonly date: PartialDate | null }[];
};

/** What moving dates changes against the dates as they now stand. */
export function moveChanges(moves: Moves, project: Project): readonly Change[] {
  const { schedule } = project;
  return [
    ...(moves.gates ?? []).map(({ gate, date }) =>
      change(`Gate ${gate}`, sayDate(currentGateDate(schedule.gates[gate])), sayDate(date)),
    ),
    ...moves.deliverables.flatMap(({ deliverableId, start, finish }) => {
      const row = rowById(schedule.deliverables, deliverableId);
      const title = titleOf(project, deliverableId);
      return [
        ...(start !== undefined
          ? [change(`${title}: start`, sayDate(row && currentStart(row)), sayDate(start))]
          : []),
        ...(finish !== undefined
          ? [change(`${title}: finish`, sayDate(row && currentFinish(row)), sayDate(finish))]
          : []),
      ];
    }),
    ...(moves.milestones ?? []).map(({ milestoneId, date }) => {
      const row = rowById(schedule.milestones, milestoneId);
      return change(titleOf(project, milestoneId), sayDate(row && currentMilestoneDate(row)), sayDate(date));
    }),
  ];
}
