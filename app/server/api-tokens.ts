import {
  addApiToken,
  apiTokenByHash,
  apiTokensOf,
  revokeApiTokens,
  touchApiToken,
  type ApiTokenRow,
} from '~db/queries/api-tokens';
import type { SessionStore } from './sessions';
import { hashSecret, newSecret } from './secret-tokens';

/** What every token begins with, so that one left lying about is recognised. */
export const TOKEN_PREFIX = 'tkr_';
const NOTE_EVERY_MS = 60_000;
const DAY_MS = 86_400_000;

/** A new token: shown once, kept only as its hash. */
export interface NewToken {
  readonly id: string;
  readonly token: string;
}

/** Makes a token for a person. `days` is how long it lasts, for ever without. */
export async function createToken(
  store: SessionStore,
  ids: () => string,
  person: string,
  given: { readonly name: string; readonly days?: number },
): Promise<NewToken> {
  const token = `${TOKEN_PREFIX}${newSecret()}`;
  const now = store.now();
  const id = ids();
  const expires =
    given.days === undefined ? null : new Date(Date.parse(now) + given.days * DAY_MS).toISOString();
  await store.write((tx) =>
    addApiToken(tx, {
      id,
      tokenHash: hashSecret(token),
      person,
      name: given.name,
      created: now,
      lastUsed: null,
      expires,
      revoked: null,
    }),
  );
  return { id, token };
}

/** The person who holds a token; undefined when it is unknown, expired or revoked. */
export async function personOfToken(store: SessionStore, token: string): Promise<string | undefined> {
  if (!token.startsWith(TOKEN_PREFIX)) return undefined;
  const row = await apiTokenByHash(store.db, hashSecret(token));
  const now = store.now();
  if (!row || row.revoked !== null || (row.expires !== null && row.expires <= now)) return undefined;
  if (row.lastUsed === null || Date.parse(now) - Date.parse(row.lastUsed) >= NOTE_EVERY_MS) {
    await store.write((tx) => touchApiToken(tx, row.id, now));
  }
  return row.person;
}

/** A token as its holder sees it in a list, without anything to use it by. */
export type ListedToken = Omit<ApiTokenRow, 'tokenHash' | 'person'>;

/** A person's tokens, revoked ones among them. */
export async function listTokens(store: SessionStore, person: string): Promise<readonly ListedToken[]> {
  const rows = await apiTokensOf(store.db, person);
  return rows.map(({ id, name, created, lastUsed, expires, revoked }) => ({
    id,
    name,
    created,
    lastUsed,
    expires,
    revoked,
  }));
}

/** Revokes one of a person's tokens, or all of them. Answers whether there was one to revoke. */
export async function revokeToken(store: SessionStore, person: string, id?: string): Promise<boolean> {
  const live = (await apiTokensOf(store.db, person)).filter((row) => row.revoked === null);
  const found = id === undefined ? live.length > 0 : live.some((row) => row.id === id);
  if (found) await store.write((tx) => revokeApiTokens(tx, person, store.now(), id));
  return found;
}

/** The token of an `Authorization: Bearer` header; undefined when there is none. */
export const bearerToken = (header: string | null | undefined): string | undefined =>
  /^Bearer +([\w-]{1,200})$/i.exec(header?.trim() ?? '')?.[1];
