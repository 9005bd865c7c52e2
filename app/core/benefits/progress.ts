import { compareDecimals } from './decimal';
import { directionOf, reaches } from './realisation';
import type { Benefit, Reading } from './state';

/** How far a reading has come from the baseline towards the target, in words; nothing where that cannot be said. */
export function progressOf(benefit: Benefit, reading: Pick<Reading, 'value'>): string | undefined {
  const { baseline, target } = benefit;
  const direction = directionOf(benefit);
  if (!baseline || target === undefined || direction === undefined) return undefined;
  if (reaches(benefit, reading.value)) return 'It reaches the target.';
  const moved = compareDecimals(reading.value, baseline.value);
  if (moved === 0) return 'It stands where the baseline stood.';
  if (moved > 0 !== (direction === 'up')) return 'It is further from the target than the baseline was.';
  const way = Number(target) - Number(baseline.value);
  const done = Number(reading.value) - Number(baseline.value);
  // Only ever told in words: whole percents, and never 100 before the target is reached.
  const percent = way === 0 ? 0 : Math.min(99, Math.floor((done / way) * 100));
  return percent === 0
    ? 'It has moved less than 1% of the way to the target.'
    : `It has come ${percent}% of the way from the baseline to the target.`;
}
