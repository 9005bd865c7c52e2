import { eq, lt } from 'drizzle-orm';
import { signInAttempts } from '../schema/not-record';
import type { Reader, Tx } from '../dialect/writer';

/** The failed sign-ins counted under one key. */
export type AttemptsRow = typeof signInAttempts.$inferSelect;

export const attemptsUnder = async (db: Reader, key: string): Promise<AttemptsRow | undefined> =>
  (await db.select().from(signInAttempts).where(eq(signInAttempts.key, key)).limit(1))[0];

export async function saveAttempts(tx: Tx, row: AttemptsRow): Promise<void> {
  await tx.insert(signInAttempts).values(row).onConflictDoUpdate({ target: signInAttempts.key, set: row });
}

export async function forgetAttempts(tx: Tx, key: string): Promise<void> {
  await tx.delete(signInAttempts).where(eq(signInAttempts.key, key));
}

/** Forgets counts begun before the instant; a block never outlasts them. */
export async function forgetOldAttempts(tx: Tx, before: string): Promise<void> {
  await tx.delete(signInAttempts).where(lt(signInAttempts.since, before));
}
