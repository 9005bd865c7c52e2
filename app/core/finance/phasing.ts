import { rephase, type Convention } from '../money/part-year';
import type { Pence } from '../money/pence';
import type { Project } from '../project/state';
import { goLiveDate, type Schedule } from '../schedule/state';
import { fyOfDay, monthsLeftInFy, type Fy } from '../time/financial-year';
import { addMonths } from '../time/iso-day';
import { intervalOf, monthOf, type Month, type PartialDate } from '../time/partial-date';
import type { MoneyLine } from './state';

/** What a year is to a recurring line: before it starts, the year it starts, its first full year, those after. */
export type YearPart = 'before' | 'in-year' | 'full-year' | 'ongoing';

/** One FY of a phased line in pence: what is felt in it, and the change from the year before. */
export interface PhasedYear {
  readonly fy: Fy;
  readonly part: YearPart;
  readonly effect: Pence;
  readonly increment: Pence;
}

/** What is felt in a year of an effect (pence a year) from its start month: the part-year, then all of it. */
export function phasedEffect(fullYear: Pence, start: Month, monthCounts: boolean, fy: Fy): Pence {
  return rephase(fullYear, start, monthCounts, [fy], 'annual')[fy] ?? 0;
}

function partOf(fy: Fy, startFy: Fy): YearPart {
  if (fy < startFy) return 'before';
  if (fy === startFy) return 'in-year';
  return fy === startFy + 1 ? 'full-year' : 'ongoing';
}

/** The in-year, full-year and ongoing effect by FY, in pence, from a full-year effect and the month it starts in. */
export const phasedYears = (
  fullYear: Pence,
  start: Month,
  monthCounts: boolean,
  horizon: readonly Fy[],
): readonly PhasedYear[] =>
  horizon.map((fy) => {
    const effect = phasedEffect(fullYear, start, monthCounts, fy);
    return {
      fy,
      part: partOf(fy, fyOfDay(`${start}-01`)),
      effect,
      increment: effect - phasedEffect(fullYear, start, monthCounts, fy - 1),
    };
  });

/** Where a start comes from: the line's own month, else go-live as recorded, decided, forecast or aimed at. */
export type StartSource = 'line' | 'go-live' | 'gate-4' | 'forecast' | 'target';

/** The date a recurring line starts on, as exact as it is known, and where it comes from. */
export interface StartKnown {
  readonly date: PartialDate;
  readonly source: StartSource;
}

function goLiveSource({ goLive, gates }: Schedule): StartSource {
  if (goLive) return 'go-live';
  if (gates[4].actual) return 'gate-4';
  return gates[4].forecast ? 'forecast' : 'target';
}

/** When a line starts: its own month, else go-live; undefined while neither is known at all. */
export function startKnown(project: Project, line: Pick<MoneyLine, 'startMonth'>): StartKnown | undefined {
  if (line.startMonth !== undefined) return { date: line.startMonth, source: 'line' };
  const date = goLiveDate(project.schedule);
  return date === undefined ? undefined : { date, source: goLiveSource(project.schedule) };
}

/** The least and the most that may be felt in a year while the start is known by its year only, in pence. */
export interface BoundedYear {
  readonly fy: Fy;
  readonly least: Pence;
  readonly most: Pence;
}

/** The bounds by FY of a start that lies somewhere in `date`: felt most when it starts first, least when last. */
export function boundedYears(
  fullYear: Pence,
  date: PartialDate,
  monthCounts: boolean,
  horizon: readonly Fy[],
): readonly BoundedYear[] {
  const { from, to } = intervalOf(date);
  return horizon.map((fy) => {
    const ends = [from, to].map((day) => phasedEffect(fullYear, day.slice(0, 7), monthCounts, fy));
    return { fy, least: Math.min(...ends), most: Math.max(...ends) };
  });
}

/** Why a line has no part-year profile; with a start known by its year only, the bounds it lies between. */
export type PhasingWanting =
  | { readonly kind: 'wanting'; readonly wants: 'full-year-effect' | 'start' }
  | {
      readonly kind: 'cannot-tell';
      readonly start: StartKnown;
      readonly fullYear: Pence;
      readonly bounds: readonly BoundedYear[];
    };

/** How a recurring line falls over the horizon, from its full-year effect (pence a year) and its start month. */
export interface Phased {
  readonly kind: 'phased';
  readonly fullYear: Pence;
  readonly month: Month;
  readonly start: StartKnown;
  readonly startFy: Fy;
  /** Months of `startFy` in which it is felt, 0 to 12. */
  readonly monthsLeft: number;
  /** Pence felt in `startFy`. */
  readonly inYear: Pence;
  readonly years: readonly PhasedYear[];
}

/** A line's phasing; undefined for a one-off, which has none. */
export function phasingOf(
  project: Project,
  line: MoneyLine,
  monthCounts: boolean,
): Phased | PhasingWanting | undefined {
  if (line.timing !== 'recurring') return undefined;
  const fullYear = line.fullYearEffect;
  if (fullYear === undefined) return { kind: 'wanting', wants: 'full-year-effect' };
  const start = startKnown(project, line);
  if (start === undefined) return { kind: 'wanting', wants: 'start' };
  const { horizon } = project.money;
  const month = monthOf(start.date);
  if (month === undefined) {
    return {
      kind: 'cannot-tell',
      start,
      fullYear,
      bounds: boundedYears(fullYear, start.date, monthCounts, horizon),
    };
  }
  return {
    kind: 'phased',
    fullYear,
    month,
    start,
    startFy: fyOfDay(`${month}-01`),
    monthsLeft: monthsLeftInFy(month, monthCounts),
    inYear: phasedEffect(fullYear, month, monthCounts, fyOfDay(`${month}-01`)),
    years: phasedYears(fullYear, month, monthCounts, horizon),
  };
}

/** The cells of the re-phased profile, in pence by FY of the horizon, in a convention. */
export const phasedCells = (
  phased: Phased,
  convention: Convention,
): readonly { readonly fy: Fy; readonly amount: Pence }[] =>
  phased.years.map(({ fy, effect, increment }) => ({
    fy,
    amount: convention === 'annual' ? effect : increment,
  }));

/**
 * The FY the horizon lacks before its cells can keep the full-year effect to the penny: the first full year and, of
 * increments, the year it starts in. Undefined when it holds the whole profile.
 */
export function yearWanting(phased: Phased, convention: Convention, horizon: readonly Fy[]): Fy | undefined {
  const full = phased.monthsLeft === 12 ? phased.startFy : phased.startFy + 1;
  const [first] = horizon;
  const last = horizon.at(-1);
  if (first === undefined || last === undefined || last < full) return full;
  return convention === 'incremental' && phased.startFy < first ? phased.startFy : undefined;
}

/** Pence lost in a year. */
export interface Lost {
  readonly fy: Fy;
  readonly pence: Pence;
}

/** The month `months` later. */
export const monthAfter = (month: Month, months: number): Month =>
  addMonths(`${month}-01`, months).slice(0, 7);

/** What a slip from one month to another costs, in pence by FY in which something is lost (or, earlier, gained: negative). */
export function slipCost(fullYear: Pence, from: Month, to: Month, monthCounts: boolean): readonly Lost[] {
  const [first, last] = [from, to].map((month) => fyOfDay(`${month}-01`)).sort((a, b) => a - b);
  const lost: Lost[] = [];
  for (let fy = first ?? 0; fy <= (last ?? 0); fy += 1) {
    const pence = phasedEffect(fullYear, from, monthCounts, fy) - phasedEffect(fullYear, to, monthCounts, fy);
    if (pence !== 0) lost.push({ fy, pence });
  }
  return lost;
}

/** Pence lost in the year the line starts in when it starts a whole number of months later; no more than the part-year. */
export function lostInYear(fullYear: Pence, start: Month, monthCounts: boolean, months: number): Pence {
  const fy = fyOfDay(`${start}-01`);
  return (
    phasedEffect(fullYear, start, monthCounts, fy) -
    phasedEffect(fullYear, monthAfter(start, months), monthCounts, fy)
  );
}
