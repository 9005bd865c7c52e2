import { describe, expect, it } from 'vitest';
import { bareMoney, bareThousands, formatMoney, formatThousands, plainPounds } from './format-money';
import { MAX_PENCE } from './pence';

describe('writing money', () => {
  it.each([
    [20_000_000, '£200,000', '200000'],
    [11_666_667, '£116,666.67', '116666.67'],
    [-20_000, '−£200', '-200'],
    [0, '£0', '0'],
    [-0, '£0', '0'],
    [5, '£0.05', '0.05'],
    [-50, '−£0.50', '-0.50'],
    [99_999, '£999.99', '999.99'],
    [100_000, '£1,000', '1000'],
    [MAX_PENCE, '£90,000,000,000,000', '90000000000000'],
    [MAX_PENCE - 1, '£89,999,999,999,999.99', '89999999999999.99'],
  ])('writes %i as %s, plainly %s', (pence, formatted, plain) => {
    expect(formatMoney(pence)).toBe(formatted);
    expect(plainPounds(pence)).toBe(plain);
  });

  it('leaves the pound sign to the header of a table', () => {
    expect([20_000_000, -11_666_667, 0].map(bareMoney)).toEqual(['200,000', '−116,666.67', '0']);
  });

  it('rounds thousands to the nearest, a half away from zero', () => {
    const amounts = [20_000_000, 149_999, 150_000, 49_999, -49_999, -50_000, 123_456_789];
    expect(amounts.map(formatThousands)).toEqual(['£200k', '£1k', '£2k', '£0k', '£0k', '−£1k', '£1,235k']);
    expect(amounts.map(bareThousands)).toEqual(['200', '1', '2', '0', '0', '−1', '1,235']);
  });

  it('refuses a fraction of a penny', () => {
    expect(() => formatMoney(0.5)).toThrow(RangeError);
    expect(() => plainPounds(NaN)).toThrow(RangeError);
  });
});
