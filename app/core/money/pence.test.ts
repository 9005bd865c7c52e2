import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addPence, applyConfidence, MAX_PENCE, penceSchema, scalePence, sumPence } from './pence';

const pence = fc.integer({ min: -MAX_PENCE, max: MAX_PENCE });

describe('pence', () => {
  it('are whole and bounded', () => {
    for (const value of [0, -1, MAX_PENCE, -MAX_PENCE]) expect(penceSchema.parse(value)).toBe(value);
    for (const value of [0.5, MAX_PENCE + 1, -MAX_PENCE - 1, 2 ** 60, NaN, Infinity, '1', null]) {
      expect(penceSchema.safeParse(value).success).toBe(false);
    }
  });

  it('add up, and refuse to pass the limit', () => {
    expect(addPence(1, 2, -3)).toBe(0);
    expect(addPence()).toBe(0);
    expect(sumPence([MAX_PENCE, MAX_PENCE, -MAX_PENCE])).toBe(MAX_PENCE);
    expect(() => addPence(MAX_PENCE, 1)).toThrow(RangeError);
    expect(() => addPence(0.1, 0.2)).toThrow(RangeError);
  });

  it('never come out as minus zero', () => {
    expect(Object.is(addPence(-0), 0)).toBe(true);
    expect(Object.is(scalePence(-1, 1, 1000), 0)).toBe(true);
    expect(Object.is(scalePence(-5, 0, 7), 0)).toBe(true);
  });

  it('round a half away from zero', () => {
    expect([1, 3, -1, -3].map((amount) => scalePence(amount, 1, 2))).toEqual([1, 2, -1, -2]);
    expect([149, 150, 151, -149, -150].map((amount) => scalePence(amount, 1, 100))).toEqual([
      1, 2, 2, -1, -2,
    ]);
  });

  it('scale the benchmark of RX-004 to £434,363', () => {
    expect(scalePence(50_000_000, 225_000, 259_000)).toBe(43_436_293);
    expect(scalePence(scalePence(50_000_000, 225_000, 259_000), 1, 100)).toBe(434_363);
  });

  it('refuse impossible scales', () => {
    for (const denominator of [0, -1, NaN, 1.5]) {
      expect(() => scalePence(1, 1, denominator)).toThrow(RangeError);
    }
    expect(() => scalePence(1, 0.5, 1)).toThrow(RangeError);
    expect(() => scalePence(MAX_PENCE, 2, 1)).toThrow(RangeError);
  });

  it('scale to the nearest penny, as exact fractions say', () => {
    fc.assert(
      fc.property(
        pence,
        fc.integer({ min: 0, max: 1_000_000 }),
        fc.integer({ min: 1, max: 1_000_000 }),
        (p, n, d) => {
          fc.pre(n <= d);
          const scaled = BigInt(scalePence(p, n, d));
          const twiceTheError = 2n * (scaled * BigInt(d) - BigInt(p) * BigInt(n));
          const magnitude = twiceTheError < 0n ? -twiceTheError : twiceTheError;
          expect(magnitude <= BigInt(d)).toBe(true);
          // On the exact half the result is the one further from zero.
          if (magnitude === BigInt(d)) expect(twiceTheError > 0n).toBe(p > 0);
        },
      ),
    );
  });

  it('scale a reduction as the mirror of the addition', () => {
    fc.assert(
      fc.property(pence, fc.integer({ min: 0, max: 12 }), (p, n) => {
        expect(scalePence(-p, n, 12) + scalePence(p, n, 12)).toBe(0);
      }),
    );
  });

  it('count by confidence: none at 0%, all at 100%', () => {
    expect(applyConfidence(20_000_000, 0)).toBe(0);
    expect(applyConfidence(20_000_000, 6_000)).toBe(12_000_000);
    expect(applyConfidence(20_000_000, 6_250)).toBe(12_500_000);
    expect(() => applyConfidence(1, 10_001)).toThrow(RangeError);
    expect(() => applyConfidence(1, -1)).toThrow(RangeError);
    fc.assert(
      fc.property(pence, fc.integer({ min: 0, max: 10_000 }), (p, confidence) => {
        expect(applyConfidence(p, 10_000) + 0).toBe(p + 0);
        expect(Math.abs(applyConfidence(p, confidence))).toBeLessThanOrEqual(Math.abs(p));
      }),
    );
  });
});
