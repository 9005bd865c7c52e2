import type { ProgrammeRole } from '~/core/access/directory';
import type { Actor } from '~/core/command/context';
import type { Answer } from '~/shell/answer';
import { accountByEmail, accountOf, addAccount, sameEmail, setPasswordHash } from '~db/queries/accounts';
import { hashPassword, passwordFault } from './passwords';
import { revokeSession } from './sessions';
import type { Tracker } from './tracker';

/** A person to be given an account. */
export interface NewPerson {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly roles: readonly ProgrammeRole[];
  /** Why they have these roles. */
  readonly why?: string;
}

export type PersonAdded =
  | { readonly kind: 'added'; readonly person: string }
  | { readonly kind: 'wrong'; readonly field: 'email' | 'password'; readonly message: string }
  | { readonly kind: 'not-done'; readonly answer: Exclude<Answer, { kind: 'ok' }> };

/** What is wrong with an e-mail address; undefined when mail could go there. */
export const emailFault = (email: string): string | undefined =>
  /^[^\s@"<>()[\]\\,;:\p{Cc}]{1,64}@[^\s@.]+(?:\.[^\s@.]+)+$/u.test(sameEmail(email)) && email.length <= 254
    ? undefined
    : 'Enter an email address, such as name@council.gov.uk';

/**
 * Registers a person, grants their roles and gives them an account to sign in with, each as the actor may. What is
 * done stays done when a later step is refused, and the refusal is answered.
 */
export async function addPerson(tracker: Tracker, actor: Actor, person: NewPerson): Promise<PersonAdded> {
  const wrongEmail = emailFault(person.email);
  if (wrongEmail !== undefined) return { kind: 'wrong', field: 'email', message: wrongEmail };
  if (await accountByEmail(tracker.db, person.email)) {
    return { kind: 'wrong', field: 'email', message: 'Somebody has this email address already' };
  }
  const wrongPassword = passwordFault(person.password);
  if (wrongPassword !== undefined) return { kind: 'wrong', field: 'password', message: wrongPassword };
  const passwordHash = await hashPassword(person.password);
  const give = (command: string, input: unknown, id?: string) =>
    tracker.run({
      command,
      kind: 'person',
      ...(id === undefined ? {} : { id }),
      input,
      commandId: crypto.randomUUID(),
      actor,
    });
  const registered = await give('register-person', { name: person.name });
  if (registered.kind !== 'ok') return { kind: 'not-done', answer: registered };
  const { id } = registered.answer;
  const now = tracker.now();
  await tracker.write((tx) =>
    addAccount(tx, {
      person: id,
      email: person.email,
      passwordHash,
      demonstration: false,
      created: now,
      passwordChanged: now,
    }),
  );
  for (const role of person.roles) {
    const granted = await give(
      'grant-role',
      { role, ...(person.why === undefined ? {} : { why: person.why }) },
      id,
    );
    if (granted.kind !== 'ok') return { kind: 'not-done', answer: granted };
  }
  return { kind: 'added', person: id };
}

/** Sets somebody's password, for an administrator to hand over; every session of theirs ends. */
export async function resetPassword(
  tracker: Tracker,
  person: string,
  password: string,
): Promise<string | undefined> {
  const fault = passwordFault(password);
  if (fault !== undefined) return fault;
  if (!(await accountOf(tracker.db, person))) return 'This person has no account';
  const passwordHash = await hashPassword(password);
  await tracker.write((tx) => setPasswordHash(tx, person, passwordHash, tracker.now()));
  await revokeSession(tracker, person);
  return undefined;
}

/** Whether anybody could administer: an active person with the role. Without one the command line makes the first. */
export async function hasAdministrator(tracker: Tracker): Promise<boolean> {
  const { directory } = await tracker.external();
  return Object.values(directory).some((facts) => facts.active && facts.roles.includes('administrator'));
}
