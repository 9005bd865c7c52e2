import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween } from './iso-day';
import {
  addMonthsPartial,
  compareDates,
  formatPartial,
  intervalOf,
  isMonth,
  isPartialDate,
  isWhollyPast,
  monthOf,
  monthsBetween,
  notAfter,
  partialDateSchema,
  precisionOf,
} from './partial-date';

const days = fc.integer({ min: 0, max: 40_541 }).map((n) => addDays('1990-01-01', n));
const partials = fc.tuple(days, fc.constantFrom(4, 7, 10)).map(([day, length]) => day.slice(0, length));
// Near each other, so that they often overlap.
const near = fc
  .tuple(fc.integer({ min: 0, max: 500 }), fc.constantFrom(4, 7, 10))
  .map(([n, length]) => addDays('2023-10-01', n).slice(0, length));

describe('a partial date', () => {
  it.each(['2024-09-15', '2024-09', '2024', '1990', '2100-12'])('%s is one', (text) => {
    expect(isPartialDate(text)).toBe(true);
    expect(partialDateSchema.parse(text)).toBe(text);
  });

  it.each(['1989', '2101', '2024-13', '2024-00', '2024-02-31', '2024-9', '24', '', 'TBC', '2024-', '2024\n'])(
    '%j is not one',
    (text) => {
      expect(isPartialDate(text)).toBe(false);
      expect(partialDateSchema.safeParse(text).error?.issues.map((issue) => issue.message)).toEqual([
        'Enter a date such as 15 Sep 2024, Sep 2024 or 2024, from 1990 to 2100',
      ]);
    },
  );

  it('stands for an interval, never for a made-up first of the month', () => {
    expect(intervalOf('2024-02')).toEqual({ from: '2024-02-01', to: '2024-02-29' });
    expect(intervalOf('2023')).toEqual({ from: '2023-01-01', to: '2023-12-31' });
    expect(intervalOf('2024-09-15')).toEqual({ from: '2024-09-15', to: '2024-09-15' });
    expect(() => intervalOf('Sep 2024')).toThrow(RangeError);
  });

  it('is written as exactly as it is known', () => {
    expect(['2024-09-15', '2024-09', '2024'].map(formatPartial)).toEqual(['15 Sep 2024', 'Sep 2024', '2024']);
    expect(['2024-09-15', '2024-09', '2024'].map(precisionOf)).toEqual(['day', 'month', 'year']);
    expect(['2024-09-15', '2024-09', '2024'].map(monthOf)).toEqual(['2024-09', '2024-09', undefined]);
    expect(['2024-09-15', '2024-09', '2024'].map(isMonth)).toEqual([false, true, false]);
  });

  it.each([
    ['2023-10', '2023-11', 'before'],
    ['2023-11', '2023-10', 'after'],
    ['2024-03', '2024-03', 'cannot-tell'],
    ['2024-03-01', '2024-03-01', 'cannot-tell'],
    ['2024-03-01', '2024-03-02', 'before'],
    ['2024-03-31', '2024-03', 'cannot-tell'],
    ['2024', '2024-12', 'cannot-tell'],
    ['2024', '2025-01', 'before'],
  ])('%s against %s: %s', (a, b, outcome) => {
    expect(compareDates(a, b)).toBe(outcome);
  });

  it.each([
    ['2024-03-01', '2024-03-01', 'yes'],
    ['2024-03-01', '2024-03', 'yes'],
    ['2024-03', '2024-03-31', 'yes'],
    ['2024-03', '2024-03', 'cannot-tell'],
    ['2024-03', '2024-03-30', 'cannot-tell'],
    ['2024-04', '2024-03', 'no'],
    ['2024', '2024-12', 'cannot-tell'],
  ])('%s not after %s: %s', (a, b, outcome) => {
    expect(notAfter(a, b)).toBe(outcome);
  });

  it('is overdue only when today is past all of it', () => {
    expect(isWhollyPast('2024-09', '2024-09-30')).toBe(false);
    expect(isWhollyPast('2024-09', '2024-10-01')).toBe(true);
    expect(isWhollyPast('2024', '2024-12-31')).toBe(false);
    expect(isWhollyPast('2024-09-15', '2024-09-16')).toBe(true);
  });

  it.each([
    ['2024-09', '2024-09', 0, 0],
    ['2024-09', '2024-12', 3, 3],
    ['2024-09', '2024-08', -1, -1],
    ['2024-09', '2025', 4, 15],
    ['2024', '2024', -11, 11],
    ['2024-01-31', '2024-02-01', 0, 0],
    ['2024-09-15', '2024-10', 0, 1],
    ['2024-09-15', '2024-09', 0, 0],
    ['2024-09', '2024-10-31', 1, 1],
  ])('%s to %s is %i to %i months', (a, b, least, most) => {
    expect(monthsBetween(a, b)).toEqual({ least, most });
  });

  it('moves by months and stays as exact as it was', () => {
    expect(addMonthsPartial('2024-09', 6)).toBe('2025-03');
    expect(addMonthsPartial('2024-08-31', 6)).toBe('2025-02-28');
    expect(addMonthsPartial('2024', 12)).toBe('2025');
    expect(addMonthsPartial('2024', 6)).toBeUndefined();
  });
});

describe('two partial dates', () => {
  const opposite = { before: 'after', after: 'before', 'cannot-tell': 'cannot-tell' } as const;

  it('compare the opposite way round when swapped', () => {
    fc.assert(
      fc.property(near, near, (a, b) => {
        expect(compareDates(b, a)).toBe(opposite[compareDates(a, b)]);
      }),
    );
  });

  it('are before only if every day they may mean is before, and cannot be told only if some day disagrees', () => {
    const within = (p: string, share: number) => {
      const { from, to } = intervalOf(p);
      return addDays(from, Math.floor(share * daysBetween(from, to)));
    };
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(near, near, share, share, (a, b, s, t) => {
        const [x, y] = [within(a, s), within(b, t)];
        const order = compareDates(a, b);
        if (order === 'before') expect(x < y).toBe(true);
        if (order === 'after') expect(x > y).toBe(true);
        const late = notAfter(a, b);
        if (late === 'yes') expect(x <= y).toBe(true);
        if (late === 'no') expect(x > y).toBe(true);
      }),
    );
  });

  it('are before through a third between them', () => {
    fc.assert(
      fc.property(near, near, near, (a, b, c) => {
        if (compareDates(a, b) === 'before' && compareDates(b, c) === 'before') {
          expect(compareDates(a, c)).toBe('before');
        }
      }),
    );
  });

  it('slip by the negative of the slip back, the least never above the most', () => {
    fc.assert(
      fc.property(near, near, (a, b) => {
        const there = monthsBetween(a, b);
        const back = monthsBetween(b, a);
        expect(there.least).toBeLessThanOrEqual(there.most);
        expect(there.least + back.most).toBe(0);
        expect(there.most + back.least).toBe(0);
      }),
    );
  });

  it('that are n months apart slip by n', () => {
    fc.assert(
      fc.property(partials, fc.integer({ min: 0, max: 48 }), (p, n) => {
        const moved = addMonthsPartial(p, n);
        if (moved === undefined || precisionOf(p) === 'year') return;
        expect(monthsBetween(p, moved)).toEqual({ least: n, most: n });
      }),
    );
  });
});
