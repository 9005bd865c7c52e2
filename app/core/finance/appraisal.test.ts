import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fyRange } from '../time/financial-year';
import { adjusted, appraise, type Payback } from './appraisal';
import { discountFactor, presentValue } from './discounting';
import { cannotTell, figure } from './effect';
import { projectWith, type LineGiven } from './lines-for-test';

const HORIZON = fyRange(2023, 2026);
const linesOf = (...lines: readonly LineGiven[]) => projectWith(lines).project.money.lines;
const appraised = (...lines: readonly LineGiven[]) => appraise(linesOf(...lines), 'proposed', HORIZON);

describe("RX-004's net present social value, 23/24 as year 0, real prices, no costs", () => {
  it.each([
    ['as proposed', { 2024: 20_000_000 }, 56_032_739],
    ['with six months of 24/25', { 2024: 10_000_000, 2025: 10_000_000 }, 46_370_904],
    ['with seven months of 24/25', { 2024: 11_666_667, 2025: 8_333_333 }, 47_981_210],
  ])('%s', (_case, amounts, npsv) => {
    expect(appraised({ amounts }).npsv).toEqual(figure(npsv));
  });

  it('discounts by 3.5% a year, and the first year not at all', () => {
    expect([0, 1, 2, 3, 29].map(discountFactor)).toEqual(['1.0000', '0.9662', '0.9335', '0.9019', '0.3687']);
    expect([0, 1, 2, 3].map((n) => presentValue(20_000_000, n))).toEqual([
      20_000_000, 19_323_671, 18_670_214, 18_038_854,
    ]);
    expect(presentValue(-20_000_000, 1)).toBe(-19_323_671);
  });
});

describe('an appraisal', () => {
  it('cannot be told while a recurring line has no convention', () => {
    const { npsv, payback } = appraised({ convention: undefined, amounts: { 2024: 20_000_000 } });
    expect(npsv.kind).toBe('cannot-tell');
    expect(payback.kind).toBe('cannot-tell');
  });

  it('subtracts investment, and adds rounded years of each line', () => {
    const amounts = { 2024: 20_000_000 };
    const saving = { amounts };
    const cost = { id: 'C', kind: 'investment', timing: 'one-off', amounts: { 2023: 10_000_000 } } as const;
    expect(appraised(saving, cost).npsv).toEqual(figure(46_032_739));
    const thirds = ['A', 'B', 'C'].map((id) => ({ id, timing: 'one-off', amounts: { 2024: 1 } }) as const);
    // 1p is worth 0.97p: three lines' pennies are three pennies, though 2.9p in all.
    expect(appraised(...thirds).npsv).toEqual(figure(3));
  });

  it.each<[string, Readonly<Record<number, number>>, Payback]>([
    ['in the year that makes it good', { 2023: 30_000_000 }, { kind: 'paid-back', fy: 2025 }],
    ['in the year it is spent, where savings cover it', { 2024: 5_000_000 }, { kind: 'paid-back', fy: 2024 }],
    ['not within the horizon', { 2023: 90_000_000 }, { kind: 'not-paid-back', last: 2026 }],
    ['never, where nothing is invested', {}, { kind: 'nothing-invested' }],
    [
      'from the year it stays good, not from the first',
      { 2023: 1, 2025: 50_000_000 },
      { kind: 'paid-back', fy: 2026 },
    ],
  ])('pays back %s', (_case, invested, payback) => {
    const cost = { id: 'C', kind: 'investment', timing: 'one-off', amounts: invested } as const;
    expect(appraised({ amounts: { 2024: 20_000_000 } }, cost).payback).toEqual(payback);
  });

  it('has no payback without a year', () => {
    expect(appraise([], 'proposed', []).payback.kind).toBe('cannot-tell');
  });
});

describe('optimism bias', () => {
  const bias = { investment: 2_400, savings: 1_000 };

  it('adds to investment and takes off savings, and the series stay as they are', () => {
    const lines = linesOf(
      { timing: 'one-off', amounts: { 2023: 20_000_000 } },
      { id: 'C', kind: 'investment', timing: 'one-off', amounts: { 2023: 10_000_000 } },
    );
    expect(appraise(lines, 'proposed', HORIZON, bias).npsv).toEqual(figure(18_000_000 - 12_400_000));
    expect(appraise(lines, 'proposed', HORIZON).npsv).toEqual(figure(10_000_000));
  });

  it('never makes anything look better', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }),
        fc.constantFrom('saving', 'income', 'investment' as const),
        fc.integer({ min: 0, max: 30_000 }),
        fc.integer({ min: 0, max: 10_000 }),
        (amount, kind, investment, savings) => {
          const sign = kind === 'investment' ? -1 : 1;
          expect(sign * adjusted(amount, { kind }, { investment, savings })).toBeLessThanOrEqual(
            sign * amount,
          );
        },
      ),
    );
  });

  it('says that it cannot tell what is past any figure, and fails nothing', () => {
    const lines = linesOf({ kind: 'investment', timing: 'one-off', amounts: { 2023: 8e15 } });
    expect(appraise(lines, 'proposed', HORIZON, bias).npsv).toEqual(
      cannotTell('The figure is larger than this tracker can hold once optimism is allowed for'),
    );
  });
});

describe('setting the allowance for optimism', () => {
  const input = { investment: 2_400, savings: 1_000, why: 'Reference class of earlier procurements' };
  const told = projectWith([{ amounts: { 2024: 1 } }]);

  it('keeps who decided it, when and why, and nothing a second time', () => {
    const set = told.after('set-optimism-bias', input, { as: 'finance' });
    expect(set.project.money.optimismBias).toMatchObject({ ...input, by: 'finance', day: '2025-05-10' });
    set.when('set-optimism-bias', input, { as: 's151' }).thenNothing();
    set
      .after('set-optimism-bias', { ...input, savings: 0 }, { as: 's151' })
      .when('set-optimism-bias', input, { as: 'finance' })
      .accepted();
  });

  it("is finance's, and never of the lead or of whoever proposed a figure", () => {
    told.when('set-optimism-bias', input).thenRefused('not-permitted', 'separation-of-duties');
    told.when('set-optimism-bias', input, { as: 'pmo' }).thenRefused('not-permitted');
    const own = told.givenBy('finance', {
      type: 'figures-proposed',
      v: 1,
      body: { lineId: 'L', cells: [{ fy: 2024, answer: { state: 'given', value: 2 } }] },
    });
    own.when('set-optimism-bias', input, { as: 'finance' }).thenRefused('separation-of-duties');
  });

  it('takes percentages within their bounds, with a reason', () => {
    told
      .when('set-optimism-bias', { investment: 30_001, savings: 10_001, why: ' ' }, { as: 'finance' })
      .thenInvalid('investment', 'savings', 'why');
  });
});
