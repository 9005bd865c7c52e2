import { DEMONSTRATION_PEOPLE, demonstrationEmail } from './demonstration-people';
import { accountByEmail, accountOf, allAccounts, setPasswordHash, type Account } from '~db/queries/accounts';
import type { Config } from './config';
import { hashPassword, isOutdated, isPassword, passwordFault } from './passwords';
import { beginSession, revokeSession, sessionCookie } from './sessions';
import { countAttempt, countSuccess } from './sign-in-limiter';
import type { Tracker } from './tracker';

type Rules = Pick<Config, 'baseUrl' | 'sessionSecret' | 'mode'>;

/** Where a sign-in comes from. */
export interface SignInFrom {
  readonly address: string;
  readonly userAgent: string;
  /** The token of the session the browser came with, which ends. */
  readonly replaces?: string;
}

export type SignedIn =
  | { readonly ok: true; readonly person: string; readonly cookie: string }
  | {
      readonly ok: false;
      readonly why: 'wrong' | 'limited';
      readonly message: string;
      readonly seconds?: number;
    };

// The same sentence whether the address is unknown, the password wrong or the account closed.
const WRONG: SignedIn = {
  ok: false,
  why: 'wrong',
  message: 'The email address or the password is not right',
};

const isActive = async (tracker: Tracker, account: Account): Promise<boolean> =>
  (await tracker.readState('person', account.person))?.facts.active ?? false;

const admitted = (rules: Rules, account: Account): boolean =>
  rules.mode === 'demonstration' || !account.demonstration;

/** Signs a person in by e-mail address and password, within the limit on failures. */
export async function signIn(
  tracker: Tracker,
  rules: Rules,
  given: { readonly email: string; readonly password: string },
  from: SignInFrom,
): Promise<SignedIn> {
  const trying = { email: given.email.slice(0, 320), address: from.address };
  const attempt = await countAttempt(tracker, trying);
  if (!attempt.ok) return { ok: false, why: 'limited', message: attempt.message, seconds: attempt.seconds };
  const account = await accountByEmail(tracker.db, trying.email);
  const right = await isPassword(account?.passwordHash, given.password);
  if (!account || !right || !admitted(rules, account) || !(await isActive(tracker, account))) return WRONG;
  await countSuccess(tracker, trying);
  if (isOutdated(account.passwordHash)) {
    const fresh = await hashPassword(given.password);
    await tracker.write((tx) => setPasswordHash(tx, account.person, fresh));
  }
  return begin(tracker, rules, account.person, from);
}

async function begin(tracker: Tracker, rules: Rules, person: string, from: SignInFrom): Promise<SignedIn> {
  return { ok: true, person, cookie: sessionCookie(rules, await beginSession(tracker, rules, person, from)) };
}

/** An account of a demonstration, as offered by one button on the sign-in page. */
export interface OfferedAccount {
  readonly email: string;
  readonly name: string;
}

/** The demonstration's accounts, in the order of the main job; none outside demonstration mode. */
export async function offeredAccounts(
  tracker: Tracker,
  rules: Pick<Rules, 'mode'>,
): Promise<readonly OfferedAccount[]> {
  if (rules.mode !== 'demonstration') return [];
  const offered: OfferedAccount[] = [];
  for (const account of await allAccounts(tracker.db)) {
    const facts = (await tracker.readState('person', account.person))?.facts;
    if (account.demonstration && facts?.active) offered.push({ email: account.email, name: facts.name });
  }
  const order = DEMONSTRATION_PEOPLE.map(({ key }) => demonstrationEmail(key));
  return offered.sort((a, b) => order.indexOf(a.email) - order.indexOf(b.email));
}

/** Signs in to a demonstration account by its button, without a password. Refused outside demonstration mode. */
export async function signInToDemonstration(
  tracker: Tracker,
  rules: Rules,
  email: string,
  from: SignInFrom,
): Promise<SignedIn> {
  const account = rules.mode === 'demonstration' ? await accountByEmail(tracker.db, email) : undefined;
  if (!account?.demonstration || !(await isActive(tracker, account))) return WRONG;
  return begin(tracker, rules, account.person, from);
}

export type PasswordChange =
  | { readonly ok: true }
  | { readonly ok: false; readonly field: 'current' | 'fresh'; readonly message: string };

/** Changes one's own password; every session ends, the one it was changed in too. */
export async function changePassword(
  tracker: Tracker,
  person: string,
  given: { readonly current: string; readonly fresh: string },
  address: string,
): Promise<PasswordChange> {
  const account = await accountOf(tracker.db, person);
  const trying = { email: account?.email ?? '', address };
  const attempt = await countAttempt(tracker, trying);
  if (!attempt.ok) return { ok: false, field: 'current', message: attempt.message };
  if (!account || !(await isPassword(account.passwordHash, given.current))) {
    return { ok: false, field: 'current', message: 'This is not the password you have now' };
  }
  await countSuccess(tracker, trying);
  const fault = passwordFault(given.fresh);
  if (fault !== undefined) return { ok: false, field: 'fresh', message: fault };
  const hashed = await hashPassword(given.fresh);
  await tracker.write((tx) => setPasswordHash(tx, person, hashed, tracker.now()));
  await revokeSession(tracker, person);
  return { ok: true };
}
