import { and, eq, isNull, type Column } from 'drizzle-orm';
import type { FrameworkVersion } from '~/core/gates/framework';
import type { RecordedEvent } from '~/core/journal/event';
import type { Folded } from '~/core/journal/stream';
import type { Reader, Tx } from '../dialect/writer';
import { HOLDS_STILL } from '../schema/projections';
import type { ProjectionRow, RowTable, TableRows } from './projection';

type Span = 'fromSeq' | 'fromPosition' | 'fromDay' | 'toPosition' | 'toDay';

/** A table of rows with the events and days between which each of them held. */
export type HistoryTable = RowTable & Readonly<Record<Span, Column>>;

/** How one row of a project is kept of the past. */
export interface RowHistory {
  readonly table: HistoryTable;
  /** The row as it stands, from the state and the framework version it keeps; without `project` and without its span. */
  rowOf(state: Folded, framework: FrameworkVersion): ProjectionRow;
}

/** The last event of a command: from it on a row holds. */
export type Moment = Pick<RecordedEvent, 'seq' | 'globalSeq' | 'day'>;

const startedAt = (project: string, row: ProjectionRow, at: Moment): ProjectionRow => ({
  ...row,
  project,
  fromSeq: at.seq,
  fromPosition: at.globalSeq,
  fromDay: at.day,
  toPosition: null,
  toDay: HOLDS_STILL,
});

const endedAt = (at: Moment) => ({ toPosition: at.globalSeq, toDay: at.day });

const saysTheSame = (held: ProjectionRow, row: ProjectionRow): boolean =>
  Object.keys(row).every((name) => (held[name] ?? null) === (row[name] ?? null));

/** The rows of one project's whole past, made by walking its commands in order; for rebuilding and comparing. */
export function pastOf(history: RowHistory, project: string) {
  const rows: ProjectionRow[] = [];
  return {
    /** To be told the state each command left, with its last event. */
    after(state: Folded, framework: FrameworkVersion, at: Moment): void {
      const row = history.rowOf(state, framework);
      const held = rows.at(-1);
      if (held && saysTheSame(held, row)) return;
      if (held) rows[rows.length - 1] = { ...held, ...endedAt(at) };
      rows.push(startedAt(project, row, at));
    },
    rows: (): TableRows => ({ table: history.table, rows }),
  };
}

/** Ends the row that holds and begins the one that now does, if it says anything else; in the transaction of the events. */
export async function goOn(
  tx: Tx,
  history: RowHistory,
  project: string,
  row: ProjectionRow,
  at: Moment,
): Promise<void> {
  const { table } = history;
  const held = await heldStill(tx, history, project);
  if (held && saysTheSame(held, row)) return;
  if (held) {
    await tx
      .update(table)
      .set(endedAt(at))
      .where(and(eq(table.project, project), isNull(table.toPosition)));
  }
  await tx.insert(table).values(startedAt(project, row, at));
}

async function heldStill(
  db: Reader,
  { table }: RowHistory,
  project: string,
): Promise<ProjectionRow | undefined> {
  const [row] = await db
    .select()
    .from(table)
    .where(and(eq(table.project, project), isNull(table.toPosition)));
  return row as ProjectionRow | undefined;
}
