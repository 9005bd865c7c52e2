import { scalePence, type Pence } from './pence';

const MINUS = '\u2212';

/** '£200,000', '£116,666.67', '−£200': pence are shown only when there are any. */
export function formatMoney(pence: Pence): string {
  return `${signOf(pence)}£${groupedPounds(pence)}`;
}

/** As formatMoney without the pound sign, for tables that have the unit in the header: '200,000', '−200'. */
export function bareMoney(pence: Pence): string {
  return `${signOf(pence)}${groupedPounds(pence)}`;
}

/**
 * '£200k': thousands of pounds, rounded to the nearest with a half going away from zero; '£0k' under £500.
 * Each figure is rounded by itself, so rounded figures need not add up to a rounded total.
 */
export function formatThousands(pence: Pence): string {
  const thousands = inThousands(pence);
  return `${signOf(thousands)}£${grouped(digitsOf(thousands))}k`;
}

/** As formatThousands without unit, for tables headed "£k": '200', '−1,250'. */
export function bareThousands(pence: Pence): string {
  const thousands = inThousands(pence);
  return `${signOf(thousands)}${grouped(digitsOf(thousands))}`;
}

/** '200000' or '116666.67', negative with an ordinary hyphen: for inputs and CSV. */
export function plainPounds(pence: Pence): string {
  const { pounds, pennies } = split(pence);
  return `${pence < 0 ? '-' : ''}${pounds}${pennies === '00' ? '' : `.${pennies}`}`;
}

function inThousands(pence: Pence): number {
  return scalePence(pence, 1, 100_000);
}

function groupedPounds(pence: Pence): string {
  const { pounds, pennies } = split(pence);
  return `${grouped(pounds)}${pennies === '00' ? '' : `.${pennies}`}`;
}

function split(pence: Pence): { pounds: string; pennies: string } {
  const digits = digitsOf(pence).padStart(3, '0');
  return { pounds: digits.slice(0, -2), pennies: digits.slice(-2) };
}

function digitsOf(amount: number): string {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`${amount} is not a whole number of pence`);
  return String(Math.abs(amount));
}

function grouped(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, ',');
}

function signOf(amount: number): string {
  return amount < 0 ? MINUS : '';
}
