import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bareMoney, formatMoney, plainPounds } from './format-money';
import { MAX_PENCE } from './pence';
import { formatConfidence, readConfidence, readMoney } from './read-money';

const SHAPE = 'Enter an amount in pounds, such as £200,000, £630k or £1.2m';
const PENNIES = 'Enter whole pence: no more than two decimals of a pound';
const GROUPING = 'Check the commas: thousands are written in groups of three, such as £1,234,567';
const TOO_LARGE = 'The amount is too large: the limit is £90,000,000,000,000';

describe('reading money', () => {
  it.each([
    ['£1.2m', 120_000_000, '£1,200,000'],
    ['200k', 20_000_000, '£200,000'],
    ['£630k', 63_000_000, '£630,000'],
    ['£630K', 63_000_000, '£630,000'],
    ['£200,000', 20_000_000, '£200,000'],
    ['200000.50', 20_000_050, '£200,000.50'],
    ['200.5', 20_050, '£200.50'],
    ['£ 200', 20_000, '£200'],
    ['  £200  ', 20_000, '£200'],
    ['£200\u00a0', 20_000, '£200'],
    ['1 234 567', 123_456_700, '£1,234,567'],
    ['£1.2345k', 123_450, '£1,234.50'],
    ['£1.20000000m', 120_000_000, '£1,200,000'],
    ['1.5 million', 150_000_000, '£1,500,000'],
    ['£2bn', 200_000_000_000, '£2,000,000,000'],
    ['£0', 0, '£0'],
    ['.50', 50, '£0.50'],
    ['007', 700, '£7'],
    ['-0', 0, '£0'],
    ['£90,000,000,000,000', MAX_PENCE, '£90,000,000,000,000'],
  ])('takes %j', (text, value, words) => {
    expect(readMoney(text, { negatives: false })).toEqual({ ok: true, value, understood: words });
  });

  it.each([
    '(200)',
    '(£200)',
    '£(200)',
    '-200',
    '-£200',
    '£-200',
    '−200',
    '−£200',
    '- 200',
    '( 200 )',
    '(0.2k)',
  ])('takes the reduction %j only where one is legal', (text) => {
    expect(readMoney(text, { negatives: true })).toEqual({ ok: true, value: -20_000, understood: '−£200' });
    expect(readMoney(text, { negatives: false })).toEqual({
      ok: false,
      message: 'A reduction is not taken here: enter zero or more',
    });
  });

  it.each([
    ['£200,000.555', PENNIES],
    ['200.000', PENNIES],
    ['£1.234567k', PENNIES],
    ['0.000000001m', PENNIES],
    ['1e9', SHAPE],
    ['abc', SHAPE],
    ['£1.2.3', SHAPE],
    ['£', SHAPE],
    ['k', SHAPE],
    ['200.', SHAPE],
    ['££200', SHAPE],
    ['200£', SHAPE],
    ['(-200)', SHAPE],
    ['--200', SHAPE],
    ['(200', SHAPE],
    ['+200', SHAPE],
    ['0x10', SHAPE],
    ['200kk', SHAPE],
    ['5constructor', SHAPE],
    ['12 34', SHAPE],
    ['$200', SHAPE],
    ['٢٠٠', SHAPE],
    ['TBC', SHAPE],
    ['£1,23', GROUPING],
    ['12,34,567', GROUPING],
    ['1234,567', GROUPING],
    ['1,,000', GROUPING],
    [',000', GROUPING],
    ['', 'Enter an amount'],
    ['   ', 'Enter an amount'],
    ['£200\u0000', 'Remove the hidden control characters'],
    ['£200\n', 'Remove the hidden control characters'],
    ['£90,000,000,000,000.01', TOO_LARGE],
    ['90001bn', TOO_LARGE],
  ])('refuses %j', (text, message) => {
    expect(readMoney(text, { negatives: true })).toEqual({ ok: false, message });
  });

  it('refuses a flood of digits or letters without reading it', () => {
    const refusalOf = (text: string) => readMoney(text, { negatives: true });
    expect(refusalOf('9'.repeat(1_000_000))).toEqual({ ok: false, message: TOO_LARGE });
    expect(refusalOf('z'.repeat(1_000_000))).toEqual({ ok: false, message: SHAPE });
  });

  it('gives back to the penny what was formatted', () => {
    fc.assert(
      fc.property(fc.integer({ min: -MAX_PENCE, max: MAX_PENCE }), (p) => {
        for (const text of [formatMoney(p), plainPounds(p), bareMoney(p)]) {
          expect(readMoney(text, { negatives: true })).toMatchObject({ ok: true, value: p + 0 });
        }
      }),
    );
  });

  it('never throws, and gives only whole pence within the limit', () => {
    const scraps = fc.constantFrom(
      '£',
      '-',
      '(',
      ')',
      '1',
      '200',
      ',',
      ',000',
      '.',
      'k',
      'm',
      ' ',
      '−',
      'e',
      '99999999',
    );
    const text = fc.oneof(
      fc.string(),
      fc.array(scraps, { maxLength: 8 }).map((list) => list.join('')),
    );
    fc.assert(
      fc.property(text, fc.boolean(), (written, negatives) => {
        const reading = readMoney(written, { negatives });
        if (!reading.ok) {
          expect(reading.message).not.toBe('');
          return;
        }
        expect(Number.isSafeInteger(reading.value) && Math.abs(reading.value) <= MAX_PENCE).toBe(true);
        if (!negatives) expect(reading.value).toBeGreaterThanOrEqual(0);
        expect(reading.understood).toBe(formatMoney(reading.value));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('reading a confidence', () => {
  it.each([
    ['60', 6_000, '60%'],
    ['60%', 6_000, '60%'],
    ['62.5 %', 6_250, '62.5%'],
    ['0', 0, '0%'],
    ['100', 10_000, '100%'],
    ['0.05', 5, '0.05%'],
  ])('takes %j', (text, value, words) => {
    expect(readConfidence(text)).toEqual({ ok: true, value, understood: words });
  });

  it.each(['101', '100.01', '-1', '−1', 'abc', '', '1e1', '60.555', '6 0'])('refuses %j', (text) => {
    expect(readConfidence(text)).toMatchObject({ ok: false });
  });

  it('gives back what was formatted', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000 }), (confidence) => {
        expect(readConfidence(formatConfidence(confidence))).toMatchObject({ ok: true, value: confidence });
      }),
    );
  });
});
