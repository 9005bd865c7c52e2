import {
  CONTROL_CHARACTER_MESSAGE,
  hasControlCharacter,
  notUnderstood,
  understood,
  type Reading,
} from '../answers/reading';
import {
  daysInMonth,
  FIRST_YEAR,
  isoDay,
  isoMonth,
  isYear,
  LAST_YEAR,
  MONTH_NAMES,
  monthName,
} from './iso-day';
import { formatPartial, type PartialDate } from './partial-date';

/** The three boxes of the split date input, as typed. */
export type DateParts = { day: string; month: string; year: string };

/** What is wrong, by box. */
export type DatePartErrors = { day?: string; month?: string; year?: string };

export type DatePartsReading =
  | { ok: true; value: PartialDate; understood: string }
  | { ok: false; message: string; errors: DatePartErrors };

const EMPTY = 'Enter a date';
const SHAPE = 'Enter a date such as 15 Sep 2024, Sep 2024 or 2024';
const FOUR_DIGITS = 'Write the year with four digits, such as 2024';
const YEAR_RANGE = `The year must be from ${FIRST_YEAR} to ${LAST_YEAR}`;
const NO_YEAR = 'Add the year, with four digits';

type Raw = { day?: string; month?: string; year?: string };

// One row a way of writing; the order of the groups is the row's own. Numbers with slashes or dots are day first.
const WAYS: readonly { shape: RegExp; parts: readonly (keyof Raw)[] }[] = [
  { shape: /^(\d{4})$/, parts: ['year'] },
  { shape: /^(\d{4})-(\d{1,2})$/, parts: ['year', 'month'] },
  { shape: /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/, parts: ['year', 'month', 'day'] },
  { shape: /^(\d{1,2})([-/.])(\d{1,2})\2(\d{2,4})$/, parts: ['day', 'month', 'year'] },
  { shape: /^(\d{1,2})[-/.](\d{4})$/, parts: ['month', 'year'] },
  { shape: /^(\d{1,2})(?:st|nd|rd|th)?[ -]?([a-z]+)\.?,?[ -]?(\d{2,4})$/, parts: ['day', 'month', 'year'] },
  { shape: /^([a-z]+)\.?,?[ -]?(\d{4}|\d{2})$/, parts: ['month', 'year'] },
  { shape: /^([a-z]+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/, parts: ['month', 'day', 'year'] },
  { shape: /^(\d{1,2})(?:st|nd|rd|th)?[ -]?([a-z]+)\.?$/, parts: ['day', 'month'] },
  { shape: /^([a-z]+)\.?$/, parts: ['month'] },
];

/**
 * Reads a date as people and documents write it: "Sept 2024", "15/9/2024" (day first), "15 September 2024",
 * "2024-09-15", "2024-09", "2024". Refuses days that do not exist, two-digit years, years outside 1990 to 2100,
 * nothing at all and control characters, each with a message for the field.
 */
export function readPartialDate(text: string): Reading<PartialDate> {
  if (hasControlCharacter(text)) return notUnderstood(CONTROL_CHARACTER_MESSAGE);
  const written = text.replace(/\s+/gu, ' ').trim().toLowerCase();
  if (written === '') return notUnderstood(EMPTY);
  const raw = matchWay(written);
  if (raw === undefined) return notUnderstood(SHAPE);
  const month = raw.month === undefined ? undefined : monthNumber(raw.month);
  // A word in the month's place that is no month: say how a date is written, not which month is wrong.
  if (raw.month !== undefined && month === undefined) return notUnderstood(SHAPE);
  if (raw.year === undefined) return notUnderstood(NO_YEAR);
  const fault = faultsOf(raw.day, month, raw.year);
  const message = fault.year ?? fault.month ?? fault.day;
  return message === undefined ? reading(raw.day, month, raw.year) : notUnderstood(message);
}

/**
 * Reads the split date input. A blank day gives a month, a blank day and month a year; the month may be a name.
 * Refuses what readPartialDate refuses, with the error at its box.
 */
export function readDateParts(parts: DateParts): DatePartsReading {
  const hidden = controlFaults(parts);
  if (hidden !== undefined) return wrong(hidden);
  const day = parts.day.trim();
  const monthText = parts.month.trim().toLowerCase().replace(/\.$/, '');
  const year = parts.year.trim();
  if (day === '' && monthText === '' && year === '') return wrong({ day: EMPTY });
  const errors: DatePartErrors = {};
  const month = monthText === '' ? undefined : monthNumber(monthText);
  if (day !== '' && !/^\d{1,2}$/.test(day)) errors.day = 'The day must be a number, such as 15';
  if (monthText !== '' && month === undefined) errors.month = 'Enter a month, such as 9 or September';
  if (monthText === '' && day !== '') errors.month = 'Add the month';
  if (year === '') errors.year = NO_YEAR;
  else if (!/^\d{1,4}$/.test(year)) errors.year = FOUR_DIGITS;
  const dayToCheck = errors.day === undefined && day !== '' ? day : undefined;
  const faults = faultsOf(dayToCheck, month, errors.year === undefined ? year : undefined);
  const all: DatePartErrors = { ...faults, ...errors };
  if (Object.keys(all).length > 0) return wrong(all);
  const read = reading(day === '' ? undefined : day, month, year);
  return read.ok ? read : wrong({ year: read.message });
}

function controlFaults(parts: DateParts): DatePartErrors | undefined {
  const errors: DatePartErrors = {};
  for (const box of ['day', 'month', 'year'] as const) {
    if (hasControlCharacter(parts[box])) errors[box] = CONTROL_CHARACTER_MESSAGE;
  }
  return Object.keys(errors).length > 0 ? errors : undefined;
}

function wrong(errors: DatePartErrors): DatePartsReading {
  const messages = [errors.day, errors.month, errors.year].filter((message) => message !== undefined);
  return { ok: false, message: messages.join('. '), errors };
}

function matchWay(written: string): Raw | undefined {
  for (const { shape, parts } of WAYS) {
    const match = shape.exec(written);
    if (match === null) continue;
    const groups = match.slice(1).filter((group) => !/^[-/.]$/.test(group));
    const raw: Raw = {};
    parts.forEach((part, index) => {
      const group = groups[index];
      if (group !== undefined) raw[part] = group;
    });
    return raw;
  }
  return undefined;
}

/** The month's number; a number that is no month is given back as it is, to be named in the message. */
function monthNumber(text: string): number | undefined {
  if (/^\d{1,2}$/.test(text)) return Number(text);
  if (text === 'sept') return 9;
  const index = MONTH_NAMES.findIndex((name) => {
    const full = name.toLowerCase();
    return text === full || text === full.slice(0, 3);
  });
  return index === -1 ? undefined : index + 1;
}

function faultsOf(
  day: string | undefined,
  month: number | undefined,
  yearText: string | undefined,
): DatePartErrors {
  const faults: DatePartErrors = {};
  const year = yearText === undefined ? undefined : Number(yearText);
  if (yearText !== undefined && yearText.length < 4) faults.year = FOUR_DIGITS;
  else if (year !== undefined && !isYear(year)) faults.year = YEAR_RANGE;
  const monthIsReal = month !== undefined && month >= 1 && month <= 12;
  if (month !== undefined && !monthIsReal) faults.month = `There is no month ${month}: use 1 to 12`;
  if (day !== undefined) {
    const fault = dayFault(Number(day), monthIsReal ? month : undefined, faults.year ? undefined : year);
    if (fault !== undefined) faults.day = fault;
  }
  return faults;
}

function dayFault(day: number, month: number | undefined, year: number | undefined): string | undefined {
  if (day < 1) return 'The day must be 1 or more';
  if (month === undefined) return day > 31 ? 'The day must be 31 or less' : undefined;
  // Without a usable year, February gets the benefit of the doubt.
  const days = daysInMonth(year ?? 2000, month);
  if (day <= days) return undefined;
  return `${monthName(month)}${year === undefined ? '' : ` ${year}`} has ${days} days`;
}

function reading(day: string | undefined, month: number | undefined, yearText: string): Reading<PartialDate> {
  const year = Number(yearText);
  const value =
    month === undefined
      ? String(year)
      : day === undefined
        ? isoMonth(year, month)
        : isoDay(year, month, Number(day));
  return understood(value, formatPartial(value));
}
