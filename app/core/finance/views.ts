import type { Fy } from '../time/financial-year';
import { difference, figure, negated, sumOf, totalOf, type Figure } from './effect';
import { lineEffect, type Series } from './series';
import type { MoneyLine } from './state';

/** How figures are read over the years: felt in each, the change to the base budget in each, or added up to each. */
export const VIEWS = ['annual', 'incremental', 'cash'] as const;
export type View = (typeof VIEWS)[number];

/** Years' effects in a view; `before` is what was felt in the year before the first. */
export function inView(
  view: View,
  effects: readonly Figure[],
  before: Figure = figure(0),
): readonly Figure[] {
  if (view === 'annual') return effects;
  if (view === 'incremental') {
    return effects.map((effect, at) => difference(effect, effects[at - 1] ?? before));
  }
  return effects.map((_, at) => totalOf(effects.slice(0, at + 1)));
}

/** One series of a line over the horizon in a view, in pence with signs as entered. */
export function lineInView(
  line: MoneyLine,
  series: Series,
  horizon: readonly Fy[],
  view: View,
): readonly Figure[] {
  const [first] = horizon;
  if (first === undefined) return [];
  const effects = horizon.map((fy) => lineEffect(line, series, fy));
  return inView(view, effects, lineEffect(line, series, first - 1));
}

/** Several lines in a view, savings and income less investment: each year's total of the lines' own figures. */
export function linesInView(
  lines: readonly MoneyLine[],
  series: Series,
  horizon: readonly Fy[],
  view: View,
): readonly Figure[] {
  const each = lines.map((line) =>
    lineInView(line, series, horizon, view).map((found) =>
      line.kind === 'investment' ? negated(found) : found,
    ),
  );
  return horizon.map((_, at) => totalOf(each.map((row) => row[at] ?? sumOf([]))));
}
