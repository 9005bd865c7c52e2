import { nameOf, PROGRAMME_ROLES, type ProgrammeRole } from '~/core/access/directory';
import type { NamedDelegation, PersonState } from '~/core/access/state';
import { personStream } from '~/core/access/stream';
import type { Context } from '~/core/command/context';
import type { WhyNot } from '~/core/command/sent-back';
import { streamName } from '~/core/journal/event';
import { accountOf } from '~db/queries/accounts';
import { ownedBy } from '~db/queries/registers';
import { listTokens } from '../api-tokens';
import { requireActor } from '../require-actor';
import { listSessions } from '../sessions';
import { ADMINISTRATORS, holdsAny } from './accounts-access';
import { formatInstant } from './history/instant';
import { notFound, type PageArgs, type PageMarks } from './load-project';
import { whyNot } from './shown-refusal';
import { tellStream } from './tell-stream';

/** A person's record as a page reads it, with the rights of whoever looks. */
export interface LoadedPerson {
  readonly person: PersonState;
  readonly marks: PageMarks;
  name(id: string): string;
  /** Every reason why this command would be refused now, in one; undefined when it would be done. */
  whyNot(command: string, input: unknown): WhyNot | undefined;
}

/** The person of this id; throws 404 where nobody is registered under it. */
export async function loadPerson(
  { request, context }: Pick<PageArgs, 'request' | 'context'>,
  id: string,
): Promise<LoadedPerson> {
  const actor = requireActor(request, context);
  const { tracker, today, newCommandId } = context;
  const person = id.length > 0 && id.length <= 100 ? await tracker.readState('person', id) : undefined;
  if (!person) throw notFound();
  const external = await tracker.external();
  const given: Context = { now: tracker.now(), today, actor, ids: newCommandId, external };
  return {
    person,
    marks: { ref: '', version: person.version, stamp: newCommandId() },
    name: (each) => nameOf(external.directory, each),
    whyNot: (name, input) => {
      const command = personStream.commands.find((each) => each.name === name);
      if (!command) throw new Error(`There is no command ${name} on people`);
      const decision = personStream.decide(command, person, input, given);
      return decision.ok ? undefined : whyNot(decision.refusals, external.directory);
    },
  };
}

/** How a delegation stands on a day. */
export function standingOf({ from, to, ended }: NamedDelegation, today: string) {
  if (ended !== undefined && ended <= to) return 'ended' as const;
  if (to < today) return 'over' as const;
  return from <= today ? ('in force' as const) : ('to come' as const);
}

/** A person's delegations, the newest first. */
export const delegationsOf = (loaded: LoadedPerson, today: string) =>
  [...loaded.person.delegations].reverse().map((each) => {
    const standing = standingOf(each, today);
    const open = standing === 'in force' || standing === 'to come';
    return {
      id: each.id,
      person: loaded.person.id,
      delegate: loaded.person.facts.name,
      by: loaded.name(each.by),
      from: each.from,
      to: each.to,
      ended: each.ended,
      standing,
      open,
      whyNotEnd: open ? loaded.whyNot('end-delegation', { delegationId: each.id, why: 'x' }) : undefined,
    };
  });

/** What a person holds on projects, named or accepted. */
export async function onProjects({ context }: Pick<PageArgs, 'context'>, person: string) {
  const { appointments } = await ownedBy(context.tracker.db, person);
  return appointments.map(({ ref, projectTitle, appointment }) => ({
    ref,
    title: projectTitle,
    role: appointment.role,
    accepted: appointment.state === 'accepted',
  }));
}

/** How a person signs in; undefined for one who has no account. */
export async function signInOf({ context }: Pick<PageArgs, 'context'>, person: string) {
  const { tracker, config, sessionToken } = context;
  const account = await accountOf(tracker.db, person);
  if (!account) return undefined;
  const sessions = await listSessions(tracker, config, person, sessionToken);
  const now = tracker.now();
  const tokens = (await listTokens(tracker, person)).filter(
    ({ revoked, expires }) => revoked === null && (expires === null || expires > now),
  );
  return {
    email: account.email,
    passwordSet: formatInstant(account.passwordChanged),
    sessions: sessions.length,
    lastUsed: sessions[0] ? formatInstant(sessions[0].lastSeen) : undefined,
    tokens: tokens.length,
  };
}

/** Everything that was recorded about a person, newest first. */
export async function historyOfPerson({ context }: Pick<PageArgs, 'context'>, loaded: LoadedPerson) {
  const { person, name } = loaded;
  const pages = context.tracker.pages(streamName('person', person.id));
  const told = await tellStream(personStream, person.id, pages, name);
  return [...told].reverse().map(({ event, sentence, changes }) => ({
    seq: event.seq,
    id: event.id,
    sentence,
    changes,
    who: name(event.actor),
    day: event.day,
    recorded: formatInstant(event.recordedAt),
  }));
}

const why = 'x';

function rolesView({ person, whyNot: cannot }: LoadedPerson) {
  const { roles } = person.facts;
  const held = roles.map((role) => ({ role, whyNotRevoke: cannot('revoke-role', { role, why }) }));
  const grantable = PROGRAMME_ROLES.filter((role) => !roles.includes(role));
  const [first] = grantable;
  return {
    held,
    grantable,
    whyNotGrant: first === undefined ? undefined : cannot('grant-role', { role: first, why }),
  };
}

/** One person's account: roles, how they sign in, what they stand in for, and all that was recorded of it. */
export async function personView(args: PageArgs) {
  const { context } = args;
  const loaded = await loadPerson(args, args.params['id'] ?? '');
  const { facts } = loaded.person;
  return {
    marks: loaded.marks,
    id: facts.id,
    name: facts.name,
    active: facts.active,
    mine: facts.id === context.actor?.person,
    changes: holdsAny(context, ADMINISTRATORS),
    roles: rolesView(loaded),
    projects: await onProjects(args, facts.id),
    delegations: delegationsOf(loaded, context.today),
    signIn: await signInOf(args, facts.id),
    whyNotClose: facts.active ? loaded.whyNot('deactivate-person', { why }) : undefined,
    whyNotOpen: facts.active ? undefined : loaded.whyNot('reactivate-person', {}),
    history: await historyOfPerson(args, loaded),
  };
}

/** A role of the programme by its name. */
export const programmeRole = (text: string): ProgrammeRole | undefined =>
  PROGRAMME_ROLES.find((role) => role === text);
