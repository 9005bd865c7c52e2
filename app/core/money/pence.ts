import { z } from 'zod';

/** Money in whole pence, |p| ≤ MAX_PENCE. */
export type Pence = number;

/** Confidence in basis points, 0 to 10,000: 6250 is 62.5%. */
export type BasisPoints = number;

/** The largest amount kept, £90,000,000,000,000: every sum stays an exact integer well below 2^53. */
export const MAX_PENCE = 9e15;

const WHOLE_MESSAGE = 'Enter an amount in whole pence';
const LIMIT_MESSAGE = 'The amount is larger than this tracker can hold';

/** An amount in whole pence within the limit. What people type is read by readMoney first. */
export const penceSchema = z
  .int({ error: WHOLE_MESSAGE })
  .min(-MAX_PENCE, { error: LIMIT_MESSAGE })
  .max(MAX_PENCE, { error: LIMIT_MESSAGE });

const CONFIDENCE_MESSAGE = 'Confidence must be from 0% to 100%';

/** Confidence in basis points, 0 to 10,000. */
export const basisPointsSchema = z
  .int({ error: CONFIDENCE_MESSAGE })
  .min(0, { error: CONFIDENCE_MESSAGE })
  .max(10_000, { error: CONFIDENCE_MESSAGE });

/** The sum of amounts. Throws RangeError past the limit: entry is bounded, so that is a bug. */
export function addPence(...amounts: readonly Pence[]): Pence {
  return sumPence(amounts);
}

/** The sum of a list of amounts, 0 for none. Throws RangeError past the limit. */
export function sumPence(amounts: readonly Pence[]): Pence {
  return bounded(amounts.reduce((total, amount) => total + exact(amount), 0n));
}

/**
 * An amount × numerator ÷ denominator to the penny, exact in between. A half penny rounds away from zero: up for an
 * amount, and down for its negative, so that a reduction always undoes exactly what the same addition did.
 * Refuses (RangeError) fractions of whole numbers, a denominator below 1 and results past the limit.
 */
export const scalePence = (amount: Pence, numerator: number, denominator: number): Pence =>
  scaleByFraction(amount, exact(numerator), denominator >= 1 ? exact(denominator) : 0n);

/** As scalePence, by a fraction whose parts may be past any safe number: a discount factor of many years. */
export function scaleByFraction(amount: Pence, numerator: bigint, denominator: bigint): Pence {
  if (denominator < 1n) throw new RangeError(`${denominator} cannot be a denominator`);
  const product = exact(amount) * numerator;
  const magnitude = product < 0n ? -product : product;
  const rounded = (magnitude * 2n + denominator) / (denominator * 2n);
  return bounded(product < 0n ? -rounded : rounded);
}

/** What counts of an amount at a confidence in basis points (0 to 10,000), to the penny. */
export function applyConfidence(amount: Pence, confidence: BasisPoints): Pence {
  if (confidence < 0 || confidence > 10_000) throw new RangeError(`${confidence} is not a confidence`);
  return scalePence(amount, confidence, 10_000);
}

function exact(value: number): bigint {
  if (!Number.isSafeInteger(value)) throw new RangeError(`${value} is not a whole number`);
  return BigInt(value);
}

function bounded(value: bigint): Pence {
  const limit = BigInt(MAX_PENCE);
  if (value > limit || value < -limit) throw new RangeError(`${value} pence is past the limit`);
  return Number(value);
}
