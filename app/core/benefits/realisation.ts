import type { Schedule } from '../schedule/state';
import { formatPartial, intervalOf, notAfter, type PartialDate } from '../time/partial-date';
import { compareDecimals, inUnit } from './decimal';
import { isClaimed, type Benefit, type Reading } from './state';

export const REALISATION_STATUSES = ['not-claimed', 'claimed', 'measurable', 'measured', 'realised'] as const;
/**
 * How far a benefit has come. Not claimed; claimed, but nobody could tell whether it came; measurable; measured since
 * go-live; realised: a reading since go-live reaches the target. What cannot be measured is never realised.
 */
export type RealisationStatus = (typeof REALISATION_STATUSES)[number];

export interface Realisation {
  readonly status: RealisationStatus;
  readonly because: string;
  /** The newest standing reading since go-live. */
  readonly latest?: Reading;
}

/** What a benefit lacks to be measured, in words; nothing when it is measurable. */
export function missingToMeasure(benefit: Benefit): readonly string[] {
  return [
    ...(benefit.measure?.trim() ? [] : ['a measure']),
    ...(benefit.target === undefined ? ['a target'] : []),
    ...(benefit.baseline === undefined ? ['a baseline value with its date'] : []),
    ...(directionOf(benefit) === undefined ? ['whether more or less is better'] : []),
  ];
}

/** Whether more or less is better: as said, else as the target lies from the baseline. */
export function directionOf(benefit: Benefit): 'up' | 'down' | undefined {
  if (benefit.direction) return benefit.direction;
  if (benefit.target === undefined || benefit.baseline === undefined) return undefined;
  const towards = compareDecimals(benefit.target, benefit.baseline.value);
  return towards === 0 ? undefined : towards > 0 ? 'up' : 'down';
}

/** Whether a value reaches the target, in the direction that is better. */
export function reaches(benefit: Benefit, value: string): boolean {
  const direction = directionOf(benefit);
  if (direction === undefined || benefit.target === undefined) return false;
  const difference = compareDecimals(value, benefit.target);
  return direction === 'up' ? difference >= 0 : difference <= 0;
}

/** Standing readings taken on or after the actual go-live, oldest first; none before there is one. */
export function readingsSince(benefit: Benefit, goLive: PartialDate | undefined): readonly Reading[] {
  if (goLive === undefined) return [];
  return benefit.readings
    .filter((reading) => !reading.withdrawn && notAfter(goLive, reading.date) === 'yes')
    .sort((a, b) => byText(intervalOf(a.date).to, intervalOf(b.date).to) || a.seq - b.seq);
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** How far a benefit has come, with its because; measured against the actual go-live alone, never a planned one. */
export function realisationOf(benefit: Benefit, schedule: Pick<Schedule, 'goLive'>): Realisation {
  if (benefit.withdrawn) return { status: 'not-claimed', because: `Withdrawn: ${benefit.withdrawn.why}` };
  if (benefit.leakage) return { status: 'not-claimed', because: 'Withdrawn by change request: leakage.' };
  if (!isClaimed(benefit)) return { status: 'not-claimed', because: 'No benefit is described.' };
  const latest = readingsSince(benefit, schedule.goLive?.date).at(-1);
  const missing = missingToMeasure(benefit);
  if (missing.length > 0) {
    return {
      status: 'claimed',
      because: `It cannot be measured: it lacks ${missing.join(', ')}.`,
      ...(latest ? { latest } : {}),
    };
  }
  if (!latest) {
    const since = schedule.goLive
      ? `since go-live on ${formatPartial(schedule.goLive.date)}`
      : 'as nothing is live';
    return { status: 'measurable', because: `Nobody has read it ${since}.` };
  }
  const { unit } = benefit;
  const target = inUnit(benefit.target ?? '', unit);
  const read = `Read as ${inUnit(latest.value, unit)} for ${formatPartial(latest.date)}`;
  return reaches(benefit, latest.value)
    ? {
        status: 'realised',
        because: `${read}, which reaches the target of ${target}.`,
        latest,
      }
    : { status: 'measured', because: `${read}; the target is ${target}.`, latest };
}
