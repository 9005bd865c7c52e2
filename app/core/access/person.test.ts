import { describe, expect, it } from 'vitest';
import type { Actor, Context } from '../command/context';
import type { FrameworkVersion } from '../gates/framework';
import { ahead } from '../journal/stream';
import type { Decision } from '../command/command';
import { holdsProgrammeRole, type Directory, type ProgrammeRole } from './directory';
import { personHappened } from './events';
import { personStream } from './stream';
import { emptyPerson, type PersonState } from './state';

const TODAY = '2024-04-01';
const person = (id: string, roles: readonly ProgrammeRole[] = [], active = true): PersonState => {
  const facts = { id, name: id, active, roles, delegations: [] };
  return { ...emptyPerson(id), version: 1, facts };
};
const directoryOf = (...people: readonly PersonState[]): Directory =>
  Object.fromEntries(people.map(({ facts }) => [facts.id, facts]));

function context(
  actor: string,
  people: readonly PersonState[],
  through: Actor['through'] = 'session',
): Context {
  let next = 0;
  return {
    now: `${TODAY}T09:00:00.000Z`,
    today: TODAY,
    actor: { person: actor, through },
    ids: () => `id-${(next += 1)}`,
    external: {
      directory: directoryOf(...people),
      framework: {} as FrameworkVersion,
      settings: { programmeName: 'P', organisation: 'O', goLiveMonthCounts: false, demonstration: false },
      versions: {},
      projectRefs: [],
    },
  };
}

function decide(name: string, state: PersonState, input: unknown, given: Context): Decision {
  const command = personStream.commands.find((each) => each.name === name);
  if (!command) throw new Error(`no command ${name}`);
  return personStream.decide(command, state, command.input.parse(input), given);
}
const reasons = (decision: Decision) => (decision.ok ? [] : decision.refusals.map(({ reason }) => reason));
const types = (decision: Decision) => (decision.ok ? decision.events.map(({ type }) => type) : []);

const admin = person('admin', ['administrator']);
const officer = person('officer', ['s151']);

describe('people and roles', () => {
  it('lets an administrator or the first start register a person, and nobody else', () => {
    const input = { name: 'New' };
    expect(types(decide('register-person', emptyPerson('n'), input, context('admin', [admin])))).toEqual([
      'person-registered',
    ]);
    expect(decide('register-person', emptyPerson('n'), input, context('system', [], 'system')).ok).toBe(true);
    expect(
      reasons(decide('register-person', emptyPerson('n'), input, context('officer', [officer]))),
    ).toEqual(['not-permitted']);
    expect(reasons(decide('register-person', admin, input, context('admin', [admin])))).toEqual([
      'duplicate',
    ]);
  });

  it('lets nobody grant themself a role, administrator or not', () => {
    expect(reasons(decide('grant-role', admin, { role: 'pmo' }, context('admin', [admin])))).toEqual([
      'separation-of-duties',
    ]);
    expect(reasons(decide('grant-role', officer, { role: 'pmo' }, context('officer', [officer])))).toEqual([
      'not-permitted',
      'separation-of-duties',
    ]);
    expect(types(decide('grant-role', officer, { role: 'pmo' }, context('admin', [admin])))).toEqual([
      'role-granted',
    ]);
  });

  it('records nothing for a role already held, and refuses one for a closed account', () => {
    expect(decide('grant-role', officer, { role: 's151' }, context('admin', [admin]))).toEqual({
      ok: true,
      events: [],
    });
    expect(
      reasons(decide('grant-role', person('x', [], false), { role: 'pmo' }, context('admin', [admin]))),
    ).toEqual(['no-account']);
  });

  it('keeps one active administrator', () => {
    const closed = person('other', ['administrator'], false);
    const alone = context('admin', [admin, closed]);
    expect(reasons(decide('revoke-role', admin, { role: 'administrator', why: 'w' }, alone))).toEqual([
      'not-legal-now',
    ]);
    expect(reasons(decide('deactivate-person', admin, { why: 'w' }, alone))).toEqual(['not-legal-now']);
    const two = context('admin', [admin, person('other', ['administrator'])]);
    expect(decide('deactivate-person', admin, { why: 'w' }, two).ok).toBe(true);
    expect(decide('revoke-role', admin, { role: 'administrator', why: 'w' }, two).ok).toBe(true);
  });

  it('lets a person change their own name and nobody else’s', () => {
    expect(decide('rename-person', officer, { name: 'N' }, context('officer', [officer])).ok).toBe(true);
    expect(
      reasons(decide('rename-person', admin, { name: 'N' }, context('officer', [officer, admin]))),
    ).toEqual(['not-permitted']);
  });
});

describe('delegates of the Section 151 officer', () => {
  const deputy = person('deputy', ['finance']);
  const period = { from: '2024-04-01', to: '2025-03-31' };

  it('are named by the officer for at most a year', () => {
    const by = context('officer', [officer, deputy]);
    expect(types(decide('name-delegate', deputy, period, by))).toEqual(['delegation-named']);
    expect(reasons(decide('name-delegate', deputy, { ...period, to: '2025-04-01' }, by))).toEqual([
      'limit-reached',
    ]);
    expect(reasons(decide('name-delegate', deputy, { from: '2024-03-31', to: '2024-05-01' }, by))).toEqual([
      'contradiction',
    ]);
    expect(reasons(decide('name-delegate', deputy, { from: '2024-05-02', to: '2024-05-01' }, by))).toEqual([
      'contradiction',
    ]);
  });

  it('are not the officer, and are not named by a delegate', () => {
    expect(reasons(decide('name-delegate', officer, period, context('officer', [officer])))).toEqual([
      'separation-of-duties',
      'already-so',
    ]);
    const delegated = ahead(
      personStream,
      deputy,
      [personHappened('delegation-named', { delegationId: 'd', ...period })],
      context('officer', []),
    );
    const third = person('third', ['finance']);
    expect(holdsProgrammeRole(directoryOf(delegated), 'deputy', 's151', TODAY)).toBe(true);
    expect(
      reasons(decide('name-delegate', third, period, context('deputy', [officer, delegated, third]))),
    ).toEqual(['not-permitted']);
  });

  it('hold the role from the first day to the last, and no longer once it is ended', () => {
    const named = ahead(
      personStream,
      deputy,
      [personHappened('delegation-named', { delegationId: 'd', ...period })],
      context('officer', []),
    );
    const holds = (state: PersonState, day: string) =>
      holdsProgrammeRole(directoryOf(state), 'deputy', 's151', day);
    expect([
      holds(named, '2024-03-31'),
      holds(named, '2024-04-01'),
      holds(named, '2025-03-31'),
      holds(named, '2025-04-01'),
    ]).toEqual([false, true, true, false]);
    const by = context('officer', [officer, named]);
    expect(reasons(decide('name-delegate', named, { from: '2024-06-01', to: '2024-07-01' }, by))).toEqual([
      'already-so',
    ]);
    const decision = decide('end-delegation', named, { delegationId: 'd', why: 'Left' }, by);
    expect(types(decision)).toEqual(['delegation-ended']);
    const ended = ahead(personStream, named, decision.ok ? decision.events : [], by);
    expect(holds(ended, TODAY)).toBe(false);
    expect(ended.delegations).toHaveLength(1);
    expect(reasons(decide('end-delegation', ended, { delegationId: 'd', why: 'Left' }, by))).toEqual([
      'already-so',
    ]);
  });

  it('may give up their own delegation but not end another’s', () => {
    const make = (id: string) =>
      ahead(
        personStream,
        person(id),
        [personHappened('delegation-named', { delegationId: `of-${id}`, ...period })],
        context('officer', []),
      );
    const [one, two] = [make('one'), make('two')];
    const by = context('one', [officer, one, two]);
    expect(decide('end-delegation', one, { delegationId: 'of-one', why: 'Left' }, by).ok).toBe(true);
    expect(reasons(decide('end-delegation', two, { delegationId: 'of-two', why: 'Left' }, by))).toEqual([
      'not-permitted',
    ]);
  });
});
