import { describe, expect, it } from 'vitest';
import { SEED, recordOf } from '~/documents/business-case-lite/seed-for-test';
import { scenario, type Scenario } from '../testing/scenario';
import { readyFor, walk, wayUpTo } from '../testing/whole-way';
import { breachesOf, undirected } from './breaches';
import { frameworkV1 } from './framework-v1';

const imported = recordOf(SEED);
const today = '2024-05-10';
const bound = scenario({
  project: walk(imported, wayUpTo('The PMO names who takes the service over')).project,
  today,
});
const forecast = (date: string) => ({
  gates: [{ gate: 4, date }],
  deliverables: [],
  milestones: [],
  why: 'The provider is late',
});
const slipped = (date: string): Scenario => bound.after('forecast-dates', forecast(date), { as: 'pmo' });
const keys = ({ project }: Scenario) => breachesOf(project, frameworkV1).map((each) => each.key);
const waiting = ({ project }: Scenario, day = today) =>
  undirected(project, frameworkV1, day).map((each) => each.key);
const report = { cause: 'The provider is late', options: 'Wait, or buy in', recommendation: 'Wait' };
const directed = {
  keys: ['time/gate-4'],
  how: 'bring-back',
  until: '2024-06-30',
  why: 'Buy in a second team',
};
const saving = bound.project.money.lines.find(
  (line) => line.kind === 'saving' && line.timing === 'recurring' && line.adopted,
)!;
const expecting = (fy: number, amount: number) =>
  bound.after(
    'forecast-figures',
    { lineId: saving.id, cells: [{ fy, amount }], why: 'As the tender says' },
    { as: 'lead' },
  );

describe('tolerance of the binding baseline', () => {
  it('is not breached by the record as approved, nor told before Gate 3 binds', () => {
    expect(keys(bound)).toEqual([]);
    const unbound = scenario({ project: readyFor(imported, 3), today: '2024-04-22' });
    expect(keys(unbound.after('forecast-dates', forecast('2025-03'), { as: 'pmo' }))).toEqual([]);
  });

  it('of time is a month: one month later is within it, two are beyond, and partial dates count at the least', () => {
    expect(keys(slipped('2024-10'))).toEqual([]);
    expect(keys(slipped('2024-11'))).toEqual(['time/gate-4']);
    // Anywhere in 2025 is four months late at the least.
    const [year] = breachesOf(slipped('2025').project, frameworkV1);
    expect(year?.because).toBe(
      'Gate 4 is expected 2025, 4 months after the baseline’s Sep 2024; 1 month tolerated.',
    );
  });

  it('of benefit is a tenth, of the run rate and of the cash, and more than expected is no breach', () => {
    const proposed = saving.cells[2024]!.proposed.answer;
    const now = proposed.state === 'given' ? proposed.value : 0;
    expect(keys(expecting(2024, now))).toEqual([]);
    expect(keys(expecting(2024, now * 2))).toEqual([]);
    expect(keys(expecting(2024, 0))).toEqual(['benefit/run-rate', 'benefit/cash']);
  });

  it('of scope is none: a deliverable taken out since is named', () => {
    const [row] = bound.project.schedule.deliverables.slice(-1);
    const gone = {
      ...bound.project,
      schedule: {
        ...bound.project.schedule,
        deliverables: bound.project.schedule.deliverables.map((each) =>
          each.id === row!.id ? { ...each, withdrawn: { by: 'x', day: today, seq: 1, why: 'w' } } : each,
        ),
      },
    };
    expect(breachesOf(gone, frameworkV1)).toMatchObject([
      { key: 'scope/deliverables', because: `Withdrawn since it was approved: “${row!.title}”.` },
    ]);
  });
});

describe('an exception', () => {
  it('is reported by the team only while something is breached, and waits for the sponsor', () => {
    bound.when('report-exception', report, { as: 'lead' }).thenRefused('not-legal-now');
    slipped('2024-12').when('report-exception', report, { as: 'viewer' }).thenRefused('not-permitted');
    slipped('2024-12')
      .when('report-exception', { ...report, cause: ' ' }, { as: 'lead' })
      .thenInvalid('cause');
    const told = slipped('2024-12').when('report-exception', report, { as: 'lead' }).accepted();
    expect(told.project.gates.exceptionReports).toMatchObject([{ on: [{ key: 'time/gate-4' }] }]);
    expect(waiting(told)).toEqual(['time/gate-4']);
  });

  it('is directed by the sponsor alone, until a day to come and not too far off', () => {
    const late = slipped('2024-12');
    for (const as of ['lead', 'pmo', 's151', 'administrator'])
      late.when('direct-exception', directed, { as }).thenRefused('not-permitted');
    bound.when('direct-exception', directed, { as: 'sponsor' }).thenRefused('not-legal-now');
    for (const until of [today, '2024-08-09'])
      late.when('direct-exception', { ...directed, until }, { as: 'sponsor' }).thenRefused('contradiction');
    late
      .when('direct-exception', { ...directed, keys: ['cost'] }, { as: 'sponsor' })
      .thenRefused('no-such-row');
    const so = late.when('direct-exception', directed, { as: 'sponsor' }).accepted();
    expect(waiting(so)).toEqual([]);
    expect(keys(so)).toEqual(['time/gate-4']);
  });

  it('is the sponsor’s again once its day is past or the figures move', () => {
    const so = slipped('2024-12').after('direct-exception', directed, { as: 'sponsor' });
    expect(waiting(so, '2024-06-30')).toEqual([]);
    expect(waiting(so, '2024-07-01')).toEqual(['time/gate-4']);
    expect(waiting(so.after('forecast-dates', forecast('2025-01'), { as: 'pmo' }))).toEqual(['time/gate-4']);
  });

  it('ends when the dates come back, or when a change request moves the baseline', () => {
    const back = slipped('2024-12').after('forecast-dates', forecast('2024-10'), { as: 'pmo' });
    expect(keys(back)).toEqual([]);
    const asked = slipped('2024-12').after(
      'request-change',
      { moves: [{ what: 'gate', gate: 4, to: '2024-12' }], why: 'The provider is late' },
      { as: 'lead' },
    );
    const changeId = asked.project.gates.changeRequests.at(-1)!.id;
    expect(keys(asked)).toEqual(['time/gate-4']);
    expect(keys(asked.after('approve-change', { changeId, role: 'sponsor' }, { as: 'sponsor' }))).toEqual([]);
  });
});
