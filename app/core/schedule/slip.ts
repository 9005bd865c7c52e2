import { monthsBetween, type PartialDate } from '../time/partial-date';
import { currentGateDate, type Deliverable, type GateDates, type Milestone } from './state';

/** A slip in whole months, as the least and the most it can be; negative is early. */
export interface Slip {
  readonly least: number;
  readonly most: number;
}

/** The slip from a target to a date; undefined while either is unknown. */
export const slipOf = (
  target: PartialDate | undefined,
  current: PartialDate | undefined,
): Slip | undefined =>
  target === undefined || current === undefined ? undefined : monthsBetween(target, current);

const targetOf = (field: GateDates['target']): PartialDate | undefined =>
  field.answer.state === 'given' ? field.answer.value : undefined;

/** A gate's slip from its target to its current date. */
export const gateSlip = (dates: GateDates): Slip | undefined =>
  slipOf(targetOf(dates.target), currentGateDate(dates));

/** A deliverable's start now: actual, else forecast, else target. */
export const currentStart = (deliverable: Deliverable): PartialDate | undefined =>
  deliverable.actualStart?.date ?? deliverable.forecastStart?.date ?? targetOf(deliverable.start);

/** A deliverable's finish now: actual, else forecast, else target. */
export const currentFinish = (deliverable: Deliverable): PartialDate | undefined =>
  deliverable.actualFinish?.date ?? deliverable.forecastFinish?.date ?? targetOf(deliverable.finish);

/** A deliverable's slip from its target finish to its current one. */
export const deliverableSlip = (deliverable: Deliverable): Slip | undefined =>
  slipOf(targetOf(deliverable.finish), currentFinish(deliverable));

/** A milestone's date now: actual, else forecast, else target. */
export const currentMilestoneDate = (milestone: Milestone): PartialDate | undefined =>
  milestone.actual?.date ?? milestone.forecast?.date ?? targetOf(milestone.target);

/** A milestone's slip from its target to its current date. */
export const milestoneSlip = (milestone: Milestone): Slip | undefined =>
  slipOf(targetOf(milestone.target), currentMilestoneDate(milestone));
