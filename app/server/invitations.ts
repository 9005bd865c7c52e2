import { timingSafeEqual } from 'node:crypto';
import type { PersonFacts } from '~/core/access/directory';
import type { Actor } from '~/core/command/context';
import { accountOf, setPasswordHash, type Account } from '~db/queries/accounts';
import { addPerson, resetPassword, type NewPerson, type PersonAdded } from './accounts';
import type { Config } from './config';
import { hashPassword, passwordFault } from './passwords';
import { hashSecret, newSecret } from './secret-tokens';
import { revokeSession } from './sessions';
import type { Tracker } from './tracker';

type Rules = Pick<Config, 'baseUrl' | 'sessionSecret' | 'mode'>;

/** An invitation not taken up for this long is good for nothing. */
export const INVITATION_DAYS = 7;
const DAY_MS = 86_400_000;

/** A link by which its holder alone chooses their password: shown once and kept nowhere. */
export interface Invitation {
  readonly link: string;
  /** The instant it ends. */
  readonly expires: string;
}

// Bound to the hash of the password there is now, so that the first use makes it good for nothing.
const sealOf = (rules: Rules, account: Account, expires: number): string =>
  hashSecret(
    ['invitation', account.person, expires, account.passwordHash].join('\n'),
    rules.sessionSecret ?? account.passwordHash,
  );

/** Makes an invitation for somebody who has an account; undefined for one who has none. */
export async function invitationFor(
  tracker: Tracker,
  rules: Rules,
  person: string,
): Promise<Invitation | undefined> {
  const account = await accountOf(tracker.db, person);
  if (!account) return undefined;
  const expires = Date.parse(tracker.now()) + INVITATION_DAYS * DAY_MS;
  const token = `${person}.${expires.toString(36)}.${sealOf(rules, account, expires)}`;
  return { link: `${rules.baseUrl}/invitation/${token}`, expires: new Date(expires).toISOString() };
}

/** Whom an invitation is for. */
export interface Invited {
  readonly person: string;
  readonly name: string;
  readonly email: string;
}

const sameText = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

async function accountInvited(
  tracker: Tracker,
  rules: Rules,
  token: string,
): Promise<{ readonly account: Account; readonly name: string } | undefined> {
  const [, person, ends, seal] = /^([\w-]{1,100})\.([0-9a-z]{1,12})\.([0-9a-f]{64})$/.exec(token) ?? [];
  if (person === undefined || ends === undefined || seal === undefined) return undefined;
  const expires = Number.parseInt(ends, 36);
  const account = await accountOf(tracker.db, person);
  if (!account || expires <= Date.parse(tracker.now())) return undefined;
  if (!sameText(seal, sealOf(rules, account, expires))) return undefined;
  const facts = (await tracker.readState('person', person))?.facts;
  if (!facts?.active || (account.demonstration && rules.mode !== 'demonstration')) return undefined;
  return { account, name: facts.name };
}

/** Whom an invitation invites; undefined when it is none, was used, has ended, or the account is closed. */
export async function readInvitation(
  tracker: Tracker,
  rules: Rules,
  token: string,
): Promise<Invited | undefined> {
  const invited = await accountInvited(tracker, rules, token);
  return invited && { person: invited.account.person, name: invited.name, email: invited.account.email };
}

export type Accepted =
  | { readonly ok: true; readonly person: PersonFacts['id'] }
  | { readonly ok: false; readonly why: 'ended' }
  | { readonly ok: false; readonly why: 'password'; readonly message: string };

/** Sets the password its holder chose; every session of theirs ends. Of two at once only one is taken. */
export async function acceptInvitation(
  tracker: Tracker,
  rules: Rules,
  token: string,
  fresh: string,
): Promise<Accepted> {
  const invited = await accountInvited(tracker, rules, token);
  if (!invited) return { ok: false, why: 'ended' };
  const fault = passwordFault(fresh);
  if (fault !== undefined) return { ok: false, why: 'password', message: fault };
  const { person, passwordHash } = invited.account;
  const hashed = await hashPassword(fresh);
  const taken = await tracker.write(async (tx) => {
    if ((await accountOf(tx, person))?.passwordHash !== passwordHash) return false;
    await setPasswordHash(tx, person, hashed, tracker.now());
    return true;
  });
  if (!taken) return { ok: false, why: 'ended' };
  await revokeSession(tracker, person);
  return { ok: true, person };
}

export type PersonInvited =
  | Exclude<PersonAdded, { kind: 'added' }>
  | { readonly kind: 'invited'; readonly person: string; readonly invitation: Invitation };

/** Adds a person as `addPerson` does, under a password nobody knows, with the invitation by which they choose their own. */
export async function invitePerson(
  tracker: Tracker,
  rules: Rules,
  actor: Actor,
  given: Omit<NewPerson, 'password'>,
): Promise<PersonInvited> {
  const added = await addPerson(tracker, actor, { ...given, password: newSecret() });
  if (added.kind !== 'added') return added;
  const invitation = await invitationFor(tracker, rules, added.person);
  if (!invitation) throw new Error('A person just added has no account');
  return { kind: 'invited', person: added.person, invitation };
}

/**
 * Makes somebody's password good for nothing, ends their sessions, and gives the invitation by which they choose
 * another. Answers with what is wrong where they have no account.
 */
export async function inviteAgain(
  tracker: Tracker,
  rules: Rules,
  person: string,
): Promise<Invitation | string> {
  const fault = await resetPassword(tracker, person, newSecret());
  if (fault !== undefined) return fault;
  return (await invitationFor(tracker, rules, person)) ?? 'This person has no account';
}
