import { UTCDate } from '@date-fns/utc';
import {
  addDays as daysLater,
  addMonths as monthsLater,
  differenceInCalendarDays,
  getDaysInMonth,
} from 'date-fns';
import { z } from 'zod';

/** A calendar day, 'YYYY-MM-DD'. */
export type IsoDay = string;

export const FIRST_YEAR = 1990;
export const LAST_YEAR = 2100;

export const MONTH_NAMES = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

const DAY_MESSAGE = `Enter a real day, such as 15 Sep 2024, from ${FIRST_YEAR} to ${LAST_YEAR}`;

type DayParts = { year: number; month: number; day: number };

/** How many days a month (1 to 12) has. */
export function daysInMonth(year: number, month: number): number {
  return getDaysInMonth(new UTCDate(year, month - 1, 1));
}

/** Whether a year is one the tracker takes: 1990 to 2100. */
export function isYear(year: number): boolean {
  return Number.isInteger(year) && year >= FIRST_YEAR && year <= LAST_YEAR;
}

/** Whether the text is a real day of the years 1990 to 2100, written 'YYYY-MM-DD'. */
export function isIsoDay(text: string): boolean {
  const parts = partsOf(text);
  return parts !== undefined && isYear(parts.year);
}

/** A real day of the years 1990 to 2100, 'YYYY-MM-DD'. */
export const isoDaySchema = z
  .string({ error: DAY_MESSAGE })
  .regex(/^\d{4}-\d{2}-\d{2}$/, { error: DAY_MESSAGE, abort: true })
  .refine(isIsoDay, DAY_MESSAGE);

/** The day `n` days later (earlier when negative). The outcome may lie outside 1990 to 2100. */
export function addDays(day: IsoDay, n: number): IsoDay {
  return ofCalendar(daysLater(toCalendar(day), wholeNumber(n)));
}

/** The same day of the month `n` months later, or that month's last day when it is shorter. */
export function addMonths(day: IsoDay, n: number): IsoDay {
  return ofCalendar(monthsLater(toCalendar(day), wholeNumber(n)));
}

/** Days from `a` to `b`; negative when b is the earlier. */
export function daysBetween(a: IsoDay, b: IsoDay): number {
  return differenceInCalendarDays(toCalendar(b), toCalendar(a));
}

/** Whole months from `a` to `b`, counted as elapsed (31 Jan to 28 Feb is one); negative when b is the earlier. */
export function wholeMonthsBetween(a: IsoDay, b: IsoDay): number {
  if (b < a) return 0 - wholeMonthsBetween(b, a);
  const from = mustParts(a);
  const to = mustParts(b);
  const months = (to.year - from.year) * 12 + to.month - from.month;
  return addMonths(a, months) <= b ? months : months - 1;
}

/** '24 October 2023'. */
export function formatDay(day: IsoDay): string {
  const { year, month, day: dayOfMonth } = mustParts(day);
  return `${dayOfMonth} ${monthName(month)} ${year}`;
}

/** '24 Oct 2023'. */
export function shortDay(day: IsoDay): string {
  const { year, month, day: dayOfMonth } = mustParts(day);
  return `${dayOfMonth} ${shortMonthName(month)} ${year}`;
}

/** 'September' for 9. */
export function monthName(month: number): string {
  const name = MONTH_NAMES[month - 1];
  if (name === undefined) throw new RangeError(`There is no month ${month}`);
  return name;
}

/** 'Sep' for 9: the one short form, always three letters. */
export function shortMonthName(month: number): string {
  return monthName(month).slice(0, 3);
}

const calendars = new Map<string, Intl.DateTimeFormat>();

/** The day it is at an instant (ISO UTC, ending in Z) in a time zone, summer time included. Refuses other text by throwing. */
export function dayOf(instantIso: string, timeZone: string = 'Europe/London'): IsoDay {
  const shape = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}:\d{2}(?:\.\d{1,3})?Z$/.exec(instantIso);
  const ms = shape === null || partsOf(shape[1] ?? '') === undefined ? NaN : Date.parse(instantIso);
  if (Number.isNaN(ms)) throw new RangeError(`${instantIso} is not an instant in UTC`);
  const parts = new Map(
    calendarOf(timeZone)
      .formatToParts(new Date(ms))
      .map((part) => [part.type, part.value]),
  );
  return isoDay(Number(parts.get('year')), Number(parts.get('month')), Number(parts.get('day')));
}

function calendarOf(timeZone: string): Intl.DateTimeFormat {
  const known = calendars.get(timeZone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  calendars.set(timeZone, made);
  return made;
}

/** Writes year, month (1 to 12) and day as 'YYYY-MM-DD'; does not ask whether the day is real. */
export function isoDay(year: number, month: number, day: number): IsoDay {
  return `${isoMonth(year, month)}-${String(day).padStart(2, '0')}`;
}

/** Writes year and month (1 to 12) as 'YYYY-MM'. */
export function isoMonth(year: number, month: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`;
}

function partsOf(text: string): DayParts | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  // A date reads the years 0 to 99 as 1900 to 1999; none of them is wanted here.
  if (year < 100 || month < 1 || month > 12 || day < 1) return undefined;
  return day <= daysInMonth(year, month) ? { year, month, day } : undefined;
}

function mustParts(day: IsoDay): DayParts {
  const parts = partsOf(day);
  if (parts === undefined) throw new RangeError(`${day} is not a day`);
  return parts;
}

/** The day in UTC, so that the zone of the machine or the browser never matters. */
function toCalendar(day: IsoDay): UTCDate {
  const { year, month, day: dayOfMonth } = mustParts(day);
  return new UTCDate(year, month - 1, dayOfMonth);
}

function ofCalendar(date: Date): IsoDay {
  if (Number.isNaN(date.getTime())) throw new RangeError('The day is past what a calendar holds');
  return isoDay(date.getFullYear(), date.getMonth() + 1, date.getDate());
}

function wholeNumber(n: number): number {
  if (!Number.isSafeInteger(n)) throw new RangeError(`${n} is not a whole number`);
  return n;
}
