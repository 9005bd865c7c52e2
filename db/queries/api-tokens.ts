import { and, asc, eq, isNull } from 'drizzle-orm';
import { apiTokens } from '../schema/not-record';
import type { Reader, Tx } from '../dialect/writer';

/** A token of the API and the command line, by the hash of it. */
export type ApiTokenRow = typeof apiTokens.$inferSelect;

export const apiTokenByHash = async (db: Reader, tokenHash: string): Promise<ApiTokenRow | undefined> =>
  (await db.select().from(apiTokens).where(eq(apiTokens.tokenHash, tokenHash)).limit(1))[0];

/** A person's tokens, the oldest first, revoked ones among them. */
export const apiTokensOf = async (db: Reader, person: string): Promise<readonly ApiTokenRow[]> =>
  db.select().from(apiTokens).where(eq(apiTokens.person, person)).orderBy(asc(apiTokens.id));

export async function addApiToken(tx: Tx, token: ApiTokenRow): Promise<void> {
  await tx.insert(apiTokens).values(token);
}

export async function touchApiToken(tx: Tx, id: string, at: string): Promise<void> {
  await tx.update(apiTokens).set({ lastUsed: at }).where(eq(apiTokens.id, id));
}

/** Revokes a person's token; with no id all of them. */
export async function revokeApiTokens(tx: Tx, person: string, at: string, id?: string): Promise<void> {
  const theirs = and(eq(apiTokens.person, person), isNull(apiTokens.revoked));
  await tx
    .update(apiTokens)
    .set({ revoked: at })
    .where(id === undefined ? theirs : and(theirs, eq(apiTokens.id, id)));
}
