import { appraise, type Appraisal, type Payback } from '~/core/finance/appraisal';
import { discountFactor, DISCOUNT_RATE } from '~/core/finance/discounting';
import { totalOf, type Figure } from '~/core/finance/effect';
import { totalledLines } from '~/core/finance/figures';
import { isNilLine } from '~/core/finance/line';
import type { Convention, MoneyLine } from '~/core/finance/state';
import { formatConfidence } from '~/core/money/read-money';
import { formatFy } from '~/core/time/financial-year';
import { byWords, eventHref, shownFigure, type ShownAmount } from './finance-words';
import type { LoadedProject } from './load-project';

type Appraised = 'proposed' | 'validated';

/** One line of sums of an appraisal over the years, with its total where it has one. */
export interface AppraisalRow {
  readonly key: string;
  readonly name: string;
  readonly cells: readonly ShownAmount[];
  readonly total?: ShownAmount;
  readonly strong: boolean;
}

const row = (
  key: string,
  name: string,
  figures: readonly Figure[],
  more: { readonly total?: boolean; readonly strong?: boolean } = {},
): AppraisalRow => ({
  key,
  name,
  cells: figures.map(shownFigure),
  ...(more.total === false ? {} : { total: shownFigure(totalOf(figures)) }),
  strong: more.strong ?? false,
});

const rowsOf = ({ years }: Appraisal, adjusted?: Appraisal): readonly AppraisalRow[] => [
  row(
    'net',
    'Net effect in the year',
    years.map(({ net }) => net),
  ),
  row(
    'so-far',
    'Net so far, not discounted',
    years.map(({ cumulative }) => cumulative),
    { total: false },
  ),
  {
    key: 'factor',
    name: 'Discount factor',
    cells: years.map(({ n }) => ({ text: discountFactor(n) })),
    strong: false,
  },
  row(
    'present',
    'Present value',
    years.map(({ present }) => present),
    { strong: true },
  ),
  ...(adjusted
    ? [
        row(
          'adjusted-net',
          'Net effect, optimism allowed for',
          adjusted.years.map(({ net }) => net),
        ),
        row(
          'adjusted-present',
          'Present value, optimism allowed for',
          adjusted.years.map(({ present }) => present),
          {
            strong: true,
          },
        ),
      ]
    : []),
];

/** Payback in words, with what to know of it. */
export function paybackWords(payback: Payback): { readonly value: string; readonly note: string } {
  switch (payback.kind) {
    case 'paid-back':
      return {
        value: formatFy(payback.fy),
        note: 'By the end of this year what was invested is back, and stays so; not discounted',
      };
    case 'not-paid-back':
      return { value: 'Not in the horizon', note: `By the end of ${formatFy(payback.last)} it is not back` };
    case 'nothing-invested':
      return { value: 'Cannot tell', note: 'Nothing is invested, so there is nothing to pay back' };
    case 'cannot-tell':
      return { value: 'Cannot tell', note: `${payback.because}.` };
  }
}

/** The lines with the recurring ones whose convention nobody has said read in one. */
const readAs = (lines: readonly MoneyLine[], convention: Convention): readonly MoneyLine[] =>
  lines.map((line) => (line.timing === 'recurring' && !line.convention ? { ...line, convention } : line));

/** What the value would be under either convention, where that is what is wanting. */
function readings({ project }: LoadedProject, lines: readonly MoneyLine[]): string | undefined {
  const { horizon } = project.money;
  if (lines.every((line) => line.timing === 'one-off' || line.convention)) return undefined;
  const [incremental, annual] = (['incremental', 'annual'] as const).map(
    (each) => shownFigure(appraise(readAs(lines, each), 'proposed', horizon).npsv).text,
  );
  return `${incremental} if incremental, ${annual} if annual`;
}

/** The lines appraised: those the lead stands behind, and while there are none what the form says. */
function appraisedLines({ project, external }: LoadedProject) {
  const all = totalledLines(project, external.framework).filter((line) => !isNilLine(line));
  const adopted = all.filter((line) => line.adopted);
  return adopted.length > 0 ? { lines: adopted, fromForm: false } : { lines: all, fromForm: all.length > 0 };
}

/** The appraisal of one series, with and without optimism allowed for. */
function appraisalOf(loaded: LoadedProject, series: Appraised, lines: readonly MoneyLine[]) {
  const { horizon, optimismBias } = loaded.project.money;
  const plain = appraise(lines, series, horizon);
  const adjusted = optimismBias && appraise(lines, series, horizon, optimismBias);
  return {
    npsv: shownFigure(plain.npsv),
    adjusted: adjusted && shownFigure(adjusted.npsv),
    payback: paybackWords(plain.payback),
    rows: rowsOf(plain, adjusted),
  };
}

/** The allowance as it is set: how much, by whom and why; and who may set it. */
function biasShown(loaded: LoadedProject) {
  const { ref, money } = loaded.project;
  const set = money.optimismBias;
  return {
    set: set && {
      investment: formatConfidence(set.investment),
      savings: formatConfidence(set.savings),
      why: set.why,
      by: byWords(loaded, set),
      href: eventHref(ref, set.seq),
    },
    whyNot: loaded.whyNot('set-optimism-bias', {
      investment: set?.investment ?? 0,
      savings: set?.savings ?? 0,
      why: 'Why',
    }),
  };
}

/** What the case is worth over its horizon at the Green Book's rate, beside the budget view and secondary to it. */
export function appraisalPageOf(loaded: LoadedProject) {
  const { horizon } = loaded.project.money;
  const { lines, fromForm } = appraisedLines(loaded);
  const [first] = horizon;
  return {
    marks: loaded.marks,
    years: horizon.map(formatFy),
    baseYear: first === undefined ? undefined : formatFy(first),
    rate: formatConfidence(DISCOUNT_RATE.basisPoints),
    source: DISCOUNT_RATE.source,
    fromForm,
    empty: lines.length === 0 || first === undefined,
    noCost: !lines.some(({ kind }) => kind === 'investment'),
    readings: readings(loaded, lines),
    proposed: appraisalOf(loaded, 'proposed', lines),
    validated: appraisalOf(loaded, 'validated', fromForm ? [] : lines),
    bias: biasShown(loaded),
  };
}
