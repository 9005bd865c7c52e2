import type { Answer } from '~/core/answers/answer';
import { isAvoidance, seriesEffect } from '~/core/finance/figures';
import type { Figure } from '~/core/finance/effect';
import { SERIES, type Series } from '~/core/finance/series';
import type { Cell, MoneyLine } from '~/core/finance/state';
import { isStale } from '~/core/finance/state';
import { bareMoney } from '~/core/money/format-money';
import { formatFy, type Fy } from '~/core/time/financial-year';
import type { LoadedProject } from '../load-project';

type FrozenCell = Omit<Cell, 'proposed'> & { readonly proposed: Answer<number>; readonly proposedAt: number };

/** A money line as a pack keeps it. */
export type FrozenLine = Omit<
  MoneyLine,
  'adopted' | 'cells' | 'termsSeq' | 'termsBy' | 'budgetFalls' | 'recorded' | 'amended' | 'evidence'
> & {
  readonly adopted?: string;
  readonly terms: number;
  readonly cells: Readonly<Record<string, FrozenCell>>;
};

const NOBODY = { by: '', day: '', seq: 0 };

/** The line as the core reads lines: the figures of a pack are reckoned by the functions that reckon today's. */
function thawed(line: FrozenLine): MoneyLine {
  const { adopted, terms, cells, ...rest } = line;
  return {
    ...rest,
    recorded: NOBODY,
    amended: NOBODY,
    evidence: [],
    termsSeq: terms,
    termsBy: '',
    ...(adopted === undefined ? {} : { adopted: { ...NOBODY, by: adopted } }),
    cells: Object.fromEntries(
      Object.entries(cells).map(([fy, { proposed, proposedAt, ...cell }]) => [
        fy,
        { ...cell, proposed: { answer: proposed, by: '', day: '', seq: proposedAt } },
      ]),
    ),
  };
}

const answerText = (answer: Answer<number> | undefined): string => {
  switch (answer?.state) {
    case 'given':
      return bareMoney(answer.value);
    case 'tbc':
      return 'TBC';
    case 'none':
      return 'none';
    case 'none-unconfirmed':
      return '-';
    default:
      return '';
  }
};

function cellText(line: MoneyLine, fy: Fy, series: Series): string {
  const cell = line.cells[fy];
  if (!cell) return '';
  switch (series) {
    case 'proposed':
      return answerText(cell.proposed.answer);
    case 'validated':
      if (!cell.validated) return '';
      return `${bareMoney(cell.validated.amount)}${isStale(line, cell) ? ' (stale)' : ''}`;
    case 'mtfs':
      return answerText(cell.mtfs?.amount);
    case 'forecast':
    case 'delivered':
    case 'banked': {
      const figure = cell[series];
      return figure ? bareMoney(figure.amount) : '';
    }
  }
}

const figureText = (figure: Figure): string =>
  figure.kind === 'figure' ? bareMoney(figure.pence) : 'cannot tell';

const KIND_WORDS = { saving: 'saving', income: 'income', investment: 'investment' } as const;

function lineRows(lines: readonly MoneyLine[], fys: readonly Fy[]) {
  return lines.flatMap((line) =>
    SERIES.flatMap((series) => {
      const cells = fys.map((fy) => cellText(line, fy, series));
      if (series !== 'proposed' && cells.every((cell) => cell === '')) return [];
      const terms = [
        KIND_WORDS[line.kind],
        line.timing,
        line.timing === 'recurring' ? line.convention : undefined,
      ];
      return [
        {
          key: `${line.id}-${series}`,
          line: series === 'proposed' ? line.title : '',
          terms: series === 'proposed' ? terms.filter(Boolean).join(', ') : '',
          adopted: line.adopted !== undefined,
          series,
          cells,
        },
      ];
    }),
  );
}

/** The figures of a pack: every line's series by year, and what each series comes to as an effect. */
export function packMoney(
  { project, external }: Pick<LoadedProject, 'project' | 'external'>,
  frozen: readonly FrozenLine[],
) {
  const lines = frozen.map(thawed);
  const written = lines.flatMap((line) => Object.keys(line.cells).map(Number));
  const fys = [...new Set([...project.money.horizon, ...written])].sort((a, b) => a - b);
  const counting = lines.filter((line) => !isAvoidance(external.framework, line));
  const totals = SERIES.flatMap((series) => {
    const own = counting.filter(
      (line) => line.adopted !== undefined || (series !== 'proposed' && series !== 'validated'),
    );
    const any = own.some((line) => fys.some((fy) => cellText(line, fy, series) !== ''));
    if (!any) return [];
    const total = seriesEffect(project, external.framework, series, { lines: own });
    const of = (fy: Fy) => total.byFy.find((each) => each.fy === fy)?.effect;
    return [
      {
        series,
        cells: fys.map((fy) => {
          const felt = of(fy);
          return felt ? figureText(felt) : '';
        }),
        runRate: figureText(total.runRate),
        cash: figureText(total.cash),
      },
    ];
  });
  return { fys: fys.map(formatFy), rows: lineRows(lines, fys), totals };
}
