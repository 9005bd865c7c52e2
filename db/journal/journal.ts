import { and, asc, desc, eq, gt, lte, sql } from 'drizzle-orm';
import { canonicalJson } from '~/core/answers/canonical';
import type { NewEvent, RecordedEvent, StreamName } from '~/core/journal/event';
import { bodies, events } from '../schema/journal';
import type { Reader, Tx } from '../dialect/writer';
import { bodyDigest, CHAIN_START, chainHash, newSalt } from './digest';

/** How many events are read at a time: an iteration left open would stop SQLite's checkpoints. */
export const PAGE = 500;

/** The end of a chain: its last number and hash; 0 and zeros before the first event. */
export interface Head {
  readonly seq: number;
  readonly hash: string;
}

/** What is the same for all events of one command. */
export interface Occasion {
  readonly recordedAt: string;
  readonly day: string;
  readonly actor: string;
  readonly actingFor?: string;
  readonly commandId: string;
  readonly ids: () => string;
}

/** The stream is not where the writer thought it was. */
export class UnexpectedVersion extends Error {
  override readonly name = 'UnexpectedVersion';
}

/** Appends to a stream that stands at `expected`, and gives the events as they will be read back. */
export async function append(
  tx: Tx,
  stream: StreamName,
  expected: number,
  decided: readonly NewEvent[],
  occasion: Occasion,
): Promise<readonly RecordedEvent[]> {
  const head = await streamHead(tx, stream);
  if (head.seq !== expected)
    throw new UnexpectedVersion(`${stream} stands at ${head.seq}, not at ${expected}`);
  const programme = await programmeHead(tx);
  let streamHash = head.hash;
  let programmeHash = programme.hash;
  const recorded: RecordedEvent[] = [];
  const rows: (typeof events.$inferInsert)[] = [];
  const said: (typeof bodies.$inferInsert)[] = [];
  for (const [index, event] of decided.entries()) {
    const envelope = {
      stream,
      seq: head.seq + index + 1,
      globalSeq: programme.seq + index + 1,
      id: occasion.ids(),
      type: event.type,
      v: event.v,
      recordedAt: occasion.recordedAt,
      day: occasion.day,
      actor: occasion.actor,
      ...(occasion.actingFor === undefined ? {} : { actingFor: occasion.actingFor }),
      commandId: occasion.commandId,
    };
    const salt = newSalt();
    const body = canonicalJson(event.body);
    const sealed = { ...envelope, bodyDigest: bodyDigest(salt, body) };
    streamHash = chainHash(streamHash, sealed);
    programmeHash = chainHash(programmeHash, sealed);
    rows.push({ ...sealed, streamHash, programmeHash });
    said.push({ eventId: envelope.id, salt, body });
    // What was stored, not what was handed in, is what every later fold will see.
    recorded.push({ ...envelope, body: JSON.parse(body) as unknown });
  }
  for (let from = 0; from < rows.length; from += CHUNK) {
    await tx.insert(events).values(rows.slice(from, from + CHUNK));
    await tx.insert(bodies).values(said.slice(from, from + CHUNK));
  }
  return recorded;
}

/** Rows in one statement; SQLite binds at most 32,766 values. */
const CHUNK = 200;

const columns = {
  stream: events.stream,
  seq: events.seq,
  globalSeq: events.globalSeq,
  id: events.id,
  type: events.type,
  v: events.v,
  recordedAt: events.recordedAt,
  day: events.day,
  actor: events.actor,
  actingFor: events.actingFor,
  commandId: events.commandId,
  body: bodies.body,
};
type Row = Omit<typeof events.$inferSelect, 'bodyDigest' | 'streamHash' | 'programmeHash'> & {
  readonly body: string;
};

const recordedFrom = ({ actingFor, body, ...rest }: Row): RecordedEvent => ({
  ...rest,
  ...(actingFor === null ? {} : { actingFor }),
  body: JSON.parse(body) as unknown,
});

/** Where to read from and up to: `after` a seq, `upTo` a seq, `onDay` as at the end of that business day. */
export interface Range {
  readonly after?: number;
  readonly upTo?: number;
  readonly onDay?: string;
}

/** A stream's events in order, page by page. */
export async function* readStream(
  db: Reader,
  stream: StreamName,
  range: Range = {},
): AsyncGenerator<readonly RecordedEvent[]> {
  let after = range.after ?? 0;
  for (;;) {
    const page = await db
      .select(columns)
      .from(events)
      .innerJoin(bodies, eq(bodies.eventId, events.id))
      .where(
        and(
          eq(events.stream, stream),
          gt(events.seq, after),
          range.upTo === undefined ? undefined : lte(events.seq, range.upTo),
          range.onDay === undefined ? undefined : lte(events.day, range.onDay),
        ),
      )
      .orderBy(asc(events.seq))
      .limit(PAGE);
    if (page.length > 0) yield page.map(recordedFrom);
    if (page.length < PAGE) return;
    after = page[page.length - 1]!.seq;
  }
}

/** Every event of the programme by globalSeq, page by page. `after` and `upTo` are globalSeqs. */
export async function* readAll(db: Reader, range: Range = {}): AsyncGenerator<readonly RecordedEvent[]> {
  let after = range.after ?? 0;
  for (;;) {
    const page = await db
      .select(columns)
      .from(events)
      .innerJoin(bodies, eq(bodies.eventId, events.id))
      .where(
        and(
          gt(events.globalSeq, after),
          range.upTo === undefined ? undefined : lte(events.globalSeq, range.upTo),
          range.onDay === undefined ? undefined : lte(events.day, range.onDay),
        ),
      )
      .orderBy(asc(events.globalSeq))
      .limit(PAGE);
    if (page.length > 0) yield page.map(recordedFrom);
    if (page.length < PAGE) return;
    after = page[page.length - 1]!.globalSeq;
  }
}

/** The whole of a stream, for folds that need it at once. */
export async function eventsOf(
  db: Reader,
  stream: StreamName,
  range: Range = {},
): Promise<readonly RecordedEvent[]> {
  const all: RecordedEvent[] = [];
  for await (const page of readStream(db, stream, range)) all.push(...page);
  return all;
}

/** One event by its id. */
export async function eventById(db: Reader, id: string): Promise<RecordedEvent | undefined> {
  const [row] = await db
    .select(columns)
    .from(events)
    .innerJoin(bodies, eq(bodies.eventId, events.id))
    .where(eq(events.id, id));
  return row && recordedFrom(row);
}

/** The events one command recorded. */
export async function eventsOfCommand(
  db: Reader,
  actor: string,
  commandId: string,
): Promise<readonly RecordedEvent[]> {
  const rows = await db
    .select(columns)
    .from(events)
    .innerJoin(bodies, eq(bodies.eventId, events.id))
    .where(and(eq(events.actor, actor), eq(events.commandId, commandId)))
    .orderBy(asc(events.globalSeq));
  return rows.map(recordedFrom);
}

/** Where a stream's chain ends. */
export async function streamHead(db: Reader, stream: StreamName): Promise<Head> {
  const [row] = await db
    .select({ seq: events.seq, hash: events.streamHash })
    .from(events)
    .where(eq(events.stream, stream))
    .orderBy(desc(events.seq))
    .limit(1);
  return row ?? { seq: 0, hash: CHAIN_START };
}

/** Where the programme's chain ends: what packs and verify print. */
export async function programmeHead(db: Reader): Promise<Head & { readonly recordedAt?: string }> {
  const [row] = await db
    .select({ seq: events.globalSeq, hash: events.programmeHash, recordedAt: events.recordedAt })
    .from(events)
    .orderBy(desc(events.globalSeq))
    .limit(1);
  return row ?? { seq: 0, hash: CHAIN_START };
}

/** The hash of the programme's chain at a globalSeq, while there is such an event. */
export async function programmeHashAt(db: Reader, globalSeq: number): Promise<string | undefined> {
  const [row] = await db
    .select({ hash: events.programmeHash })
    .from(events)
    .where(eq(events.globalSeq, globalSeq));
  return row?.hash;
}

/** The names of all streams in the journal, by page after a name. */
export async function streamNames(db: Reader, after = '', limit = PAGE): Promise<readonly StreamName[]> {
  const rows = await db
    .selectDistinct({ stream: events.stream })
    .from(events)
    .where(sql`${events.stream} > ${after}`)
    .orderBy(asc(events.stream))
    .limit(limit);
  return rows.map((row) => row.stream);
}
