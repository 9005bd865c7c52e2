import { createHash } from 'node:crypto';
import type { Tx } from '~db/dialect/writer';
import { sameEmail } from '~db/queries/accounts';
import { attemptsUnder, forgetAttempts, forgetOldAttempts, saveAttempts } from '~db/queries/sign-in-attempts';
import type { SessionStore } from './sessions';

const MINUTE_MS = 60_000;
/** Failures are counted over this long, and a block lasts as long. */
export const WINDOW_MS = 15 * MINUTE_MS;
/** Failures let through for one account from one address, and for one address over all accounts. */
export const LIMITS = { account: 5, address: 30 } as const;

/** Who is trying, from where. */
export interface Trying {
  readonly email: string;
  readonly address: string;
}

export type Attempt =
  | { readonly ok: true }
  /** Turned away before the password was looked at; `message` says for how long. */
  | { readonly ok: false; readonly seconds: number; readonly message: string };

// Digests, so that what was typed into the e-mail box (a password, now and then) is kept nowhere.
const digest = (text: string): string => createHash('sha256').update(text).digest('hex');
const keysOf = ({ email, address }: Trying) => [
  { key: `account:${digest(`${sameEmail(email)}\n${address}`)}`, limit: LIMITS.account },
  { key: `address:${digest(address)}`, limit: LIMITS.address },
];

/**
 * Counts an attempt before the password is looked at, so that many at once are all counted. Turned away at the limit,
 * for as long as the window lasts; attempts made meanwhile do not make it longer.
 */
export async function countAttempt(store: SessionStore, trying: Trying): Promise<Attempt> {
  const now = store.now();
  return store.write(async (tx) => {
    await forgetOldAttempts(tx, before(now, 2 * WINDOW_MS));
    const waits = await Promise.all(keysOf(trying).map(({ key }) => blockedFor(tx, key, now)));
    const longest = Math.max(...waits);
    if (longest > 0) return turnedAway(longest);
    for (const { key, limit } of keysOf(trying)) await countUnder(tx, key, limit, now);
    return { ok: true };
  });
}

/** Takes back the attempt that turned out right: the account's count begins anew, the address loses one. */
export async function countSuccess(store: SessionStore, trying: Trying): Promise<void> {
  const [account, address] = keysOf(trying);
  await store.write(async (tx) => {
    if (account) await forgetAttempts(tx, account.key);
    const row = address && (await attemptsUnder(tx, address.key));
    if (row) await saveAttempts(tx, { ...row, failures: Math.max(0, row.failures - 1), blockedUntil: null });
  });
}

const before = (instant: string, ms: number): string => new Date(Date.parse(instant) - ms).toISOString();

async function blockedFor(tx: Tx, key: string, now: string): Promise<number> {
  const row = await attemptsUnder(tx, key);
  return row?.blockedUntil ? Date.parse(row.blockedUntil) - Date.parse(now) : 0;
}

async function countUnder(tx: Tx, key: string, limit: number, now: string): Promise<void> {
  const found = await attemptsUnder(tx, key);
  const running = found !== undefined && found.since > before(now, WINDOW_MS) && found.blockedUntil === null;
  const failures = running ? found.failures + 1 : 1;
  const blockedUntil = failures >= limit ? before(now, -WINDOW_MS) : null;
  await saveAttempts(tx, { key, failures, since: running ? found.since : now, blockedUntil });
}

function turnedAway(ms: number): Attempt {
  const minutes = Math.ceil(ms / MINUTE_MS);
  const wait = minutes === 1 ? 'a minute' : `${minutes} minutes`;
  return {
    ok: false,
    seconds: Math.ceil(ms / 1000),
    message: `Too many attempts to sign in failed. Try again in ${wait}.`,
  };
}
