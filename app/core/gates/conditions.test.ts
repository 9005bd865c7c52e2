import { describe, expect, it } from 'vitest';
import { SEED, recordOf } from '~/documents/business-case-lite/seed-for-test';
import { edit } from '../testing/edit';
import { scenario, type Scenario } from '../testing/scenario';
import { walk, wayUpTo } from '../testing/whole-way';
import { conditionsBlocking } from './conditions';

const imported = recordOf(SEED);
const { external } = scenario().context;
const open = scenario({
  project: walk(imported, wayUpTo('Its owner closes the condition with evidence')).project,
  today: '2023-12-08',
});
const condition = open.project.gates.conditions[0]!;
const conditionId = condition.id;
const close = { conditionId, note: 'Done on 5 December 2023', evidence: [] };
const closed = open.after('close-condition', close, { as: 'lead' });
const now = (at: Scenario) => at.project.gates.conditions[0]!;

describe('a condition', () => {
  it('is closed by its owner with evidence', () => {
    open.when('close-condition', close, { as: 'pmo' }).thenRefused('not-permitted');
    open.when('close-condition', { ...close, note: ' ' }, { as: 'lead' }).thenRefused('narrative-required');
    open.when('close-condition', { ...close, evidence: ['x'] }, { as: 'lead' }).thenRefused('no-such-row');
    closed.when('close-condition', close, { as: 'lead' }).thenRefused('already-so');
    open.when('close-condition', { ...close, conditionId: 'x' }, { as: 'lead' }).thenRefused('no-such-row');
  });

  it('is confirmed by the decider who set it or a PMO officer, never by its owner', () => {
    open.when('confirm-condition', { conditionId }, { as: 'pmo' }).thenRefused('not-legal-now');
    closed.when('confirm-condition', { conditionId }, { as: 'lead' }).thenRefused('separation-of-duties');
    closed.when('confirm-condition', { conditionId }, { as: 'finance' }).thenRefused('not-permitted');
    expect(now(closed.after('confirm-condition', { conditionId }, { as: 'sponsor' })).confirmed?.by).toBe(
      'sponsor',
    );
    const confirmed = closed.after('confirm-condition', { conditionId }, { as: 'pmo' });
    confirmed.when('confirm-condition', { conditionId }, { as: 'pmo' }).thenRefused('already-so');
  });

  it('of a PMO officer is confirmed by another one, whatever roles the owner holds', () => {
    const theirs = open
      .after(
        'reassign-condition',
        { conditionId, owner: 'pmo', due: '2023-12-20', why: 'w' },
        { as: 'second-pmo' },
      )
      .after('close-condition', close, { as: 'pmo' });
    theirs.when('confirm-condition', { conditionId }, { as: 'pmo' }).thenRefused('separation-of-duties');
    theirs.after('confirm-condition', { conditionId }, { as: 'second-pmo' });
  });

  it('is sent back with why it is not met, and is open again', () => {
    closed.when('send-condition-back', { conditionId, why: ' ' }, { as: 'pmo' }).thenInvalid('why');
    closed
      .when('send-condition-back', { conditionId, why: 'w' }, { as: 'lead' })
      .thenRefused('separation-of-duties');
    open.when('send-condition-back', { conditionId, why: 'w' }, { as: 'pmo' }).thenRefused('not-legal-now');
    expect(
      now(closed.after('send-condition-back', { conditionId, why: 'One is missing' }, { as: 'pmo' })).closed,
    ).toBeUndefined();
  });

  it('is re-assigned by the PMO; an owner does not give themself a later day', () => {
    const to = { conditionId, owner: 'service-manager', due: '2024-01-15', why: 'w' };
    open.when('reassign-condition', to, { as: 'sponsor' }).thenRefused('not-permitted');
    open.when('reassign-condition', { ...to, owner: 'left' }, { as: 'pmo' }).thenRefused('unknown-person');
    open.when('reassign-condition', { ...to, due: '2023-12-01' }, { as: 'pmo' }).thenRefused('contradiction');
    expect(now(closed.after('reassign-condition', to, { as: 'pmo' }))).toMatchObject({
      owner: 'service-manager',
      due: '2024-01-15',
    });
    const own = open.after('reassign-condition', { ...to, owner: 'pmo' }, { as: 'pmo' });
    own
      .when('reassign-condition', { ...to, owner: 'pmo', due: '2024-03-01' }, { as: 'pmo' })
      .thenRefused('separation-of-duties');
  });

  it('is withdrawn only by who set it, or their successor once they hold the role no more', () => {
    const why = { conditionId, why: 'Not needed' };
    open.when('withdraw-condition', why, { as: 'pmo' }).thenRefused('not-permitted');
    open.when('withdraw-condition', why, { as: 'lead' }).thenRefused('not-permitted', 'separation-of-duties');
    expect(now(open.after('withdraw-condition', why, { as: 'sponsor' })).withdrawn?.why).toBe('Not needed');
    const succeeded = edit(open.project, ['people'], (people: readonly { role: string }[]) =>
      people.map((each) => (each.role === 'sponsor' ? { ...each, person: 'service-manager' } : each)),
    );
    scenario({ project: succeeded, today: '2023-12-08' }).after('withdraw-condition', why, {
      as: 'service-manager',
    });
  });

  it('blocks the gate it precedes, and once overdue every gate', () => {
    const later = { ...condition, before: 4 as const };
    const project = edit(open.project, ['gates', 'conditions', 0], later);
    expect(conditionsBlocking(project, 1, '2023-12-20')).toEqual([]);
    expect(conditionsBlocking(project, 4, '2023-12-20')).toHaveLength(1);
    expect(conditionsBlocking(project, 1, '2023-12-21')).toHaveLength(1);
    const { refusals } = scenario({ project, today: '2023-12-21' }).when(
      'submit-gate',
      { gate: 1, note: '' },
      { as: 'pmo' },
    );
    expect(refusals.map((each) => each.reason)).toEqual(['condition-overdue']);
    expect(refusals[0]?.by).toEqual([{ role: 'owner', person: 'lead' }]);
  });

  it('owned by somebody whose account is closed is re-assigned, not lost', () => {
    const directory = edit(external.directory, ['lead', 'active'], false);
    const to = { conditionId, owner: 'service-manager', due: '2024-01-15', why: 'Left' };
    open.where({ directory }).after('reassign-condition', to, { as: 'pmo' });
  });
});
