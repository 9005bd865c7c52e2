import { valueOf } from '../answers/answer';
import type { Pence } from '../money/pence';
import type { Fy } from '../time/financial-year';
import { effect, sumOf, type Figure, type Written } from './effect';
import { isStale, type Cell, type MoneyLine } from './state';

export const SERIES = ['proposed', 'validated', 'mtfs', 'forecast', 'delivered', 'banked'] as const;
export type Series = (typeof SERIES)[number];

/**
 * The pence of a cell that count as validated. Savings and income: finance's figure while it is not stale, else
 * nothing; a reduction (negative) counts in full. Investment: in full until validated, and while stale the greater.
 */
export function countedAsValidated(line: MoneyLine, cell: Cell): Pence {
  const proposed = valueOf(cell.proposed.answer) ?? 0;
  const { validated } = cell;
  if (validated && !isStale(line, cell)) return validated.amount;
  if (line.kind === 'investment') return validated ? Math.max(proposed, validated.amount) : proposed;
  return Math.min(proposed, 0);
}

/** The pence of one cell in one series, nil where nothing is recorded; signs as entered. */
export function amountOf(line: MoneyLine, cell: Cell, series: Series): Pence {
  switch (series) {
    case 'proposed':
      return valueOf(cell.proposed.answer) ?? 0;
    case 'validated':
      return countedAsValidated(line, cell);
    case 'mtfs':
      return cell.mtfs ? (valueOf(cell.mtfs.amount) ?? 0) : 0;
    case 'forecast':
      return cell.forecast?.amount ?? 0;
    case 'delivered':
      return cell.delivered?.amount ?? 0;
    case 'banked':
      return cell.banked?.amount ?? 0;
    default: {
      const unreachable: never = series;
      return unreachable;
    }
  }
}

/** One series of a line as it is written: its cells in the line's own convention. */
export function writtenSeries(line: MoneyLine, series: Series): Written {
  const amounts: Record<Fy, Pence> = {};
  for (const [fy, cell] of Object.entries(line.cells)) amounts[Number(fy)] = amountOf(line, cell, series);
  return {
    timing: line.timing,
    ...(line.convention === undefined ? {} : { convention: line.convention }),
    amounts,
  };
}

/**
 * What is felt of one series of a line in a year, signs as entered. Banked figures say themselves whether they last:
 * a permanent one is felt in every later year, one for one year only in its own, whatever the line's convention.
 */
export function lineEffect(line: MoneyLine, series: Series, fy: Fy): Figure {
  if (series !== 'banked') return effect(writtenSeries(line, series), fy);
  return sumOf(
    Object.entries(line.cells).flatMap(([year, { banked }]) =>
      banked && (Number(year) === fy || (Number(year) < fy && banked.permanence === 'permanent'))
        ? [banked.amount]
        : [],
    ),
  );
}
