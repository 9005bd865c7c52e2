import { and, asc, eq, gt, lt, ne, or } from 'drizzle-orm';
import { canonicalJson } from '~/core/answers/canonical';
import type { StreamKind, StreamName } from '~/core/journal/event';
import type { Folded } from '~/core/journal/stream';
import { refs, streamStates } from '../schema/journal';
import type { Reader, Tx } from '../dialect/writer';

export type StoredState = typeof streamStates.$inferSelect;

/** A stored state before it is written: the state itself still a value. */
export interface StateToSave {
  readonly stream: StreamName;
  readonly kind: StreamKind;
  readonly id: string;
  readonly foldVersion: number;
  readonly rowsVersion: number;
  readonly asOf: number;
  readonly state: Folded;
}

/** The stored state of a stream; undefined before its first event. */
export async function loadState(db: Reader, stream: StreamName): Promise<StoredState | undefined> {
  const [row] = await db.select().from(streamStates).where(eq(streamStates.stream, stream));
  return row;
}

/** What tells whether a state read earlier is still the one stored. */
export async function stateMark(
  db: Reader,
  stream: StreamName,
): Promise<Pick<StoredState, 'version' | 'asOf'> | undefined> {
  const [row] = await db
    .select({ version: streamStates.version, asOf: streamStates.asOf })
    .from(streamStates)
    .where(eq(streamStates.stream, stream));
  return row;
}

/** The stored states of one kind by stream name, from after a name on. */
export async function loadStates(
  db: Reader,
  kind: StreamKind,
  after = '',
  limit = 10_000,
): Promise<readonly StoredState[]> {
  return db
    .select()
    .from(streamStates)
    .where(and(eq(streamStates.kind, kind), gt(streamStates.stream, after)))
    .orderBy(asc(streamStates.stream))
    .limit(limit);
}

/** Streams of a kind whose state or rows an older program made; the next few to rebuild. */
export async function olderStates(
  db: Reader,
  kind: StreamKind,
  foldVersion: number,
  rowsVersion: number,
  limit: number,
): Promise<readonly Pick<StoredState, 'stream' | 'id'>[]> {
  return db
    .select({ stream: streamStates.stream, id: streamStates.id })
    .from(streamStates)
    .where(
      and(
        eq(streamStates.kind, kind),
        or(lt(streamStates.foldVersion, foldVersion), lt(streamStates.rowsVersion, rowsVersion)),
      ),
    )
    .orderBy(asc(streamStates.stream))
    .limit(limit);
}

/** Writes a state over the one before. */
export async function saveState(tx: Tx, save: StateToSave): Promise<void> {
  const { state, ...rest } = save;
  const row = { ...rest, version: state.version, state: canonicalJson(state) };
  await tx.insert(streamStates).values(row).onConflictDoUpdate({ target: streamStates.stream, set: row });
}

const keyOf = (ref: string): string => ref.trim().toUpperCase();

/** Gives a stream its names in place of those it had; answers with one that another stream holds, having changed nothing. */
export async function claimRefs(
  tx: Tx,
  stream: StreamName,
  names: readonly string[],
): Promise<string | undefined> {
  for (const name of names) {
    const [taken] = await tx
      .select({ stream: refs.stream })
      .from(refs)
      .where(and(eq(refs.ref, keyOf(name)), ne(refs.stream, stream)));
    if (taken) return name;
  }
  await tx.delete(refs).where(eq(refs.stream, stream));
  for (const name of names) await tx.insert(refs).values({ ref: keyOf(name), shown: name, stream });
  return undefined;
}

/** The stream that holds a name, whatever its case. */
export async function streamByRef(db: Reader, ref: string): Promise<StreamName | undefined> {
  const [row] = await db
    .select({ stream: refs.stream })
    .from(refs)
    .where(eq(refs.ref, keyOf(ref)));
  return row?.stream;
}

/** Every name held, in order, by others than the given stream. */
export async function refsOfOthers(db: Reader, stream: StreamName): Promise<readonly string[]> {
  const rows = await db
    .select({ shown: refs.shown })
    .from(refs)
    .where(ne(refs.stream, stream))
    .orderBy(asc(refs.ref));
  return rows.map((row) => row.shown);
}

/** The names a stream holds, in order. */
export async function refsOf(db: Reader, stream: StreamName): Promise<readonly string[]> {
  const rows = await db
    .select({ shown: refs.shown })
    .from(refs)
    .where(eq(refs.stream, stream))
    .orderBy(asc(refs.ref));
  return rows.map((row) => row.shown);
}

/** Streams that hold names, for verify. */
export async function streamsWithRefs(db: Reader): Promise<readonly StreamName[]> {
  const rows = await db.selectDistinct({ stream: refs.stream }).from(refs);
  return rows.map((row) => row.stream);
}
