import { z } from 'zod';

const DECIMAL = /^(-?)(\d{1,12})(?:\.(\d{1,6}))?$/;
const PLACES = 6;

/** A measured value as it was written: up to 12 digits and 6 decimals, such as "62.5". Refuses "1e9", "1,000" and blanks. */
export const decimalSchema = z
  .string({ error: 'Enter a number such as 62.5' })
  .regex(DECIMAL, { error: 'Enter a number such as 62.5, without commas or a unit' })
  .meta({ maxLength: 20 });

/** Compares two written values exactly: negative when a is the smaller, 0 when they are the same amount. */
export function compareDecimals(a: string, b: string): number {
  const [left, right] = [scaled(a), scaled(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** A written value in millionths, exactly. */
export function scaled(text: string): bigint {
  const match = DECIMAL.exec(text);
  if (match === null) throw new RangeError(`${text} is not a decimal value`);
  const magnitude = BigInt((match[2] ?? '') + (match[3] ?? '').padEnd(PLACES, '0'));
  return match[1] === '-' ? -magnitude : magnitude;
}

/** Millionths as a written value, without trailing noughts. */
export function fromScaled(value: bigint): string {
  const digits = (value < 0n ? -value : value).toString().padStart(PLACES + 1, '0');
  const decimals = digits.slice(-PLACES).replace(/0+$/, '');
  return `${value < 0n ? '-' : ''}${digits.slice(0, -PLACES)}${decimals === '' ? '' : `.${decimals}`}`;
}

/** A written value with its unit: "62.5%", "40 calls". */
export const inUnit = (value: string, unit: string | undefined): string =>
  unit === undefined || unit === '' ? value : unit === '%' ? `${value}%` : `${value} ${unit}`;
