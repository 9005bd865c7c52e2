import { daysBetween, type IsoDay } from '../time/iso-day';
import { intervalOf, type PartialDate } from '../time/partial-date';
import { fromScaled, scaled } from './decimal';
import { directionOf } from './realisation';
import type { Benefit, Reading } from './state';

/** What a straight line from the baseline to the target expects on a date: the least and the most it can be, as values. */
export interface Expected {
  readonly least: string;
  readonly most: string;
}

/** Where a reading lies by that line. Dates that leave it open are said to. */
export type Course = 'on-course' | 'behind' | 'cannot-tell';

/** The line's value on a day, in millionths, rounded towards the baseline; before it begins and after it ends it is level. */
function onLine(from: bigint, to: bigint, begins: IsoDay, ends: IsoDay, day: IsoDay): bigint {
  const whole = daysBetween(begins, ends);
  const gone = Math.min(Math.max(daysBetween(begins, day), 0), Math.max(whole, 0));
  return whole <= 0 ? to : from + ((to - from) * BigInt(gone)) / BigInt(whole);
}

/**
 * What the trajectory expects of a benefit on a date; undefined while it has no baseline, target or realisation date.
 * Partial dates are taken both ways: the line may run from the first or the last day each can be.
 */
export function expectedOn(benefit: Benefit, date: PartialDate): Expected | undefined {
  const { baseline, target, realisation } = benefit;
  if (!baseline || target === undefined || realisation.state !== 'given') return undefined;
  const [from, to] = [scaled(baseline.value), scaled(target)];
  const [begins, ends, on] = [intervalOf(baseline.date), intervalOf(realisation.value), intervalOf(date)];
  const late = onLine(from, to, begins.to, ends.to, on.from);
  const early = onLine(from, to, begins.from, ends.from, on.to);
  const [least, most] = late < early ? [late, early] : [early, late];
  return { least: fromScaled(least), most: fromScaled(most) };
}

/** Whether a reading is at least where the trajectory has the benefit by then; undefined where there is no trajectory. */
export function courseOf(benefit: Benefit, reading: Pick<Reading, 'value' | 'date'>): Course | undefined {
  const expected = expectedOn(benefit, reading.date);
  const direction = directionOf(benefit);
  if (!expected || direction === undefined) return undefined;
  const sign = direction === 'up' ? 1n : -1n;
  const [value, least, most] = [reading.value, expected.least, expected.most].map(
    (each) => scaled(each) * sign,
  );
  const [easy, hard] = least! < most! ? [least!, most!] : [most!, least!];
  if (value! >= hard) return 'on-course';
  return value! < easy ? 'behind' : 'cannot-tell';
}
