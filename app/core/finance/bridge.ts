import type { FrameworkVersion } from '../gates/framework';
import type { Pence } from '../money/pence';
import type { Project } from '../project/state';
import { formatFy, fyOfDay, type Fy } from '../time/financial-year';
import type { IsoDay } from '../time/iso-day';
import { cannotTell, difference, effect, figure, negated, totalOf, type Figure } from './effect';
import { openGap, varianceExplanation } from './explained';
import { gapOfLine, isBankable, totalledLines } from './figures';
import { cellOf, isNilLine } from './line';
import { amountOf, lineEffect, type Series } from './series';
import { isStale, type Cell, type MoneyLine } from './state';

/** What a bridge is of: recurring lines in the horizon's last year, or what is felt in one year. */
export type BridgeView = { readonly kind: 'run-rate' } | { readonly kind: 'year'; readonly fy: Fy };

export type BridgeTotal = 'proposed' | 'validated' | 'mtfs' | 'outturn' | 'banked';
/** What leads from one total to the next. Those in which a line may go either way are told apart by their sign. */
export type BridgeChange =
  | 'not-validated'
  | 'stale'
  | 'finance'
  | 'gap'
  | 'variance'
  | 'investment'
  | 'not-bankable'
  | 'unbanked'
  | 'pressure';

/** One step of the bridge, in pence, net of investment. */
export type BridgeFigure =
  | { readonly kind: 'total'; readonly of: BridgeTotal; readonly figure: Figure }
  | {
      readonly kind: 'change';
      readonly of: BridgeChange;
      readonly way: 'up' | 'down' | 'cannot-tell';
      readonly figure: Figure;
      /** As much of it as somebody has explained, with its sign. */
      readonly explained: Pence;
      readonly lines: readonly MoneyLine[];
    };

/** What one line adds to a change. */
interface Part {
  readonly line: MoneyLine;
  readonly figure: Figure;
  /** As much of it as is explained, in pence with its sign: all, none or a part. */
  readonly explained: Figure;
}

const NONE = figure(0);

const net = (line: MoneyLine, each: Figure): Figure => (line.kind === 'investment' ? negated(each) : each);

const ofLine = (line: MoneyLine, series: Series, fy: Fy): Figure => {
  const counts = line.adopted !== undefined || (series !== 'proposed' && series !== 'validated');
  return counts ? net(line, lineEffect(line, series, fy)) : figure(0);
};

/** One sign of a change; none where no line goes that way. Explained and open of opposite signs never cancel out. */
function oneWay(of: BridgeChange, way: 'up' | 'down', parts: readonly Part[]): readonly BridgeFigure[] {
  const mine = parts.filter(
    (part) => part.figure.kind === 'figure' && (way === 'up' ? part.figure.pence > 0 : part.figure.pence < 0),
  );
  if (mine.length === 0) return [];
  const explained = totalOf(mine.map((part) => part.explained));
  return [
    {
      kind: 'change',
      of,
      way,
      figure: totalOf(mine.map((part) => part.figure)),
      explained: explained.kind === 'figure' ? explained.pence : 0,
      lines: mine.map((part) => part.line),
    },
  ];
}

/** A change of all its lines; as soon as one line's cannot be told, neither can the change. */
function change(of: BridgeChange, parts: readonly Part[]): readonly BridgeFigure[] {
  const unknown = parts.filter((part) => part.figure.kind === 'cannot-tell');
  const [first] = unknown;
  if (!first) return [...oneWay(of, 'down', parts), ...oneWay(of, 'up', parts)];
  const lines = unknown.map((part) => part.line);
  return [{ kind: 'change', of, way: 'cannot-tell', figure: first.figure, explained: 0, lines }];
}

const VALIDATION: readonly BridgeChange[] = ['not-validated', 'stale', 'finance'];

const standingOf = (line: MoneyLine, cell: Cell): BridgeChange =>
  cell.validated === undefined ? 'not-validated' : isStale(line, cell) ? 'stale' : 'finance';

/** From proposed to validated: by what each cell under the year's effect is, which adds up since effects are sums of cells. */
function validation(lines: readonly MoneyLine[], fy: Fy): readonly BridgeFigure[] {
  const part = (line: MoneyLine, of: BridgeChange): Part => {
    const { timing, convention } = line;
    const amounts = Object.fromEntries(
      Object.entries(line.cells)
        .filter(([, cell]) => standingOf(line, cell) === of)
        .map(([year, cell]) => [year, amountOf(line, cell, 'validated') - amountOf(line, cell, 'proposed')]),
    );
    const felt = effect({ timing, ...(convention ? { convention } : {}), amounts }, fy);
    const whole = net(line, felt);
    return { line, figure: whole, explained: of === 'finance' ? whole : NONE };
  };
  const adopted = lines.filter((line) => line.adopted);
  return VALIDATION.flatMap((of) =>
    change(
      of,
      adopted.map((line) => part(line, of)),
    ),
  );
}

/** As much of a line's gap as finance has explained: of its sign, and no more than all of it. */
function explainedOfGap(line: MoneyLine, fy: Fy): Figure {
  const [gap, open] = [gapOfLine(line, fy), openGap(line, fy)];
  if (gap.kind !== 'figure' || open.kind !== 'figure') return NONE;
  const part = (gap.pence - open.pence) * Math.sign(gap.pence);
  return figure(Math.max(0, Math.min(part, Math.abs(gap.pence))) * (gap.pence < 0 ? -1 : 1));
}

/** Which series tells what comes of a year: delivered once it is over, the forecast before, and while it runs if it has one. */
function outturnSeries(line: MoneyLine, fy: Fy, today: IsoDay): 'forecast' | 'delivered' {
  const now = fyOfDay(today);
  return fy > now || (fy === now && cellOf(line, fy).forecast) ? 'forecast' : 'delivered';
}

/** Whether a year's figure of a series rests on anything: the year's own cell, or an earlier increment that lasts. */
const isTold = (line: MoneyLine, series: 'forecast' | 'delivered', fy: Fy): boolean =>
  Object.entries(line.cells).some(
    ([year, cell]) =>
      cell[series] !== undefined &&
      (Number(year) === fy || (line.convention === 'incremental' && Number(year) < fy)),
  );

/** What was or will be delivered of a line in a year; cannot be told where something is expected and nobody has said. */
function outturnOf(line: MoneyLine, fy: Fy, today: IsoDay): Figure {
  const series = outturnSeries(line, fy, today);
  if (isTold(line, series, fy)) return ofLine(line, series, fy);
  const expected = (['proposed', 'validated', 'mtfs'] as const).some((each) => {
    const felt = lineEffect(line, each, fy);
    return felt.kind === 'cannot-tell' || felt.pence !== 0;
  });
  return expected && !isNilLine(line)
    ? cannotTell(
        `Of “${line.title}” nothing is ${series === 'forecast' ? 'forecast' : 'recorded as delivered'} for ${formatFy(fy)}`,
      )
    : figure(0);
}

/** Why what was delivered is not what was banked. */
function bankingOf(
  framework: Pick<FrameworkVersion, 'categories'>,
  line: MoneyLine,
  fy: Fy,
  diff: Figure,
): BridgeChange {
  if (line.kind === 'investment') return 'investment';
  if (!isBankable(framework, line) || cellOf(line, fy).banking?.status === 'not-bankable')
    return 'not-bankable';
  const banked = lineEffect(line, 'banked', fy);
  const over = diff.kind === 'figure' && diff.pence > 0;
  return over && banked.kind === 'figure' && banked.pence > 0 ? 'pressure' : 'unbanked';
}

const BANKING: readonly BridgeChange[] = ['investment', 'not-bankable', 'unbanked', 'pressure'];

function banking(
  framework: Pick<FrameworkVersion, 'categories'>,
  lines: readonly MoneyLine[],
  fy: Fy,
  today: IsoDay,
): readonly BridgeFigure[] {
  const parts = lines.map((line) => {
    const diff = difference(ofLine(line, 'banked', fy), outturnOf(line, fy, today));
    const of = bankingOf(framework, line, fy, diff);
    const scheduled = of === 'unbanked' && cellOf(line, fy).banking?.status === 'scheduled';
    const settled = of === 'investment' || of === 'not-bankable' || scheduled;
    return { line, figure: diff, of, explained: settled ? diff : NONE };
  });
  return BANKING.flatMap((of) =>
    change(
      of,
      parts.filter((part) => part.of === of),
    ),
  );
}

/**
 * The bridge from what is proposed to what is banked: five totals and what leads from each to the next, in pence. Where
 * everything can be told, each total is the one before and the changes between, to the penny. Empty without a horizon.
 */
export function bridgeOf(
  project: Project,
  framework: Pick<FrameworkVersion, 'categories'>,
  view: BridgeView,
  today: IsoDay,
): readonly BridgeFigure[] {
  const fy = view.kind === 'year' ? view.fy : project.money.horizon.at(-1);
  if (fy === undefined) return [];
  const lines = totalledLines(project, framework).filter(
    (line) => view.kind === 'year' || line.timing === 'recurring',
  );
  const total = (of: BridgeTotal, figures: readonly Figure[]): BridgeFigure => ({
    kind: 'total',
    of,
    figure: totalOf(figures),
  });
  const series = (of: Exclude<BridgeTotal, 'outturn'>) => lines.map((line) => ofLine(line, of, fy));
  const gaps = lines.map((line) => ({
    line,
    figure: gapOfLine(line, fy),
    explained: explainedOfGap(line, fy),
  }));
  const unknown = gaps.flatMap((gap) => (gap.figure.kind === 'cannot-tell' ? [gap.figure] : []));
  const outturn = lines.map((line) => outturnOf(line, fy, today));
  const variance = lines.map((line, at) => {
    const whole = difference(outturn[at] ?? NONE, ofLine(line, 'mtfs', fy));
    return { line, figure: whole, explained: varianceExplanation(line, fy) ? whole : NONE };
  });
  return [
    total('proposed', series('proposed')),
    ...validation(lines, fy),
    total('validated', series('validated')),
    ...change('gap', gaps),
    total('mtfs', unknown.length > 0 ? unknown : series('mtfs')),
    ...change('variance', variance),
    total('outturn', outturn),
    ...banking(framework, lines, fy, today),
    total('banked', series('banked')),
  ];
}
