import { fyOfDay, monthsLeftInFy, type Fy } from '../time/financial-year';
import type { Month } from '../time/partial-date';
import { addPence, scalePence, type Pence } from './pence';

/** How a recurring line's cells are written: the change to the base budget in a year, or the effect felt in it. */
export type Convention = 'incremental' | 'annual';

/** The full-year effect for the months left in the financial year (0 to 12), to the penny. Refuses other months by throwing. */
export function partYearEffect(fullYear: Pence, monthsLeft: number): Pence {
  if (!Number.isInteger(monthsLeft) || monthsLeft < 0 || monthsLeft > 12) {
    throw new RangeError(`${monthsLeft} is not a number of months in a year`);
  }
  return scalePence(fullYear, monthsLeft, 12);
}

/**
 * A recurring line's cells over the horizon, in pence by FY, from its full-year effect and start month.
 * Incremental: the part-year effect, then the remainder to the penny, then nothing. Annual: the part, then the full
 * effect each year. What falls outside the horizon is not in the answer: extend the horizon first.
 */
export function rephase(
  fullYear: Pence,
  startMonth: Month,
  monthCounts: boolean,
  horizon: readonly Fy[],
  convention: Convention,
): Record<Fy, Pence> {
  const startFy = fyOfDay(startMonth);
  const part = partYearEffect(fullYear, monthsLeftInFy(startMonth, monthCounts));
  const remainder = addPence(fullYear, 0 - part);
  const cells: Record<Fy, Pence> = {};
  for (const fy of horizon) {
    if (fy < startFy) cells[fy] = 0;
    else if (fy === startFy) cells[fy] = part;
    else if (convention === 'annual') cells[fy] = fullYear;
    else cells[fy] = fy === startFy + 1 ? remainder : 0;
  }
  return cells;
}
