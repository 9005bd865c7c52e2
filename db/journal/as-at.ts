import { and, asc, desc, eq, gt, inArray, lte, max, or } from 'drizzle-orm';
import type { StreamKind, StreamName } from '~/core/journal/event';
import type { IsoDay } from '~/core/time/iso-day';
import { events, streamStates } from '../schema/journal';
import { projectHistory } from '../schema/projections';
import type { Reader } from '../dialect/writer';
import { BODY_REDACTED, FILE_REDACTED } from './redaction';

/** The number of a stream's last event whose business day is not after the day; 0 when the stream had not begun. */
export async function lastSeqOn(db: Reader, stream: StreamName, day: IsoDay): Promise<number> {
  const [row] = await db
    .select({ seq: events.seq })
    .from(events)
    .where(and(eq(events.stream, stream), lte(events.day, day)))
    .orderBy(desc(events.seq))
    .limit(1);
  return row?.seq ?? 0;
}

/** The same for several streams at once; those that had not begun are left out. */
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

/** The refs projects then had, in order, with the project of each. */
export async function refsOn(
  db: Reader,
  day: IsoDay,
): Promise<readonly { readonly project: string; readonly ref: string }[]> {
  return db
    .select({ project: projectHistory.project, ref: projectHistory.ref })
    .from(projectHistory)
    .where(and(gt(projectHistory.toDay, day), lte(projectHistory.fromDay, day)))
    .orderBy(asc(projectHistory.ref));
}
