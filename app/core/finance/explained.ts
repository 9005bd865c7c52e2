import type { Fy } from '../time/financial-year';
import { gapOfLine } from './figures';
import { cellOf } from './line';
import type { Cell, MoneyLine, VarianceExplanation } from './state';

/** The cells a year's effect rests on: of an incremental line all up to it, else the year's own. */
function cellsUnder(line: MoneyLine, fy: Fy): readonly Cell[] {
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

/** Finance's explanation of a line's gap in a year, while neither side has moved since and the amount is the gap's. */
export function gapExplanation(line: MoneyLine, fy: Fy): Cell['gapExplained'] {
  const explained = cellOf(line, fy).gapExplained;
  if (!explained || movedSince(line, fy, explained.seq, false)) return undefined;
  const gap = gapOfLine(line, fy);
  return gap.kind === 'figure' && gap.pence === explained.amount ? explained : undefined;
}

/** The explanation of a year's variance, while none of delivered, validated and MTFS has moved since. */
export function varianceExplanation(line: MoneyLine, fy: Fy): VarianceExplanation | undefined {
  const { variance } = cellOf(line, fy);
  return variance && !movedSince(line, fy, variance.seq, true) ? variance : undefined;
}
