import { readAnswerText } from '~/core/answers/answer';
import type { StatedCell } from '~/core/case/document';
import { formatMoney } from '~/core/money/format-money';
import { readMoney } from '~/core/money/read-money';
import type { LoadedProject } from './load-project';

/** A table of the form as the document states it, with its totals worked out beside. */
export interface StatedTable {
  readonly key: string;
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly {
    readonly label: string;
    readonly cells: readonly string[];
    /** The total of the row's years as they are written, where the table states one. */
    readonly computed?: string;
  }[];
  /** Where what is stated is not what the figures come to. */
  readonly differences: readonly string[];
}

const TOTAL = /^total$/iu;
const NET = /^net\b/iu;
const INVESTMENT = /investment/iu;

/** The pence a document's cell stands for; a dash is nothing, and what cannot be read is undefined. */
function penceOf(words: string): number | undefined {
  const reading = readAnswerText(words, (text) => readMoney(text, { negatives: true }));
  if (!reading.ok) return undefined;
  if (reading.value.state === 'given') return reading.value.value;
  return reading.value.state === 'none-unconfirmed' || reading.value.state === 'blank' ? 0 : undefined;
}

function sum(cells: readonly string[]): number | undefined {
  let total = 0;
  for (const words of cells) {
    const pence = penceOf(words);
    if (pence === undefined || !Number.isSafeInteger(total + pence)) return undefined;
    total += pence;
  }
  return total;
}

type Row = { readonly label: string; readonly cells: readonly string[] };

/** Totals across: a row's years against the total it states. */
function acrossFault({ label, cells }: Row, columns: readonly string[]): readonly string[] {
  const at = columns.findIndex((column) => TOTAL.test(column));
  if (at < 0) return [];
  const [stated, computed] = [penceOf(cells[at] ?? ''), sum(cells.filter((_, index) => index !== at))];
  if (computed === undefined || stated === undefined || stated === computed) return [];
  return [
    `${label}: stated as ${cells[at] || 'nothing'} in total; the years come to ${formatMoney(computed)}.`,
  ];
}

/** Nets down: savings less investment against the net it states, column by column. */
function downFaults(rows: readonly Row[], columns: readonly string[]): readonly string[] {
  const net = rows.find(({ label }) => NET.test(label));
  if (!net) return [];
  const parts = rows.filter((row) => row !== net);
  return columns.flatMap((column, at) => {
    const amounts = parts.map((row) => {
      const pence = penceOf(row.cells[at] ?? '');
      return pence === undefined ? undefined : INVESTMENT.test(row.label) ? 0 - pence : pence;
    });
    const stated = penceOf(net.cells[at] ?? '');
    if (stated === undefined || amounts.some((each) => each === undefined)) return [];
    const computed = amounts.reduce<number>((total, each) => total + (each ?? 0), 0);
    if (computed === stated) return [];
    return [
      `${net.label}, ${column}: stated as ${net.cells[at] || 'nothing'}; savings less investment come to ${formatMoney(computed)}.`,
    ];
  });
}

const unique = (words: readonly string[]): readonly string[] => [...new Set(words)];

/** One table of cells as stated; the document's order of rows and columns is kept. */
export function statedTable(key: string, title: string, stated: readonly StatedCell[]): StatedTable {
  const columns = unique(stated.map(({ column }) => column));
  const rows = unique(stated.map(({ row }) => row)).map((label) => ({
    label,
    cells: columns.map(
      (column) => stated.find((each) => each.row === label && each.column === column)?.words ?? '',
    ),
  }));
  const total = columns.findIndex((column) => TOTAL.test(column));
  return {
    key,
    title,
    columns,
    rows: rows.map((row) => {
      const computed = total < 0 ? undefined : sum(row.cells.filter((_, at) => at !== total));
      return { ...row, ...(computed === undefined ? {} : { computed: formatMoney(computed) }) };
    }),
    differences: [...rows.flatMap((row) => acrossFault(row, columns)), ...downFaults(rows, columns)],
  };
}

const TITLES: Readonly<Record<string, string>> = {
  'one-off': 'One-off investment and savings',
  ongoing: 'Ongoing investment and savings',
};

/** The money of the document a record came from, as the document states it: its tables, finance's figures, its notes. */
export function statedOf({ project }: Pick<LoadedProject, 'project'>) {
  const { text } = project.case;
  const note = (field: 'savingsNote' | 'mtfsCaveat') => {
    const { answer } = text[field];
    return answer.state === 'given' ? answer.value : undefined;
  };
  return {
    documents: project.documents.map((document) => ({
      name: document.name,
      day: document.day,
      tables: unique(document.stated.map(({ table }) => table)).map((table) =>
        statedTable(
          table,
          TITLES[table] ?? table,
          document.stated.filter((each) => each.table === table),
        ),
      ),
      statements: document.statements
        .filter(({ about }) => about === 'finance-validation' || about === 'mtfs')
        .map(({ id, words, cells }) => ({
          id,
          words,
          table: cells.length === 0 ? undefined : statedTable(id, "Finance's validated figures", cells),
        })),
    })),
    savingsNote: note('savingsNote'),
    mtfsCaveat: note('mtfsCaveat'),
  };
}
