import { and, desc, eq, isNull, lt } from 'drizzle-orm';
import { sessions } from '../schema/not-record';
import type { Reader, Tx } from '../dialect/writer';

/** A signed-in session, by the hash of its token. */
export type SessionRow = typeof sessions.$inferSelect;

export const sessionByHash = async (db: Reader, tokenHash: string): Promise<SessionRow | undefined> =>
  (await db.select().from(sessions).where(eq(sessions.tokenHash, tokenHash)).limit(1))[0];

/** A person's sessions that were not revoked, the last used first; some may have expired. */
export const sessionsOf = async (db: Reader, person: string): Promise<readonly SessionRow[]> =>
  db
    .select()
    .from(sessions)
    .where(and(eq(sessions.person, person), isNull(sessions.revoked)))
    .orderBy(desc(sessions.lastSeen));

export async function addSession(tx: Tx, session: SessionRow): Promise<void> {
  await tx.insert(sessions).values(session);
}

export async function touchSession(tx: Tx, tokenHash: string, at: string): Promise<void> {
  await tx.update(sessions).set({ lastSeen: at }).where(eq(sessions.tokenHash, tokenHash));
}

/** Revokes one session, or with no hash every session of the person. */
export async function revokeSessions(tx: Tx, person: string, at: string, tokenHash?: string): Promise<void> {
  const theirs = and(eq(sessions.person, person), isNull(sessions.revoked));
  await tx
    .update(sessions)
    .set({ revoked: at })
    .where(tokenHash === undefined ? theirs : and(theirs, eq(sessions.tokenHash, tokenHash)));
}

/** Forgets sessions that ended before the instant. */
export async function forgetSessions(tx: Tx, before: string): Promise<void> {
  await tx.delete(sessions).where(lt(sessions.expires, before));
}
