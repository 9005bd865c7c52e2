import type { Project } from '../project/state';
import type { IsoDay } from '../time/iso-day';
import type { GateNumber } from './gate-number';
import type { Condition } from './state';

/** Conditions not yet confirmed as met and not withdrawn. */
export const conditionsInForce = (project: Project): readonly Condition[] =>
  project.gates.conditions.filter((each) => !each.confirmed && !each.withdrawn);

/** Whether a condition is past its day. */
export const isOverdue = (condition: Condition, today: IsoDay): boolean => condition.due < today;

/** Conditions that must be confirmed before a gate passes: those that precede it, and any overdue. */
export const conditionsBlocking = (project: Project, gate: GateNumber, today: IsoDay): readonly Condition[] =>
  conditionsInForce(project).filter(
    (each) => isOverdue(each, today) || (each.before !== 'completion' && each.before <= gate),
  );
