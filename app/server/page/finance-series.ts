import { difference, figure, totalOf, type Figure } from '~/core/finance/effect';
import { isGapOpen } from '~/core/finance/explained';
import { effectIn, gapOfLine, linesOf, totalledLines, type KeyFigures } from '~/core/finance/figures';
import { SERIES, type Series } from '~/core/finance/series';
import type { Cell, MoneyLine } from '~/core/finance/state';
import type { Mark } from '~/core/project/row';
import { formatFy, type Fy } from '~/core/time/financial-year';
import { byWords, eventHref, SERIES_NAMES, shownFigure, type ShownAmount } from './finance-words';
import type { LoadedProject } from './load-project';
import { toldOnce } from './told-once';

/** Whether anything of a series is recorded in a cell. */
export function isRecorded(cell: Cell, series: Series): boolean {
  if (series === 'proposed') return cell.proposed.answer.state === 'given';
  if (series === 'validated') return cell.validated !== undefined || cell.proposed.answer.state === 'given';
  return cell[series] !== undefined;
}

/** Whether a line's figure of a year rests on anything: its own cell, or an earlier one that lasts. */
const restsOnSomething = (line: MoneyLine, series: Series, fy: Fy): boolean =>
  Object.entries(line.cells).some(
    ([year, cell]) =>
      isRecorded(cell, series) && (Number(year) === fy || (line.timing === 'recurring' && Number(year) < fy)),
  );

/** Who put a cell's figure of a series there; nothing where there is none. */
export function markOf(cell: Cell, series: Series): Mark | undefined {
  return series === 'proposed' ? (cell.proposed.seq > 0 ? cell.proposed : undefined) : cell[series];
}

/** Who stands behind a series: the newest hand in it, and for a proposal the lead who adopted it. */
function standsBehind(loaded: LoadedProject, series: Series, lines: readonly MoneyLine[]) {
  const marks = lines.flatMap((line) => [
    ...(series === 'proposed' && line.adopted ? [line.adopted] : []),
    ...(series === 'proposed' ? [] : Object.values(line.cells).flatMap((cell) => markOf(cell, series) ?? [])),
  ]);
  const last = [...marks].sort((a, b) => a.seq - b.seq).at(-1);
  if (!last) return { text: NOBODY[series] };
  const rounds = [
    ...new Set(
      series === 'mtfs'
        ? lines.flatMap((line) => Object.values(line.cells).flatMap((cell) => cell.mtfs?.round ?? []))
        : [],
    ),
  ];
  const unconfirmed =
    (series === 'forecast' || series === 'delivered') &&
    lines.some((line) => Object.values(line.cells).some((cell) => cell[series] && !cell[series].confirmed));
  return {
    text: [
      `${ROLES[series]}: ${byWords(loaded, last)}`,
      ...(rounds.length > 0 ? [`round ${rounds.join(', ')}`] : []),
      ...(unconfirmed ? ['not yet confirmed by finance'] : []),
    ].join('; '),
    href: eventHref(loaded.project.ref, last.seq),
  };
}

const ROLES: Readonly<Record<Series, string>> = {
  proposed: 'Lead',
  validated: 'Finance',
  mtfs: 'Finance',
  forecast: 'Lead',
  delivered: 'Lead',
  banked: 'Finance',
};
const NOBODY: Readonly<Record<Series, string>> = {
  proposed: 'Nobody yet: no lead has adopted a line',
  validated: 'Nobody yet: confidence is 0% until finance says otherwise',
  mtfs: 'Nobody yet: finance records it',
  forecast: 'Nobody yet',
  delivered: 'Nobody yet',
  banked: 'Nobody yet',
};

/** The figures of one series over the horizon; a year in which nothing is recorded has none. */
function effectsOf(loaded: LoadedProject, series: Series, lines: readonly MoneyLine[], currentFy: Fy) {
  const { project, external } = loaded;
  return project.money.horizon.map((fy): Figure | undefined => {
    const recorded = lines.some((line) => restsOnSomething(line, series, fy));
    if (!recorded || (series === 'delivered' && fy > currentFy)) return undefined;
    return effectIn(project, external.framework, series, fy, { lines });
  });
}

/** One row of "who stands behind what". */
export interface SeriesRow {
  readonly key: string;
  readonly name: string;
  readonly byFy: readonly (ShownAmount | null)[];
  /** In pence, for the picture. */
  readonly pence: readonly (number | null | 'cannot-tell')[];
  readonly cash: ShownAmount | null;
  readonly runRate: ShownAmount | null;
  readonly by: { readonly text: string; readonly href?: string };
}

interface RowParts {
  readonly key: string;
  readonly name: string;
  readonly effects: readonly (Figure | undefined)[];
  readonly recurring: Figure | undefined;
  readonly by: SeriesRow['by'];
}

function rowOf({ key, name, effects, recurring, by }: RowParts): SeriesRow {
  const known = effects.filter((each) => each !== undefined);
  return {
    key,
    name,
    byFy: effects.map((each) => (each === undefined ? null : shownFigure(each))),
    pence: effects.map((each) =>
      each === undefined ? null : each.kind === 'figure' ? each.pence : each.kind,
    ),
    cash: known.length === 0 ? null : shownFigure(totalOf(known)),
    runRate: known.length === 0 || recurring === undefined ? null : shownFigure(recurring),
    by,
  };
}

function seriesRow(loaded: LoadedProject, series: Series, figures: KeyFigures): SeriesRow {
  const { project, external } = loaded;
  const lines = linesOf(project, external.framework, series);
  const effects = effectsOf(loaded, series, lines, figures.currentFy);
  return rowOf({
    key: series,
    name: SERIES_NAMES[series],
    effects,
    recurring: effects.at(-1) === undefined ? undefined : figures.series[series].runRate,
    by: standsBehind(loaded, series, lines),
  });
}

/** What a document says and no lead has adopted, in a row of its own and in no total. */
function notAdoptedRow(loaded: LoadedProject, figures: KeyFigures): readonly SeriesRow[] {
  const lines = totalledLines(loaded.project, loaded.external.framework).filter((line) => !line.adopted);
  const effects = effectsOf(loaded, 'proposed', lines, figures.currentFy);
  if (effects.every((each) => each === undefined)) return [];
  return [
    rowOf({
      key: 'not-adopted',
      name: 'On the form, not adopted',
      effects,
      recurring: figures.notAdopted.proposed.runRate,
      by: { text: 'The document; in no total until the lead adopts it' },
    }),
  ];
}

/** Whether finance has explained the gaps of a year as they now are. */
const isExplained = (lines: readonly MoneyLine[], fy: Fy): boolean =>
  lines.every((line) => {
    const gap = gapOfLine(line, fy);
    return gap.kind === 'figure' && !isGapOpen(line, fy);
  });

/** The gap by year: MTFS less validated, with whether finance has explained it. */
function gapRow({ project, external }: LoadedProject, figures: KeyFigures) {
  const lines = totalledLines(project, external.framework);
  return {
    byFy: figures.gap.byFy.map(({ effect }) => shownFigure(effect)),
    runRate: shownFigure(figures.gap.runRate),
    cash: shownFigure(totalOf(figures.gap.byFy.map(({ effect }) => effect))),
    open: figures.gap.byFy
      .filter(({ fy, effect }) => effect.kind === 'figure' && effect.pence !== 0 && !isExplained(lines, fy))
      .map(({ fy, effect }) => ({ year: formatFy(fy), text: shownFigure(effect).text })),
  };
}

/** The change to the base budget in each year, as an MTFS is written: its effect less the effect of the year before. */
function incrementsOf(loaded: LoadedProject, figures: KeyFigures) {
  const { project, external } = loaded;
  return SERIES.flatMap((series) => {
    const lines = linesOf(project, external.framework, series);
    const effects = effectsOf(loaded, series, lines, figures.currentFy);
    if (effects.every((each) => each === undefined)) return [];
    const [first = 0] = project.money.horizon;
    const before = effectIn(project, external.framework, series, first - 1, { lines });
    const byFy = effects.map((each, at) =>
      each === undefined
        ? null
        : shownFigure(difference(each, at === 0 ? before : (effects[at - 1] ?? figure(0)))),
    );
    return [{ key: series, name: SERIES_NAMES[series], byFy }];
  });
}

/** The six series side by side, the gap, and the same as increments. */
export function seriesTableOf(loaded: LoadedProject, figures: KeyFigures) {
  const { horizon } = loaded.project.money;
  const rows = [
    ...notAdoptedRow(loaded, figures),
    ...SERIES.map((series) => seriesRow(loaded, series, figures)),
  ];
  const gap = gapRow(loaded, figures);
  const shown = [
    ...rows.flatMap((row) => [...row.byFy, row.cash, row.runRate]),
    ...gap.byFy,
    gap.cash,
    gap.runRate,
  ];
  return {
    years: horizon.map(formatFy),
    last: horizon.length > 0 ? formatFy(horizon[horizon.length - 1] ?? 0) : undefined,
    rows,
    gap,
    increments: incrementsOf(loaded, figures),
    cannotTell: toldOnce(shown.flatMap((each) => each?.why ?? [])),
  };
}
