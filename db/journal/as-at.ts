import { and, asc, desc, eq, inArray, lte, max, or } from 'drizzle-orm';
import type { StreamKind, StreamName } from '~/core/journal/event';
import type { IsoDay } from '~/core/time/iso-day';
import { events, streamStates } from '../schema/journal';
import { projectHistory } from '../schema/projections';
import type { Reader } from '../dialect/writer';
import { BODY_REDACTED, FILE_REDACTED } from './redaction';

/** The number of a stream's last event up to a place in the programme; 0 when the stream had not begun. */
export async function lastSeqAt(db: Reader, stream: StreamName, position: number): Promise<number> {
  const [row] = await db
    .select({ seq: events.seq })
    .from(events)
    .where(and(eq(events.stream, stream), lte(events.globalSeq, position)))
    .orderBy(desc(events.seq))
    .limit(1);
  return row?.seq ?? 0;
}

/** The numbers of the last events of streams up to the end of a day; those that had not begun are left out. */
export async function lastSeqsOn(
  db: Reader,
  streams: readonly StreamName[],
  day: IsoDay,
): Promise<ReadonlyMap<StreamName, number>> {
  if (streams.length === 0) return new Map();
  const rows = await db
    .select({ stream: events.stream, seq: max(events.seq) })
    .from(events)
    .where(and(inArray(events.stream, [...streams]), lte(events.day, day)))
    .groupBy(events.stream);
  return new Map(rows.map(({ stream, seq }) => [stream, seq ?? 0]));
}

/** The programme's last event of the day or before it, by globalSeq; 0 before the first. */
export async function positionOn(db: Reader, day: IsoDay): Promise<number> {
  const [row] = await db
    .select({ position: events.globalSeq })
    .from(events)
    .where(lte(events.day, day))
    .orderBy(desc(events.day), desc(events.globalSeq))
    .limit(1);
  return row?.position ?? 0;
}

/** The business day of a stream's first event. */
export async function firstDayOf(db: Reader, stream: StreamName): Promise<IsoDay | undefined> {
  const [row] = await db
    .select({ day: events.day })
    .from(events)
    .where(eq(events.stream, stream))
    .orderBy(asc(events.seq))
    .limit(1);
  return row?.day;
}

/** The last event that took words or a file out of the record; what was folded before it may hold them still. */
export async function lastRedaction(db: Reader): Promise<number> {
  const [row] = await db
    .select({ position: max(events.globalSeq) })
    .from(events)
    .where(
      and(eq(events.stream, 'programme'), or(eq(events.type, BODY_REDACTED), eq(events.type, FILE_REDACTED))),
    );
  return row?.position ?? 0;
}

/** The names of the streams of a kind. */
export async function streamsOfKind(db: Reader, kind: StreamKind): Promise<readonly StreamName[]> {
  const rows = await db
    .select({ stream: streamStates.stream })
    .from(streamStates)
    .where(eq(streamStates.kind, kind))
    .orderBy(asc(streamStates.stream));
  return rows.map((row) => row.stream);
}

/** The refs that projects had at a place in the programme, in order; a ref never changes. */
export async function refsAt(
  db: Reader,
  position: number,
): Promise<readonly { readonly project: string; readonly ref: string }[]> {
  return db
    .selectDistinct({ project: projectHistory.project, ref: projectHistory.ref })
    .from(projectHistory)
    .where(lte(projectHistory.fromPosition, position))
    .orderBy(asc(projectHistory.ref));
}

/** Where an event stands in the programme, by its number in its stream; undefined while there is no such event. */
export async function positionOf(db: Reader, stream: StreamName, seq: number): Promise<number | undefined> {
  const [row] = await db
    .select({ position: events.globalSeq })
    .from(events)
    .where(and(eq(events.stream, stream), eq(events.seq, seq)));
  return row?.position;
}
