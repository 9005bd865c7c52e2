import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sumPence } from '../money/pence';
import { fyRange } from '../time/financial-year';
import { isoMonth } from '../time/iso-day';
import { boundedYears, lostInYear, monthAfter, phasedYears, slipCost } from './phasing';

const HORIZON = fyRange(2023, 2026);
const FULL = 20_000_000;
const months = fc
  .tuple(fc.integer({ min: 2023, max: 2025 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, month]) => isoMonth(year, month));
const amounts = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 });

describe("RX-004's £200,000 a year from September 2024", () => {
  it.each([
    [false, [0, 10_000_000, 20_000_000, 20_000_000], [0, 10_000_000, 10_000_000, 0]],
    [true, [0, 11_666_667, 20_000_000, 20_000_000], [0, 11_666_667, 8_333_333, 0]],
  ])('falls by year, the month counted: %s', (counts, effects, increments) => {
    const years = phasedYears(FULL, '2024-09', counts, HORIZON);
    expect(years.map(({ part }) => part)).toEqual(['before', 'in-year', 'full-year', 'ongoing']);
    expect(years.map(({ effect }) => effect)).toEqual(effects);
    expect(years.map(({ increment }) => increment)).toEqual(increments);
  });

  it('loses £16,666.67 in 24/25 by a month of slip, and no more than the part-year by any', () => {
    expect(lostInYear(FULL, '2024-09', false, 1)).toBe(1_666_667);
    expect(lostInYear(FULL, '2024-09', false, 3)).toBe(5_000_000);
    expect(lostInYear(FULL, '2024-09', false, 24)).toBe(10_000_000);
    expect(lostInYear(FULL, '2025-03', false, 1)).toBe(0);
    expect(lostInYear(FULL, '2025-03', true, 1)).toBe(1_666_667);
  });

  it('loses on in the next year once go-live slips past March', () => {
    expect(slipCost(FULL, '2024-09', '2025-06', false)).toEqual([
      { fy: 2024, pence: 10_000_000 },
      { fy: 2025, pence: 5_000_000 },
    ]);
    expect(slipCost(FULL, '2024-09', '2024-07', false)).toEqual([{ fy: 2024, pence: -3_333_333 }]);
  });

  it('lies between bounds when go-live is known as 2024 only', () => {
    expect(boundedYears(FULL, '2024', false, HORIZON)).toEqual([
      { fy: 2023, least: 0, most: 3_333_333 },
      { fy: 2024, least: 5_000_000, most: 20_000_000 },
      { fy: 2025, least: 20_000_000, most: 20_000_000 },
      { fy: 2026, least: 20_000_000, most: 20_000_000 },
    ]);
  });
});

describe('phasing', () => {
  it('keeps the full-year effect to the penny: increments sum to it, and the years after hold it', () => {
    fc.assert(
      fc.property(amounts, months, fc.boolean(), (full, start, counts) => {
        const years = phasedYears(full, start, counts, fyRange(2022, 2028));
        expect(sumPence(years.map(({ increment }) => increment))).toBe(full + 0);
        expect(years.at(-1)?.effect).toBe(full);
      }),
    );
  });

  it('costs for months of slip what the months cost one after another', () => {
    fc.assert(
      fc.property(
        amounts,
        months,
        fc.boolean(),
        fc.integer({ min: 1, max: 30 }),
        (full, start, counts, n) => {
          const whole = slipCost(full, start, monthAfter(start, n), counts);
          const steps = Array.from({ length: n }, (_, at) =>
            slipCost(full, monthAfter(start, at), monthAfter(start, at + 1), counts),
          ).flat();
          for (const fy of fyRange(2022, 2030)) {
            const of = (lost: readonly { fy: number; pence: number }[]) =>
              sumPence(lost.filter((each) => each.fy === fy).map(({ pence }) => pence));
            expect(of(steps)).toBe(of(whole));
          }
        },
      ),
    );
  });

  it('has every month of a year between the bounds of the year', () => {
    fc.assert(
      fc.property(amounts, fc.integer({ min: 1, max: 12 }), fc.boolean(), (full, month, counts) => {
        const bounds = boundedYears(full, '2024', counts, HORIZON);
        phasedYears(full, isoMonth(2024, month), counts, HORIZON).forEach(({ effect }, at) => {
          expect(effect).toBeGreaterThanOrEqual(bounds[at]!.least);
          expect(effect).toBeLessThanOrEqual(bounds[at]!.most);
        });
      }),
    );
  });
});
