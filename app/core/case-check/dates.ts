import { GATE_NUMBERS, type GateNumber } from '../gates/gate-number';
import { standing } from '../project/row';
import type { Project } from '../project/state';
import { currentFinish, currentStart } from '../schedule/slip';
import { currentGateDate, type Deliverable } from '../schedule/state';
import { precisionOf, type PartialDate } from '../time/partial-date';

/** A gate that is not decided, with the date it has now. */
export interface GateToCome {
  readonly gate: GateNumber;
  readonly date: PartialDate;
}

const isDecided = (project: Project, gate: GateNumber): boolean =>
  project.gates.records[gate].standing.state === 'approved';

/** Gates not decided that have a date, in order. */
export const gatesToCome = (project: Project): readonly GateToCome[] =>
  GATE_NUMBERS.flatMap((gate) => {
    const date = currentGateDate(project.schedule.gates[gate]);
    return date === undefined || isDecided(project, gate) ? [] : [{ gate, date }];
  });

/** The date of a gate that is not decided. */
export const dateToCome = (project: Project, gate: GateNumber): PartialDate | undefined =>
  gatesToCome(project).find((each) => each.gate === gate)?.date;

/** A deliverable that is not complete, with the dates it has now. */
export interface Work {
  readonly row: Deliverable;
  readonly start: PartialDate | undefined;
  readonly finish: PartialDate | undefined;
}

/** Deliverables that stand and are not complete. */
export const workToCome = (project: Project): readonly Work[] =>
  standing(project.schedule.deliverables)
    .filter((row) => !row.completed)
    .map((row) => ({ row, start: currentStart(row), finish: currentFinish(row) }));

/** Whether both dates are days: then what falls on one day is meant to. */
export const areDays = (a: PartialDate, b: PartialDate): boolean =>
  precisionOf(a) === 'day' && precisionOf(b) === 'day';
