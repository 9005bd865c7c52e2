import { and, desc, eq, gte, sql } from 'drizzle-orm';
import { gateNumberSchema } from '~/core/gates/gate-number';
import type { IsoDay } from '~/core/time/iso-day';
import type { Reader } from '../dialect/writer';
import { bodies, events } from '../schema/journal';
import { projectRows } from '../schema/projections';

/** Approvals of gates revoked since a day (ISO), the latest first. */
export async function approvalsRevoked(
  db: Reader,
  { since, limit }: { readonly since: IsoDay; readonly limit: number },
) {
  const rows = await db
    .select({
      ref: projectRows.ref,
      title: projectRows.title,
      seq: events.seq,
      day: events.day,
      actor: events.actor,
      gate: sql<unknown>`${bodies.body} ->> 'gate'`,
    })
    .from(events)
    .innerJoin(bodies, eq(bodies.eventId, events.id))
    .innerJoin(projectRows, eq(sql`'project/' || ${projectRows.project}`, events.stream))
    .where(and(gte(events.day, since), eq(events.type, 'gate-revoked')))
    .orderBy(desc(events.globalSeq))
    .limit(limit);
  return rows.map((row) => ({ ...row, gate: gateNumberSchema.parse(row.gate) }));
}
