import type { Reader, Tx } from '~db/dialect/writer';
import {
  addSession,
  forgetSessions,
  revokeSessions,
  sessionByHash,
  sessionsOf,
  touchSession,
  type SessionRow,
} from '~db/queries/sessions';
import type { Config } from './config';
import { hashSecret, newSecret } from './secret-tokens';

const HOUR_MS = 3_600_000;
/** Unused for this long, a session ends. */
export const IDLE_MS = 12 * HOUR_MS;
/** However much it is used, it ends after this. */
export const LONGEST_MS = 7 * 24 * HOUR_MS;
/** How often a session's last use is noted: not at every request. */
const NOTE_EVERY_MS = 60_000;

/** What sessions need of the store. */
export interface SessionStore {
  readonly db: Reader;
  write<R>(work: (tx: Tx) => Promise<R>): Promise<R>;
  now(): string;
}
type Rules = Pick<Config, 'baseUrl' | 'sessionSecret'>;

const later = (instant: string, ms: number): string => new Date(Date.parse(instant) + ms).toISOString();
const isSecure = ({ baseUrl }: Rules): boolean => baseUrl.startsWith('https:');

/** The cookie's name; the `__Host-` prefix holds it to this host, which browsers only take over https. */
export const cookieName = (rules: Rules): string => (isSecure(rules) ? '__Host-tracker' : 'tracker');

/** The Set-Cookie header that signs a browser in. */
export const sessionCookie = (rules: Rules, token: string): string =>
  `${cookieName(rules)}=${token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${LONGEST_MS / 1000}${isSecure(rules) ? '; Secure' : ''}`;

/** The Set-Cookie header that signs a browser out. */
export const endedCookie = (rules: Rules): string =>
  `${cookieName(rules)}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0${isSecure(rules) ? '; Secure' : ''}`;

/** The token in a Cookie header; undefined without one, with two different ones or one no token looks like. */
export function tokenInCookie(rules: Rules, header: string | null | undefined): string | undefined {
  const prefix = `${cookieName(rules)}=`;
  const found = new Set(
    (header ?? '')
      .split(';')
      .map((pair) => pair.trim())
      .filter((pair) => pair.startsWith(prefix))
      .map((pair) => pair.slice(prefix.length)),
  );
  const [token] = found;
  return found.size === 1 && token !== undefined && /^[\w-]{43}$/.test(token) ? token : undefined;
}

const hashOf = (rules: Rules, token: string): string => hashSecret(token, rules.sessionSecret);

/** Begins a session and answers with its token. A session the browser came with ends: sign-in always rotates. */
export async function beginSession(
  store: SessionStore,
  rules: Rules,
  person: string,
  from: { readonly userAgent: string; readonly replaces?: string },
): Promise<string> {
  const token = newSecret();
  const now = store.now();
  await store.write(async (tx) => {
    await forgetSessions(tx, now);
    const before =
      from.replaces === undefined ? undefined : await sessionByHash(tx, hashOf(rules, from.replaces));
    if (before) await revokeSessions(tx, before.person, now, before.tokenHash);
    await addSession(tx, {
      tokenHash: hashOf(rules, token),
      person,
      created: now,
      lastSeen: now,
      expires: later(now, LONGEST_MS),
      revoked: null,
      userAgent: from.userAgent.slice(0, 300),
    });
  });
  return token;
}

const isLive = (session: SessionRow, now: string): boolean =>
  session.revoked === null && now < session.expires && now < later(session.lastSeen, IDLE_MS);

/** The person signed in with a token; undefined once the session was revoked, left idle or is too old. */
export async function personOfSession(
  store: SessionStore,
  rules: Rules,
  token: string,
): Promise<string | undefined> {
  const session = await sessionByHash(store.db, hashOf(rules, token));
  const now = store.now();
  if (!session || !isLive(session, now)) return undefined;
  if (now >= later(session.lastSeen, NOTE_EVERY_MS)) {
    await store.write((tx) => touchSession(tx, session.tokenHash, now));
  }
  return session.person;
}

/** Ends the session of a token. */
export async function endSession(store: SessionStore, rules: Rules, token: string): Promise<void> {
  const session = await sessionByHash(store.db, hashOf(rules, token));
  if (session) await store.write((tx) => revokeSessions(tx, session.person, store.now(), session.tokenHash));
}

/** A session as its owner sees it in a list; the id is enough to revoke it and useless to sign in with. */
export interface ListedSession {
  readonly id: string;
  readonly created: string;
  readonly lastSeen: string;
  readonly userAgent: string;
  readonly current: boolean;
}

/** A person's live sessions, the last used first. */
export async function listSessions(
  store: SessionStore,
  rules: Rules,
  person: string,
  token?: string,
): Promise<readonly ListedSession[]> {
  const current = token === undefined ? undefined : hashOf(rules, token);
  const rows = await sessionsOf(store.db, person);
  return rows
    .filter((row) => isLive(row, store.now()))
    .map(({ tokenHash, created, lastSeen, userAgent }) => ({
      id: tokenHash,
      created,
      lastSeen,
      userAgent,
      current: tokenHash === current,
    }));
}

/** Revokes one of a person's sessions by its id in the list, or all of them. Another person's is never touched. */
export const revokeSession = (store: SessionStore, person: string, id?: string): Promise<void> =>
  store.write((tx) => revokeSessions(tx, person, store.now(), id));
