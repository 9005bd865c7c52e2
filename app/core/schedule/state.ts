import type { PartialDate } from '../time/partial-date';
import type { Field } from '../project/field';
import type { Mark, Row } from '../project/row';
import type { GateNumber } from '../gates/gate-number';

/** A date moved by forecast, with the reason. */
export interface Forecast extends Mark {
  readonly date: PartialDate;
  readonly why: string;
}
export interface Actual extends Mark {
  readonly date: PartialDate;
}

/** The decision date of one gate: target, forecast and actual are never merged. */
export interface GateDates {
  readonly target: Field<PartialDate>;
  readonly forecast?: Forecast;
  readonly actual?: Actual;
}

/** A project deliverable in the order of the form. */
export interface Deliverable extends Row {
  readonly title: string;
  readonly start: Field<PartialDate>;
  readonly finish: Field<PartialDate>;
  readonly forecastStart?: Forecast;
  readonly forecastFinish?: Forecast;
  readonly actualStart?: Actual;
  readonly actualFinish?: Actual;
  /** The gate it is needed for. */
  readonly neededFor?: GateNumber;
  /** Set when the sponsor agreed to move it to a later gate. */
  readonly movedWithAgreement?: Mark & { readonly from: GateNumber; readonly why: string };
  /** Completion, with the evidence it rests on (attachment ids) or a note naming it. */
  readonly completed?: Mark & { readonly evidence: readonly string[]; readonly note: string };
  readonly ownerId?: string;
}

/** A milestone beyond the six gates. */
export interface Milestone extends Row {
  readonly title: string;
  readonly target: Field<PartialDate>;
  readonly forecast?: Forecast;
  readonly actual?: Actual;
  readonly neededFor?: GateNumber;
}

export interface Schedule {
  readonly gates: Readonly<Record<GateNumber, GateDates>>;
  readonly deliverables: readonly Deliverable[];
  readonly milestones: readonly Milestone[];
  /** Actual go-live: a full day, recorded by the BAU owner with evidence. */
  readonly goLive?: Actual & { readonly evidence: readonly string[]; readonly note: string };
}

/** A gate's date now: actual, else forecast, else target; undefined while TBC or blank. */
export function currentGateDate(dates: GateDates): PartialDate | undefined {
  if (dates.actual) return dates.actual.date;
  if (dates.forecast) return dates.forecast.date;
  return dates.target.answer.state === 'given' ? dates.target.answer.value : undefined;
}

/** When the change goes live: the recorded go-live, else Gate 4's current date. */
export const goLiveDate = (schedule: Schedule): PartialDate | undefined =>
  schedule.goLive?.date ?? currentGateDate(schedule.gates[4]);
