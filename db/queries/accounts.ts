import { asc, eq } from 'drizzle-orm';
import { accounts } from '../schema/not-record';
import type { Reader, Tx } from '../dialect/writer';

/** How a person signs in. */
export type Account = typeof accounts.$inferSelect;

/** E-mail addresses are compared in lower case and without spaces around them. */
export const sameEmail = (email: string): string => email.trim().normalize('NFC').toLowerCase();

/** The account with this address, whatever its case. */
export const accountByEmail = async (db: Reader, email: string): Promise<Account | undefined> =>
  (
    await db
      .select()
      .from(accounts)
      .where(eq(accounts.email, sameEmail(email)))
      .limit(1)
  )[0];

/** The account of a person. */
export const accountOf = async (db: Reader, person: string): Promise<Account | undefined> =>
  (await db.select().from(accounts).where(eq(accounts.person, person)).limit(1))[0];

/** Every account, by address. */
export const allAccounts = async (db: Reader): Promise<readonly Account[]> =>
  db.select().from(accounts).orderBy(asc(accounts.email));

/** Adds an account; the address is kept in lower case. Throws where the address or the person has one already. */
export async function addAccount(tx: Tx, account: Account): Promise<void> {
  await tx.insert(accounts).values({ ...account, email: sameEmail(account.email) });
}

/** Sets a password's hash; `changed` is left as it was when the same password is only hashed anew. */
export async function setPasswordHash(
  tx: Tx,
  person: string,
  passwordHash: string,
  changed?: string,
): Promise<void> {
  await tx
    .update(accounts)
    .set(changed === undefined ? { passwordHash } : { passwordHash, passwordChanged: changed })
    .where(eq(accounts.person, person));
}
