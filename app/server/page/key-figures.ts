import type { Figure } from '~/core/finance/effect';
import { effectIn, figuresOf, gapOf, gapOfLine, totalledLines } from '~/core/finance/figures';
import { cellOf } from '~/core/finance/line';
import { amountOf, type Series } from '~/core/finance/series';
import type { MoneyLine } from '~/core/finance/state';
import { formatMoney } from '~/core/money/format-money';
import { formatFy, type Fy } from '~/core/time/financial-year';
import { isComplete } from '~/core/time/financial-year';
import type { LoadedProject } from './load-project';

/** One figure of the overview's row, in words: what it is, how much, and what stands behind it. */
export interface ShownFigure {
  readonly label: string;
  readonly value: string;
  readonly note: string;
}

/** Pence as entered in a year over lines: savings and income less investment, conventions left aside. */
function asEntered(lines: readonly MoneyLine[], series: Series, fy: Fy): number {
  return lines.reduce((sum, line) => {
    const amount = amountOf(line, cellOf(line, fy), series);
    return sum + (line.kind === 'investment' ? -amount : amount);
  }, 0);
}

/** The year the row is of: the first not over in which anything is proposed, else the last of the horizon. */
function yearShown({ project, external, today }: LoadedProject): Fy | undefined {
  const lines = totalledLines(project, external.framework);
  const { horizon } = project.money;
  const proposed = horizon.filter((fy) => asEntered(lines, 'proposed', fy) !== 0);
  return proposed.find((fy) => !isComplete(fy, today)) ?? proposed.at(-1) ?? horizon.at(-1);
}

const words = (figure: Figure, otherwise = 'Cannot tell'): string =>
  figure.kind === 'figure' ? formatMoney(figure.pence) : otherwise;

const lines = (count: number, what: string): string => `${count} ${count === 1 ? 'line' : 'lines'} ${what}`;

function proposedFigure(loaded: LoadedProject, fy: Fy): ShownFigure {
  const { project, external } = loaded;
  const all = totalledLines(project, external.framework);
  const waiting = all.filter((line) => !line.adopted);
  const open = all.filter(
    (line) => line.timing === 'recurring' && !line.convention && asEntered([line], 'proposed', fy) !== 0,
  );
  const felt = effectIn(project, external.framework, 'proposed', fy, { lines: all });
  const adopted = all.length - waiting.length;
  const notes = [
    ...(all.length === 0 ? ['No money line yet'] : []),
    ...(waiting.length > 0 && adopted === 0 ? ['From the form. Not yet adopted by a lead'] : []),
    ...(waiting.length > 0 && adopted > 0 ? [lines(waiting.length, 'not yet adopted by the lead')] : []),
    ...(waiting.length === 0 && adopted > 0 ? [`${lines(adopted, 'adopted by the lead')}`] : []),
    ...(open.length > 0 ? ['as entered: convention not stated'] : []),
  ];
  const value = felt.kind === 'figure' ? felt.pence : asEntered(all, 'proposed', fy);
  return { label: `Proposed, ${formatFy(fy)}`, value: formatMoney(value), note: notes.join('; ') };
}

function validatedFigure(loaded: LoadedProject, fy: Fy): ShownFigure {
  const { project, external, name } = loaded;
  const all = totalledLines(project, external.framework);
  const { stale } = figuresOf(project, external.framework, loaded.today);
  const given = all.flatMap((line) => cellOf(line, fy).validated ?? []);
  const last = given.at(-1);
  const felt = effectIn(project, external.framework, 'validated', fy);
  return {
    label: `Finance-validated, ${formatFy(fy)}`,
    value:
      felt.kind === 'figure'
        ? formatMoney(felt.pence)
        : formatMoney(
            asEntered(
              all.filter((line) => line.adopted),
              'validated',
              fy,
            ),
          ),
    note: [
      last ? `By ${name(last.by)}` : 'Confidence 0%: not validated',
      ...(stale > 0
        ? [`${stale} ${stale === 1 ? 'figure is' : 'figures are'} stale and count as nothing`]
        : []),
    ].join('; '),
  };
}

function mtfsFigure({ project, external }: LoadedProject, fy: Fy): ShownFigure {
  const label = `In the MTFS, ${formatFy(fy)}`;
  const gap = gapOf(project, external.framework).byFy.find((each) => each.fy === fy)?.effect;
  const felt = effectIn(project, external.framework, 'mtfs', fy);
  if (!gap || gap.kind === 'cannot-tell') {
    const recorded = totalledLines(project, external.framework).some((line) => cellOf(line, fy).mtfs);
    const value = recorded ? words(felt) : 'TBC';
    const missing = totalledLines(project, external.framework).find(
      (line) => gapOfLine(line, fy).kind === 'cannot-tell',
    );
    const of = missing ? ` of “${missing.title}”` : '';
    return { label, value, note: `Gap${of} cannot be told: ${lowerFirst(gap?.because ?? 'no year')}` };
  }
  const note =
    gap.pence > 0
      ? `${formatMoney(gap.pence)} more than validated: a hole in the budget`
      : gap.pence < 0
        ? `${formatMoney(-gap.pence)} less than validated`
        : 'No gap to what is validated';
  return { label, value: words(felt), note };
}

const lowerFirst = (text: string): string =>
  /^[A-Z][a-z ]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;

function runRateFigure({ project, external, today }: LoadedProject): ShownFigure {
  const all = totalledLines(project, external.framework);
  const figures = figuresOf(project, external.framework, today);
  const last = project.money.horizon.at(-1);
  const label = last === undefined ? 'Run rate' : `Run rate, ${formatFy(last)}`;
  const waiting = all.filter((line) => !line.adopted);
  const use =
    waiting.length === all.length ? figures.notAdopted.proposed.runRate : figures.series.proposed.runRate;
  if (use.kind === 'figure') {
    const validated = words(figures.series.validated.runRate, 'not to be told');
    return { label, value: formatMoney(use.pence), note: `As proposed; validated: ${validated}` };
  }
  const recurring = all.filter((line) => line.timing === 'recurring');
  const years = project.money.horizon;
  const incremental = years.reduce((sum, fy) => sum + asEntered(recurring, 'proposed', fy), 0);
  const annual = last === undefined ? 0 : asEntered(recurring, 'proposed', last);
  return {
    label,
    value: 'Cannot tell',
    note: `${formatMoney(incremental)} if incremental, ${formatMoney(annual)} if annual`,
  };
}

/** The four figures of a project's overview, each with what stands behind it. */
export function keyFiguresOf(loaded: LoadedProject): readonly ShownFigure[] {
  const fy = yearShown(loaded);
  if (fy === undefined) return [];
  return [
    proposedFigure(loaded, fy),
    validatedFigure(loaded, fy),
    mtfsFigure(loaded, fy),
    runRateFigure(loaded),
  ];
}
