import type { Fy } from '../time/financial-year';
import { difference, sumOf, type Figure } from './effect';
import { gapOfLine } from './figures';
import { cellOf } from './line';
import type { Cell, Explained, MoneyLine, VarianceExplanation } from './state';

/** The cells a year's effect rests on: of an incremental line all up to it, else the year's own. */
export function cellsUnder(line: MoneyLine, fy: Fy): readonly Cell[] {
  if (line.timing === 'one-off' || line.convention === 'annual') return [cellOf(line, fy)];
  return Object.entries(line.cells)
    .filter(([year]) => Number(year) <= fy)
    .map(([, cell]) => cell);
}

const movedSince = (line: MoneyLine, fy: Fy, seq: number, delivered: boolean): boolean =>
  line.termsSeq > seq ||
  cellsUnder(line, fy).some((cell) =>
    [cell.proposed.seq, cell.validated?.seq, cell.mtfs?.seq, delivered ? cell.delivered?.seq : 0].some(
      (moved) => (moved ?? 0) > seq,
    ),
  );

/** Finance's explanations of a line's gap in a year, while neither side has moved since and the gap is what it was. */
export function gapExplanations(line: MoneyLine, fy: Fy): readonly Explained[] {
  const { gapExplained, gapParts = [] } = cellOf(line, fy);
  const gap = gapOfLine(line, fy);
  if (gap.kind !== 'figure') return [];
  const whole = gapExplained?.amount === gap.pence ? [gapExplained] : [];
  const parts = gapParts.filter((part) => part.gap === gap.pence);
  return [...whole, ...parts].filter(({ seq }) => !movedSince(line, fy, seq, false));
}

/** What of a line's gap in a year nobody has explained, in pence with the gap's sign. */
export const openGap = (line: MoneyLine, fy: Fy): Figure =>
  difference(gapOfLine(line, fy), sumOf(gapExplanations(line, fy).map(({ amount }) => amount)));

/** Whether a line's gap in a year is there and not all of it explained as it now is. */
export function isGapOpen(line: MoneyLine, fy: Fy): boolean {
  const open = openGap(line, fy);
  return open.kind === 'figure' && open.pence !== 0;
}

/** The explanation of a year's variance, while none of delivered, validated and MTFS has moved since. */
export function varianceExplanation(line: MoneyLine, fy: Fy): VarianceExplanation | undefined {
  const { variance } = cellOf(line, fy);
  return variance && !movedSince(line, fy, variance.seq, true) ? variance : undefined;
}
