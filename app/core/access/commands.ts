import { z } from 'zod';
import { lineSchema, textSchema } from '../answers/text';
import { accept, acceptUnless, type Command } from '../command/command';
import type { Context } from '../command/context';
import { refusal, type Refusal } from '../command/refusal';
import { PROGRAMME_ROLES } from './directory';
import { personHappened } from './events';
import { ROLE_WORDS } from './may';
import type { PersonState } from './state';

/** Types a command on a person's stream from its input's schema. */
export const personCommand = <I>(
  command: Omit<Command<PersonState, I>, 'stream'>,
): Command<PersonState, I> => ({ stream: 'person', ...command });

export const nameSchema = lineSchema(200).refine((name) => /[^\s\p{Cf}]/u.test(name), 'Enter the name');
const whySchema = textSchema(2_000).refine((why) => /[^\s\p{Cf}]/u.test(why), 'Enter the reason');
const roleSchema = z.enum(PROGRAMME_ROLES, { error: 'Choose one of the roles of the programme' });

/** Why nothing can be done to a person: nobody is registered under the id, or the account is closed. */
export function notRegistered(person: PersonState): readonly Refusal[] {
  return person.version > 0 ? [] : [refusal('unknown-person', 'Nobody is registered under this id.')];
}
export const notActive = (person: PersonState): readonly Refusal[] =>
  person.version > 0 && !person.facts.active
    ? [
        refusal('no-account', `${person.facts.name}'s account is closed.`, {
          by: [{ role: 'administrator' }],
        }),
      ]
    : notRegistered(person);

/** Refuses to take away the last active administrator, after whom nobody could give the role again. */
function lastAdministrator(person: PersonState, context: Context): readonly Refusal[] {
  if (!person.facts.active || !person.facts.roles.includes('administrator')) return [];
  const others = Object.values(context.external.directory).filter(
    (each) => each.id !== person.id && each.active && each.roles.includes('administrator'),
  );
  return others.length > 0
    ? []
    : [
        refusal(
          'not-legal-now',
          `${person.facts.name} is the last administrator; make somebody else one first.`,
          {
            by: [{ role: 'administrator' }],
          },
        ),
      ];
}

export const registerPerson = personCommand({
  name: 'register-person',
  title: 'Register a person',
  purpose: 'Registers a person by name; their e-mail address and password are kept outside the record.',
  who: ['administrator', 'system'],
  input: z.object({ name: nameSchema }),
  reads: ['person'],
  begins: true,
  decide: (person, { name }) =>
    acceptUnless(
      person.version > 0 ? [refusal('duplicate', `${person.facts.name} is registered already.`)] : [],
      () => [personHappened('person-registered', { words: { name } })],
    ),
});

export const renamePerson = personCommand({
  name: 'rename-person',
  title: 'Change a name',
  purpose: 'Changes the name a person is shown by.',
  who: ['administrator', 'self'],
  input: z.object({ name: nameSchema }),
  reads: ['person'],
  decide: (person, { name }) =>
    name === person.facts.name
      ? accept()
      : acceptUnless(notRegistered(person), () => [personHappened('person-renamed', { words: { name } })]),
});

export const grantRole = personCommand({
  name: 'grant-role',
  title: 'Grant a role',
  purpose:
    'Gives a person a role across the programme, with the reason where there is one to tell; nobody grants themself a role.',
  who: ['administrator', 'system'],
  input: z.object({ role: roleSchema, why: whySchema.optional() }),
  reads: ['roles', 'person'],
  decide(person, { role, why }, context) {
    const refusals = [
      ...notActive(person),
      ...(context.actor.person === person.id
        ? [
            refusal('separation-of-duties', 'Nobody grants themself a role; another administrator does.', {
              by: [{ role: 'administrator' }],
            }),
          ]
        : []),
    ];
    if (refusals.length === 0 && person.facts.roles.includes(role)) return accept();
    return acceptUnless(refusals, () => [
      personHappened('role-granted', { role, ...(why === undefined ? {} : { words: { why } }) }),
    ]);
  },
});

export const revokeRole = personCommand({
  name: 'revoke-role',
  title: 'Take away a role',
  purpose:
    'Takes a role across the programme from a person, with the reason; one administrator always remains.',
  who: ['administrator'],
  input: z.object({ role: roleSchema, why: whySchema }),
  reads: ['roles', 'person'],
  decide(person, { role, why }, context) {
    const missing = person.facts.roles.includes(role)
      ? []
      : [refusal('already-so', `${person.facts.name || 'This person'} is not ${ROLE_WORDS[role]}.`)];
    return acceptUnless(
      [
        ...notRegistered(person),
        ...missing,
        ...(role === 'administrator' ? lastAdministrator(person, context) : []),
      ],
      () => [personHappened('role-revoked', { role, words: { why } })],
    );
  },
});

export const deactivatePerson = personCommand({
  name: 'deactivate-person',
  title: 'Close an account',
  purpose: 'Closes a person’s account: they cannot sign in or act, and what they did stays.',
  who: ['administrator'],
  input: z.object({ why: whySchema }),
  reads: ['person', 'roles'],
  decide: (person, { why }, context) =>
    acceptUnless(
      [
        ...notRegistered(person),
        ...(person.version > 0 && !person.facts.active
          ? [refusal('already-so', `${person.facts.name}'s account is closed already.`)]
          : []),
        ...lastAdministrator(person, context),
      ],
      () => [personHappened('person-deactivated', { words: { why } })],
    ),
});

export const reactivatePerson = personCommand({
  name: 'reactivate-person',
  title: 'Open an account again',
  purpose: 'Opens the account of a person whose account was closed; they have the roles they had.',
  who: ['administrator'],
  input: z.object({}),
  reads: ['person'],
  decide: (person) =>
    person.facts.active
      ? accept()
      : acceptUnless(notRegistered(person), () => [personHappened('person-reactivated', {})]),
});
