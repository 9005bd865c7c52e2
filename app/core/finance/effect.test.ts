import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rephase } from '../money/part-year';
import { sumPence, type Pence } from '../money/pence';
import { fyRange, type Fy } from '../time/financial-year';
import { cannotTell, effect, figure, increment, totalOf, type Figure, type Written } from './effect';

const HORIZON = fyRange(2023, 2026);
const POUNDS = 100;

const recurring = (convention: Written['convention'], amounts: Written['amounts']): Written => ({
  timing: 'recurring',
  ...(convention ? { convention } : {}),
  amounts,
});
const effects = (written: Written): readonly Figure[] => HORIZON.map((fy) => effect(written, fy));
const pence = (each: Figure): Pence => (each.kind === 'figure' ? each.pence : NaN);
const cash = (written: Written): Pence => pence(totalOf(effects(written)));

describe('the effect of a line', () => {
  it("is RX-004's £200,000 a year from 24/25 when incremental: run rate £200,000, cash £600,000", () => {
    const written = recurring('incremental', { 2024: 200_000 * POUNDS });
    expect(effects(written).map(pence)).toEqual([0, 20_000_000, 20_000_000, 20_000_000]);
    expect(cash(written)).toBe(600_000 * POUNDS);
  });

  it('is £500,000 of cash when 24/25 has six months, the run rate unchanged', () => {
    const cells = rephase(200_000 * POUNDS, '2024-09', false, HORIZON, 'incremental');
    const written = recurring('incremental', cells);
    expect(cash(written)).toBe(500_000 * POUNDS);
    expect(effect(written, 2026)).toEqual(figure(200_000 * POUNDS));
  });

  it('of an annual £200,000 in 24/25 only is lost again in 25/26', () => {
    const written = recurring('annual', { 2024: 200_000 * POUNDS });
    expect(cash(written)).toBe(200_000 * POUNDS);
    expect(increment(written, 2025)).toEqual(figure(-200_000 * POUNDS));
  });

  it('of a one-off is felt once, and its reversal is derived', () => {
    const written: Written = { timing: 'one-off', amounts: { 2024: 500 } };
    expect(effects(written).map(pence)).toEqual([0, 500, 0, 0]);
    expect(HORIZON.map((fy) => pence(increment(written, fy)))).toEqual([0, 500, -500, 0]);
  });

  it('cannot be told without a convention from the first figure on, and is nil where nothing is claimed', () => {
    const written = recurring(undefined, { 2023: 0, 2024: 100 });
    expect(effects(written).map((each) => each.kind)).toEqual([
      'figure',
      'cannot-tell',
      'cannot-tell',
      'cannot-tell',
    ]);
    expect(effect(recurring(undefined, {}), 2026)).toEqual(figure(0));
  });

  it('makes a total nobody can tell as soon as one part cannot be told', () => {
    expect(totalOf([figure(1), cannotTell('why'), figure(2)])).toEqual(cannotTell('why'));
  });
});

describe('conventions agree', () => {
  const anAmount = fc.integer({ min: -5_000_000_000, max: 5_000_000_000 });
  const amounts = fc
    .tuple(...HORIZON.map(() => anAmount))
    .map(
      (row) => Object.fromEntries(row.map((amount, index) => [HORIZON[index], amount])) as Record<Fy, Pence>,
    );

  it('whether the same effects are written as increments or as annual figures', () => {
    fc.assert(
      fc.property(amounts, (increments) => {
        const incremental = recurring('incremental', increments);
        const annual = recurring(
          'annual',
          Object.fromEntries(HORIZON.map((fy) => [fy, pence(effect(incremental, fy))])),
        );
        expect(effects(annual)).toEqual(effects(incremental));
        expect(cash(annual)).toBe(cash(incremental));
        for (const fy of HORIZON) expect(pence(increment(annual, fy))).toBe(increments[fy]);
      }),
    );
  });

  it('and increments always sum back to the effect, one-offs and their reversals included', () => {
    fc.assert(
      fc.property(amounts, fc.constantFrom('one-off', 'annual', 'incremental'), (cells, how) => {
        const written: Written =
          how === 'one-off' ? { timing: 'one-off', amounts: cells } : recurring(how, cells);
        const upTo = HORIZON.map((fy) => pence(increment(written, fy)));
        HORIZON.forEach((fy, index) => {
          expect(sumPence(upTo.slice(0, index + 1))).toBe(pence(effect(written, fy)));
        });
      }),
    );
  });
});
