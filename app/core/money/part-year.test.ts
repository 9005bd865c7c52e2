import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fyRange } from '../time/financial-year';
import { isoMonth } from '../time/iso-day';
import { partYearEffect, rephase } from './part-year';
import { MAX_PENCE, sumPence } from './pence';

const horizon = fyRange(2023, 2026);
const months = fc
  .tuple(fc.integer({ min: 2023, max: 2027 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, month]) => isoMonth(year, month));
const amounts = fc.integer({ min: -MAX_PENCE, max: MAX_PENCE }).map((p) => p + 0);

describe('the part-year effect', () => {
  it('of £200,000 with six months left is £100,000, with seven £116,666.67', () => {
    expect(partYearEffect(20_000_000, 6)).toBe(10_000_000);
    expect(partYearEffect(20_000_000, 7)).toBe(11_666_667);
    expect(partYearEffect(20_000_000, 0)).toBe(0);
    expect(partYearEffect(20_000_000, 12)).toBe(20_000_000);
  });

  it.each([-1, 13, 6.5, NaN])('refuses %d months', (monthsLeft) => {
    expect(() => partYearEffect(1, monthsLeft)).toThrow(RangeError);
  });
});

describe('re-phasing a recurring line', () => {
  it('splits RX-004 from September 2024 into 24/25 and 25/26, incremental', () => {
    expect(rephase(20_000_000, '2024-09', false, horizon, 'incremental')).toEqual({
      2023: 0,
      2024: 10_000_000,
      2025: 10_000_000,
      2026: 0,
    });
    expect(rephase(20_000_000, '2024-09', true, horizon, 'incremental')).toEqual({
      2023: 0,
      2024: 11_666_667,
      2025: 8_333_333,
      2026: 0,
    });
  });

  it('gives the part and then the full effect each year, annual', () => {
    expect(rephase(20_000_000, '2024-09', false, horizon, 'annual')).toEqual({
      2023: 0,
      2024: 10_000_000,
      2025: 20_000_000,
      2026: 20_000_000,
    });
  });

  it('puts everything in the first year from April, and nothing from a March that does not count', () => {
    expect(rephase(1_200, '2024-04', true, [2024, 2025], 'incremental')).toEqual({ 2024: 1_200, 2025: 0 });
    expect(rephase(1_200, '2025-03', false, [2024, 2025], 'incremental')).toEqual({ 2024: 0, 2025: 1_200 });
  });

  it('loses no penny between the two years', () => {
    fc.assert(
      fc.property(amounts, months, fc.boolean(), (fullYear, month, counts) => {
        const cells = rephase(fullYear, month, counts, fyRange(2022, 2029), 'incremental');
        expect(sumPence(Object.values(cells))).toBe(fullYear);
      }),
    );
  });

  it('says the same in both conventions: an annual cell is the sum of increments so far', () => {
    fc.assert(
      fc.property(amounts, months, fc.boolean(), (fullYear, month, counts) => {
        const years = fyRange(2022, 2029);
        const increments = rephase(fullYear, month, counts, years, 'incremental');
        const annual = rephase(fullYear, month, counts, years, 'annual');
        let soFar = 0;
        for (const fy of years) {
          soFar += increments[fy] ?? 0;
          expect(annual[fy]).toBe(soFar);
        }
      }),
    );
  });

  it('has a cell for every year of the horizon and no other', () => {
    expect(Object.keys(rephase(100, '2030-01', true, [2024, 2025], 'annual'))).toEqual(['2024', '2025']);
  });
});
