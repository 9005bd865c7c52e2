import type { FrameworkVersion } from '../gates/framework';
import { counted } from '../project/row';
import type { Project } from '../project/state';
import { fyOfDay, formatFy, type Fy } from '../time/financial-year';
import type { IsoDay } from '../time/iso-day';
import { atLeastNil, cannotTell, difference, figure, negated, totalOf, type Figure } from './effect';
import { cellOf, isNilLine } from './line';
import { lineEffect, type Series } from './series';
import { isStale, LINE_KINDS, type LineKind, type MoneyLine } from './state';

type Categories = Pick<FrameworkVersion, 'categories'>;

/** Which lines a figure is of; by default savings and income less investment. */
export interface Choice {
  /** Investment is subtracted, but stands as entered when it is asked for alone. */
  readonly kinds?: readonly LineKind[];
  /** The lines to read instead of those that count. */
  readonly lines?: readonly MoneyLine[];
}

/** A series over the horizon: what is felt each year, the run rate and the cash, in pence. */
export interface SeriesFigures {
  readonly byFy: readonly { readonly fy: Fy; readonly effect: Figure }[];
  readonly runRate: Figure;
  readonly cash: Figure;
}

const categoryOf = (framework: Categories, line: MoneyLine) =>
  framework.categories.find((each) => each.id === line.category);

/** Whether a line is cost avoidance, which is shown apart and enters no total. */
export const isAvoidance = (framework: Categories, line: MoneyLine): boolean =>
  categoryOf(framework, line)?.avoidance ?? false;

/** Whether a line can be banked at all: savings and income whose category does not say otherwise. */
export const isBankable = (framework: Categories, line: MoneyLine): boolean =>
  line.kind !== 'investment' && (categoryOf(framework, line)?.bankable ?? true);

/** Lines that stand and are no cost avoidance; a document's not yet adopted among them. */
export const totalledLines = (project: Project, framework: Categories): readonly MoneyLine[] =>
  counted(project.money.lines).filter((line) => !isAvoidance(framework, line));

/** Lines of a series' totals: a proposal, and so its validation, counts only once the lead stands behind it. */
export const linesOf = (project: Project, framework: Categories, series: Series): readonly MoneyLine[] =>
  totalledLines(project, framework).filter(
    (line) => line.adopted !== undefined || (series !== 'proposed' && series !== 'validated'),
  );

const NO_HORIZON = cannotTell('The horizon has no financial years yet');

const lastFy = (project: Project): Fy | undefined => project.money.horizon.at(-1);

/** What is felt of a series in one year, in pence: savings and income less investment. */
export function effectIn(
  project: Project,
  framework: Categories,
  series: Series,
  fy: Fy,
  choice: Choice = {},
): Figure {
  const kinds = choice.kinds ?? LINE_KINDS;
  const asEntered = kinds.every((kind) => kind === 'investment');
  const lines = (choice.lines ?? linesOf(project, framework, series)).filter((line) =>
    kinds.includes(line.kind),
  );
  return totalOf(
    lines.map((line) => {
      const felt = lineEffect(line, series, fy);
      return line.kind === 'investment' && !asEntered ? negated(felt) : felt;
    }),
  );
}

/** A series over the horizon. Run rate: recurring lines in the last year; cash: the sum of the years' effects. */
export function seriesEffect(
  project: Project,
  framework: Categories,
  series: Series,
  choice: Choice = {},
): SeriesFigures {
  const byFy = project.money.horizon.map((fy) => ({
    fy,
    effect: effectIn(project, framework, series, fy, choice),
  }));
  const last = lastFy(project);
  if (last === undefined) return { byFy, runRate: NO_HORIZON, cash: NO_HORIZON };
  const lines = (choice.lines ?? linesOf(project, framework, series)).filter(
    (line) => line.timing === 'recurring',
  );
  return {
    byFy,
    runRate: effectIn(project, framework, series, last, { ...choice, lines }),
    cash: totalOf(byFy.map((each) => each.effect)),
  };
}

/**
 * A line's gap in a year: MTFS less validated, compared as effects and signed so that positive is a hole in the
 * budget. Cannot be told while finance has not recorded the year's MTFS figure; a line that claims nothing needs none.
 */
export function gapOfLine(line: MoneyLine, fy: Fy): Figure {
  const { mtfs } = cellOf(line, fy);
  const recorded = mtfs && (mtfs.amount.state === 'given' || mtfs.amount.state === 'none');
  if (!recorded && !isNilLine(line)) return cannotTell(`The MTFS figure for ${formatFy(fy)} is not recorded`);
  const validated = line.adopted ? lineEffect(line, 'validated', fy) : figure(0);
  const gap = difference(lineEffect(line, 'mtfs', fy), validated);
  return line.kind === 'investment' ? negated(gap) : gap;
}

/** The gap over the horizon: MTFS less validated by year, and of recurring lines in the last. */
export function gapOf(project: Project, framework: Categories): Omit<SeriesFigures, 'cash'> {
  const lines = totalledLines(project, framework);
  const last = lastFy(project);
  return {
    byFy: project.money.horizon.map((fy) => ({
      fy,
      effect: totalOf(lines.map((line) => gapOfLine(line, fy))),
    })),
    runRate:
      last === undefined
        ? NO_HORIZON
        : totalOf(lines.filter((line) => line.timing === 'recurring').map((line) => gapOfLine(line, last))),
  };
}

/** What was or will be delivered by a year's end: the forecast while the year runs and has one, else delivered. */
function outturn(line: MoneyLine, fy: Fy, today: IsoDay): Figure {
  const running = fy === fyOfDay(today) && cellOf(line, fy).forecast !== undefined;
  return lineEffect(line, running ? 'forecast' : 'delivered', fy);
}

/** What of a line is banked but not delivered in a year, in pence. Years to come and investments have none. */
export function pressureOfLine(line: MoneyLine, fy: Fy, today: IsoDay): Figure {
  if (fy > fyOfDay(today) || line.kind === 'investment') return figure(0);
  const banked = lineEffect(line, 'banked', fy);
  if (banked.kind === 'figure' && banked.pence <= 0) return figure(0);
  return atLeastNil(difference(banked, outturn(line, fy, today)));
}

/** Banked but not delivered, in pence: a pressure on the budget. Years to come have none yet. */
export const pressureIn = (project: Project, framework: Categories, fy: Fy, today: IsoDay): Figure =>
  totalOf(totalledLines(project, framework).map((line) => pressureOfLine(line, fy, today)));

/** What of a line is delivered but not banked in a year, in pence; nothing where it cannot be banked or is settled so. */
export function unbankedOfLine(line: MoneyLine, framework: Categories, fy: Fy): Figure {
  if (!isBankable(framework, line) || cellOf(line, fy).banking?.status === 'not-bankable') return figure(0);
  return atLeastNil(difference(lineEffect(line, 'delivered', fy), lineEffect(line, 'banked', fy)));
}

/** Delivered but not banked, in pence, of lines that can be banked and are not settled as not bankable. */
export const unbankedIn = (project: Project, framework: Categories, fy: Fy): Figure =>
  totalOf(totalledLines(project, framework).map((line) => unbankedOfLine(line, framework, fy)));

/** The validations that no longer are of their cell, by line and year. */
export const staleCells = (project: Project): readonly { readonly line: MoneyLine; readonly fy: Fy }[] =>
  counted(project.money.lines).flatMap((line) =>
    Object.entries(line.cells)
      .filter(([, cell]) => isStale(line, cell))
      .map(([fy]) => ({ line, fy: Number(fy) })),
  );

/** The key figures of a project on a day: net of investment, in pence. */
export interface KeyFigures {
  /** The FY today lies in, whether or not it is in the horizon. */
  readonly currentFy: Fy;
  readonly series: Readonly<Record<Series, SeriesFigures>>;
  /** What is felt of the proposal in the current FY. */
  readonly proposedNow: Figure;
  readonly gap: Omit<SeriesFigures, 'cash'>;
  readonly pressure: readonly { readonly fy: Fy; readonly effect: Figure }[];
  readonly unbanked: readonly { readonly fy: Fy; readonly effect: Figure }[];
  /** Cost avoidance as proposed, in none of the totals. */
  readonly avoidance: SeriesFigures;
  /** A document's lines with a figure the lead has not adopted, in none of the totals. */
  readonly notAdopted: { readonly lines: number; readonly proposed: SeriesFigures };
  readonly stale: number;
}

/** Sums up a project's money for lists, overviews and packs. */
export function figuresOf(project: Project, framework: Categories, today: IsoDay): KeyFigures {
  const of = (series: Series) => seriesEffect(project, framework, series);
  const currentFy = fyOfDay(today);
  const avoidance = counted(project.money.lines).filter(
    (line) => isAvoidance(framework, line) && line.adopted,
  );
  const notAdopted = totalledLines(project, framework).filter((line) => !line.adopted && !isNilLine(line));
  const { horizon } = project.money;
  return {
    currentFy,
    series: {
      proposed: of('proposed'),
      validated: of('validated'),
      mtfs: of('mtfs'),
      forecast: of('forecast'),
      delivered: of('delivered'),
      banked: of('banked'),
    },
    proposedNow: effectIn(project, framework, 'proposed', currentFy),
    gap: gapOf(project, framework),
    pressure: horizon.map((fy) => ({ fy, effect: pressureIn(project, framework, fy, today) })),
    // Nothing is delivered yet in a year to come, though what lasts is felt on.
    unbanked: horizon.map((fy) => ({
      fy,
      effect: fy > currentFy ? figure(0) : unbankedIn(project, framework, fy),
    })),
    avoidance: seriesEffect(project, framework, 'proposed', { lines: avoidance }),
    notAdopted: {
      lines: notAdopted.length,
      proposed: seriesEffect(project, framework, 'proposed', { lines: notAdopted }),
    },
    stale: staleCells(project).length,
  };
}
