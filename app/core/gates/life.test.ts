import { describe, expect, it } from 'vitest';
import { SEED, recordOf } from '~/documents/business-case-lite/seed-for-test';
import { edit, edits } from '../testing/edit';
import { scenario } from '../testing/scenario';
import { dayOfGate, readyFor, sameNames, walk, wholeWay, wayUpTo } from '../testing/whole-way';
import { approval } from '../testing/whole-way-step';

const imported = recordOf(SEED);
const before3 = walk(imported, wayUpTo('The MTFS takes the validated figure')).project;
const at4 = readyFor(imported, 4);
const savingId = before3.money.lines.find(
  (line) => line.kind === 'saving' && line.timing === 'recurring',
)!.id;
const fates = [{ line: savingId, fate: 'withdrawn' as const }];
const early = scenario({ project: before3, today: '2024-04-08' });
const late = scenario({ project: at4, today: dayOfGate(4) });

describe('closing early', () => {
  it('is the sponsor’s, with the fate of each saving', () => {
    early.when('close-project', { why: 'Merged', fates }, { as: 'pmo' }).thenRefused('not-permitted');
    early.when('close-project', { why: 'Merged', fates: [] }, { as: 'sponsor' }).thenRefused('not-answered');
    early
      .when('close-project', { why: 'Merged', fates: [...fates, ...fates] }, { as: 'sponsor' })
      .thenRefused('not-answered');
    early
      .when(
        'close-project',
        { why: 'Merged', fates: [...fates, { line: 'x', fate: 'withdrawn' }] },
        { as: 'sponsor' },
      )
      .thenRefused('no-such-row');
    early
      .when('close-project', { why: 'Merged', fates: [{ line: savingId, fate: 'moved' }] }, { as: 'sponsor' })
      .thenRefused('not-answered');
    early.when('close-project', { why: ' ', fates }, { as: 'sponsor' }).thenInvalid('why');
    const closed = early.after('close-project', { why: 'Merged', fates }, { as: 'sponsor' });
    expect(closed.project.life).toMatchObject({ state: 'closed', how: 'closed-early', fates });
  });

  it('waits while a gate is submitted', () => {
    const submitted = late.after('submit-gate', { gate: 4, note: '' }, { as: 'pmo' });
    submitted.when('close-project', { why: 'w', fates }, { as: 'sponsor' }).thenRefused('open-submission');
  });

  it('takes the Section 151 officer too once a saving is in the MTFS', () => {
    late.when('agree-closing', {}, { as: 's151' }).thenRefused('not-legal-now');
    const asked = late.after('close-project', { why: 'Merged', fates }, { as: 'sponsor' });
    expect(asked.project.life.state).toBe('open');
    asked.when('agree-closing', {}, { as: 'sponsor' }).thenRefused('not-permitted', 'separation-of-duties');
    expect(asked.after('agree-closing', {}, { as: 's151' }).project.life).toMatchObject({
      state: 'closed',
      fates,
    });
  });

  it('is not agreed for a saving added since, which has no fate', () => {
    const asked = late.after('close-project', { why: 'Merged', fates }, { as: 'sponsor' });
    const more = edit(asked.project, ['money', 'lines'], (lines: typeof at4.money.lines) => [
      ...lines,
      { ...lines.find((line) => line.id === savingId)!, id: 'another' },
    ]);
    scenario({ project: more, today: dayOfGate(4) })
      .when('agree-closing', {}, { as: 's151' })
      .thenRefused('not-answered');
  });
});

describe('taking back what waits for the Section 151 officer', () => {
  const asked = late.after('close-project', { why: 'Merged', fates }, { as: 'sponsor' });
  const why = 'Not merged after all';

  it('is the sponsor’s while the closing has not been agreed to, with why', () => {
    asked.when('take-back-closing', { why }, { as: 'pmo' }).thenRefused('not-permitted');
    asked.when('take-back-closing', { why }, { as: 's151' }).thenRefused('not-permitted');
    asked.when('take-back-closing', { why: ' ' }, { as: 'sponsor' }).thenInvalid('why');
    asked
      .when('take-back-closing', { why }, { as: 'sponsor' })
      .then({ type: 'closing-taken-back', v: 1, body: { words: { why } } });
  });

  it('leaves nothing to agree to, and the closing can be asked for again', () => {
    const back = asked.after('take-back-closing', { why }, { as: 'sponsor' });
    expect(back.project.gates.pendingLife).toBeUndefined();
    expect(back.project.life.state).toBe('open');
    back.when('agree-closing', {}, { as: 's151' }).thenRefused('not-legal-now');
    back.when('take-back-closing', { why }, { as: 'sponsor' }).thenRefused('not-legal-now');
    const again = back.after('close-project', { why: 'Merged', fates }, { as: 'sponsor' });
    expect(again.after('agree-closing', {}, { as: 's151' }).project.life.state).toBe('closed');
  });

  it('is refused where nothing was asked for, or the closing is agreed to', () => {
    late.when('take-back-closing', { why }, { as: 'sponsor' }).thenRefused('not-legal-now');
    const closed = asked.after('agree-closing', {}, { as: 's151' });
    closed.when('take-back-closing', { why }, { as: 'sponsor' }).thenRefused('closed', 'not-legal-now');
    closed.when('take-back-reopening', { why }, { as: 'sponsor' }).thenRefused('not-legal-now');
  });

  it('goes for a reopening in the same way', () => {
    const closed = asked.after('agree-closing', {}, { as: 's151' });
    const reopening = closed.after('reopen-project', { why: 'w' }, { as: 'sponsor' });
    reopening.when('take-back-reopening', { why }, { as: 's151' }).thenRefused('not-permitted');
    const back = reopening.after('take-back-reopening', { why }, { as: 'sponsor' });
    expect(back.project.life.state).toBe('closed');
    back.when('agree-reopening', {}, { as: 's151' }).thenRefused('not-legal-now');
  });

  it('is the only way it goes: a hold and a resumption keep what was asked for', () => {
    const held = asked.after('hold-project', { why: 'w' }, { as: 'sponsor' });
    expect(held.project.gates.pendingLife?.why).toBe('Merged');
    const on = held.after('resume-project', { why: 'w' }, { as: 'sponsor' });
    expect(on.project.gates.pendingLife?.why).toBe('Merged');
    expect(held.after('agree-closing', {}, { as: 's151' }).project.life).toMatchObject({ before: 'held' });
  });

  it('needs no taking back once a gate is rejected, which closes the project', () => {
    const rejected = asked
      .after('submit-gate', { gate: 4, note: '' }, { as: 'pmo' })
      .after('reject-gate', { gate: 4, why: 'No case' }, { as: 'sponsor' });
    expect(rejected.project.life.state).toBe('closed');
    expect(rejected.project.gates.pendingLife).toBeUndefined();
  });
});

describe('reopening', () => {
  it('brings the project back as it was, by the sponsor', () => {
    const held = early.after('hold-project', { why: 'w' }, { as: 'sponsor' });
    const closed = held.after('close-project', { why: 'w', fates }, { as: 'sponsor' });
    closed.when('reopen-project', { why: 'w' }, { as: 'pmo' }).thenRefused('not-permitted');
    expect(closed.after('reopen-project', { why: 'Not merged' }, { as: 'sponsor' }).project.life.state).toBe(
      'held',
    );
    early.when('reopen-project', { why: 'w' }, { as: 'sponsor' }).thenRefused('closed');
  });

  it('takes the Section 151 officer too past Gate 3', () => {
    const closed = late
      .after('close-project', { why: 'w', fates }, { as: 'sponsor' })
      .after('agree-closing', {}, { as: 's151' });
    closed.when('agree-reopening', {}, { as: 's151' }).thenRefused('not-legal-now');
    const asked = closed.after('reopen-project', { why: 'w' }, { as: 'sponsor' });
    expect(asked.project.life.state).toBe('closed');
    expect(asked.after('agree-reopening', {}, { as: 's151' }).project.life.state).toBe('open');
  });
});

describe('completing follows by itself', () => {
  const end = scenario({ project: walk(imported, wholeWay).project, today: '2025-05-01' });
  const lastDecision = scenario({
    project: walk(imported, wayUpTo('The Section 151 officer decides: the project completes')).project,
    today: dayOfGate(5),
  });
  const withCondition = lastDecision.after(
    'approve-gate',
    {
      ...(approval(5, 'finance')(lastDecision.project, sameNames) as object),
      conditions: [{ what: 'One more review', owner: 'lead', due: '2025-06-30' }],
    },
    { as: 's151' },
  );
  const conditionId = withCondition.project.gates.conditions.at(-1)!.id;
  const closed = withCondition.after(
    'close-condition',
    { conditionId, note: 'Reviewed', evidence: [] },
    { as: 'lead' },
  );

  it('only once every condition of Gate 5 is confirmed too', () => {
    expect(withCondition.project.life.state).toBe('open');
    expect(closed.project.life.state).toBe('open');
    closed
      .when('confirm-condition', { conditionId }, { as: 'pmo' })
      .then(
        { type: 'condition-confirmed', v: 1, body: { conditionId } },
        { type: 'project-completed', v: 1, body: {} },
      );
  });

  it('or is withdrawn by who set it', () => {
    expect(
      withCondition.after('withdraw-condition', { conditionId, why: 'w' }, { as: 's151' }).project.life.state,
    ).toBe('completed');
  });

  it('when the project resumes, if the last was confirmed on hold', () => {
    const held = closed
      .after('hold-project', { why: 'w' }, { as: 'sponsor' })
      .after('confirm-condition', { conditionId }, { as: 'pmo' });
    expect(held.project.life.state).toBe('held');
    expect(held.after('resume-project', { why: 'w' }, { as: 'sponsor' }).project.life.state).toBe(
      'completed',
    );
  });

  it('leaves forecast, delivered, banked and readings open, and nothing else', () => {
    const line = { lineId: savingId };
    end.after(
      'forecast-figures',
      { ...line, cells: [{ fy: 2025, amount: 9_000_000 }], why: 'w' },
      { as: 'lead' },
    );
    end.after(
      'record-delivered',
      { ...line, fy: 2025, amount: 1, toDate: true, note: 'Ledger' },
      { as: 'lead' },
    );
    end.after('set-banking-status', { ...line, fy: 2026, status: 'scheduled', why: 'w' }, { as: 'finance' });
    const benefitId = end.project.benefits.find((row) => row.description.state === 'given')!.id;
    end.after(
      'record-reading',
      { benefitId, value: '76', date: '2025-04-30', source: 's', evidence: [] },
      { as: 'benefit-owner' },
    );
    end.when('set-scope', { scopeOut: { state: 'none' } }, { as: 'lead' }).thenRefused('closed');
    end.when('revoke-gate', { gate: 5, why: 'w' }, { as: 'sponsor' }).thenRefused('closed');
  });
});

describe('decisions taken before the tracker', () => {
  const attached = scenario({
    project: walk(imported, wayUpTo('The lead adopts the saving')).project,
    today: '2024-01-10',
  }).after(
    'attach-link',
    { url: 'https://example.org/minutes', name: 'Minutes', note: '', restricted: false },
    { as: 'pmo' },
  );
  // The first attempt at Gate 0 was refused, so nothing has been submitted here.
  const evidence = [attached.project.evidence.attachments[0]!.id];
  const decision = (gate: number, more: object = {}) => ({
    gate,
    decidedOn: '2023-10',
    decider: 'Executive',
    reference: 'EX/1',
    evidence,
    ...more,
  });
  const adopt = { decisions: [decision(0), decision(1, { decidedOn: '2023-12-12' })] };
  const adopted = attached.after('adopt-decisions', adopt, { as: 'pmo' });

  it('are adopted by the PMO from Gate 0 on, each with evidence and a day that has come', () => {
    attached.when('adopt-decisions', adopt, { as: 'sponsor' }).thenRefused('not-permitted');
    attached
      .when('adopt-decisions', { decisions: [decision(1)] }, { as: 'pmo' })
      .thenRefused('gate-out-of-order');
    attached
      .when('adopt-decisions', { decisions: [decision(0, { evidence: [] })] }, { as: 'pmo' })
      .thenRefused('not-answered');
    attached
      .when('adopt-decisions', { decisions: [decision(0, { decidedOn: '2024-02' })] }, { as: 'pmo' })
      .thenRefused('contradiction');
    attached.when('adopt-decisions', { decisions: [] }, { as: 'pmo' }).thenInvalid('decisions');
  });

  it('stand as approved, marked so, with no criterion claimed, and keep a picture', () => {
    const { standing } = adopted.project.gates.records[1];
    expect(standing).toMatchObject({ state: 'approved', decision: { outcome: 'adopted', approvals: [] } });
    expect(standing.state === 'approved' && standing.submission).toBeUndefined();
    expect(adopted.project.gates.baselines.map((each) => each.gate)).toEqual([0, 1]);
    expect(adopted.project.schedule.gates[0].actual?.date).toBe('2023-10');
  });

  it('are adopted once, and let no gate follow until the sponsor confirms', () => {
    adopted.when('adopt-decisions', adopt, { as: 'pmo' }).thenRefused('not-legal-now');
    const { refusals } = adopted.when('submit-gate', { gate: 2, note: '' }, { as: 'pmo' });
    expect(refusals.filter((each) => each.reason === 'gate-out-of-order')).toHaveLength(2);
    adopted
      .when('confirm-adopted-decisions', {}, { as: 'pmo' })
      .thenRefused('not-permitted', 'separation-of-duties');
    const confirmed = adopted.after('confirm-adopted-decisions', {}, { as: 'sponsor' });
    const again = confirmed.when('submit-gate', { gate: 2, note: '' }, { as: 'pmo' });
    expect(again.refusals.some((each) => each.reason === 'gate-out-of-order')).toBe(false);
    confirmed.when('confirm-adopted-decisions', {}, { as: 'sponsor' }).thenRefused('already-so');
  });

  it('are not adopted once a gate was submitted here', () => {
    const begun = scenario({ project: readyFor(imported, 0), today: dayOfGate(0) }).after(
      'submit-gate',
      { gate: 0, note: '' },
      { as: 'pmo' },
    );
    const back = begun.after('withdraw-submission', { gate: 0, why: 'w' }, { as: 'pmo' });
    const { refusals } = back.when('adopt-decisions', { decisions: [decision(0)] }, { as: 'pmo' });
    expect(refusals.map((each) => each.reason)).toContain('not-legal-now');
  });

  it('of all six gates complete the project once confirmed', () => {
    const all = { decisions: [0, 1, 2, 3, 4, 5].map((gate) => decision(gate)) };
    const done = attached.after('adopt-decisions', all, { as: 'pmo' });
    expect(done.project.life.state).toBe('open');
    expect(done.after('confirm-adopted-decisions', {}, { as: 'sponsor' }).project.life.state).toBe(
      'completed',
    );
  });
});

describe('a hold', () => {
  it('is of an open project only', () => {
    const held = edits(before3, [
      ['life'],
      { state: 'held', since: { by: 'sponsor', day: '', seq: 1 }, why: 'w' },
    ]);
    scenario({ project: held, today: '2024-04-08' })
      .when('hold-project', { why: 'w' }, { as: 'sponsor' })
      .thenRefused('held');
    early.when('resume-project', { why: 'w' }, { as: 'sponsor' }).thenRefused('closed');
  });
});
