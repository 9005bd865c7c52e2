import { cellsUnder } from '~/core/finance/explained';
import { figuresOf, gapOfLine, isBankable, linesOf, totalledLines } from '~/core/finance/figures';
import type { Figure } from '~/core/finance/effect';
import { cellOf, isNilLine } from '~/core/finance/line';
import { SERIES, type Series } from '~/core/finance/series';
import { isStale, type Cell, type MoneyLine } from '~/core/finance/state';
import { inView, lineInView, linesInView, VIEWS, type View } from '~/core/finance/views';
import type { Mark } from '~/core/project/row';
import { formatFy, fyOfDay, type Fy } from '~/core/time/financial-year';
import { gapRows } from './finance-gaps';
import { reconciliationKeyOf } from './finance-key';
import { isRecorded, markOf } from './finance-series';
import {
  answerText,
  eventHref,
  financePath,
  kindWords,
  linePath,
  SERIES_NAMES,
  shownFigure,
  type ShownAmount,
} from './finance-words';
import { lastChange, type LastChange } from './last-change';
import { notFound, type LoadedProject } from './load-project';

/** One figure of a table: in words, why it cannot be told, and the event behind it. */
export interface ReconciledCell extends ShownAmount {
  readonly href?: string;
  readonly stale?: boolean;
}

/** One series of a line, or of all lines, over the years; null where nothing is recorded. */
export interface ReconciledRow {
  readonly key: string;
  readonly name: string;
  readonly cells: readonly (ReconciledCell | null)[];
  readonly moved?: LastChange;
}

/** The view an address asks for, annual where it asks for none. Throws 404 for one there is not. */
export function viewAsked(search: URLSearchParams): View {
  const asked = search.get('view');
  if (asked === null) return 'annual';
  const view = VIEWS.find((each) => each === asked);
  if (!view) throw notFound();
  return view;
}

/** The years whose cells a figure of a view may rest on. */
function yearsUnder(line: MoneyLine, fy: Fy, view: View, horizon: readonly Fy[]): readonly Fy[] {
  if (view === 'cash') return horizon.filter((each) => each <= fy);
  return view === 'incremental' ? [fy - 1, fy] : [fy];
}

/** The cells a series of a line rests on in a year of a view, of those in which something is recorded. */
function behind(
  line: MoneyLine,
  series: Series,
  fy: Fy,
  view: View,
  horizon: readonly Fy[],
): readonly Cell[] {
  const lasts = (year: Fy): readonly Cell[] =>
    series === 'banked'
      ? Object.entries(line.cells)
          .filter(
            ([each, { banked }]) =>
              Number(each) === year || (Number(each) < year && banked?.permanence === 'permanent'),
          )
          .map(([, cell]) => cell)
      : cellsUnder(line, year);
  const cells = new Set(yearsUnder(line, fy, view, horizon).flatMap(lasts));
  return [...cells].filter((cell) => isRecorded(cell, series));
}

const latest = (cells: readonly Cell[], series: Series): Mark | undefined =>
  cells
    .flatMap((cell) => markOf(cell, series) ?? [])
    .sort((a, b) => a.seq - b.seq)
    .at(-1);

const ONE_ROUND = (line: MoneyLine): string | undefined => {
  const rounds = [...new Set(Object.values(line.cells).flatMap(({ mtfs }) => mtfs?.round ?? []))];
  return rounds.length === 1 ? rounds[0] : undefined;
};

function seriesRow(loaded: LoadedProject, line: MoneyLine, series: Series, view: View): ReconciledRow {
  const { project, today } = loaded;
  const { horizon } = project.money;
  const figures = lineInView(line, series, horizon, view);
  const cells = horizon.map((fy, at): ReconciledCell | null => {
    const under = behind(line, series, fy, view, horizon);
    const figure = figures[at];
    if (under.length === 0 || !figure || (series === 'delivered' && fy > fyOfDay(today))) return null;
    const mark = latest(under, series);
    return {
      ...shownFigure(figure),
      ...(mark ? { href: eventHref(project.ref, mark.seq) } : {}),
      ...(series === 'validated' && under.some((cell) => isStale(line, cell)) ? { stale: true } : {}),
    };
  });
  const moved = latest(Object.values(line.cells), series);
  const round = series === 'mtfs' ? ONE_ROUND(line) : undefined;
  return {
    key: series,
    name: round === undefined ? SERIES_NAMES[series] : `${SERIES_NAMES[series]}, ${round}`,
    cells,
    ...(moved ? { moved: lastChange(loaded, moved) } : {}),
  };
}

const shownRow = (key: string, name: string, figures: readonly Figure[]): ReconciledRow => ({
  key,
  name,
  cells: figures.map(shownFigure),
});

/** What each budget round took of a line, as written; nothing where there was one round at most. */
function roundsOf({ project }: LoadedProject, line: MoneyLine): readonly ReconciledRow[] {
  const figures = Object.values(line.cells).flatMap(({ mtfs, mtfsEarlier = [] }) => [
    ...mtfsEarlier,
    ...(mtfs ? [mtfs] : []),
  ]);
  const rounds = [...new Set([...figures].sort((a, b) => a.seq - b.seq).map(({ round }) => round))];
  if (rounds.length < 2) return [];
  return rounds.map((round) => ({
    key: round,
    name: round === '' ? 'A round not named' : round,
    cells: project.money.horizon.map((fy) => {
      const { mtfs, mtfsEarlier = [] } = cellOf(line, fy);
      const figure = [mtfs, ...mtfsEarlier].find((each) => each?.round === round);
      return figure ? { text: answerText(figure.amount), href: eventHref(project.ref, figure.seq) } : null;
    }),
  }));
}

/** One line's six series side by side in a view, with the gap and what each budget round took. */
function lineTable(loaded: LoadedProject, line: MoneyLine, view: View) {
  const { project, external } = loaded;
  const { horizon } = project.money;
  const rows = SERIES.map((series) => seriesRow(loaded, line, series, view)).filter(
    ({ key }) => line.kind !== 'investment' || key !== 'banked',
  );
  return {
    id: line.id,
    title: line.title,
    href: linePath(project.ref, line.id),
    words: [
      kindWords(line),
      ...(line.timing === 'recurring'
        ? [line.convention ? `written as ${line.convention}` : 'no convention']
        : []),
      ...(line.adopted ? [] : ['not adopted: in no total']),
      ...(isBankable(external.framework, line) || line.kind === 'investment' ? [] : ['not bankable']),
    ].join(', '),
    rows,
    gap: shownRow(
      'gap',
      'Gap: MTFS − validated',
      inView(
        view,
        horizon.map((fy) => gapOfLine(line, fy)),
      ),
    ),
    rounds: roundsOf(loaded, line),
  };
}

/** All lines together: savings and income less investment, the lead's figures once adopted. */
function totalTable({ project, external, today }: LoadedProject, view: View) {
  const { framework } = external;
  const { horizon } = project.money;
  const gap = figuresOf(project, framework, today).gap.byFy.map(({ effect }) => effect);
  return {
    rows: SERIES.map((series) => {
      const lines = linesOf(project, framework, series);
      const recorded = (at: number) =>
        lines.some((line) => behind(line, series, horizon[at] ?? 0, view, horizon).length > 0) &&
        !(series === 'delivered' && (horizon[at] ?? 0) > fyOfDay(today));
      const row = shownRow(series, SERIES_NAMES[series], linesInView(lines, series, horizon, view));
      return { ...row, cells: row.cells.map((cell, at) => (recorded(at) ? cell : null)) };
    }),
    gap: shownRow('gap', 'Gap: MTFS − validated', inView(view, gap)),
  };
}

const VIEW_WORDS: Readonly<Record<View, { readonly text: string; readonly note: string }>> = {
  annual: { text: 'Annual', note: 'What is felt in each year; increments are added up.' },
  incremental: {
    text: 'Incremental',
    note: 'As an MTFS is written: the change to the base budget in each year. A one-off is taken back in the year after by itself.',
  },
  cash: { text: 'Cash', note: 'The years’ effects added up, from the first year to each.' },
};

/** Where a project's series differ and why, and every figure of every line by year in one of three views. */
export function reconciliationOf(loaded: LoadedProject, view: View) {
  const { project, external, today } = loaded;
  const lines = totalledLines(project, external.framework).filter((line) => !isNilLine(line));
  const path = `${financePath(project.ref)}/reconciliation`;
  const gaps = gapRows(loaded);
  return {
    ref: project.ref,
    years: project.money.horizon.map(formatFy),
    views: VIEWS.map((each) => ({
      href: each === 'annual' ? path : `${path}?view=${each}`,
      text: VIEW_WORDS[each].text,
      current: each === view,
    })),
    viewName: VIEW_WORDS[view].text,
    viewNote: VIEW_WORDS[view].note,
    key: reconciliationKeyOf(loaded, figuresOf(project, external.framework, today), gaps),
    gaps,
    total: totalTable(loaded, view),
    lines: lines.map((line) => lineTable(loaded, line, view)),
  };
}
