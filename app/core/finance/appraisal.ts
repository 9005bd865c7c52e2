import { MAX_PENCE, scalePence, type Pence } from '../money/pence';
import type { Fy } from '../time/financial-year';
import { presentValue } from './discounting';
import { cannotTell, figure, negated, totalOf, type Figure } from './effect';
import { lineEffect, type Series } from './series';
import type { MoneyLine, OptimismBias } from './state';

/** One financial year of an appraisal, in pence: savings and income less investment. */
export interface AppraisedYear {
  readonly fy: Fy;
  /** Years after the first of the horizon, which is not discounted. */
  readonly n: number;
  readonly net: Figure;
  readonly present: Figure;
  /** Net so far, undiscounted. */
  readonly cumulative: Figure;
}

/** When what was invested is back: the first year, of investing or later, from whose end on it stays back, undiscounted. */
export type Payback =
  | { readonly kind: 'paid-back'; readonly fy: Fy }
  | { readonly kind: 'not-paid-back'; readonly last: Fy }
  | { readonly kind: 'nothing-invested' }
  | { readonly kind: 'cannot-tell'; readonly because: string };

/** What a series is worth over the horizon in the prices of its first year. */
export interface Appraisal {
  readonly years: readonly AppraisedYear[];
  /** Net present social value, in pence. */
  readonly npsv: Figure;
  readonly payback: Payback;
}

type Bias = Pick<OptimismBias, 'investment' | 'savings'>;

const WHOLE = 10_000;

/** An amount with optimism allowed for: what is spent grows, what is gained shrinks; nothing ever looks better for it. */
export function adjusted(amount: Pence, line: Pick<MoneyLine, 'kind'>, bias: Bias | undefined): Pence {
  if (!bias || amount <= 0) return amount;
  const share = line.kind === 'investment' ? WHOLE + bias.investment : WHOLE - bias.savings;
  return scalePence(amount, share, WHOLE);
}

const TOO_LARGE = 'The figure is larger than this tracker can hold once optimism is allowed for';

/** What is felt of a line in a year with optimism allowed for, signed for the budget. */
function felt(line: MoneyLine, series: Series, fy: Fy, bias: Bias | undefined): Figure {
  const effect = lineEffect(line, series, fy);
  if (effect.kind === 'cannot-tell') return effect;
  if (bias && Math.abs(effect.pence) > MAX_PENCE / 4) return cannotTell(TOO_LARGE);
  const net = figure(adjusted(effect.pence, line, bias));
  return line.kind === 'investment' ? negated(net) : net;
}

const discounted = (net: Figure, n: number): Figure =>
  net.kind === 'figure' ? figure(presentValue(net.pence, n)) : net;

/** The first year something is invested in; undefined where nothing is. */
const firstInvested = (lines: readonly MoneyLine[], series: Series, horizon: readonly Fy[]): Fy | undefined =>
  horizon.find((fy) =>
    lines.some((line) => {
      const effect = lineEffect(line, series, fy);
      return line.kind === 'investment' && effect.kind === 'figure' && effect.pence > 0;
    }),
  );

function paybackOf(years: readonly AppraisedYear[], invested: Fy | undefined): Payback {
  const last = years.at(-1);
  if (!last) return { kind: 'cannot-tell', because: 'The horizon has no financial years yet' };
  const unknown = years.find(({ cumulative }) => cumulative.kind === 'cannot-tell')?.cumulative;
  if (unknown?.kind === 'cannot-tell') return unknown;
  if (invested === undefined) return { kind: 'nothing-invested' };
  const owing = ({ cumulative }: AppraisedYear) => cumulative.kind === 'figure' && cumulative.pence < 0;
  if (owing(last)) return { kind: 'not-paid-back', last: last.fy };
  const after = years.slice(years.findLastIndex(owing) + 1);
  return { kind: 'paid-back', fy: Math.max((after[0] ?? last).fy, invested) };
}

/**
 * Appraises a series of lines over a horizon. Each line's year is discounted and rounded by itself, and totals add what
 * was rounded; the first year of the horizon is year 0. `bias` allows for optimism; the series themselves never do.
 */
export function appraise(
  lines: readonly MoneyLine[],
  series: Series,
  horizon: readonly Fy[],
  bias?: Bias,
): Appraisal {
  const nets = horizon.map((fy) => lines.map((line) => felt(line, series, fy, bias)));
  const totals = nets.map(totalOf);
  const years = horizon.map((fy, n): AppraisedYear => ({
    fy,
    n,
    net: totalOf(nets[n] ?? []),
    present: totalOf((nets[n] ?? []).map((net) => discounted(net, n))),
    cumulative: totalOf(totals.slice(0, n + 1)),
  }));
  const invested = firstInvested(lines, series, horizon);
  return { years, npsv: totalOf(years.map(({ present }) => present)), payback: paybackOf(years, invested) };
}
