import { and, asc, eq } from 'drizzle-orm';
import type { StreamName } from '~/core/journal/event';
import type { Reader } from '../dialect/writer';
import { bodies, events } from '../schema/journal';

/** What the chains hold of one event: its digests, hex, and whether its body was redacted. */
export interface Seal {
  readonly bodyDigest: string;
  readonly streamHash: string;
  readonly programmeHash: string;
  readonly redacted: boolean;
}

/** The seal of an event by its number in its stream; undefined while there is no such event. */
export async function sealOf(db: Reader, stream: StreamName, seq: number): Promise<Seal | undefined> {
  const [row] = await db
    .select({
      bodyDigest: events.bodyDigest,
      streamHash: events.streamHash,
      programmeHash: events.programmeHash,
      redaction: bodies.redaction,
    })
    .from(events)
    .innerJoin(bodies, eq(bodies.eventId, events.id))
    .where(and(eq(events.stream, stream), eq(events.seq, seq)));
  if (!row) return undefined;
  const { redaction, ...hashes } = row;
  return { ...hashes, redacted: redaction !== null };
}

/** The ids of everybody who acted on a stream. */
export async function actorsOf(db: Reader, stream: StreamName): Promise<readonly string[]> {
  const rows = await db
    .selectDistinct({ actor: events.actor })
    .from(events)
    .where(eq(events.stream, stream))
    .orderBy(asc(events.actor));
  return rows.map(({ actor }) => actor);
}
