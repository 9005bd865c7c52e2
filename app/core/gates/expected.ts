import { valueOf } from '../answers/answer';
import type { MoneyLine } from '../finance/state';
import type { Pence } from '../money/pence';
import type { Fy } from '../time/financial-year';

/** What is expected of a line in a year, as it is entered: the forecast, where there is none the proposal. */
export function expectedOf(line: MoneyLine, fy: Fy): Pence | undefined {
  const cell = line.cells[fy];
  return cell?.forecast?.amount ?? (cell ? valueOf(cell.proposed.answer) : undefined);
}
