import { scaleByFraction, type Pence } from '../money/pence';

/**
 * The rate the appraisal discounts at, and where it is laid down: 3.5% a year in real terms holds for years 0 to 30,
 * and a horizon has at most 30 years.
 */
export const DISCOUNT_RATE = {
  /** Hundredths of a per cent a year. */
  basisPoints: 350,
  source: 'HM Treasury, The Green Book: social time preference rate for years 0 to 30',
} as const;

const WHOLE = 10_000n;
const RATE = BigInt(DISCOUNT_RATE.basisPoints);

/** What an amount (pence) of year `n` is worth in year 0, to the penny: × 1 ÷ 1.035 to the n, exact until it is rounded. */
export const presentValue = (amount: Pence, n: number): Pence =>
  scaleByFraction(amount, WHOLE ** BigInt(n), (WHOLE + RATE) ** BigInt(n));

/** The discount factor of year `n` as it is printed, to four decimals: "0.9662". */
export function discountFactor(n: number): string {
  const tenThousandths = String(scaleByFraction(10_000, WHOLE ** BigInt(n), (WHOLE + RATE) ** BigInt(n)));
  const digits = tenThousandths.padStart(5, '0');
  return `${digits.slice(0, -4)}.${digits.slice(-4)}`;
}
