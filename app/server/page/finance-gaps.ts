import type { Figure } from '~/core/finance/effect';
import { GAP_KINDS, gapsOf, type GapKind, type LineGap } from '~/core/finance/reconciliation';
import { formatMoney } from '~/core/money/format-money';
import { formatFy, type Fy } from '~/core/time/financial-year';
import { byWords, eventHref, linePath, shownFigure, yearsInWords, type ShownAmount } from './finance-words';
import type { LoadedProject } from './load-project';

/** One difference between two series of a line, with what explains it and what does not. */
export interface GapRow {
  readonly key: string;
  readonly state: 'open' | 'cannot-tell' | 'explained';
  readonly year: string;
  readonly line: { readonly title: string; readonly href: string };
  readonly what: string;
  readonly amount: ShownAmount;
  /** What is not explained, in words; nothing where all of it is, or it cannot be told. */
  readonly open: string | undefined;
  readonly explained: readonly {
    readonly key: string;
    readonly amount: string;
    readonly why: string;
    readonly by: string;
    readonly href: string;
  }[];
  /** Where it is closed or explained. */
  readonly mend: { readonly text: string; readonly href: string };
}

const WHAT: Readonly<Record<GapKind, string>> = {
  mtfs: 'MTFS less validated',
  pressure: 'Banked, not delivered',
  unbanked: 'Delivered, not banked',
  variance: 'Delivered less validated',
  validated: 'Proposed less validated',
  forecast: 'Forecast less proposed',
};

const MEND: Readonly<Record<GapKind, { readonly edit: string; readonly text: string }>> = {
  mtfs: { edit: 'gap', text: 'Explain the gap' },
  pressure: { edit: 'variance', text: 'Explain the variance' },
  unbanked: { edit: 'bank', text: 'Bank it, or settle the year' },
  variance: { edit: 'variance', text: 'Explain the variance' },
  validated: { edit: 'validate', text: 'Validate' },
  forecast: { edit: 'forecast', text: 'Forecast' },
};

const isUnknown = ({ amount, open }: LineGap): boolean =>
  amount.kind === 'cannot-tell' || open.kind === 'cannot-tell';
const isOpen = (open: Figure): boolean => open.kind === 'figure' && open.pence !== 0;

function mendOf(ref: string, { kind, line, amount }: LineGap): GapRow['mend'] {
  const { edit, text } =
    kind === 'mtfs' && amount.kind === 'cannot-tell'
      ? line.timing === 'recurring' && !line.convention
        ? { edit: 'terms', text: 'Say the convention' }
        : { edit: 'mtfs', text: 'Record the MTFS figure' }
      : amount.kind === 'cannot-tell'
        ? { edit: 'terms', text: 'Say the convention' }
        : MEND[kind];
  return { text, href: `${linePath(ref, line.id)}?edit=${edit}#edit` };
}

function rowOf(loaded: LoadedProject, gap: LineGap, state: GapRow['state'], year: string): GapRow {
  const { ref } = loaded.project;
  const { kind, line, fy, amount, open, explanations } = gap;
  const hole = kind === 'mtfs' && amount.kind === 'figure' && amount.pence > 0;
  return {
    key: `${kind}-${line.id}-${fy}`,
    state,
    year,
    line: { title: line.title, href: linePath(ref, line.id) },
    what: hole ? `${WHAT[kind]}: a hole in the budget` : WHAT[kind],
    amount: shownFigure(amount),
    open: state === 'open' && open.kind === 'figure' ? formatMoney(open.pence) : undefined,
    explained: explanations.map((each) => ({
      key: `${each.seq}-${each.amount}`,
      amount: formatMoney(each.amount),
      why: each.why,
      by: byWords(loaded, each),
      href: eventHref(ref, each.seq),
    })),
    mend: mendOf(ref, gap),
  };
}

/** "23/24 to 26/27" of years in a row, else the years one by one. */
function spanOf(fys: readonly Fy[]): string {
  const [first, last] = [fys[0], fys.at(-1)];
  if (first === undefined || last === undefined || fys.length < 3 || last - first + 1 !== fys.length)
    return yearsInWords(fys);
  return `${formatFy(first)} to ${formatFy(last)}`;
}

/** What nobody can tell of one kind on one line is one row, whatever its years. */
function unknownRows(loaded: LoadedProject, gaps: readonly LineGap[]): readonly GapRow[] {
  const by = new Map<string, LineGap[]>();
  for (const gap of gaps.filter(isUnknown)) {
    const key = `${gap.kind}-${gap.line.id}`;
    by.set(key, [...(by.get(key) ?? []), gap]);
  }
  return [...by.values()].flatMap((same) => {
    const [first] = same;
    return first ? [rowOf(loaded, first, 'cannot-tell', spanOf(same.map(({ fy }) => fy)))] : [];
  });
}

const inOrder = (a: LineGap, b: LineGap): number =>
  a.fy - b.fy || GAP_KINDS.indexOf(a.kind) - GAP_KINDS.indexOf(b.kind);

/** Every difference between the series of a project: those not explained first, what cannot be told, and the explained. */
export function gapRows(loaded: LoadedProject): readonly GapRow[] {
  const { project, external, today } = loaded;
  const gaps = [...gapsOf(project, { framework: external.framework, today })].sort(inOrder);
  const known = gaps.filter((gap) => !isUnknown(gap));
  const row = (state: GapRow['state']) => (gap: LineGap) => rowOf(loaded, gap, state, formatFy(gap.fy));
  return [
    ...known.filter(({ open }) => isOpen(open)).map(row('open')),
    ...unknownRows(loaded, gaps),
    ...known.filter(({ open }) => !isOpen(open)).map(row('explained')),
  ];
}
