import { totalOf, type Figure } from '~/core/finance/effect';
import { totalledLines, type KeyFigures } from '~/core/finance/figures';
import { cellOf } from '~/core/finance/line';
import { amountOf } from '~/core/finance/series';
import type { MoneyLine } from '~/core/finance/state';
import { formatMoney } from '~/core/money/format-money';
import { formatConfidence } from '~/core/money/read-money';
import { formatFy } from '~/core/time/financial-year';
import { shortDay } from '~/core/time/iso-day';
import type { GapRow } from './finance-gaps';
import type { LoadedProject } from './load-project';

/** One figure of the row at the top: what it is and in which convention, how much, and who stands behind it. */
export interface KeyFigureShown {
  readonly label: string;
  readonly value: string;
  readonly note: string;
  readonly href: string;
}

const CANNOT = 'Cannot tell';
const valueOf = (figure: Figure): string => (figure.kind === 'figure' ? formatMoney(figure.pence) : CANNOT);
const why = (figure: Figure): string => (figure.kind === 'figure' ? '' : `${figure.because}.`);

/** The two readings of recurring figures whose convention nobody has said. */
function readings(lines: readonly MoneyLine[], last: number | undefined): string | undefined {
  const open = lines.filter((line) => line.timing === 'recurring' && !line.convention);
  if (open.length === 0 || last === undefined) return undefined;
  const sum = (amounts: readonly number[]) => totalOf(amounts.map((pence) => ({ kind: 'figure', pence })));
  const signed = (line: MoneyLine, amount: number) => (line.kind === 'investment' ? -amount : amount);
  const incremental = sum(
    open.flatMap((line) =>
      Object.values(line.cells).map((cell) => signed(line, amountOf(line, cell, 'proposed'))),
    ),
  );
  const annual = sum(open.map((line) => signed(line, amountOf(line, cellOf(line, last), 'proposed'))));
  return `Convention not stated: ${valueOf(incremental)} if incremental, ${valueOf(annual)} if annual`;
}

function runRateProposed(loaded: LoadedProject, figures: KeyFigures): KeyFigureShown {
  const { project, external, name } = loaded;
  const lines = totalledLines(project, external.framework);
  const adopted = lines.filter((line) => line.adopted);
  const last = project.money.horizon.at(-1);
  const figure = adopted.length > 0 ? figures.series.proposed.runRate : figures.notAdopted.proposed.runRate;
  const hands = [...new Set(adopted.flatMap((line) => (line.adopted ? [name(line.adopted.by)] : [])))];
  const behind =
    lines.length === 0
      ? 'No money line yet'
      : adopted.length === 0
        ? 'From the form; no lead has adopted it'
        : `Adopted by ${hands.join(', ')}`;
  const recurring =
    figure.kind === 'figure' ? undefined : readings(adopted.length > 0 ? adopted : lines, last);
  return {
    label: 'Run rate, proposed',
    value: valueOf(figure),
    note: [
      ...(last === undefined || figure.kind !== 'figure' ? [] : [`a year, as felt in ${formatFy(last)}`]),
      recurring ?? why(figure),
      behind,
    ]
      .filter(Boolean)
      .join('. '),
    href: '#series',
  };
}

type Validated = NonNullable<MoneyLine['cells'][number]['validated']>;

/** "80% confidence of", where every figure has that confidence; figures of several kinds are only told to be validated. */
function howValidated(given: readonly Validated[]): string {
  const ways = new Set(
    given.map((each) =>
      each.method === 'confidence' ? `${formatConfidence(each.confidence)} confidence of` : 'Own figures of',
    ),
  );
  const [way] = ways;
  return ways.size === 1 && way !== undefined ? way : 'Validated by';
}

function runRateValidated(loaded: LoadedProject, figures: KeyFigures): KeyFigureShown {
  const { project, external, name } = loaded;
  const figure = figures.series.validated.runRate;
  // The figures it is made of; a confirmed nil says nothing of how sure finance is.
  const given = totalledLines(project, external.framework)
    .filter((line) => line.timing === 'recurring')
    .flatMap((line) => Object.values(line.cells).flatMap((cell) => cell.validated ?? []))
    .filter((each) => each.amount !== 0 || (each.method === 'confidence' && each.confidence === 0));
  const last = [...given].sort((a, b) => a.seq - b.seq).at(-1);
  const stale = figures.stale;
  const behind = last
    ? `${howValidated(given)} ${name(last.by)}, ${shortDay(last.day)}`
    : 'Confidence 0%: finance has not validated it';
  return {
    label: 'Run rate, validated',
    value: valueOf(figure),
    note: [
      behind,
      ...(stale > 0 ? [`${stale} stale ${stale === 1 ? 'figure counts' : 'figures count'} as nothing`] : []),
      why(figure),
    ]
      .filter(Boolean)
      .join('. '),
    href: '#series',
  };
}

function cash(loaded: LoadedProject, figures: KeyFigures): KeyFigureShown {
  const { horizon } = loaded.project.money;
  const { proposed, validated } = figures.series;
  const adopted = totalledLines(loaded.project, loaded.external.framework).some((line) => line.adopted);
  const figure = adopted ? proposed.cash : figures.notAdopted.proposed.cash;
  const [first] = horizon;
  const last = horizon.at(-1);
  const over =
    first === undefined || last === undefined ? 'No year yet' : `${formatFy(first)} to ${formatFy(last)}`;
  return {
    label: 'Cash over the horizon',
    value: valueOf(figure),
    note: [
      `Sum of the years' effects, ${over}, ${adopted ? 'proposed' : 'as on the form'}`,
      figure.kind === 'figure'
        ? `Validated: ${valueOf(validated.cash)}`
        : 'Convention or figures are wanting',
    ].join('. '),
    href: '#series',
  };
}

function gap(loaded: LoadedProject, figures: KeyFigures): KeyFigureShown {
  const { horizon } = loaded.project.money;
  const inHorizon = horizon.includes(figures.currentFy);
  const fy = inHorizon ? figures.currentFy : horizon.at(-1);
  const found = figures.gap.byFy.find((each) => each.fy === fy)?.effect;
  const words = {
    hole: 'A hole in the budget: the MTFS takes more than finance validated',
    more: 'Finance validated more than the MTFS takes',
    none: 'The MTFS takes what finance validated',
  };
  return {
    label: `Gap to the MTFS${fy === undefined ? '' : `, ${formatFy(fy)}`}`,
    value: found ? valueOf(found) : CANNOT,
    note: !found
      ? 'There is no financial year yet'
      : found.kind === 'cannot-tell'
        ? why(found)
        : found.pence > 0
          ? words.hole
          : found.pence < 0
            ? words.more
            : words.none,
    href: '#gap',
  };
}

function beside(
  of: readonly { readonly fy: number; readonly effect: Figure }[],
  label: string,
  meaning: string,
): readonly KeyFigureShown[] {
  return of
    .filter(({ effect }) => effect.kind === 'figure' && effect.pence > 0)
    .map(({ fy, effect }) => ({
      label: `${label}, ${formatFy(fy)}`,
      value: valueOf(effect),
      note: meaning,
      href: '#series',
    }));
}

/** The figures at the top of the page, each with who stands behind it; those of pressure and banking where there are any. */
export const financeKeyOf = (loaded: LoadedProject, figures: KeyFigures) => ({
  main: [
    runRateProposed(loaded, figures),
    runRateValidated(loaded, figures),
    cash(loaded, figures),
    gap(loaded, figures),
  ],
  beside: [
    ...beside(figures.pressure, 'Budget pressure', 'Banked by finance, but not delivered'),
    ...beside(figures.unbanked, 'Unbanked', 'Delivered, but the budget has not fallen'),
    ...(figures.avoidance.cash.kind === 'figure' && figures.avoidance.cash.pence !== 0
      ? [
          {
            label: 'Cost avoidance over the horizon',
            value: valueOf(figures.avoidance.cash),
            note: 'Proposed; shown apart, and in none of the totals',
            href: '#lines',
          },
        ]
      : []),
  ],
});

/** A yearly figure as a headline: of the year today lies in, or else the last; other years are named beside it. */
function headline(
  loaded: LoadedProject,
  of: readonly { readonly fy: number; readonly effect: Figure }[],
  {
    label,
    meaning,
    currentFy,
  }: { readonly label: string; readonly meaning: string; readonly currentFy: number },
): KeyFigureShown {
  const { horizon } = loaded.project.money;
  const shown = horizon.includes(currentFy) ? currentFy : horizon.at(-1);
  const found = of.find(({ fy }) => fy === shown)?.effect;
  const others = of.filter(
    ({ fy, effect }) => fy !== shown && effect.kind === 'figure' && effect.pence !== 0,
  );
  return {
    label: `${label}${shown === undefined ? '' : `, ${formatFy(shown)}`}`,
    value: found ? valueOf(found) : CANNOT,
    note: [
      meaning,
      ...(found?.kind === 'cannot-tell' ? [found.because] : []),
      ...others.map(({ fy, effect }) => `${valueOf(effect)} in ${formatFy(fy)}`),
    ].join('. '),
    href: '#gaps',
  };
}

/** The headlines of the reconciliation: the gap, how much is not explained, budget pressure and what is unbanked. */
export function reconciliationKeyOf(
  loaded: LoadedProject,
  figures: KeyFigures,
  gaps: readonly Pick<GapRow, 'state'>[],
): readonly KeyFigureShown[] {
  const { currentFy, pressure, unbanked } = figures;
  const count = (state: GapRow['state']) => gaps.filter((each) => each.state === state).length;
  const unknown = count('cannot-tell');
  return [
    { ...gap(loaded, figures), href: '#gaps' },
    {
      label: 'Differences not explained',
      value: String(count('open')),
      note: `${count('explained')} explained${unknown > 0 ? `; ${unknown} cannot be told` : ''}`,
      href: '#gaps',
    },
    headline(loaded, pressure, {
      label: 'Budget pressure',
      meaning: 'Banked by finance, but not delivered',
      currentFy,
    }),
    headline(loaded, unbanked, {
      label: 'Unbanked',
      meaning: 'Delivered, but the budget has not fallen',
      currentFy,
    }),
  ];
}
