import { z } from 'zod';
import { eventKind, type NewEvent } from '../journal/event';
import { addDays, formatDay, isoDaySchema } from '../time/iso-day';
import { PROGRAMME_ROLES, type PersonFacts } from './directory';
import { ROLE_WORDS } from './may';
import type { NamedDelegation, PersonState } from './state';

const on = eventKind<PersonState>();

const withFacts = (person: PersonState, change: Partial<PersonFacts>): PersonState => ({
  ...person,
  facts: { ...person.facts, ...change },
});

/** What the directory says of the delegations: one ended early runs to the day before it was ended. */
const periods = (delegations: readonly NamedDelegation[]): PersonFacts['delegations'] =>
  delegations
    .map(({ by, from, to, ended }) => ({ by, from, to: ended && ended <= to ? addDays(ended, -1) : to }))
    .filter(({ from, to }) => from <= to);

const withDelegations = (person: PersonState, delegations: readonly NamedDelegation[]): PersonState =>
  withFacts({ ...person, delegations }, { delegations: periods(delegations) });

const roleSchema = z.enum(PROGRAMME_ROLES);
const nameSchema = z.object({ name: z.string() });
const whySchema = z.object({ why: z.string() });

/** The kinds of event of a person's stream. E-mail addresses and passwords are no part of the record. */
export const personEvents = {
  'person-registered': on({
    v: 1,
    section: 'person',
    body: z.object({ words: nameSchema }),
    evolve: (person, { words }) => withFacts(person, { name: words.name, active: true }),
    says: ({ words }) => ({ sentence: `${words.name} registered` }),
  }),
  'person-renamed': on({
    v: 1,
    section: 'person',
    body: z.object({ words: nameSchema }),
    evolve: (person, { words }) => withFacts(person, { name: words.name }),
    says: ({ words }, before) => ({
      sentence: 'Name changed',
      changes: [{ what: 'Name', before: before.facts.name, after: words.name }],
    }),
  }),
  'role-granted': on({
    v: 1,
    section: 'roles',
    body: z.object({ role: roleSchema, words: whySchema.optional() }),
    evolve: (person, { role }) =>
      withFacts(person, {
        roles: PROGRAMME_ROLES.filter((each) => each === role || person.facts.roles.includes(each)),
      }),
    says: ({ role, words }, before) => ({
      sentence: `${before.facts.name} is now ${ROLE_WORDS[role]}${words ? `: ${words.why}` : ''}`,
    }),
  }),
  'role-revoked': on({
    v: 1,
    section: 'roles',
    body: z.object({ role: roleSchema, words: whySchema }),
    evolve: (person, { role }) =>
      withFacts(person, { roles: person.facts.roles.filter((each) => each !== role) }),
    says: ({ role, words }, before) => ({
      sentence: `${before.facts.name} is no longer ${ROLE_WORDS[role]}: ${words.why}`,
    }),
  }),
  'delegation-named': on({
    v: 1,
    section: 'roles',
    body: z.object({ delegationId: z.string(), from: isoDaySchema, to: isoDaySchema }),
    evolve: (person, { delegationId, from, to }, at) =>
      withDelegations(person, [...person.delegations, { id: delegationId, by: at.actor, from, to }]),
    says: ({ from, to }, before) => ({
      sentence: `${before.facts.name} named delegate of the Section 151 officer from ${formatDay(from)} to ${formatDay(to)}`,
    }),
  }),
  'delegation-ended': on({
    v: 1,
    section: 'roles',
    body: z.object({ delegationId: z.string(), words: whySchema }),
    evolve: (person, { delegationId }, at) =>
      withDelegations(
        person,
        person.delegations.map((each) => (each.id === delegationId ? { ...each, ended: at.day } : each)),
      ),
    says: ({ words }, before) => ({
      sentence: `${before.facts.name} is no longer delegate of the Section 151 officer: ${words.why}`,
    }),
  }),
  'person-deactivated': on({
    v: 1,
    section: 'person',
    body: z.object({ words: whySchema }),
    evolve: (person) => withFacts(person, { active: false }),
    says: ({ words }, before) => ({ sentence: `${before.facts.name}'s account closed: ${words.why}` }),
  }),
  'person-reactivated': on({
    v: 1,
    section: 'person',
    body: z.object({}),
    evolve: (person) => withFacts(person, { active: true }),
    says: (_body, before) => ({ sentence: `${before.facts.name}'s account opened again` }),
  }),
};

type PersonEvents = typeof personEvents;

/** A fact decided about a person, in the newest version of its type. */
export const personHappened = <T extends keyof PersonEvents>(
  type: T,
  body: z.infer<PersonEvents[T]['body']>,
): NewEvent => ({
  type,
  v: personEvents[type].v,
  body,
});
