import { and, asc, eq, gt, isNull, like } from 'drizzle-orm';
import { bodies, commandLog, events, streamStates } from '../schema/journal';
import type { Reader } from '../dialect/writer';
import { BODY_REDACTED, FILE_REDACTED } from './redaction';

/** An event with everything the chain is made of, as it is stored, for verify. A missing body is null. */
export interface RawEvent {
  readonly event: typeof events.$inferSelect;
  readonly body: typeof bodies.$inferSelect | null;
}

/** Every event as stored, by globalSeq, page by page. */
export async function* rawEvents(db: Reader, size: number): AsyncGenerator<readonly RawEvent[]> {
  let after = Number.MIN_SAFE_INTEGER;
  for (;;) {
    const page = await db
      .select({ event: events, body: bodies })
      .from(events)
      .leftJoin(bodies, eq(bodies.eventId, events.id))
      .where(gt(events.globalSeq, after))
      .orderBy(asc(events.globalSeq))
      .limit(size);
    if (page.length > 0) yield page;
    if (page.length < size) return;
    after = page[page.length - 1]!.event.globalSeq;
  }
}

/** An event that redacts, with its body as it is stored. */
export interface RedactionMade {
  readonly id: string;
  readonly globalSeq: number;
  readonly type: string;
  readonly body: string;
}

/** The events that redact. */
export async function redactionsMade(db: Reader): Promise<readonly RedactionMade[]> {
  return db
    .select({ id: events.id, globalSeq: events.globalSeq, type: events.type, body: bodies.body })
    .from(events)
    .innerJoin(bodies, eq(bodies.eventId, events.id))
    .where(and(eq(events.stream, 'programme'), like(events.type, '%-redacted')))
    .then((rows) => rows.filter((row) => row.type === BODY_REDACTED || row.type === FILE_REDACTED));
}

/** Bodies whose event is gone. */
export async function bodiesAlone(db: Reader): Promise<readonly string[]> {
  const rows = await db
    .select({ id: bodies.eventId })
    .from(bodies)
    .leftJoin(events, eq(events.id, bodies.eventId))
    .where(isNull(events.id));
  return rows.map((row) => row.id);
}

/** Events that no command in the log answers for. */
export async function eventsWithoutCommand(db: Reader): Promise<readonly { stream: string; seq: number }[]> {
  return db
    .select({ stream: events.stream, seq: events.seq })
    .from(events)
    .leftJoin(commandLog, and(eq(commandLog.actor, events.actor), eq(commandLog.commandId, events.commandId)))
    .where(isNull(commandLog.commandId))
    .orderBy(asc(events.globalSeq))
    .limit(100);
}

/** The ids of the events one command recorded, in order. */
export async function eventIdsOfCommand(
  db: Reader,
  actor: string,
  commandId: string,
): Promise<readonly string[]> {
  const rows = await db
    .select({ id: events.id })
    .from(events)
    .where(and(eq(events.actor, actor), eq(events.commandId, commandId)))
    .orderBy(asc(events.globalSeq));
  return rows.map((row) => row.id);
}

/** The names of all streams whose state is kept. */
export async function streamsWithState(db: Reader): Promise<readonly string[]> {
  const rows = await db
    .select({ stream: streamStates.stream })
    .from(streamStates)
    .orderBy(asc(streamStates.stream));
  return rows.map((row) => row.stream);
}
