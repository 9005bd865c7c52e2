import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from './iso-day';
import {
  formatFy,
  fyInterval,
  fyOfDay,
  fyOfPartial,
  fyRange,
  fySchema,
  isComplete,
  monthsLeftInFy,
  readFy,
} from './financial-year';

describe('a financial year', () => {
  it('is written by its two years', () => {
    expect([2023, 2024, 1999, 1990, 2089].map(formatFy)).toEqual([
      '23/24',
      '24/25',
      '99/00',
      '90/91',
      '89/90',
    ]);
  });

  it('is written with its century where two digits would mean another', () => {
    expect([1989, 2090, 2099, 2100].map(formatFy)).toEqual(['1989/90', '2090/91', '2099/00', '2100/01']);
  });

  it.each(['24/25', '2024/25', '2024-25', '24-25', 'FY24/25', 'fy 24/25', ' 24/25 ', '2024/2025', '24–25'])(
    '%j is read',
    (text) => {
      expect(readFy(text)).toEqual({ ok: true, value: 2024, understood: '24/25' });
    },
  );

  it.each([
    ['24/26', 'A financial year spans two years in a row: 24/25, not 24/26'],
    ['2024/26', 'A financial year spans two years in a row: 24/25, not 2024/26'],
    ['25/24', 'A financial year spans two years in a row: 25/26, not 25/24'],
    ['2024/2125', 'A financial year spans two years in a row: 24/25, not 2024/2125'],
    ['2024', 'Enter a financial year such as 24/25'],
    ['24', 'Enter a financial year such as 24/25'],
    ['24/2025', 'Enter a financial year such as 24/25'],
    ['', 'Enter a financial year such as 24/25'],
    ['24/25\n', 'Remove the hidden control characters'],
    ['1950/51', 'The financial year must start between 1989 and 2100'],
    ['2101/02', 'The financial year must start between 1989 and 2100'],
  ])('%j is refused: %s', (text, message) => {
    expect(readFy(text)).toEqual({ ok: false, message });
  });

  it('reads back as it was written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1989, max: 2100 }), (fy) => {
        expect(readFy(formatFy(fy))).toEqual({ ok: true, value: fy, understood: formatFy(fy) });
        expect(fySchema.parse(fy)).toBe(fy);
      }),
    );
  });

  it('is kept as a whole number within bounds', () => {
    for (const value of [1988, 2101, 2024.5, '2024', NaN]) {
      expect(fySchema.safeParse(value).success).toBe(false);
    }
  });

  it('runs from 1 April to 31 March', () => {
    expect(fyOfDay('2024-03-31')).toBe(2023);
    expect(fyOfDay('2024-04-01')).toBe(2024);
    expect(fyInterval(2024)).toEqual({ from: '2024-04-01', to: '2025-03-31' });
  });

  it('holds each of its days', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), (n) => {
        const day = addDays('1990-01-01', n);
        const { from, to } = fyInterval(fyOfDay(day));
        expect(from <= day && day <= to).toBe(true);
      }),
    );
  });

  it('is known of a partial date only when it lies within one', () => {
    expect(fyOfPartial('2024-09')).toBe(2024);
    expect(fyOfPartial('2024-03')).toBe(2023);
    expect(fyOfPartial('2024-09-15')).toBe(2024);
    expect(fyOfPartial('2024')).toBeUndefined();
  });

  it('counts its months left from go-live, with that month or without', () => {
    expect(monthsLeftInFy('2024-09', false)).toBe(6);
    expect(monthsLeftInFy('2024-09', true)).toBe(7);
    expect(monthsLeftInFy('2024-04', true)).toBe(12);
    expect(monthsLeftInFy('2025-03', false)).toBe(0);
    expect(monthsLeftInFy('2025-01', true)).toBe(3);
    expect(() => monthsLeftInFy('2024', true)).toThrow(RangeError);
    expect(() => monthsLeftInFy('2024-13', true)).toThrow(RangeError);
  });

  it('is complete once its last day is past', () => {
    expect(isComplete(2024, '2025-03-31')).toBe(false);
    expect(isComplete(2024, '2025-04-01')).toBe(true);
  });

  it('is listed in order', () => {
    expect(fyRange(2023, 2026)).toEqual([2023, 2024, 2025, 2026]);
    expect(fyRange(2024, 2024)).toEqual([2024]);
    expect(fyRange(2024, 2023)).toEqual([]);
  });
});
