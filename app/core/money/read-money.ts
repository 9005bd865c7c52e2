import {
  CONTROL_CHARACTER_MESSAGE,
  hasControlCharacter,
  notUnderstood,
  understood,
  type Reading,
} from '../answers/reading';
import { formatMoney } from './format-money';
import { MAX_PENCE, type BasisPoints, type Pence } from './pence';

const SHAPE = 'Enter an amount in pounds, such as £200,000, £630k or £1.2m';
const GROUPING = 'Check the commas: thousands are written in groups of three, such as £1,234,567';
const TOO_LARGE = `The amount is too large: the limit is ${formatMoney(MAX_PENCE)}`;
const LONGEST = 60;

// How many digits a unit moves the decimal point.
const UNITS: ReadonlyMap<string, number> = new Map([
  ['', 0],
  ['k', 3],
  ['thousand', 3],
  ['m', 6],
  ['mn', 6],
  ['million', 6],
  ['bn', 9],
  ['billion', 9],
]);

type Signed = { negative: boolean; rest: string };

/**
 * Reads an amount of pounds: "£1.2m", "200k", "£200,000", "200000.50", "£ 200" and, where `negatives` are allowed,
 * "(200)", "-200" or "−200". Refuses parts of a penny, exponents, commas out of place, amounts past the limit,
 * nothing at all and control characters. Digits are never turned into floating point.
 */
export function readMoney(text: string, allow: { negatives: boolean }): Reading<Pence> {
  if (hasControlCharacter(text)) return notUnderstood(CONTROL_CHARACTER_MESSAGE);
  const written = text.replace(/\s+/gu, ' ').trim().toLowerCase();
  if (written === '') return notUnderstood('Enter an amount');
  if (written.length > LONGEST) return notUnderstood(/^[£\d,. ]+$/u.test(written) ? TOO_LARGE : SHAPE);
  const signed = takeSign(written);
  const match = signed && /^([\d, ]*\d)?(?:\.(\d+))? ?([a-z]*)$/u.exec(signed.rest);
  const unit = match ? UNITS.get(match[3] ?? '') : undefined;
  if (!signed || !match || unit === undefined) return notUnderstood(SHAPE);
  const pounds = match[1] ?? '';
  const fraction = match[2] ?? '';
  if (pounds === '' && fraction === '') return notUnderstood(SHAPE);
  if (!isGrouped(pounds)) return notUnderstood(pounds.includes(',') ? GROUPING : SHAPE);
  return toPence(signed.negative, pounds.replace(/[, ]/g, ''), fraction, unit, allow.negatives);
}

/** Reads a confidence: "60", "60%", "62.5%", as basis points. Refuses below 0, above 100 and more than two decimals. */
export const readConfidence = (text: string): Reading<BasisPoints> =>
  readShare(text, 10_000, 'Enter a confidence from 0% to 100%, such as 60%');

/** Reads a per cent such as "24" or "62.5%" as basis points, up to a limit in basis points, with the message otherwise. */
export function readShare(text: string, limit: number, message: string): Reading<BasisPoints> {
  if (hasControlCharacter(text)) return notUnderstood(CONTROL_CHARACTER_MESSAGE);
  const match = /^(\d{1,3})(?:\.(\d{1,2}))? ?%?$/u.exec(text.trim());
  if (match === null) return notUnderstood(message);
  const basisPoints = Number(`${match[1] ?? ''}${(match[2] ?? '').padEnd(2, '0')}`);
  return basisPoints > limit
    ? notUnderstood(message)
    : understood(basisPoints, formatConfidence(basisPoints));
}

/** '60%', '62.5%' of basis points. */
export function formatConfidence(confidence: BasisPoints): string {
  const digits = String(confidence).padStart(3, '0');
  const decimals = digits.slice(-2).replace(/0+$/, '');
  return `${digits.slice(0, -2)}${decimals === '' ? '' : `.${decimals}`}%`;
}

// A minus, brackets and a pound sign may stand in either order; a second sign makes it unreadable.
function takeSign(written: string): Signed | undefined {
  const brackets = /^(£? ?)\((.*)\)$/u.exec(written);
  if (brackets !== null) {
    const rest = withoutPound(`${brackets[1] ?? ''}${(brackets[2] ?? '').trim()}`);
    return rest === undefined ? undefined : { negative: true, rest };
  }
  const minus = /^(£? ?)[-\u2012\u2013\u2212] ?(.*)$/u.exec(written);
  const rest = withoutPound(minus === null ? written : `${minus[1] ?? ''}${minus[2] ?? ''}`);
  return rest === undefined ? undefined : { negative: minus !== null, rest };
}

function withoutPound(written: string): string | undefined {
  const rest = written.replace(/^£ ?/u, '');
  return rest.includes('£') ? undefined : rest;
}

function isGrouped(pounds: string): boolean {
  return /^(?:\d*|\d{1,3}(?:,\d{3})+|\d{1,3}(?: \d{3})+)$/u.test(pounds);
}

function toPence(
  negative: boolean,
  pounds: string,
  fraction: string,
  unit: number,
  negativesAllowed: boolean,
): Reading<Pence> {
  // With a unit, zeros at the end say nothing; without one, a third decimal is refused even if it is a zero.
  const decimals = unit === 0 ? fraction : fraction.replace(/0+$/, '');
  const places = unit + 2;
  if (decimals.length > places) {
    return notUnderstood('Enter whole pence: no more than two decimals of a pound');
  }
  const magnitude = BigInt(`${pounds}${decimals.padEnd(places, '0')}`);
  if (magnitude > BigInt(MAX_PENCE)) return notUnderstood(TOO_LARGE);
  if (negative && magnitude > 0n && !negativesAllowed) {
    return notUnderstood('A reduction is not taken here: enter zero or more');
  }
  const value = Number(negative ? -magnitude : magnitude);
  return understood(value, formatMoney(value));
}
