import { asc, eq, isNull } from 'drizzle-orm';
import { outbox } from '../schema/not-record';
import type { Reader, Tx } from '../dialect/writer';

/** A message owed to a person because of an event. */
export interface Notice {
  readonly id: string;
  readonly event: string;
  readonly kind: string;
  readonly person: string;
  readonly day: string;
  readonly body: unknown;
}

/** Keeps messages in the transaction of the events they follow from. */
export async function queueNotices(tx: Tx, notices: readonly Notice[]): Promise<void> {
  for (const { body, ...rest } of notices) {
    await tx.insert(outbox).values({ ...rest, body: JSON.stringify(body), sent: null, attempts: 0 });
  }
}

/** The messages not sent yet, oldest first. */
export const unsentNotices = async (db: Reader, limit = 100) =>
  db.select().from(outbox).where(isNull(outbox.sent)).orderBy(asc(outbox.id)).limit(limit);

/** Notes that a message went out. */
export async function noteSent(tx: Tx, id: string, at: string): Promise<void> {
  await tx.update(outbox).set({ sent: at }).where(eq(outbox.id, id));
}
