import type { CaseDocument } from '~/core/case/case-document';
import type { StatedCell } from '~/core/case/document';
import type { LineKind, Timing } from '~/core/finance/state';
import { fyRange, readFy, type Fy } from '~/core/time/financial-year';
import { moneyIn } from './cells';
import type { SectionName } from './labels';
import type { Ledger } from './ledger';
import { isBlank, wordsOf, type Cell } from './lines';
import { meet, segmentsOf, type Sections, type Segment } from './sections';

const TOTAL = 'Total';
const LONGEST_HORIZON = 20;

/** Rows of the form that are lines of money; the others (nets) are kept as stated. */
const LINES: Readonly<Record<string, { kind: LineKind; timing: Timing }>> = {
  'One-off Investment': { kind: 'investment', timing: 'one-off' },
  'One-off Savings': { kind: 'saving', timing: 'one-off' },
  'Recurring Investment': { kind: 'investment', timing: 'recurring' },
  'Recurring Savings': { kind: 'saving', timing: 'recurring' },
};

interface Column {
  readonly cell: Cell;
  readonly words: string;
  /** Undefined for the total and for a heading that is no financial year. */
  readonly fy: Fy | undefined;
  readonly known: boolean;
}

type Line = CaseDocument['moneyLines'][number];
export interface MoneyTable {
  readonly fys: readonly Fy[];
  readonly stated: StatedCell[];
  readonly lines: Line[];
}

/** A money table of the form: every cell as stated, and its lines read. What cannot be read is left over. */
export function readMoneyTable(
  sections: Sections,
  section: SectionName,
  table: string,
  ledger: Ledger,
): MoneyTable {
  const segments = segmentsOf(sections.get(section) ?? [], section);
  const columns = columnsOf(segments, section, ledger);
  const stated: StatedCell[] = [];
  const lines: Line[] = [];
  for (const segment of segments) {
    const { label } = segment;
    if (label === undefined || label === TOTAL || !meet(ledger, section, segment)) continue;
    const cells = fitted(segment.cells, columns, label, ledger);
    const read = cells.map((cell, index) => readCell(cell, columns[index], label, table, ledger));
    stated.push(...read.flatMap((each) => (each.stated ? [each.stated] : [])));
    const terms = LINES[label];
    if (terms && cells.length > 0) {
      lines.push({ ...terms, title: label, cells: read.flatMap((each) => (each.entry ? [each.entry] : [])) });
    }
  }
  for (const column of columns) {
    if (column.fy !== undefined && stated.some((cell) => cell.column === column.words))
      ledger.take(column.cell);
  }
  return { fys: columns.flatMap(({ fy }) => (fy === undefined ? [] : [fy])), stated, lines };
}

/** The table's headings: the years before the first row, and the total where the form prints it. */
function columnsOf(segments: readonly Segment[], section: SectionName, ledger: Ledger): readonly Column[] {
  const at = segments.findIndex(
    ({ label, cells }) => label === undefined && cells.some((cell) => fyIn(cell) !== undefined),
  );
  const heading = segments[at];
  if (!heading) return [];
  const firstWorded = heading.cells.findIndex((cell) => !isBlank(cell));
  const columns = heading.cells.slice(firstWorded).map(columnOf);
  const next = segments[at + 1];
  if (next?.label === TOTAL && next.labelCell && meet(ledger, section, next)) {
    columns.push({ cell: next.labelCell, words: TOTAL, fy: undefined, known: true });
    columns.push(...next.cells.filter((cell) => fyIn(cell) !== undefined).map(columnOf));
  }
  const fys = columns.flatMap(({ fy }) => (fy === undefined ? [] : [fy]));
  const sound = new Set(fys).size === fys.length && Math.max(...fys) - Math.min(...fys) < LONGEST_HORIZON;
  if (sound) return columns;
  ledger.refuse('The years of this table repeat or lie too far apart', ...columns.map(({ cell }) => cell));
  return [];
}

function fyIn(cell: Cell): Fy | undefined {
  const reading = readFy(wordsOf(cell));
  return reading.ok ? reading.value : undefined;
}

const columnOf = (cell: Cell): Column => {
  const fy = fyIn(cell);
  return { cell, words: wordsOf(cell), fy, known: fy !== undefined };
};

/** A row's cells when they are as many as the headings; else none, because which year a figure is of cannot be told. */
function fitted(
  cells: readonly Cell[],
  columns: readonly Column[],
  label: string,
  ledger: Ledger,
): readonly Cell[] {
  let trimmed = cells;
  while (trimmed.length > columns.length && trimmed.at(-1)?.parts.length === 0)
    trimmed = trimmed.slice(0, -1);
  if (trimmed.length === columns.length) return trimmed;
  ledger.refuse(`${label}: ${cells.length} figures under ${columns.length} headings`, ...cells);
  return [];
}

type Entry = Line['cells'][number];

function readCell(
  cell: Cell,
  column: Column | undefined,
  label: string,
  table: string,
  ledger: Ledger,
): { stated?: StatedCell; entry?: Entry } {
  if (!column?.known) {
    ledger.refuse(`${label}: a figure under a heading that is no financial year`, cell);
    return {};
  }
  const words = wordsOf(cell);
  const stated = words === '' ? {} : { stated: { table, row: label, column: column.words, words } };
  const terms = LINES[label];
  if (column.fy === undefined || !terms) {
    ledger.take(cell);
    return stated;
  }
  const answer = moneyIn(cell, `${label}, ${column.words}`, terms.kind !== 'investment', ledger);
  const unread = answer.state === 'blank';
  return { ...(unread ? {} : stated), entry: { fy: column.fy, answer } };
}

/** The years of the tables, filled up to an unbroken run. */
export function horizonOf(tables: readonly MoneyTable[]): Fy[] {
  const fys = tables.flatMap((table) => table.fys);
  if (fys.length === 0) return [];
  const [first, last] = [Math.min(...fys), Math.max(...fys)];
  return last - first < LONGEST_HORIZON ? fyRange(first, last) : [];
}
