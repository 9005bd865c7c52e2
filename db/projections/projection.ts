import { eq, getTableColumns, getTableName } from 'drizzle-orm';
import type { AnySQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { FrameworkVersion } from '~/core/gates/framework';
import type { StreamKind } from '~/core/journal/event';
import type { Folded } from '~/core/journal/stream';
import type { Reader, Tx } from '../dialect/writer';
import type { RowHistory } from './history';

/** A table of rows that a project owns by its `project` column. */
export type RowTable = SQLiteTable & { readonly project: AnySQLiteColumn };
/** A row by the names of its columns in the schema; every column is there, absent values as null. */
export type ProjectionRow = Readonly<Record<string, string | number | boolean | null>>;

/** The rows one table has of one project. */
export interface TableRows {
  readonly table: RowTable;
  readonly rows: readonly ProjectionRow[];
}

/** How a kind of stream is kept as rows. */
export interface Projection {
  readonly kind: StreamKind;
  /** Raised when the rows change for the same state; rows of an older version are rebuilt at start. */
  readonly version: number;
  readonly tables: readonly RowTable[];
  /** Rows of every table, from the state and the framework version it keeps and nothing else. */
  rowsOf(state: Folded, framework: FrameworkVersion): readonly TableRows[];
  /** The row that is kept of the past too, where there is one. */
  readonly history?: RowHistory;
  /** Names the stream has to itself. */
  refsOf(state: Folded): readonly string[];
}

/** Every table a projection writes. */
export const tablesOf = ({ tables, history }: Projection): readonly RowTable[] =>
  history ? [...tables, history.table] : tables;

const CHUNK = 200;

/** Writes the rows of one project, table by table, leaving alone those that are as `before`. */
export async function saveRows(
  tx: Tx,
  project: string,
  now: readonly TableRows[],
  before: readonly TableRows[] = [],
): Promise<void> {
  const known = new Map(before.map((each) => [each.table, JSON.stringify(each.rows)]));
  for (const { table, rows } of now) {
    if (known.get(table) === JSON.stringify(rows)) continue;
    await tx.delete(table).where(eq(table.project, project));
    for (let from = 0; from < rows.length; from += CHUNK) {
      await tx.insert(table).values([...rows.slice(from, from + CHUNK)]);
    }
  }
}

/** The rows a table holds of one project. */
export const storedRows = async (
  db: Reader,
  table: RowTable,
  project: string,
): Promise<readonly ProjectionRow[]> =>
  (await db.select().from(table).where(eq(table.project, project))) as ProjectionRow[];

/** The projects a table has rows of. */
export async function projectsIn(db: Reader, table: RowTable): Promise<readonly string[]> {
  const rows = await db.selectDistinct({ project: table.project }).from(table);
  return rows.map((row) => String(row.project));
}

export const tableName = (table: RowTable): string => getTableName(table);

/** The columns that tell one row of a project from another. */
export const rowKey = (table: RowTable, row: ProjectionRow): string => {
  const columns = Object.keys(getTableColumns(table));
  return ['line', 'id', 'gate', 'fy', 'series', 'fromSeq']
    .filter((name) => columns.includes(name) && !(name === 'gate' && columns.includes('id')))
    .map((name) => String(row[name]))
    .join(' / ');
};
