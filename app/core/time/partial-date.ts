import { z } from 'zod';
import {
  addMonths,
  daysInMonth,
  FIRST_YEAR,
  isIsoDay,
  isoDay,
  isYear,
  LAST_YEAR,
  shortDay,
  shortMonthName,
  wholeMonthsBetween,
  type IsoDay,
} from './iso-day';

/** A date as exact as it is known: '2024-09-15', '2024-09' or '2024'. It stands for an interval of days. */
export type PartialDate = string;

/** A calendar month, 'YYYY-MM'. */
export type Month = string;

export type Precision = 'day' | 'month' | 'year';
export type Interval = { from: IsoDay; to: IsoDay };

const PARTIAL = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;
const PARTIAL_MESSAGE = `Enter a date such as 15 Sep 2024, Sep 2024 or 2024, from ${FIRST_YEAR} to ${LAST_YEAR}`;
const MONTH_MESSAGE = `Enter a month such as Sep 2024, from ${FIRST_YEAR} to ${LAST_YEAR}`;

/** Whether the text is a partial date: a real day, month or year from 1990 to 2100. */
export function isPartialDate(text: string): boolean {
  const match = PARTIAL.exec(text);
  if (match === null || !isYear(Number(match[1]))) return false;
  if (match[3] !== undefined) return isIsoDay(text);
  return match[2] === undefined || isMonthNumber(Number(match[2]));
}

/** Whether the text is a month, 'YYYY-MM', from 1990 to 2100. */
export function isMonth(text: string): boolean {
  return text.length === 7 && isPartialDate(text);
}

/** 'YYYY-MM-DD', 'YYYY-MM' or 'YYYY', real and from 1990 to 2100. What people type is read by readPartialDate first. */
export const partialDateSchema = z
  .string({ error: PARTIAL_MESSAGE })
  .regex(PARTIAL, { error: PARTIAL_MESSAGE, abort: true })
  .refine(isPartialDate, PARTIAL_MESSAGE);

/** 'YYYY-MM', from 1990 to 2100. */
export const monthSchema = z
  .string({ error: MONTH_MESSAGE })
  .regex(/^\d{4}-\d{2}$/, { error: MONTH_MESSAGE, abort: true })
  .refine(isMonth, MONTH_MESSAGE);

/** How exactly the date is known. */
export function precisionOf(p: PartialDate): Precision {
  const length = mustBePartial(p).length;
  return length === 10 ? 'day' : length === 7 ? 'month' : 'year';
}

/** The first and last day the date may mean, both included. */
export function intervalOf(p: PartialDate): Interval {
  const precision = precisionOf(p);
  if (precision === 'day') return { from: p, to: p };
  const year = Number(p.slice(0, 4));
  if (precision === 'year') return { from: isoDay(year, 1, 1), to: isoDay(year, 12, 31) };
  const month = Number(p.slice(5, 7));
  return { from: isoDay(year, month, 1), to: isoDay(year, month, daysInMonth(year, month)) };
}

/** Whether `a` lies wholly before `b`, wholly after, or the two overlap and nobody can tell (the same day included). */
export function compareDates(a: PartialDate, b: PartialDate): 'before' | 'after' | 'cannot-tell' {
  const left = intervalOf(a);
  const right = intervalOf(b);
  if (left.to < right.from) return 'before';
  return left.from > right.to ? 'after' : 'cannot-tell';
}

/** Whether `a` is on or before `b`, whatever days the two turn out to mean. */
export function notAfter(a: PartialDate, b: PartialDate): 'yes' | 'no' | 'cannot-tell' {
  const left = intervalOf(a);
  const right = intervalOf(b);
  if (left.to <= right.from) return 'yes';
  return left.from > right.to ? 'no' : 'cannot-tell';
}

/** Whether today is past the whole interval: only then is something due on `p` overdue. */
export function isWhollyPast(p: PartialDate, today: IsoDay): boolean {
  return today > intervalOf(p).to;
}

/** '15 Sep 2024', 'Sep 2024' or '2024'. */
export function formatPartial(p: PartialDate): string {
  const precision = precisionOf(p);
  if (precision === 'year') return p;
  return precision === 'day' ? shortDay(p) : `${shortMonthName(Number(p.slice(5, 7)))} ${p.slice(0, 4)}`;
}

/** The month, 'YYYY-MM'; undefined when only the year is known. */
export function monthOf(p: PartialDate): Month | undefined {
  return precisionOf(p) === 'year' ? undefined : p.slice(0, 7);
}

/**
 * The slip from `a` to `b` in whole months, as the least and the most it can be; negative when b is earlier.
 * Between months or years, calendar months are counted (Sep to Oct is 1). As soon as one of the two is an exact day,
 * whole months elapsed are counted (31 Jan to 1 Feb is 0).
 */
export function monthsBetween(a: PartialDate, b: PartialDate): { least: number; most: number } {
  const left = intervalOf(a);
  const right = intervalOf(b);
  const exact = precisionOf(a) === 'day' || precisionOf(b) === 'day';
  const count = exact ? wholeMonthsBetween : calendarMonths;
  return { least: count(left.to, right.from), most: count(left.from, right.to) };
}

/**
 * The date `n` months later, as exact as it was: a day keeps its day of the month or takes the month's last.
 * Undefined when only a year is known and `n` is not whole years: no partial date says that.
 */
export function addMonthsPartial(p: PartialDate, n: number): PartialDate | undefined {
  const precision = precisionOf(p);
  if (precision === 'day') return addMonths(p, n);
  if (precision === 'month') return addMonths(`${p}-01`, n).slice(0, 7);
  return n % 12 === 0 ? addMonths(`${p}-01-01`, n).slice(0, 4) : undefined;
}

function calendarMonths(a: IsoDay, b: IsoDay): number {
  return monthIndex(b) - monthIndex(a);
}

function monthIndex(day: IsoDay): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
}

function isMonthNumber(month: number): boolean {
  return month >= 1 && month <= 12;
}

// Arithmetic may leave 1990 to 2100, so only the shape is asked here; the bounds are the schema's.
function mustBePartial(p: PartialDate): PartialDate {
  const match = PARTIAL.exec(p);
  if (match === null || (match[2] !== undefined && !isMonthNumber(Number(match[2])))) {
    throw new RangeError(`${p} is not a partial date`);
  }
  return p;
}
