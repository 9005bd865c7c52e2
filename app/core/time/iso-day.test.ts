import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  dayOf,
  daysBetween,
  formatDay,
  isIsoDay,
  isoDaySchema,
  shortDay,
  wholeMonthsBetween,
} from './iso-day';

const days = fc.integer({ min: 0, max: 40_541 }).map((n) => addDays('1990-01-01', n));

describe('a day', () => {
  it.each(['1990-01-01', '2100-12-31', '2024-02-29', '2000-02-29', '2023-10-01'])('%s is one', (text) => {
    expect(isIsoDay(text)).toBe(true);
    expect(isoDaySchema.parse(text)).toBe(text);
  });

  it.each([
    '1989-12-31',
    '2101-01-01',
    '2023-02-29',
    '2100-02-29',
    '2024-04-31',
    '2024-13-01',
    '2024-00-10',
    '2024-01-00',
    '2024-1-1',
    '2024-01',
    '2024-01-01T00:00:00Z',
    ' 2024-01-01',
    '2024-01-01\n',
    '',
    '0024-01-01',
  ])('%j is not one', (text) => {
    expect(isIsoDay(text)).toBe(false);
    expect(isoDaySchema.safeParse(text).error?.issues).toHaveLength(1);
  });

  it('is written in full and short', () => {
    expect(formatDay('2023-10-24')).toBe('24 October 2023');
    expect(shortDay('2023-10-24')).toBe('24 Oct 2023');
    expect(shortDay('2024-09-05')).toBe('5 Sep 2024');
  });

  it('refuses arithmetic on what is no day', () => {
    expect(() => addDays('2024-02-30', 1)).toThrow(RangeError);
    expect(() => addDays('2024-02-01', 0.5)).toThrow(RangeError);
    expect(() => formatDay('2024-02')).toThrow(RangeError);
  });

  it('steps over leap days and year ends', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2023-02-28', 1)).toBe('2023-03-01');
    expect(addDays('2024-01-01', -1)).toBe('2023-12-31');
    expect(daysBetween('2024-01-01', '2025-01-01')).toBe(366);
  });

  it('keeps the day of the month where it can when months are added', () => {
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29');
    expect(addMonths('2024-03-31', -1)).toBe('2024-02-29');
    expect(addMonths('2023-12-15', 1)).toBe('2024-01-15');
    expect(addMonths('2024-01-15', -13)).toBe('2022-12-15');
  });

  it('counts whole months as elapsed', () => {
    expect(wholeMonthsBetween('2024-01-15', '2024-02-14')).toBe(0);
    expect(wholeMonthsBetween('2024-01-15', '2024-02-15')).toBe(1);
    expect(wholeMonthsBetween('2023-01-31', '2023-02-28')).toBe(1);
    expect(wholeMonthsBetween('2024-02-15', '2024-01-15')).toBe(-1);
  });

  it('is always real after arithmetic, and days added are days between', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -5000, max: 5000 }), (day, n) => {
        const later = addDays(day, n);
        expect(daysBetween(day, later)).toBe(n);
        expect(addDays(later, -n)).toBe(day);
        expect(later > day).toBe(n > 0);
      }),
    );
  });

  it('is n whole months from the day n months later', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 600 }), (day, n) => {
        const later = addMonths(day, n);
        expect(wholeMonthsBetween(day, later)).toBe(n);
        expect(wholeMonthsBetween(later, day) + n).toBe(0);
      }),
    );
  });
});

describe('the day of an instant', () => {
  it.each([
    ['2024-01-15T23:59:59.999Z', '2024-01-15'],
    ['2024-06-15T22:59:59.999Z', '2024-06-15'],
    ['2024-06-15T23:00:00.000Z', '2024-06-16'],
    // Summer time began on 31 March and ended on 27 October 2024.
    ['2024-03-30T23:30:00.000Z', '2024-03-30'],
    ['2024-03-31T23:30:00.000Z', '2024-04-01'],
    ['2024-10-26T23:30:00.000Z', '2024-10-27'],
    ['2024-10-27T23:30:00.000Z', '2024-10-27'],
    ['2023-12-31T23:59:59Z', '2023-12-31'],
  ])('%s is %s in London', (instant, day) => {
    expect(dayOf(instant, 'Europe/London')).toBe(day);
  });

  it.each(['2024-06-15', '2024-06-15T10:00:00', '2024-02-31T10:00:00Z', '2024-06-15T25:00:00Z', 'now'])(
    'refuses %s',
    (text) => {
      expect(() => dayOf(text)).toThrow(RangeError);
    },
  );
});
