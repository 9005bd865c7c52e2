import { describe, expect, it } from 'vitest';
import { SEED, recordOf } from '~/documents/business-case-lite/seed-for-test';
import { scenario, type Scenario } from '../testing/scenario';
import { readyFor, walk, wayUpTo } from '../testing/whole-way';
import { seriesEffect } from '../finance/figures';
import { bindingBaseline } from './baseline';
import { breachesOf } from './breaches';
import { outcomeOfChange } from './change-outcome';
import { frameworkV1 } from './framework-v1';
import { scopeRests } from './scope';
import type { ScopePart } from './state';

const imported = recordOf(SEED);
const today = '2024-05-10';
const bound = scenario({
  project: walk(imported, wayUpTo('The PMO names who takes the service over')).project,
  today,
});
const saving = bound.project.money.lines.find(
  (line) => line.kind === 'saving' && line.timing === 'recurring',
)!;
const benefit = bound.project.benefits.find((row) => row.description.state === 'given')!;
const [deliverable] = bound.project.schedule.deliverables.slice(-1);
const ask = (from: Scenario, ...moves: readonly object[]) =>
  from.when('request-change', { moves, why: 'The tender is late' }, { as: 'lead' });
const date = { what: 'gate', gate: 4, to: '2024-11' };
const money = { what: 'proposal', line: saving.id, fy: 2025, to: 9_000_000 };
const keysOf = ({ project }: Scenario) => breachesOf(project, frameworkV1).map(({ key }) => key);
const idOf = (at: Scenario) => at.project.gates.changeRequests.at(-1)!.id;
const decide = (from: Scenario, role: 'sponsor' | 's151', as: string = role) =>
  from.when('approve-change', { changeId: idOf(from), role }, { as });

describe('once Gate 3 binds', () => {
  it('a target or a proposal no longer moves by itself; before, it may', () => {
    const target = {
      gates: [{ gate: 4, target: { state: 'given', value: '2024-11' } }],
      deliverables: [],
      milestones: [],
    };
    const cells = { lineId: saving.id, cells: [{ fy: 2025, answer: { state: 'given', value: 9_000_000 } }] };
    bound.when('set-schedule', target, { as: 'pmo' }).thenRefused('baseline-binds');
    bound.when('propose-figures', cells, { as: 'lead' }).thenRefused('baseline-binds');
    const unbound = scenario({ project: readyFor(imported, 3), today: '2024-04-22' });
    unbound.after('set-schedule', target, { as: 'pmo' }).after('propose-figures', cells, { as: 'lead' });
    ask(unbound, date).thenRefused('not-legal-now');
  });

  it('a forecast moves the date and not the baseline', () => {
    const forecast = { gates: [{ gate: 4, date: '2024-10' }], deliverables: [], milestones: [], why: 'Late' };
    const moved = bound.after('forecast-dates', forecast, { as: 'pmo' });
    expect(bindingBaseline(moved.project)?.gates['4']).toBe('2024-09');
  });

  it('the tolerances stand', () => {
    bound
      .when('set-tolerances', { timeMonths: 3, cost: 2000, benefit: 2000 }, { as: 'sponsor' })
      .thenRefused('baseline-binds');
  });
});

describe('a change request', () => {
  it('is refused where there is nothing to move', () => {
    ask(bound, { ...money, line: 'x' }).thenRefused('no-such-row');
    ask(bound, { ...money, fy: 2040 }).thenRefused('contradiction');
    ask(bound, { what: 'gate', gate: 3, to: '2024-11' }).thenRefused('not-legal-now');
    ask(bound, { what: 'deliverable', deliverable: deliverable!.id }).thenRefused('not-answered');
    ask(bound, { what: 'benefit-target', benefit: 'x', to: '1' }).thenRefused('no-such-row');
    ask(bound).thenInvalid('moves');
  });

  it('of dates is the sponsor’s; the date and the baseline move with it, and only then', () => {
    const asked = ask(bound, date, {
      what: 'deliverable',
      deliverable: deliverable!.id,
      finish: '2024-11',
    }).accepted();
    expect(asked.project.schedule.gates[4]).toEqual(bound.project.schedule.gates[4]);
    decide(asked, 's151').thenRefused('not-permitted');
    decide(asked, 'sponsor', 'pmo').thenRefused('not-permitted');
    const moved = decide(asked, 'sponsor').accepted();
    expect(moved.project.schedule.gates[4].target.answer).toMatchObject({ value: '2024-11' });
    expect(bindingBaseline(moved.project)).toMatchObject({
      gate: 3,
      movedBy: idOf(asked),
      gates: { '4': '2024-11' },
    });
    decide(moved, 'sponsor').thenRefused('already-so');
  });

  it('takes the Section 151 officer too when money moves, and another person than who asked', () => {
    const asked = ask(bound, money).accepted();
    const first = decide(asked, 'sponsor').accepted();
    expect(bindingBaseline(first.project)?.movedBy).toBeUndefined();
    decide(first, 'sponsor').thenRefused('already-so');
    const moved = decide(first, 's151').accepted();
    expect(bindingBaseline(moved.project)?.proposed[saving.id]?.['2025']).toBe(9_000_000);
    const line = moved.project.money.lines.find((each) => each.id === saving.id)!;
    expect(line.cells[2025]!.proposed.seq).toBeGreaterThan(line.cells[2025]!.validated!.seq);
  });

  it('moves nothing it does not name: what slipped meanwhile stays measured against the promise', () => {
    const late = { gates: [{ gate: 4, date: '2025-01' }], deliverables: [], milestones: [], why: 'Late' };
    const slipped = bound.after('forecast-dates', late, { as: 'pmo' });
    const target = { what: 'benefit-target', benefit: benefit.id, to: '70' };
    const moved = decide(ask(slipped, target).accepted(), 'sponsor').accepted();
    expect(bindingBaseline(moved.project)?.gates['4']).toBe('2024-09');
    expect(keysOf(moved)).toEqual(['time/gate-4']);
    const dated = decide(ask(moved, { ...date, to: '2025-01' }).accepted(), 'sponsor').accepted();
    expect(keysOf(dated)).toEqual([]);
    expect(bindingBaseline(dated.project)?.benefits.find(({ id }) => id === benefit.id)?.target).toBe('70');
    // Each picture stays, the first as Gate 3 kept it.
    expect(
      dated.project.gates.baselines.filter(({ gate }) => gate === 3).map(({ movedBy }) => movedBy),
    ).toEqual([undefined, idOf(moved), idOf(dated)]);
  });

  it('takes scope as it stood when it was asked, and as nothing later', () => {
    const objectives = (value: string) => ({ objectives: { state: 'given', value } });
    const reworded = bound.after('state-objectives', objectives('Two'), { as: 'lead' });
    expect(keysOf(reworded)).toEqual(['scope/objectives']);
    const kept = bindingBaseline(reworded.project)!;
    const scope = (part: ScopePart) => ({
      what: 'scope',
      part,
      rests: scopeRests(reworded.project, kept, part),
    });
    ask(reworded, scope('scope')).thenRefused('already-so');
    ask(reworded, { ...scope('objectives'), rests: 'other' }).thenRefused('not-legal-now');
    const asked = ask(reworded, scope('objectives')).accepted();
    const again = asked.after('state-objectives', objectives('Three'), { as: 'lead' });
    decide(again, 'sponsor').thenRefused('not-legal-now');
    expect(keysOf(decide(asked, 'sponsor').accepted())).toEqual([]);
  });

  it('says what it would do before anybody decides: run rate, cash, go-live and breaches', () => {
    const late = { gates: [{ gate: 4, date: '2024-11' }], deliverables: [], milestones: [], why: 'Late' };
    const slipped = bound.after('forecast-dates', late, { as: 'pmo' });
    const asked = ask(slipped, date, money).accepted();
    const { project, context } = asked;
    const outcome = outcomeOfChange(project, project.gates.changeRequests.at(-1)!, frameworkV1, context);
    expect(outcome.ends.map(({ key }) => key)).toEqual(['time/gate-4']);
    const then = decide(decide(asked, 'sponsor').accepted(), 's151').accepted().project;
    const figures = seriesEffect(then, frameworkV1, 'proposed');
    expect([outcome.runRate.after, outcome.cash.after]).toEqual([figures.runRate, figures.cash]);
    expect(outcome.cash.before).not.toEqual(outcome.cash.after);
    expect(outcome.leaves).toEqual(breachesOf(then, frameworkV1));
  });

  it('withdraws a benefit, which then shows as leakage, and moves a target', () => {
    const asked = ask(bound, { what: 'withdraw-benefit', benefit: benefit.id }).accepted();
    bound
      .when('withdraw-benefit', { benefitId: benefit.id, why: 'w' }, { as: 'lead' })
      .thenRefused('baseline-binds');
    const moved = decide(asked, 'sponsor').accepted();
    expect(moved.project.benefits.find((row) => row.id === benefit.id)?.leakage).toBeDefined();
    const target = decide(
      ask(bound, { what: 'benefit-target', benefit: benefit.id, to: '70' }).accepted(),
      'sponsor',
    ).accepted();
    expect(target.project.benefits.find((row) => row.id === benefit.id)?.target).toBe('70');
  });

  it('refused or withdrawn moves nothing', () => {
    const asked = ask(bound, date).accepted();
    const changeId = idOf(asked);
    asked
      .when('refuse-change', { changeId, role: 'sponsor', why: ' ' }, { as: 'sponsor' })
      .thenInvalid('why');
    const refused = asked.after('refuse-change', { changeId, role: 'sponsor', why: 'No' }, { as: 'sponsor' });
    asked.when('withdraw-change', { changeId, why: 'w' }, { as: 'pmo' }).thenRefused('not-permitted');
    const withdrawn = asked.after('withdraw-change', { changeId, why: 'w' }, { as: 'lead' });
    for (const at of [refused, withdrawn]) {
      expect(at.project.schedule).toEqual(bound.project.schedule);
      expect(at.project.gates.baselines).toEqual(bound.project.gates.baselines);
      decide(at, 'sponsor').thenRefused('already-so');
    }
  });

  it('does not take effect once Gate 3 is revoked: nothing binds then', () => {
    const revoked = ask(bound, date)
      .accepted()
      .after('revoke-gate', { gate: 3, why: 'w' }, { as: 'sponsor' });
    decide(revoked, 'sponsor').thenRefused('not-legal-now');
  });
});

describe('a change since Gate 2', () => {
  const changed = scenario({
    project: walk(imported, wayUpTo('The change since Gate 2 is listed with its reason')).project,
    today: '2024-04-08',
  });

  it('is listed by the lead with its reason, once, and only where there is one', () => {
    changed.when('explain-change', { what: 'gate 5', why: 'w' }, { as: 'pmo' }).thenRefused('not-permitted');
    changed.when('explain-change', { what: 'scope', why: 'w' }, { as: 'lead' }).thenRefused('no-such-row');
    changed.when('explain-change', { what: 'gate 5', why: ' ' }, { as: 'lead' }).thenInvalid('why');
    const listed = changed.after(
      'explain-change',
      { what: 'gate 5', why: 'Six months of use' },
      { as: 'lead' },
    );
    listed.when('explain-change', { what: 'gate 5', why: 'w' }, { as: 'lead' }).thenRefused('already-so');
  });
});

describe('opinions, tolerances and declared confidence', () => {
  const opinion = {
    rating: 'Green',
    scale: 'Five points',
    given: '2024-05-01',
    summary: 'Likely',
    evidence: [],
  };

  it('an opinion is an assurer’s, of no day to come, and decides nothing', () => {
    bound.when('give-assurance-opinion', opinion, { as: 'pmo' }).thenRefused('not-permitted');
    bound
      .when('give-assurance-opinion', { ...opinion, given: '2024-06-01' }, { as: 'assurer' })
      .thenRefused('contradiction');
    bound.when('give-assurance-opinion', { ...opinion, scale: '' }, { as: 'assurer' }).thenInvalid('scale');
    const given = bound.after('give-assurance-opinion', opinion, { as: 'assurer' });
    expect(given.project.gates.records).toEqual(bound.project.gates.records);
  });

  it('an assurer with a role on the project gives none', () => {
    const named = bound.after('name-bau-owner', { person: 'assurer' }, { as: 'pmo' });
    const appointmentId = named.project.people.at(-1)!.id;
    const owner = named.after('accept-appointment', { appointmentId }, { as: 'assurer' });
    owner.when('give-assurance-opinion', opinion, { as: 'assurer' }).thenRefused('separation-of-duties');
  });

  it('tolerances are the sponsor’s, before Gate 3', () => {
    const free = scenario({ project: readyFor(imported, 2), today: '2024-03-20' });
    free
      .when('set-tolerances', { timeMonths: 2, cost: 500, benefit: 500 }, { as: 'lead' })
      .thenRefused('not-permitted');
    free
      .when('set-tolerances', { timeMonths: 25, cost: -1, benefit: 10_001 }, { as: 'sponsor' })
      .thenInvalid('timeMonths', 'cost', 'benefit');
    expect(
      free.after('set-tolerances', { timeMonths: 2, cost: 500, benefit: 500 }, { as: 'sponsor' }).project
        .gates.tolerances,
    ).toMatchObject({ timeMonths: 2 });
  });

  it('declared confidence stands beside the rating by rule, with its why', () => {
    bound
      .when('declare-confidence', { rating: 'blue', why: '' }, { as: 'lead' })
      .thenInvalid('rating', 'why');
    expect(
      bound.after('declare-confidence', { rating: 'amber', why: 'Late tender' }, { as: 'lead' }).project.gates
        .declaredConfidence?.rating,
    ).toBe('amber');
  });
});
