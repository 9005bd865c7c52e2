import type { Schedule } from '../schedule/state';
import type { IsoDay } from '../time/iso-day';
import { compareDates, formatPartial, isWhollyPast, type PartialDate } from '../time/partial-date';
import { missingToMeasure, readingsSince, reaches } from './realisation';
import { isClaimed, type Benefit } from './state';

/** What the owner of a benefit owes next: its baseline, a reading, or the review once it is handed on. */
export interface NextDue {
  readonly what: 'baseline' | 'reading' | 'review';
  /** By when; none while no date is given. */
  readonly by?: PartialDate | undefined;
  readonly late: boolean;
  readonly because: string;
}

const dueBy = (
  what: NextDue['what'],
  by: PartialDate | undefined,
  today: IsoDay,
  because: string,
): NextDue => ({ what, by, late: by !== undefined && isWhollyPast(by, today), because });

/** The review after a benefit is settled: as the service said when it took it over, if that is still to come. */
function review({ onward }: Benefit, latest: PartialDate, today: IsoDay): NextDue | undefined {
  if (!onward || compareDates(latest, onward.reviewDate) !== 'before') return undefined;
  return dueBy('review', onward.reviewDate, today, 'It is reviewed again in the service.');
}

/**
 * What is due next of a benefit; undefined when nothing is: it is not claimed, lacks what a reading needs, is not live
 * yet, or was read at its date. Once live it is read by its realisation date, and again until it was read at that date.
 */
export function nextDue(
  benefit: Benefit,
  schedule: Pick<Schedule, 'goLive'>,
  today: IsoDay,
): NextDue | undefined {
  if (!isClaimed(benefit) || !benefit.measure?.trim()) return undefined;
  const { goLive } = schedule;
  if (!benefit.baseline && !goLive)
    return dueBy('baseline', undefined, today, 'Its baseline is wanted before go-live.');
  if (!goLive || missingToMeasure(benefit).length > 0) return undefined;
  const by = benefit.realisation.state === 'given' ? benefit.realisation.value : undefined;
  const latest = readingsSince(benefit, goLive.date).at(-1);
  if (!latest)
    return dueBy('reading', by, today, `Nobody has read it since go-live on ${formatPartial(goLive.date)}.`);
  if (reaches(benefit, latest.value)) return review(benefit, latest.date, today);
  if (by !== undefined && compareDates(latest.date, by) !== 'before')
    return review(benefit, latest.date, today);
  return dueBy('reading', by, today, `Last read for ${formatPartial(latest.date)}, short of the target.`);
}
