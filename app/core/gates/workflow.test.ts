import { describe, expect, it } from 'vitest';
import { SEED, recordOf } from '~/documents/business-case-lite/seed-for-test';
import type { Reason } from '../command/refusal';
import { edit } from '../testing/edit';
import { scenario, type Giving, type Scenario } from '../testing/scenario';
import { dayOfGate, readyFor, sameNames, walk, wholeWay } from '../testing/whole-way';
import { approval } from '../testing/whole-way-step';
import type { GateNumber } from './gate-number';
import { requiredRoles } from './separation';
import { MOVES } from './workflow';

const imported = recordOf(SEED);
const { external } = scenario().context;
const WHO = { sponsor: 'sponsor', finance: 's151', s151: 's151' } as const;

const prepared = (gate: GateNumber): Scenario =>
  scenario({ project: readyFor(imported, gate), today: dayOfGate(gate) });
const submit = (from: Scenario, gate: GateNumber, as = 'pmo'): Scenario =>
  from.after('submit-gate', { gate, note: '' }, { as });
const approve = (from: Scenario, gate: GateNumber, role: keyof typeof WHO, giving: Giving = {}) =>
  from.when('approve-gate', approval(gate, role)(from.project, sameNames), { as: WHO[role], ...giving });
const approveAll = (from: Scenario, gate: GateNumber): Scenario =>
  requiredRoles(gate, { external }).reduce(
    (so, role) => approve(so, gate, role as keyof typeof WHO).accepted(),
    from,
  );
const stateOf = (at: Scenario, gate: GateNumber): string => at.project.gates.records[gate].standing.state;

const preparing = prepared(0);
const submitted = submit(preparing, 0);
const approved = approveAll(submitted, 0);
const held = preparing.after('hold-project', { why: 'A review' }, { as: 'sponsor' });
const heldSubmitted = submitted.after('hold-project', { why: 'A review' }, { as: 'sponsor' });
const closed = submitted.after('reject-gate', { gate: 0, why: 'No case' }, { as: 'sponsor' });
const completed = scenario({ project: walk(imported, wholeWay).project, today: '2025-05-01' });

describe('the table of moves', () => {
  const input: Readonly<Record<string, (from: Scenario) => unknown>> = {
    submit: () => ({ gate: 0, note: '' }),
    withdraw: () => ({ gate: 0, why: 'w' }),
    ask: () => ({ gate: 0, question: 'q' }),
    approve: (from) => approval(0, 'sponsor')(from.project, sameNames),
    'take-back': () => ({ gate: 0, why: 'w' }),
    defer: () => ({ gate: 0, role: 'sponsor', required: 'r' }),
    reject: () => ({ gate: 0, why: 'w' }),
    revoke: () => ({ gate: 0, why: 'w' }),
    hold: () => ({ why: 'w' }),
    resume: () => ({ why: 'w' }),
    reopen: () => ({ why: 'w' }),
  };
  const COMMANDS: Readonly<Record<string, readonly [string, string]>> = {
    submit: ['submit-gate', 'pmo'],
    withdraw: ['withdraw-submission', 'pmo'],
    ask: ['ask-question', 'sponsor'],
    approve: ['approve-gate', 'sponsor'],
    'take-back': ['take-back-approval', 'sponsor'],
    defer: ['defer-gate', 'sponsor'],
    reject: ['reject-gate', 'sponsor'],
    revoke: ['revoke-gate', 'sponsor'],
    hold: ['hold-project', 'sponsor'],
    resume: ['resume-project', 'sponsor'],
    reopen: ['reopen-project', 'sponsor'],
  };
  const from = { preparing, submitted, approved, held, heldSubmitted, closed, completed } as const;
  /** From where each move is legal; everywhere else it is refused for this kind of reason. */
  const LEGAL: Readonly<Record<string, readonly (keyof typeof from)[]>> = {
    submit: ['preparing'],
    withdraw: ['submitted', 'heldSubmitted'],
    ask: ['submitted', 'heldSubmitted'],
    approve: ['submitted'],
    'take-back': [],
    defer: ['submitted'],
    reject: ['submitted'],
    revoke: ['approved'],
    hold: ['preparing', 'submitted', 'approved'],
    resume: ['held', 'heldSubmitted'],
    reopen: ['closed'],
  };
  const rows = Object.keys(COMMANDS).flatMap((move) =>
    (Object.keys(from) as (keyof typeof from)[]).map((state) => [move, state] as const),
  );

  it.each(rows)('%s from %s', (move, state) => {
    const [command, as] = COMMANDS[move]!;
    const outcome = from[state].when(command, input[move]!(from[state]), { as });
    if (LEGAL[move]!.includes(state)) {
      outcome.accepted();
      return;
    }
    const { decision, refusals } = outcome;
    expect(decision).toHaveProperty('ok', false);
    const reasons = refusals.map((each) => each.reason);
    const expected: readonly Reason[] = ['not-legal-now', 'held', 'closed', 'no-such-row', 'already-so'];
    expect(reasons.some((reason) => expected.includes(reason))).toBe(true);
  });

  it('names the roles and lives of every move once', () => {
    expect(Object.keys(MOVES)).toEqual(expect.arrayContaining(Object.keys(COMMANDS)));
  });

  it('lets nobody else move: the auditor, the viewer, the assurer and the administrator may not', () => {
    for (const as of ['auditor', 'viewer', 'assurer', 'administrator', 'stranger', 'finance']) {
      preparing.when('submit-gate', { gate: 0, note: '' }, { as }).thenRefused('not-permitted');
      submitted.when('reject-gate', { gate: 0, why: 'w' }, { as }).thenRefused('not-permitted');
      approved.when('revoke-gate', { gate: 0, why: 'w' }, { as }).thenRefused('not-permitted');
    }
  });
});

describe('submitting', () => {
  it('freezes the facts, the outcomes and the versions they were read from', () => {
    const { standing } = submitted.project.gates.records[0];
    if (standing.state !== 'submitted') throw new Error('not submitted');
    const { pack } = standing.submission;
    expect(pack.digest).toMatch(/^[0-9a-f]{64}$/);
    expect(pack.outcomes).toHaveLength(12);
    expect(Object.keys(pack.parts)).toEqual(
      expect.arrayContaining(['figures', 'risks', 'criterion:scope-answered']),
    );
    expect(pack.versions).toHaveProperty(`project/${submitted.project.id}`);
  });

  it('is refused with all reasons at once: order, criteria and conditions', () => {
    const { refusals } = scenario({ project: imported, today: '2023-10-01' }).when(
      'submit-gate',
      { gate: 2, note: '' },
      { as: 'pmo' },
    );
    expect(refusals.filter((each) => each.reason === 'gate-out-of-order')).toHaveLength(2);
    const criteria = refusals.filter((each) => each.reason === 'criterion-does-not-pass');
    expect(criteria.map((each) => each.criterion)).toEqual(
      expect.arrayContaining(['sponsor-named', 'lead-named', 'saving-indicated', 'validated-enough']),
    );
    expect(criteria.every((each) => each.fix !== undefined && (each.by ?? []).length > 0)).toBe(true);
  });

  it('takes one gate at a time', () => {
    const { refusals } = submitted.when('submit-gate', { gate: 1, note: '' }, { as: 'pmo' });
    expect(refusals.map((each) => each.reason)).toEqual(
      expect.arrayContaining(['open-submission', 'gate-out-of-order']),
    );
  });

  it('is withdrawn by who submitted it or the PMO, and stays in its cycle', () => {
    submitted.when('withdraw-submission', { gate: 0, why: 'w' }, { as: 'lead' }).thenRefused('not-permitted');
    const back = submitted.after('withdraw-submission', { gate: 0, why: 'An error' }, { as: 'second-pmo' });
    expect(back.project.gates.records[0]).toMatchObject({
      cycle: 1,
      past: [{ ended: { how: 'withdrawn' } }],
    });
    submit(preparing, 0, 'lead').after('withdraw-submission', { gate: 0, why: 'An error' }, { as: 'lead' });
  });
});

describe('while a gate is submitted', () => {
  it.each([
    ['set-scope', { scopeOut: { state: 'none' } }, 'lead'],
    ['name-bau-owner', { person: 'bau-owner' }, 'pmo'],
    ['record-risk', { risk: 'A new one' }, 'lead'],
    ['attach-link', { url: 'https://example.org', name: 'n', note: '', restricted: false }, 'lead'],
    [
      'set-schedule',
      {
        gates: [{ gate: 1, target: { state: 'given', value: '2024-01' } }],
        deliverables: [],
        milestones: [],
      },
      'pmo',
    ],
  ])('%s is refused where it changes what the pack holds', (command, input, as) => {
    const outcome = submitted.when(command, input, { as });
    if (command === 'name-bau-owner') outcome.accepted();
    else outcome.thenRefused('withdraw-first');
  });

  it('comments, questions and their answers go on, and change nothing of the pack', () => {
    const asked = submitted
      .after('comment', { about: 'gate-0', text: 'Looks well.' }, { as: 'viewer' })
      .after('ask-question', { gate: 0, question: 'Why this?' }, { as: 'sponsor' });
    const { standing } = asked.project.gates.records[0];
    const questionId = standing.state === 'submitted' ? standing.questions[0]!.id : '';
    asked
      .when('answer-question', { gate: 0, questionId, answer: 'So.' }, { as: 'sponsor' })
      .thenRefused('not-permitted');
    const answered = asked.after('answer-question', { gate: 0, questionId, answer: 'So.' }, { as: 'lead' });
    answered
      .when('answer-question', { gate: 0, questionId, answer: 'Or so.' }, { as: 'lead' })
      .thenRefused('already-so');
    answered
      .when('answer-question', { gate: 0, questionId: 'q', answer: 'So.' }, { as: 'lead' })
      .thenRefused('no-such-row');
    const decided = approveAll(answered, 0);
    expect(decided.project.gates.records[0].standing).toMatchObject({
      state: 'approved',
      questions: [{ question: 'Why this?', answered: { answer: 'So.' } }],
    });
    const revoked = decided.after('revoke-gate', { gate: 0, why: 'w' }, { as: 'sponsor' });
    expect(revoked.project.gates.records[0].past.at(-1)).toMatchObject({
      questions: [{ question: 'Why this?', answered: { answer: 'So.' } }],
    });
  });

  it('questions are asked by this gate’s deciders only', () => {
    submitted.when('ask-question', { gate: 0, question: 'q' }, { as: 's151' }).thenRefused('not-permitted');
  });

  it('a condition of an earlier gate is not closed under the deciders’ eyes', () => {
    const open = edit(readyFor(imported, 2), ['gates', 'conditions', 0], (was: object) => ({
      ...was,
      before: 5,
      due: '2024-12-31',
      closed: undefined,
      confirmed: undefined,
    }));
    const frozen = submit(scenario({ project: open, today: dayOfGate(2) }), 2);
    const conditionId = open.gates.conditions[0]!.id;
    frozen
      .when('close-condition', { conditionId, note: 'Done', evidence: [] }, { as: 'lead' })
      .thenRefused('withdraw-first');
  });
});

describe('on hold', () => {
  it('nothing is submitted or decided; the sponsor resumes it', () => {
    held.when('submit-gate', { gate: 0, note: '' }, { as: 'pmo' }).thenRefused('held');
    approve(heldSubmitted, 0, 'sponsor').thenRefused('held');
    heldSubmitted
      .when('defer-gate', { gate: 0, role: 'sponsor', required: 'r' }, { as: 'sponsor' })
      .thenRefused('held');
    held.when('resume-project', { why: 'w' }, { as: 'pmo' }).thenRefused('not-permitted');
    const on = heldSubmitted.after('resume-project', { why: 'Reviewed' }, { as: 'sponsor' });
    expect(stateOf(approveAll(on, 0), 0)).toBe('approved');
  });

  it('the PMO holds and resumes while there is no sponsor', () => {
    const none = scenario({ project: imported, today: '2023-10-02' });
    none
      .after('hold-project', { why: 'w' }, { as: 'pmo' })
      .after('resume-project', { why: 'w' }, { as: 'pmo' });
    preparing.when('hold-project', { why: 'w' }, { as: 'pmo' }).thenRefused('not-permitted');
  });

  it('a hold, a deferral, a rejection and a revocation each carry a narrative', () => {
    preparing.when('hold-project', { why: ' ' }, { as: 'sponsor' }).thenInvalid('why');
    submitted
      .when('defer-gate', { gate: 0, role: 'sponsor', required: '\n' }, { as: 'sponsor' })
      .thenInvalid('required');
    submitted.when('reject-gate', { gate: 0, why: '' }, { as: 'sponsor' }).thenInvalid('why');
    approved.when('revoke-gate', { gate: 0, why: '\u200b' }, { as: 'sponsor' }).thenInvalid('why');
  });
});
