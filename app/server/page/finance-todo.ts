import { isGapOpen, openGap } from '~/core/finance/explained';
import { isBankable } from '~/core/finance/figures';
import { cellOf, isNilLine } from '~/core/finance/line';
import { isStale, type Cell, type MoneyLine } from '~/core/finance/state';
import { formatMoney } from '~/core/money/format-money';
import { standing } from '~/core/project/row';
import { formatFy, type Fy } from '~/core/time/financial-year';
import { linePath, quoted, yearsInWords } from './finance-words';
import type { LoadedProject } from './load-project';

/** One thing to do, with where. */
export interface ToDo {
  readonly key: string;
  readonly tag: { readonly tone: 'bad' | 'warn' | 'info' | 'neutral'; readonly text: string };
  readonly title: string;
  readonly detail: string;
  readonly href: string;
}

interface Kind {
  readonly key: string;
  readonly edit: string;
  readonly tag: ToDo['tag'];
  readonly title: (line: MoneyLine, fys: readonly Fy[]) => string;
  readonly detail: (line: MoneyLine, fys: readonly Fy[]) => string;
  readonly holds: (line: MoneyLine, cell: Cell, fy: Fy, loaded: LoadedProject) => boolean;
}

const years = (fys: readonly Fy[]) => yearsInWords(fys);

const isSettled = (cell: Cell) => ['given', 'none'].includes(cell.proposed.answer.state);

const sumOf = (line: MoneyLine, fys: readonly Fy[], series: 'delivered' | 'forecast'): string =>
  formatMoney(fys.reduce((sum, fy) => sum + (cellOf(line, fy)[series]?.amount ?? 0), 0));

/** What finance has to do about a line, in the order of urgency. */
const KINDS: readonly Kind[] = [
  {
    key: 'stale',
    edit: 'validate',
    tag: { tone: 'bad', text: 'Stale' },
    title: (line, fys) => `Validate ${quoted(line.title)} again, ${years(fys)}`,
    detail: (line) =>
      line.kind === 'investment'
        ? 'It changed since you validated it; the greater figure counts until you do.'
        : 'It changed since you validated it; it counts as £0 until you do.',
    holds: (line, cell) => line.adopted !== undefined && isStale(line, cell),
  },
  {
    key: 'validate',
    edit: 'validate',
    tag: { tone: 'warn', text: 'Not validated' },
    title: (line, fys) => `Validate ${quoted(line.title)}, ${years(fys)}`,
    detail: () => 'Confidence is 0% until you say otherwise.',
    holds: (line, cell) =>
      line.adopted !== undefined &&
      line.kind !== 'investment' &&
      !cell.validated &&
      cell.proposed.answer.state === 'given',
  },
  {
    key: 'investment',
    edit: 'validate',
    tag: { tone: 'warn', text: 'Unconfirmed' },
    title: (line, fys) =>
      isNilLine(line)
        ? `Confirm nil investment: ${quoted(line.title)}, ${years(fys)}`
        : `Validate the investment ${quoted(line.title)}, ${years(fys)}`,
    detail: () => 'Every cost of change, a nil included, is confirmed by finance before Gate 2.',
    holds: (line, cell) =>
      line.adopted !== undefined && line.kind === 'investment' && !cell.validated && isSettled(cell),
  },
  {
    key: 'mtfs',
    edit: 'mtfs',
    tag: { tone: 'info', text: 'No MTFS figure' },
    title: (line, fys) => `Record the MTFS figure of ${quoted(line.title)}, ${years(fys)}`,
    detail: () => 'Until you do, the gap cannot be told.',
    holds: (line, cell) =>
      !isNilLine(line) && !(cell.mtfs && ['given', 'none'].includes(cell.mtfs.amount.state)),
  },
  {
    key: 'gap',
    edit: 'gap',
    tag: { tone: 'bad', text: 'Gap' },
    title: (line, fys) => `Explain the gap of ${quoted(line.title)}, ${years(fys)}`,
    detail: (line, fys) =>
      fys
        .flatMap((fy) => {
          const gap = openGap(line, fy);
          return gap.kind === 'figure' ? [`${formatFy(fy)}: ${formatMoney(gap.pence)}`] : [];
        })
        .join('; '),
    holds: (line, _cell, fy) => isGapOpen(line, fy),
  },
  {
    key: 'forecast',
    edit: 'confirm-forecast',
    tag: { tone: 'info', text: 'Forecast' },
    title: (line, fys) => `Confirm the forecast of ${quoted(line.title)}, ${years(fys)}`,
    detail: (line, fys) => `${sumOf(line, fys, 'forecast')} forecast by the lead.`,
    holds: (_line, cell) => cell.forecast !== undefined && !cell.forecast.confirmed,
  },
  {
    key: 'delivered',
    edit: 'confirm-delivered',
    tag: { tone: 'info', text: 'Delivered' },
    title: (line, fys) => `Confirm what ${quoted(line.title)} delivered, ${years(fys)}`,
    detail: (line, fys) => `${sumOf(line, fys, 'delivered')} recorded by the lead.`,
    holds: (_line, cell) => cell.delivered !== undefined && !cell.delivered.confirmed,
  },
  {
    key: 'bank',
    edit: 'bank',
    tag: { tone: 'warn', text: 'Unbanked' },
    title: (line, fys) => `Bank ${quoted(line.title)}, ${years(fys)}`,
    detail: (line, fys) => `${sumOf(line, fys, 'delivered')} delivered and not banked, scheduled or settled.`,
    holds: (line, cell, _fy, { external }) =>
      isBankable(external.framework, line) &&
      cell.delivered?.confirmed !== undefined &&
      cell.delivered.amount > 0 &&
      !cell.banked &&
      !cell.banking,
  },
];

function rowsOf(loaded: LoadedProject, kinds: readonly Kind[]): readonly ToDo[] {
  const { project } = loaded;
  return kinds.flatMap((kind) =>
    standing(project.money.lines).flatMap((line): ToDo[] => {
      const fys = project.money.horizon.filter((fy) => kind.holds(line, cellOf(line, fy), fy, loaded));
      if (fys.length === 0) return [];
      return [
        {
          key: `${kind.key}-${line.id}`,
          tag: kind.tag,
          title: kind.title(line, fys),
          detail: kind.detail(line, fys),
          href: `${linePath(project.ref, line.id)}?edit=${kind.edit}#edit`,
        },
      ];
    }),
  );
}

/** What waits for finance: stale and missing validations, unconfirmed nils, gaps, and what is to be confirmed or banked. */
export function financeToDo(loaded: LoadedProject): readonly ToDo[] {
  const { nonCashable } = loaded.project.money;
  const agree: readonly ToDo[] =
    nonCashable && !nonCashable.agreed
      ? [
          {
            key: 'non-cashable',
            tag: { tone: 'warn', text: 'Declared' },
            title: 'Agree that the case claims no saving',
            detail: nonCashable.declared.why,
            href: '#nonCashable',
          },
        ]
      : [];
  return [...rowsOf(loaded, KINDS), ...agree];
}

const LEAD_KINDS: readonly Kind[] = [
  {
    key: 'convention',
    edit: 'terms',
    tag: { tone: 'bad', text: 'Cannot tell' },
    title: (line) => `Say whether ${quoted(line.title)} is incremental or annual`,
    detail: () => 'Without a convention it has neither run rate nor cash.',
    holds: (line, _cell, fy, { project }) =>
      line.timing === 'recurring' && !line.convention && !isNilLine(line) && fy === project.money.horizon[0],
  },
  {
    key: 'adopt',
    edit: 'adopt',
    tag: { tone: 'warn', text: 'Not adopted' },
    title: (line) => `Adopt ${quoted(line.title)}`,
    detail: () => 'It comes from the form, and counts once the lead stands behind it.',
    holds: (line, _cell, fy, { project }) => !line.adopted && fy === project.money.horizon[0],
  },
  {
    key: 'none',
    edit: 'confirm-none',
    tag: { tone: 'warn', text: 'Unconfirmed' },
    title: (line, fys) => `Confirm none: ${quoted(line.title)}, ${years(fys)}`,
    detail: () => 'The form has “-”. It passes nothing until the lead says it is none.',
    holds: (_line, cell) => cell.proposed.answer.state === 'none-unconfirmed',
  },
  {
    key: 'tbc',
    edit: 'propose',
    tag: { tone: 'warn', text: 'TBC' },
    title: (line, fys) => `Propose ${quoted(line.title)}, ${years(fys)}`,
    detail: () => 'To be confirmed, or not answered at all.',
    holds: (line, cell) =>
      Object.keys(line.cells).length > 0 && ['tbc', 'blank'].includes(cell.proposed.answer.state),
  },
];

/** What waits for the lead before finance can go on. */
export const leadToDo = (loaded: LoadedProject): readonly ToDo[] => rowsOf(loaded, LEAD_KINDS);
