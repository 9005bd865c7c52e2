import { GATE_NUMBERS, type GateNumber } from '../gates/gate-number';
import { standing } from '../project/row';
import type { Project } from '../project/state';
import type { IsoDay } from '../time/iso-day';
import { isWhollyPast, type PartialDate } from '../time/partial-date';
import { currentFinish, currentMilestoneDate } from './slip';
import { currentGateDate, type Deliverable, type Milestone } from './state';

const past = (date: PartialDate | undefined, today: IsoDay): boolean =>
  date !== undefined && isWhollyPast(date, today);

/** Gates not decided whose current date is wholly past. */
export const overdueGates = (project: Project, today: IsoDay): readonly GateNumber[] =>
  GATE_NUMBERS.filter(
    (gate) =>
      project.gates.records[gate].standing.state !== 'approved' &&
      past(currentGateDate(project.schedule.gates[gate]), today),
  );

/** Deliverables standing and not finished whose current finish is wholly past. */
export const overdueDeliverables = (project: Project, today: IsoDay): readonly Deliverable[] =>
  standing(project.schedule.deliverables).filter(
    (each) => !each.completed && !each.actualFinish && past(currentFinish(each), today),
  );

/** Milestones standing and not reached whose current date is wholly past. */
export const overdueMilestones = (project: Project, today: IsoDay): readonly Milestone[] =>
  standing(project.schedule.milestones).filter(
    (each) => !each.actual && past(currentMilestoneDate(each), today),
  );
