import { describe, expect, it } from 'vitest';
import type { GateNumber } from '../gates/gate-number';
import { happened } from '../project/events';
import type { Project } from '../project/state';
import { scenario, scenarioProject } from '../testing/scenario';
import { gatesOutOfOrder, deliverablesOutOfOrder } from './order';
import { overdueDeliverables, overdueGates, overdueMilestones } from './overdue';
import { gateSlip } from './slip';

const given = (value: string) => ({ state: 'given', value }) as const;
const none = { gates: [], deliverables: [], milestones: [] };
const deliverable = (deliverableId: string, neededFor?: GateNumber) =>
  happened('deliverable-recorded', {
    deliverableId,
    start: given('2024-02'),
    finish: given('2024-03'),
    ...(neededFor === undefined ? {} : { neededFor }),
    fromDocument: false,
    words: { title: `Deliverable ${deliverableId}` },
  });
const savingLine = happened('money-line-recorded', {
  lineId: 'line-1',
  kind: 'saving',
  timing: 'recurring',
  convention: 'incremental',
  cells: [],
  evidence: [],
  fromDocument: false,
  words: { title: 'Saving' },
});

/** The scenario's project with gates approved, as far as the schedule asks. */
function approved(...gates: readonly GateNumber[]): Project {
  const project = scenarioProject();
  const mark = { by: 'sponsor', day: '2024-01-10', seq: 0 };
  const records = { ...project.gates.records };
  for (const gate of gates) {
    const decision = { ...mark, outcome: 'approved', narrative: '', approvals: [] } as const;
    records[gate] = { ...records[gate], standing: { state: 'approved', decision } };
  }
  const baseline = {
    ...mark,
    gate: 3,
    gates: {},
    deliverables: [],
    proposed: {},
    validated: {},
    benefits: [],
    caseParts: {},
  } as const;
  const baselines = gates.includes(3) ? [baseline] : [];
  return { ...project, gates: { ...project.gates, records, baselines } };
}

describe('setting target dates', () => {
  const gates = [
    { gate: 0, target: given('2023-10') },
    { gate: 4, target: given('2024-09') },
  ];

  it('takes several in one go and records only those that change', () => {
    scenario()
      .given(deliverable('d-1'))
      .after('set-schedule', { ...none, gates })
      .when('set-schedule', {
        gates: [...gates, { gate: 5, target: given('2024-12') }],
        deliverables: [{ deliverableId: 'd-1', start: given('2024-02'), finish: given('2024-04-15') }],
        milestones: [],
      })
      .then(
        happened('schedule-set', {
          gates: [{ gate: 5, target: given('2024-12') }],
          deliverables: [{ deliverableId: 'd-1', finish: given('2024-04-15') }],
          milestones: [],
          fromDocument: false,
          words: { gates: {} },
        }),
      );
  });

  it('takes them from PMO officers and the lead only, and changes nothing when nothing differs', () => {
    scenario()
      .when('set-schedule', { ...none, gates }, { as: 'sponsor' })
      .thenRefused('not-permitted');
    scenario()
      .after('set-schedule', { ...none, gates })
      .when('set-schedule', { ...none, gates })
      .thenNothing();
  });

  it('refuses rows that are not there, withdrawn or named twice', () => {
    const one = { deliverableId: 'd-1', finish: given('2024-05') };
    scenario()
      .when('set-schedule', { ...none, deliverables: [one] })
      .thenRefused('no-such-row');
    scenario()
      .given(deliverable('d-1'))
      .when('set-schedule', { ...none, deliverables: [one, one] })
      .thenRefused('duplicate');
    scenario()
      .given(
        deliverable('d-1'),
        happened('deliverable-withdrawn', { deliverableId: 'd-1', words: { why: 'x' } }),
      )
      .when('set-schedule', { ...none, deliverables: [one] })
      .thenRefused('withdrawn-row');
  });

  it('refuses a decided gate, and once the baseline binds every gate and deliverable, but no milestone', () => {
    scenario({ project: approved(0) })
      .when('set-schedule', { ...none, gates: [{ gate: 0, target: given('2023-11') }] })
      .thenRefused('not-legal-now');
    const bound = scenario({ project: approved(0, 1, 2, 3) }).given(deliverable('d-1'));
    bound
      .when('set-schedule', { ...none, gates: [{ gate: 5, target: given('2025-06') }] })
      .thenRefused('baseline-binds');
    bound
      .when('set-schedule', { ...none, deliverables: [{ deliverableId: 'd-1', finish: given('2024-08') }] })
      .thenRefused('baseline-binds');
    bound
      .after('add-milestone', { title: 'Board', target: given('2024-05') })
      .when('set-schedule', { ...none, milestones: [{ milestoneId: 'id-1', target: given('2024-06') }] })
      .accepted();
  });

  it('moves the terms of lines that start at go-live', () => {
    const { project } = scenario()
      .given(savingLine)
      .after('set-schedule', { ...none, gates });
    expect(project.money.lines[0]?.termsSeq).toBe(project.version);
    const before = project.money.lines[0]?.termsSeq;
    const later = scenario({ project }).after('set-schedule', {
      ...none,
      gates: [{ gate: 5, target: given('2025-01') }],
    });
    expect(later.project.money.lines[0]?.termsSeq).toBe(before);
  });
});

describe('forecasting', () => {
  const forecast = (date: string | null, why = 'The supplier is late') => ({
    ...none,
    gates: [{ gate: 4, date }],
    why,
  });

  it('leaves the target, shows the slip and can be taken back', () => {
    const target = { ...none, gates: [{ gate: 4, target: given('2024-09') }] };
    const story = scenario().after('set-schedule', target).after('forecast-dates', forecast('2024-11'));
    const dates = story.project.schedule.gates[4];
    expect(dates).toMatchObject({ target: { answer: given('2024-09') }, forecast: { date: '2024-11' } });
    expect(gateSlip(dates)).toEqual({ least: 2, most: 2 });
    const back = story.after('forecast-dates', forecast(null));
    expect(back.project.schedule.gates[4].forecast).toBeUndefined();
  });

  it('goes on once the baseline binds, and refuses what is past, decided or without a reason', () => {
    scenario({ project: approved(0, 1, 2, 3) })
      .when('forecast-dates', forecast('2024-11'))
      .accepted();
    scenario().when('forecast-dates', forecast('2023-11')).thenRefused('contradiction');
    scenario({ project: approved(0) })
      .when('forecast-dates', { ...none, gates: [{ gate: 0, date: '2024-11' }], why: 'x' })
      .thenRefused('not-legal-now');
    scenario().when('forecast-dates', forecast('2024-11', ' ')).thenInvalid('why');
    scenario().when('forecast-dates', forecast('2024-13')).thenInvalid('gates.0.date');
  });
});

describe('deliverables', () => {
  it('the gate is set by the lead, and moved later by the sponsor only', () => {
    const story = scenario()
      .given(deliverable('d-1'))
      .after('amend-deliverable', { deliverableId: 'd-1', title: 'Specification', neededFor: 1 });
    story
      .when('amend-deliverable', { deliverableId: 'd-1', title: 'Specification', neededFor: 2 })
      .thenRefused('not-permitted');
    story
      .when('amend-deliverable', { deliverableId: 'd-1', title: 'Specification' })
      .thenRefused('not-permitted');
    story.when('move-deliverable', { deliverableId: 'd-1', to: 2, why: 'x' }).thenRefused('not-permitted');
    const { project } = story.after(
      'move-deliverable',
      { deliverableId: 'd-1', to: 2, why: 'It can wait' },
      { as: 'sponsor' },
    );
    expect(project.schedule.deliverables[0]).toMatchObject({
      neededFor: 2,
      movedWithAgreement: { by: 'sponsor', from: 1, why: 'It can wait' },
    });
  });

  it('moves to a later gate only, and not before one is set', () => {
    const move = { deliverableId: 'd-1', to: 1, why: 'x' };
    scenario()
      .given(deliverable('d-1', 1))
      .when('move-deliverable', move, { as: 'sponsor' })
      .thenRefused('contradiction');
    scenario()
      .given(deliverable('d-1'))
      .when('move-deliverable', move, { as: 'sponsor' })
      .thenRefused('not-legal-now');
  });

  it('completes with evidence or a note that names it, never ahead of time, and attests it', () => {
    const done = { deliverableId: 'd-1', finish: '2024-01-10', evidence: [], note: 'Minute 4 of the board' };
    const story = scenario().given(deliverable('d-1', 1));
    const { project } = story.after('complete-deliverable', done);
    expect(project.schedule.deliverables[0]).toMatchObject({
      actualFinish: { date: '2024-01-10' },
      completed: { by: 'lead', note: 'Minute 4 of the board' },
    });
    expect(project.gates.records[0].hands.attested).toEqual(['lead']);
    story.when('complete-deliverable', { ...done, note: '' }).thenRefused('narrative-required');
    story.when('complete-deliverable', { ...done, finish: '2024-02' }).thenRefused('contradiction');
    story.when('complete-deliverable', { ...done, evidence: ['none-such'] }).thenRefused('no-such-row');
  });

  it('is not withdrawn while a gate needs it, and comes back when restored', () => {
    const withdraw = { deliverableId: 'd-1', why: 'Not wanted' };
    scenario()
      .given(deliverable('d-1', 2))
      .when('withdraw-deliverable', withdraw)
      .thenRefused('not-legal-now');
    const { project } = scenario()
      .given(deliverable('d-1'))
      .after('withdraw-deliverable', withdraw)
      .after('restore-deliverable', { deliverableId: 'd-1' });
    expect(project.schedule.deliverables[0]?.withdrawn).toBeUndefined();
  });
});

describe('go-live', () => {
  const live = { date: '2024-01-12', evidence: [], note: 'Cut-over report' };

  it('is a day the BAU owner records, after Gate 3, not ahead of time and with evidence', () => {
    const story = scenario({ project: approved(0, 1, 2, 3) });
    const { project } = story.given(savingLine).after('record-go-live', live, { as: 'bau-owner' });
    expect(project.schedule.goLive).toMatchObject({ date: '2024-01-12', by: 'bau-owner' });
    expect(project.money.lines[0]?.termsSeq).toBe(project.version);
    story.when('record-go-live', live, { as: 'lead' }).thenRefused('not-permitted');
    story
      .when('record-go-live', { ...live, date: '2024-01-16' }, { as: 'bau-owner' })
      .thenRefused('contradiction');
    story
      .when('record-go-live', { ...live, note: '' }, { as: 'bau-owner' })
      .thenRefused('narrative-required');
    story.when('record-go-live', { ...live, date: '2024-01' }, { as: 'bau-owner' }).thenInvalid('date');
    scenario({ project: approved(0, 1, 2) })
      .when('record-go-live', live, { as: 'bau-owner' })
      .thenRefused('gate-out-of-order');
  });
});

describe('what the schedule says of itself', () => {
  const dated = () =>
    scenario()
      .given(deliverable('d-1', 1))
      .after('set-schedule', {
        ...none,
        gates: [
          { gate: 0, target: given('2023-10') },
          { gate: 1, target: given('2024-03') },
          { gate: 2, target: given('2024-03') },
          { gate: 3, target: given('2024-02') },
        ],
      }).project;

  it('a gate is overdue only when its whole date is past and it is not decided', () => {
    expect(overdueGates(dated(), '2023-10-31')).toEqual([]);
    expect(overdueGates(dated(), '2023-11-01')).toEqual([0]);
    const decided = { ...dated(), gates: approved(0).gates };
    expect(overdueGates(decided, '2023-11-01')).toEqual([]);
    expect(overdueDeliverables(dated(), '2024-03-31')).toEqual([]);
    expect(overdueDeliverables(dated(), '2024-04-01')).toHaveLength(1);
    expect(overdueMilestones(dated(), '2030-01-01')).toEqual([]);
  });

  it('gates in one month cannot be told apart, and an earlier date for a later gate contradicts', () => {
    expect(
      gatesOutOfOrder(dated().schedule.gates).map(({ what, verdict }) => [what.earlier, what.later, verdict]),
    ).toEqual([
      [1, 2, 'cannot-tell'],
      [1, 3, 'contradicted'],
      [2, 3, 'contradicted'],
    ]);
  });

  it('a deliverable that finishes in the month of its gate cannot be told from late', () => {
    expect(
      deliverablesOutOfOrder(dated().schedule).map(({ what, verdict }) => [what.against, verdict]),
    ).toEqual([['its-gate', 'cannot-tell']]);
  });
});
