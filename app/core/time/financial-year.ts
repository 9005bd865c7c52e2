import { z } from 'zod';
import {
  CONTROL_CHARACTER_MESSAGE,
  hasControlCharacter,
  notUnderstood,
  understood,
  type Reading,
} from '../answers/reading';
import { FIRST_YEAR, isoDay, LAST_YEAR, type IsoDay } from './iso-day';
import { intervalOf, precisionOf, type Interval, type Month, type PartialDate } from './partial-date';

/** A financial year, April to March, by the calendar year it starts in: 2024 is written "24/25". */
export type Fy = number;

// January to March 1990 lie in the financial year that starts in 1989.
const FIRST_FY = FIRST_YEAR - 1;
const LAST_FY = LAST_YEAR;
// Two digits stand for these hundred years; outside them a financial year is written with its century.
const FIRST_SHORT_FY = 1990;
const LAST_SHORT_FY = 2089;

const FY_MESSAGE = 'Enter a financial year such as 24/25';

/** The calendar year a financial year starts in, 1989 to 2100. */
export const fySchema = z
  .int({ error: FY_MESSAGE })
  .min(FIRST_FY, { error: FY_MESSAGE })
  .max(LAST_FY, { error: FY_MESSAGE });

/** '24/25'; with its century ('2090/91') where two digits would be read as another hundred years. */
export function formatFy(fy: Fy): string {
  const end = twoDigits(fy + 1);
  return fy >= FIRST_SHORT_FY && fy <= LAST_SHORT_FY ? `${twoDigits(fy)}/${end}` : `${fy}/${end}`;
}

/** Reads '24/25', '2024/25', '2024-25', '24-25', '2024/2025', each also after "FY". Refuses years that do not follow on. */
export function readFy(text: string): Reading<Fy> {
  if (hasControlCharacter(text)) return notUnderstood(CONTROL_CHARACTER_MESSAGE);
  const match = /^(?:FY\s*)?(\d{4}|\d{2})\s*[/\-\u2013]\s*(\d{4}|\d{2})$/iu.exec(text.trim());
  if (match === null) return notUnderstood(FY_MESSAGE);
  const [start, end] = [match[1] ?? '', match[2] ?? ''];
  if (start.length === 2 && end.length === 4) return notUnderstood(FY_MESSAGE);
  const fy = start.length === 4 ? Number(start) : shortYear(Number(start));
  const follows = end.length === 4 ? Number(end) === fy + 1 : end === twoDigits(fy + 1);
  if (!follows) {
    return notUnderstood(`A financial year spans two years in a row: ${formatFy(fy)}, not ${start}/${end}`);
  }
  if (fy < FIRST_FY || fy > LAST_FY) {
    return notUnderstood(`The financial year must start between ${FIRST_FY} and ${LAST_FY}`);
  }
  return understood(fy, formatFy(fy));
}

/** The financial year a day lies in. */
export function fyOfDay(day: IsoDay): Fy {
  const year = Number(day.slice(0, 4));
  return Number(day.slice(5, 7)) >= 4 ? year : year - 1;
}

/** The financial year a partial date lies in; undefined when it spans two, as a bare year does. */
export function fyOfPartial(p: PartialDate): Fy | undefined {
  const { from, to } = intervalOf(p);
  const fy = fyOfDay(from);
  return fy === fyOfDay(to) ? fy : undefined;
}

/** 1 April to 31 March. */
export function fyInterval(fy: Fy): Interval {
  return { from: isoDay(fy, 4, 1), to: isoDay(fy + 1, 3, 31) };
}

/** Every financial year from `from` to `to`, both included; none when `to` is the earlier. */
export function fyRange(from: Fy, to: Fy): Fy[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}

/** Months of the financial year left from a go-live month, 0 to 12; `counts` says whether that month is one of them. */
export function monthsLeftInFy(month: Month, counts: boolean): number {
  if (precisionOf(month) !== 'month') throw new RangeError(`${month} is not a month`);
  const monthsGone = (Number(month.slice(5, 7)) + 8) % 12;
  return 12 - monthsGone - (counts ? 0 : 1);
}

/** Whether the whole financial year is past today. */
export function isComplete(fy: Fy, today: IsoDay): boolean {
  return today > fyInterval(fy).to;
}

function shortYear(digits: number): number {
  return digits >= FIRST_SHORT_FY % 100 ? 1900 + digits : 2000 + digits;
}

function twoDigits(year: number): string {
  return String(year % 100).padStart(2, '0');
}
