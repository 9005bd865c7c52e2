import { z } from 'zod';
import { lineSchema, textSchema } from '../answers/text';
import { acceptUnless } from '../command/command';
import type { Context } from '../command/context';
import { refusal, type Refusal } from '../command/refusal';
import { addMonths, formatDay, isoDaySchema, type IsoDay } from '../time/iso-day';
import { notActive, notRegistered, personCommand } from './commands';
import { personHappened } from './events';
import type { PersonState } from './state';

const LONGEST_MONTHS = 12;

/** Whether the actor is the officer in person: a delegate has the officer's powers but this one. */
const isOfficer = ({ actor, external }: Context): boolean =>
  external.directory[actor.person]?.roles.includes('s151') ?? false;

function badPeriod(from: IsoDay, to: IsoDay, today: IsoDay): readonly Refusal[] {
  if (to < from) return [refusal('contradiction', 'The last day is before the first.', { field: 'to' })];
  const refusals: Refusal[] = [];
  if (from < today) {
    refusals.push(
      refusal('contradiction', 'A delegation begins today or later; it is never backdated.', {
        field: 'from',
      }),
    );
  }
  // A year from 1 April 2024 ends on 31 March 2025.
  if (to >= addMonths(from, LONGEST_MONTHS)) {
    refusals.push(
      refusal('limit-reached', 'A delegation lasts a year at most; name it again after that.', {
        field: 'to',
      }),
    );
  }
  return refusals;
}

function overlapping(person: PersonState, from: IsoDay, to: IsoDay): readonly Refusal[] {
  const other = person.facts.delegations.find((each) => each.from <= to && from <= each.to);
  return other
    ? [
        refusal(
          'already-so',
          `${person.facts.name} is a delegate already from ${formatDay(other.from)} to ${formatDay(other.to)}.`,
          { field: 'from' },
        ),
      ]
    : [];
}

export const nameDelegate = personCommand({
  name: 'name-delegate',
  title: 'Name a delegate',
  purpose: 'Lets a person act as the Section 151 officer for a period of at most a year, both days included.',
  who: ['s151'],
  input: z.object({ from: isoDaySchema, to: isoDaySchema }),
  reads: ['roles', 'person'],
  decide(person, { from, to }, context) {
    const refusals = [
      ...notActive(person),
      ...badPeriod(from, to, context.today),
      ...overlapping(person, from, to),
    ];
    if (context.actor.person === person.id) {
      refusals.push(
        refusal('separation-of-duties', 'Nobody names themself a delegate.', { by: [{ role: 's151' }] }),
      );
    }
    if (person.facts.roles.includes('s151')) {
      refusals.push(refusal('already-so', `${person.facts.name} is the Section 151 officer.`));
    }
    if (!isOfficer(context)) {
      refusals.push(
        refusal('not-permitted', 'Only the Section 151 officer in person names delegates.', {
          by: [{ role: 's151' }],
        }),
      );
    }
    return acceptUnless(refusals, () => [
      personHappened('delegation-named', { delegationId: context.ids(), from, to }),
    ]);
  },
});

export const endDelegation = personCommand({
  name: 'end-delegation',
  title: 'End a delegation',
  purpose:
    'Ends a delegation at once: from this day on the delegate no longer acts as the Section 151 officer.',
  who: ['s151', 'administrator', 'self'],
  input: z.object({
    delegationId: lineSchema(100),
    why: textSchema(2_000).refine((why) => /[^\s\p{Cf}]/u.test(why), 'Enter the reason'),
  }),
  reads: ['roles'],
  decide(person, { delegationId, why }, context) {
    const delegation = person.delegations.find((each) => each.id === delegationId);
    const refusals = [...notRegistered(person)];
    if (!delegation) refusals.push(refusal('no-such-row', 'There is no such delegation.'));
    else if (delegation.ended || delegation.to < context.today) {
      refusals.push(refusal('already-so', 'This delegation has ended.'));
    }
    const facts = context.external.directory[context.actor.person];
    const isAdministrator = facts?.roles.includes('administrator') ?? false;
    if (!isOfficer(context) && !isAdministrator && context.actor.person !== person.id) {
      refusals.push(
        refusal('not-permitted', 'A delegate ends only their own delegation.', {
          by: [{ role: 's151' }, { role: 'administrator' }],
        }),
      );
    }
    return acceptUnless(refusals, () => [
      personHappened('delegation-ended', { delegationId, words: { why } }),
    ]);
  },
});
