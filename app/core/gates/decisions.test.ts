import { describe, expect, it } from 'vitest';
import { SEED, recordOf } from '~/documents/business-case-lite/seed-for-test';
import { edit } from '../testing/edit';
import { scenario, type Giving, type Scenario } from '../testing/scenario';
import { dayOfGate, readyFor, sameNames } from '../testing/whole-way';
import { approval } from '../testing/whole-way-step';
import type { GateNumber } from './gate-number';
import type { Hands } from './state';

const imported = recordOf(SEED);
const { external } = scenario().context;
const ready0 = readyFor(imported, 0);
const ready2 = readyFor(imported, 2);

const submit = (project: typeof ready0, gate: GateNumber): Scenario =>
  scenario({ project, today: dayOfGate(gate) }).after('submit-gate', { gate, note: '' }, { as: 'pmo' });
const approve = (
  from: Scenario,
  gate: GateNumber,
  role: 'sponsor' | 'finance' | 's151',
  giving: Giving,
  more: object = {},
) =>
  from.when(
    'approve-gate',
    { ...(approval(gate, role)(from.project, sameNames) as object), ...more },
    giving,
  );
const stateOf = (at: Scenario, gate: GateNumber): string => at.project.gates.records[gate].standing.state;
const past = (at: Scenario, gate: GateNumber) => at.project.gates.records[gate].past.at(-1)!;

const submitted0 = submit(ready0, 0);
const submitted2 = submit(ready2, 2);
const byOne = approve(submitted2, 2, 'sponsor', { as: 'sponsor' }).accepted();

describe('approving', () => {
  it('closes the gate when each required role has approved, by different people', () => {
    expect(stateOf(byOne, 2)).toBe('submitted');
    const done = approve(byOne, 2, 'finance', { as: 's151' }).accepted();
    const { standing } = done.project.gates.records[2];
    expect(standing).toMatchObject({ state: 'approved', decision: { outcome: 'approved' } });
    expect(done.project.schedule.gates[2].actual?.date).toBe(dayOfGate(2));
    approve(byOne, 2, 'sponsor', { as: 'sponsor' }).thenRefused('already-so');
  });

  it('is given to the pack that lies before the deciders, by its digest', () => {
    approve(submitted0, 0, 'sponsor', { as: 'sponsor' }, { packDigest: 'f'.repeat(64) }).thenRefused(
      'pack-mismatch',
    );
  });

  it('is given by a person, in a session or with a token of their own', () => {
    approve(submitted0, 0, 'sponsor', { as: 'sponsor', through: 'token' }).accepted();
    approve(submitted0, 0, 'sponsor', { as: 'sponsor', through: 'system' }).thenRefused(
      'not-personal',
      'not-permitted',
    );
  });

  it('is given in a role the gate asks for, that the giver holds', () => {
    approve(submitted0, 0, 's151', { as: 's151' }).thenRefused('not-permitted');
    approve(submitted2, 2, 'finance', { as: 'sponsor' }).thenRefused('not-permitted');
    approve(submitted2, 2, 'sponsor', { as: 's151' }).thenRefused('not-permitted');
    approve(submitted2, 2, 'finance', { as: 'second-finance' }).accepted();
  });

  it('takes conditions with a narrative, an active owner, a day to come and a later gate', () => {
    const condition = { what: 'Tell the providers', owner: 'lead', due: '2023-12-01' };
    const giving = { as: 'sponsor' };
    approve(submitted0, 0, 'sponsor', giving, { conditions: [condition], narrative: ' ' }).thenRefused(
      'narrative-required',
    );
    approve(submitted0, 0, 'sponsor', giving, { conditions: [{ ...condition, owner: 'left' }] }).thenRefused(
      'unknown-person',
    );
    approve(submitted0, 0, 'sponsor', giving, {
      conditions: [{ ...condition, due: '2023-10-01' }],
    }).thenRefused('contradiction');
    approve(submitted0, 0, 'sponsor', giving, { conditions: [{ ...condition, before: 0 }] }).thenRefused(
      'contradiction',
    );
    const with1 = approve(submitted0, 0, 'sponsor', giving, { conditions: [condition] }).accepted();
    expect(with1.project.gates.conditions).toMatchObject([
      { before: 1, gate: 0, set: { by: 'sponsor' }, from: 'decision' },
    ]);
  });

  it('may be taken back by its giver until the gate closes', () => {
    byOne.when('take-back-approval', { gate: 2, why: 'w' }, { as: 's151' }).thenRefused('no-such-row');
    const back = byOne.after('take-back-approval', { gate: 2, why: 'Misread' }, { as: 'sponsor' });
    const alone = approve(back, 2, 'finance', { as: 's151' }).accepted();
    expect(stateOf(alone, 2)).toBe('submitted');
    expect(stateOf(approve(alone, 2, 'sponsor', { as: 'sponsor' }).accepted(), 2)).toBe('approved');
    alone.when('take-back-approval', { gate: 0, why: 'w' }, { as: 's151' }).thenRefused('not-legal-now');
  });
});

describe('what moved since the pack was frozen is named, and sends the submission back', () => {
  it('when time made a criterion fall', () => {
    const late = approve(submitted0, 0, 'sponsor', { as: 'sponsor', on: '2023-11-01' }).accepted();
    expect(stateOf(late, 0)).toBe('preparing');
    expect(past(late, 0).ended).toMatchObject({ how: 'returned' });
    expect(past(late, 0).ended.why).toContain('Gate 0 was due Oct 2023');
    expect(late.project.gates.records[0].cycle).toBe(1);
  });

  it('when another stream changed: an account was closed', () => {
    const directory = edit(external.directory, ['lead', 'active'], false);
    const back = approve(submitted0.where({ directory }), 0, 'sponsor', { as: 'sponsor' }).accepted();
    expect(past(back, 0).ended.why).toContain('who holds which role changed');
    expect(past(back, 0).ended.why).toContain('The lead’s account is not active');
  });

  it('and voids the approvals given before', () => {
    const late = approve(byOne, 2, 'finance', { as: 's151', on: '2024-04-01' }).accepted();
    expect(stateOf(late, 2)).toBe('preparing');
    expect(past(late, 2).approvals).toHaveLength(1);
    const again = late.on('2024-04-01').when('submit-gate', { gate: 2, note: '' }, { as: 'pmo' });
    again.thenRefused('criterion-does-not-pass');
  });

  it('when a waiver ran out between submission and approval', () => {
    const unscoped = edit(ready0, ['case', 'text', 'scopeOut', 'answer'], { state: 'blank' });
    const waived = scenario({ project: unscoped, today: dayOfGate(0) })
      .after(
        'waive-criterion',
        {
          gate: 0,
          criterion: 'scope-answered',
          why: 'w',
          expires: '2023-10-25',
          instead: { what: 'x', owner: 'lead', due: '2023-11-30' },
        },
        { as: 'sponsor' },
      )
      .after('submit-gate', { gate: 0, note: '' }, { as: 'pmo' });
    expect(stateOf(approve(waived, 0, 'sponsor', { as: 'sponsor', on: '2023-10-25' }).accepted(), 0)).toBe(
      'approved',
    );
    expect(stateOf(approve(waived, 0, 'sponsor', { as: 'sponsor', on: '2023-10-26' }).accepted(), 0)).toBe(
      'preparing',
    );
  });
});

describe('an approval is void', () => {
  it('when its giver has lost the role by the time the gate closes; somebody else gives it', () => {
    const first = approve(submitted2, 2, 'finance', { as: 's151' }).accepted();
    const directory = edit(external.directory, ['s151', 'roles'], []);
    const closing = approve(first.where({ directory }), 2, 'sponsor', { as: 'sponsor' }).accepted();
    const { standing } = closing.project.gates.records[2];
    expect(standing).toMatchObject({
      state: 'submitted',
      approvals: [
        { by: 's151', void: { why: expect.stringContaining('no longer') as string } },
        { by: 'sponsor' },
      ],
    });
    const done = approve(closing, 2, 'finance', { as: 'second-finance' }).accepted();
    expect(stateOf(done, 2)).toBe('approved');
  });
});

describe('deferring, rejecting and revoking', () => {
  it('a required decider defers; the next cycle begins with fresh hands', () => {
    submitted0
      .when('defer-gate', { gate: 0, role: 's151', required: 'r' }, { as: 's151' })
      .thenRefused('not-permitted');
    const deferred = byOne.after(
      'defer-gate',
      { gate: 2, role: 'finance', required: 'Better figures' },
      { as: 's151' },
    );
    expect(deferred.project.gates.records[2]).toMatchObject({
      cycle: 2,
      standing: { state: 'preparing' },
      hands: { submitted: [], proposed: [], attested: [], led: ['lead'] },
      past: [{ ended: { how: 'deferred', why: 'Better figures' }, approvals: [{ by: 'sponsor' }] }],
    });
  });

  it('the sponsor alone rejects, and that closes the project', () => {
    submitted2.when('reject-gate', { gate: 2, why: 'w' }, { as: 's151' }).thenRefused('not-permitted');
    const rejected = submitted2.after('reject-gate', { gate: 2, why: 'No case' }, { as: 'sponsor' });
    expect(rejected.project.life).toMatchObject({ state: 'closed', how: 'rejected', why: 'No case' });
    rejected.when('record-risk', { risk: 'x' }, { as: 'lead' }).thenRefused('closed');
  });

  it('only the last approval is revoked, with nothing submitted after it; its open conditions go', () => {
    const at1 = scenario({ project: readyFor(imported, 1), today: dayOfGate(1) });
    const approved1 = approve(
      at1.after('submit-gate', { gate: 1, note: '' }, { as: 'pmo' }),
      1,
      'sponsor',
      { as: 'sponsor' },
      {
        conditions: [{ what: 'More', owner: 'lead', due: '2024-02-01' }],
      },
    ).accepted();
    approved1.when('revoke-gate', { gate: 0, why: 'w' }, { as: 'sponsor' }).thenRefused('not-legal-now');
    approved1.when('revoke-gate', { gate: 1, why: 'w' }, { as: 'pmo' }).thenRefused('not-permitted');
    const revoked = approved1.after('revoke-gate', { gate: 1, why: 'Premature' }, { as: 'sponsor' });
    expect(revoked.project.gates.records[1]).toMatchObject({ cycle: 2, standing: { state: 'preparing' } });
    expect(revoked.project.gates.conditions.at(-1)?.withdrawn?.why).toContain('revoked');
    expect(revoked.project.schedule.gates[1].actual).toBeUndefined();
    const sinceSubmitted = submit(ready2, 2).after(
      'withdraw-submission',
      { gate: 2, why: 'w' },
      { as: 'pmo' },
    );
    sinceSubmitted
      .when('revoke-gate', { gate: 1, why: 'w' }, { as: 'sponsor' })
      .thenRefused('open-submission');
  });
});

describe('separation is by person and over the cycle', () => {
  it.each<keyof Hands>(['submitted', 'proposed', 'attested', 'led'])('who %s does not decide', (hand) => {
    const handled = edit(
      submitted0.project,
      ['gates', 'records', 0, 'hands', hand],
      (was: readonly string[]) => [...was, 'sponsor'],
    );
    const from = scenario({ project: handled, today: dayOfGate(0) });
    approve(from, 0, 'sponsor', { as: 'sponsor' }).thenRefused('separation-of-duties');
    from
      .when('defer-gate', { gate: 0, role: 'sponsor', required: 'r' }, { as: 'sponsor' })
      .thenRefused('separation-of-duties');
    from.when('reject-gate', { gate: 0, why: 'r' }, { as: 'sponsor' }).thenRefused('separation-of-duties');
  });

  it('who validated a counted figure is not the finance co-decider; another officer is', () => {
    approve(submitted2, 2, 'finance', { as: 'finance' }).thenRefused('separation-of-duties');
    approve(submitted2, 2, 'finance', { as: 'second-finance' }).accepted();
  });

  it('two roles exempt nobody: one person does not approve in both', () => {
    const both = edit(external.directory, ['sponsor', 'roles'], ['finance']);
    const first = approve(submitted2.where({ directory: both }), 2, 'sponsor', { as: 'sponsor' }).accepted();
    approve(first, 2, 'finance', { as: 'sponsor' }).thenRefused('separation-of-duties');
  });

  it('a lead who was replaced in this cycle has led it still', () => {
    const led = submitted0.project.gates.records[0].hands.led;
    expect(led).toContain('lead');
    const now = edit(submitted0.project, ['people'], (people: readonly { role: string }[]) =>
      people.map((each) => (each.role === 'sponsor' ? { ...each, person: 'lead' } : each)),
    );
    approve(scenario({ project: now, today: dayOfGate(0) }), 0, 'sponsor', { as: 'lead' }).thenRefused(
      'separation-of-duties',
    );
  });

  it('a sponsor may waive and decide, and the pack shows it', () => {
    const unscoped = edit(ready0, ['case', 'text', 'scopeOut', 'answer'], { state: 'blank' });
    const waived = scenario({ project: unscoped, today: dayOfGate(0) })
      .after(
        'waive-criterion',
        {
          gate: 0,
          criterion: 'scope-answered',
          why: 'w',
          expires: '2023-12-01',
          instead: { what: 'x', owner: 'lead', due: '2023-11-30' },
        },
        { as: 'sponsor' },
      )
      .after('submit-gate', { gate: 0, note: '' }, { as: 'pmo' });
    const { standing } = waived.project.gates.records[0];
    expect(standing.state === 'submitted' && standing.submission.pack.facts['waivers']).toMatchObject([
      { by: 'sponsor' },
    ]);
    expect(stateOf(approve(waived, 0, 'sponsor', { as: 'sponsor' }).accepted(), 0)).toBe('approved');
  });

  it('the Section 151 officer who waived the validation does not co-decide Gate 3; a delegate does', () => {
    const cell = readyFor(imported, 3);
    const saving = cell.money.lines.findIndex(
      (line) => line.kind === 'saving' && line.timing === 'recurring',
    );
    const short = edit(cell, ['money', 'lines', saving, 'cells', 2024, 'mtfs', 'amount', 'value'], 9_000_001);
    const explained = edit(short, ['money', 'lines', saving, 'cells', 2024, 'mtfs', 'by'], 'finance');
    const waive = (criterion: string) => ({
      gate: 3,
      criterion,
      why: 'w',
      expires: '2024-06-01',
      instead: { what: 'x', owner: 'finance', due: '2024-05-30' },
    });
    const from = scenario({ project: explained, today: dayOfGate(3) })
      .after('waive-criterion', waive('validated-for-budget'), { as: 's151' })
      .after('waive-criterion', waive('mtfs-reconciled'), { as: 's151' })
      .after('submit-gate', { gate: 3, note: '' }, { as: 'pmo' });
    approve(from, 3, 's151', { as: 's151' }).thenRefused('separation-of-duties');
    const delegated = edit(
      external.directory,
      ['second-finance', 'delegations'],
      [{ by: 's151', from: '2024-04-01', to: '2024-04-30' }],
    );
    approve(from.where({ directory: delegated }), 3, 's151', { as: 'second-finance' }).accepted();
  });
});
