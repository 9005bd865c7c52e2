import { labelIn, type SectionName } from './labels';
import type { Ledger } from './ledger';
import { isBlank, wordsOf, type Cell } from './lines';
import type { SectionBlock } from './sections';

/** A row of a table read by its column labels. */
export type GridRow<Column extends string> = Readonly<Record<Column, Cell>>;

const BLANK: Cell = { parts: [] };

/** Columns of a heading row, as labels of the form; undefined when the cells are no heading of this table. */
function headingRow<Column extends string>(
  cells: readonly Cell[],
  section: SectionName,
  columns: readonly Column[],
): readonly (Column | undefined)[] | undefined {
  const found = cells.map((cell) => columns.find((column) => column === labelIn(section, wordsOf(cell))));
  const named = found.filter((column) => column !== undefined);
  return named.length * 2 > columns.length && named.length * 2 > cells.length ? found : undefined;
}

/**
 * The rows of one table of a section under its heading row, which is looked for. A row whose cells are not as many
 * as the headings is refused whole: which cell stands under which heading cannot be told.
 */
export function gridRows<Column extends string>(
  blocks: readonly SectionBlock[],
  section: SectionName,
  columns: readonly Column[],
  ledger: Ledger,
  endsAt: (cells: readonly Cell[]) => boolean = () => false,
): readonly GridRow<Column>[] {
  const rows = blocks.flatMap((block) => (block.kind === 'row' ? [block.cells] : []));
  const at = rows.findIndex((cells) => headingRow(cells.slice(0, columns.length), section, columns));
  const first = rows[at];
  if (!first) return [];
  // With its blank lines gone a table is one long row: the headings are its beginning.
  const heading = first.length > columns.length + 1 ? first.slice(0, columns.length) : first;
  const names = headingRow(heading, section, columns) ?? [];
  heading.forEach((cell, index) => {
    const name = names[index];
    if (name !== undefined) ledger.label(section, name, cell);
  });
  const rest = rows.slice(at + 1);
  const end = rest.findIndex(endsAt);
  const body = [first.slice(heading.length), ...(end === -1 ? rest : rest.slice(0, end))].filter(
    (cells) => cells.length > 0 && !cells.every(isBlank),
  );
  return regroup(body, names.length).flatMap((cells) => fitted(cells, names, ledger));
}

/** Cells in rows of the table's width where no row has it: each cell a row of its own, or all in one. */
function regroup(rows: readonly (readonly Cell[])[], width: number): readonly (readonly Cell[])[] {
  const cells = rows.flat();
  const asTheyStand = rows.some((row) => row.length === width) || width < 2 || cells.length % width !== 0;
  const broken = rows.length === 1 || rows.every((row) => row.length === 1);
  if (asTheyStand || !broken) return rows;
  return Array.from({ length: cells.length / width }, (_, index) =>
    cells.slice(index * width, (index + 1) * width),
  );
}

function fitted<Column extends string>(
  cells: readonly Cell[],
  names: readonly (Column | undefined)[],
  ledger: Ledger,
): readonly GridRow<Column>[] {
  let trimmed = cells;
  while (trimmed.length > names.length && isBlank(trimmed.at(-1) ?? BLANK)) trimmed = trimmed.slice(0, -1);
  if (trimmed.length !== names.length) {
    ledger.refuse(`A row of ${cells.length} cells under ${names.length} headings`, ...cells);
    return [];
  }
  const row: Partial<Record<Column, Cell>> = {};
  names.forEach((name, index) => {
    if (name !== undefined) row[name] = trimmed[index] ?? BLANK;
  });
  return [row as GridRow<Column>];
}

/** A column's cell, blank where the table has no such column. */
export const cellAt = <Column extends string>(row: GridRow<Column>, column: Column): Cell =>
  row[column] ?? BLANK;
