import { MAX_PENCE, type Pence } from '../money/pence';
import type { Fy } from '../time/financial-year';
import type { Convention, Timing } from './state';

/** A derived figure in pence, or why nobody can tell it. */
export type Figure =
  | { readonly kind: 'figure'; readonly pence: Pence }
  | { readonly kind: 'cannot-tell'; readonly because: string };

/** A figure that is known. */
export const figure = (pence: Pence): Figure => ({ kind: 'figure', pence });

/** A figure that cannot be told, with why. */
export const cannotTell = (because: string): Figure => ({ kind: 'cannot-tell', because });

/** One series of one line as it is written: what its cells mean, and its pence by FY. */
export interface Written {
  readonly timing: Timing;
  readonly convention?: Convention;
  readonly amounts: Readonly<Record<Fy, Pence>>;
}

const NO_CONVENTION =
  'A recurring figure has no convention: it may be the change in a year or the effect felt in it';

const TOO_LARGE = 'The total is larger than this tracker can hold';

/** The sum of amounts; cells are bounded but their sum need not be, and no entry may make a page fail. */
export function sumOf(amounts: readonly Pence[]): Figure {
  const total = amounts.reduce((so, amount) => so + BigInt(amount), 0n);
  const limit = BigInt(MAX_PENCE);
  return total > limit || total < -limit ? cannotTell(TOO_LARGE) : figure(Number(total));
}

const amountsTo = ({ amounts }: Written, fy: Fy): readonly Pence[] =>
  Object.entries(amounts)
    .filter(([year]) => Number(year) <= fy)
    .map(([, amount]) => amount);

/**
 * What is felt in a financial year. One-off and annual: the year's figure; incremental: the increments up to it.
 * A recurring line without a convention cannot be told once it has a figure other than nil.
 */
export function effect(written: Written, fy: Fy): Figure {
  if (written.timing === 'one-off' || written.convention === 'annual')
    return figure(written.amounts[fy] ?? 0);
  const amounts = amountsTo(written, fy);
  if (written.convention === 'incremental') return sumOf(amounts);
  return amounts.every((amount) => amount === 0) ? figure(0) : cannotTell(NO_CONVENTION);
}

/** The change to the base budget in a financial year: its effect less the year's before; a one-off's reversal included. */
export const increment = (written: Written, fy: Fy): Figure =>
  difference(effect(written, fy), effect(written, fy - 1));

/** The sum of figures; cannot be told as soon as one of them cannot. */
export function totalOf(figures: readonly Figure[]): Figure {
  const amounts: Pence[] = [];
  for (const each of figures) {
    if (each.kind === 'cannot-tell') return each;
    amounts.push(each.pence);
  }
  return sumOf(amounts);
}

/** The figure with its sign turned. */
export const negated = (each: Figure): Figure =>
  each.kind === 'figure' ? figure(each.pence === 0 ? 0 : 0 - each.pence) : each;

/** One figure less another. */
export const difference = (a: Figure, b: Figure): Figure => totalOf([a, negated(b)]);

/** The figure where it is positive, else nil. */
export const atLeastNil = (each: Figure): Figure =>
  each.kind === 'figure' && each.pence < 0 ? figure(0) : each;
