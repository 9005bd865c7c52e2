import { describe, expect, it } from 'vitest';
import { rolesOf } from '../access/may';
import type { Baseline } from '../gates/state';
import { holders } from '../people/state';
import { happened } from '../project/events';
import type { Project } from '../project/state';
import { scenario, scenarioProject, type Scenario } from '../testing/scenario';
import { withBenefitTarget, withLeakage } from './binding';
import { isClaimed } from './state';

const given = (value: string) => ({ state: 'given' as const, value });
const tbc = { state: 'tbc' as const };
const terms = {
  category: 'Customer Experience' as const,
  description: given('Improved experience when contacting the council'),
  realisation: given('2024-12'),
  measure: 'Satisfied callers',
  unit: '%',
  direction: 'up' as const,
  baseline: { value: '62.5', date: '2023-11' },
  target: '80',
};
const amend = (more: object = {}) => ({ benefitId: 'id-1', ...terms, ...more });
const recorded = scenario().after('record-benefit', terms);
const proposed = recorded.after('propose-benefit-owner', { benefitId: 'id-1', person: 'benefit-owner' });
const owned = proposed.after('accept-benefit', { benefitId: 'id-1' }, { as: 'benefit-owner' });
const reading = { benefitId: 'id-1', value: '71', date: '2024-01', source: 'Survey', evidence: [] };
const why = 'Not needed';
const owner = (story: Scenario) => story.project.benefits[0]?.owner;

describe('recording and changing a benefit', () => {
  it('claims it once its description is given', () => {
    expect(isClaimed(recorded.project.benefits[0]!)).toBe(true);
    const blank = scenario().after('record-benefit', {
      category: 'Social',
      description: tbc,
      realisation: tbc,
    });
    expect(isClaimed(blank.project.benefits[0]!)).toBe(false);
  });

  it('records nothing when nothing changed', () => {
    recorded.when('amend-benefit', amend()).thenNothing();
  });

  it('refuses a baseline measured in the future and a deliverable that is not there', () => {
    recorded
      .when('amend-benefit', amend({ baseline: { value: '1', date: '2024-02' }, baselineFoundBy: 'nowhere' }))
      .thenRefused('contradiction', 'no-such-row');
    scenario()
      .when('record-benefit', { ...terms, baseline: { value: '1', date: '2025' } })
      .thenRefused('contradiction');
  });

  it('is for lead and PMO, and for its own owner to change', () => {
    for (const as of ['sponsor', 'finance', 'viewer', 'stranger']) {
      recorded.when('record-benefit', terms, { as }).thenRefused('not-permitted');
      recorded.when('amend-benefit', amend({ target: '81' }), { as }).thenRefused('not-permitted');
    }
    owned.when('amend-benefit', amend({ target: '81' }), { as: 'benefit-owner' }).accepted();
    const other = owned.after('record-benefit', { ...terms, category: 'Social' });
    const second = other.project.benefits[1]!.id;
    other
      .when('amend-benefit', amend({ benefitId: second, target: '81' }), { as: 'benefit-owner' })
      .thenRefused('not-permitted');
  });

  it('does not take words for numbers, nor an unconfirmed none from a person', () => {
    const story = scenario();
    for (const target of ['1e9', 'many', '1,000', '', '80%', '0x1f', '1.1234567']) {
      story.when('record-benefit', { ...terms, target }).thenInvalid('target');
    }
    story
      .when('record-benefit', { ...terms, description: { state: 'none-unconfirmed' } })
      .thenInvalid('description.state');
    story.when('record-benefit', { ...terms, description: given(' ') }).thenInvalid('description.value');
  });

  it('refuses rows that are withdrawn or not there', () => {
    const gone = recorded.after('withdraw-benefit', { benefitId: 'id-1', why });
    gone.when('amend-benefit', amend()).thenRefused('withdrawn-row');
    gone.when('withdraw-benefit', { benefitId: 'id-1', why }).thenRefused('withdrawn-row');
    recorded.when('amend-benefit', amend({ benefitId: 'id-9' })).thenRefused('no-such-row');
    recorded.when('withdraw-benefit', { benefitId: 'id-9', why }).thenRefused('no-such-row');
    recorded
      .when('withdraw-benefit', { benefitId: 'id-1', why }, { as: 'viewer' })
      .thenRefused('not-permitted');
  });

  it('holds up to 200', () => {
    const event = happened('benefit-recorded', {
      benefitId: 'b',
      category: 'Social',
      realisation: tbc,
      fromDocument: true,
      described: 'tbc',
      words: {},
    });
    scenario()
      .given(...Array.from({ length: 200 }, () => event))
      .when('record-benefit', terms)
      .thenRefused('limit-reached');
  });
});

describe('owning a benefit', () => {
  it('begins when the person asked accepts, and gives the role on the project', () => {
    expect(holders(proposed.project.people, 'benefit-owner')).toEqual([]);
    expect(holders(owned.project.people, 'benefit-owner')).toEqual(['benefit-owner']);
    const { directory } = owned.context.external;
    expect(rolesOf(directory, 'benefit-owner', owned.project, '2024-01-15')).toContain('benefit-owner');
    owned.when('accept-benefit', { benefitId: 'id-1' }, { as: 'benefit-owner' }).thenNothing();
    owned.when('propose-benefit-owner', { benefitId: 'id-1', person: 'benefit-owner' }).thenNothing();
  });

  it('is answered by nobody but the person asked', () => {
    proposed.when('accept-benefit', { benefitId: 'id-1' }, { as: 'lead' }).thenRefused('not-permitted');
    proposed.when('decline-benefit', { benefitId: 'id-1', why }, { as: 'pmo' }).thenRefused('not-permitted');
    recorded
      .when('accept-benefit', { benefitId: 'id-1' }, { as: 'benefit-owner' })
      .thenRefused('not-legal-now');
    recorded.when('decline-benefit', { benefitId: 'id-9', why }, { as: 'lead' }).thenRefused('no-such-row');
    recorded.when('accept-benefit', { benefitId: 'id-9' }).thenRefused('no-such-row');
  });

  it('is not begun by naming oneself, somebody unknown or somebody inactive', () => {
    recorded
      .when('propose-benefit-owner', { benefitId: 'id-1', person: 'lead' }, { as: 'lead' })
      .thenRefused('separation-of-duties');
    recorded
      .when('propose-benefit-owner', { benefitId: 'id-1', person: 'left' })
      .thenRefused('unknown-person');
    recorded
      .when('propose-benefit-owner', { benefitId: 'id-1', person: 'lead' }, { as: 'sponsor' })
      .thenRefused('not-permitted');
    recorded
      .when('propose-benefit-owner', { benefitId: 'id-9', person: 'lead' }, { as: 'pmo' })
      .thenRefused('no-such-row');
  });

  it('ends by declining, by another being asked and by withdrawing the benefit', () => {
    const declined = owned.after('decline-benefit', { benefitId: 'id-1', why }, { as: 'benefit-owner' });
    const replaced = owned.after('propose-benefit-owner', { benefitId: 'id-1', person: 'service-manager' });
    const withdrawn = owned.after('withdraw-benefit', { benefitId: 'id-1', why });
    for (const story of [declined, replaced, withdrawn]) {
      expect(holders(story.project.people, 'benefit-owner')).toEqual([]);
    }
    declined.when('accept-benefit', { benefitId: 'id-1' }, { as: 'benefit-owner' }).thenRefused('already-so');
    declined.after('propose-benefit-owner', { benefitId: 'id-1', person: 'benefit-owner' });
    replaced
      .when('accept-benefit', { benefitId: 'id-1' }, { as: 'benefit-owner' })
      .thenRefused('not-permitted');
  });

  it('is asked again when somebody else changes what the owner answers for', () => {
    for (const change of [
      { target: '75' },
      { measure: 'Calls' },
      { unit: 'calls' },
      { baseline: { value: '60', date: '2023-11' } },
      { realisation: given('2025') },
      { description: given('Something else') },
    ]) {
      const changed = owned.after('amend-benefit', amend(change));
      expect(owner(changed)).toMatchObject({ person: 'benefit-owner' });
      expect(owner(changed)?.accepted).toBeUndefined();
      expect(holders(changed.project.people, 'benefit-owner')).toEqual([]);
      const again = changed.after('accept-benefit', { benefitId: 'id-1' }, { as: 'benefit-owner' });
      expect(holders(again.project.people, 'benefit-owner')).toEqual(['benefit-owner']);
    }
  });

  it('stands when the owner changes the terms, or when a baseline is found where there was none', () => {
    const own = owned.after('amend-benefit', amend({ target: '75' }), { as: 'benefit-owner' });
    expect(owner(own)?.accepted).toBeDefined();
    const unfound = scenario()
      .after('record-benefit', { ...terms, baseline: undefined })
      .after('propose-benefit-owner', { benefitId: 'id-1', person: 'benefit-owner' })
      .after('accept-benefit', { benefitId: 'id-1' }, { as: 'benefit-owner' });
    expect(owner(unfound.after('amend-benefit', amend()))?.accepted).toBeDefined();
  });
});

describe('readings', () => {
  const as = 'benefit-owner';

  it('are recorded by the owner who accepted', () => {
    owned.when('record-reading', reading, { as }).then(
      happened('benefit-reading-recorded', {
        benefitId: 'id-1',
        readingId: 'id-2',
        value: '71',
        date: '2024-01',
        evidence: [],
        words: { source: 'Survey' },
      }),
    );
  });

  it('are refused from everybody else, from an owner of another benefit, and before acceptance', () => {
    for (const person of ['lead', 'pmo', 'finance', 'sponsor', 'viewer']) {
      expect(owned.when('record-reading', reading, { as: person }).refusals[0]?.reason).toBe('not-permitted');
    }
    proposed.when('record-reading', reading, { as }).thenRefused('not-permitted');
    const two = owned
      .after('record-benefit', { ...terms, category: 'Social' })
      .after('propose-benefit-owner', { benefitId: 'id-2', person: 'service-manager' })
      .after('accept-benefit', { benefitId: 'id-2' }, { as: 'service-manager' });
    two.when('record-reading', { ...reading, benefitId: 'id-2' }, { as }).thenRefused('not-permitted');
  });

  it('are not of days to come, without a source, of no measure, or on evidence that is not there', () => {
    owned.when('record-reading', { ...reading, date: '2024-01-16' }, { as }).thenRefused('contradiction');
    owned.when('record-reading', { ...reading, source: ' ' }, { as }).thenRefused('not-answered');
    owned.when('record-reading', { ...reading, evidence: ['nowhere'] }, { as }).thenRefused('no-such-row');
    const unmeasured = owned.after('amend-benefit', amend({ measure: undefined }), { as });
    unmeasured.when('record-reading', reading, { as }).thenRefused('not-answered');
    owned
      .when('record-reading', { ...reading, value: '1e9', date: '31 Feb', source: 7 }, { as })
      .thenInvalid('value', 'date', 'source');
  });

  it('go on when the project is held or completed, and not when it is closed', () => {
    const living = (life: Project['life']) => scenario({ project: { ...owned.project, life } });
    const since = { by: 'sponsor', day: '2024-01-01', seq: 1 };
    living({ state: 'completed', since }).when('record-reading', reading, { as }).accepted();
    living({ state: 'held', since, why }).when('record-reading', reading, { as }).accepted();
    living({ state: 'closed', since, how: 'rejected', why, fates: [], before: 'open' })
      .when('record-reading', reading, { as })
      .thenRefused('closed');
    living({ state: 'completed', since })
      .when('amend-benefit', amend({ target: '9' }))
      .thenRefused('closed');
  });

  it('are withdrawn with a reason by the owner or PMO', () => {
    const read = owned.after('record-reading', reading, { as });
    const input = { benefitId: 'id-1', readingId: 'id-2', why };
    const gone = read.after('withdraw-reading', input, { as });
    expect(gone.project.benefits[0]?.readings[0]?.withdrawn?.why).toBe(why);
    gone.when('withdraw-reading', input, { as }).thenRefused('withdrawn-row');
    read.when('withdraw-reading', input, { as: 'pmo' }).accepted();
    read.when('withdraw-reading', { ...input, readingId: 'id-9' }, { as }).thenRefused('no-such-row');
    read.when('withdraw-reading', input, { as: 'lead' }).thenRefused('not-permitted');
  });
});

describe('rows of the form that say “-”', () => {
  const row = (benefitId: string, state: 'none-unconfirmed' | 'tbc') =>
    happened('benefit-recorded', {
      benefitId,
      category: 'Social',
      realisation: { state: 'none-unconfirmed', words: '-' },
      fromDocument: true,
      described: state,
      words: state === 'tbc' ? {} : { description: '-' },
    });
  const story = scenario().given(
    row('b-1', 'none-unconfirmed'),
    row('b-2', 'none-unconfirmed'),
    row('b-3', 'tbc'),
  );

  it('are confirmed as none several at once, by a person', () => {
    const done = story
      .when('confirm-none-benefits', { benefitIds: ['b-1', 'b-2', 'b-1'] })
      .then(happened('benefits-confirmed-none', { benefitIds: ['b-1', 'b-2'] }));
    expect(done.project.benefits[0]).toMatchObject({
      description: { state: 'none' },
      realisation: { state: 'none' },
    });
    done.when('confirm-none-benefits', { benefitIds: ['b-1'] }).thenNothing();
  });

  it('are not confirmed where something else is said, nor by a viewer, nor by naming none', () => {
    story.when('confirm-none-benefits', { benefitIds: ['b-1', 'b-3'] }).thenRefused('contradiction');
    story.when('confirm-none-benefits', { benefitIds: ['b-9'] }).thenRefused('no-such-row');
    story
      .when('confirm-none-benefits', { benefitIds: ['b-1'] }, { as: 'viewer' })
      .thenRefused('not-permitted');
    story.when('confirm-none-benefits', { benefitIds: [] }).thenInvalid('benefitIds');
  });
});

describe('the owner in the service', () => {
  const input = { benefitId: 'id-1', owner: 'service-manager', reviewDate: '2025-06' };
  const as = 'bau-owner';

  it('is named by the BAU owner with the next review', () => {
    const named = recorded
      .when('set-onward-owner', input, { as })
      .then(happened('benefit-onward-owner-set', input));
    named.when('set-onward-owner', input, { as }).thenNothing();
    expect(named.project.benefits[0]?.onward).toMatchObject({ owner: 'service-manager', by: 'bau-owner' });
  });

  it('is refused when unknown, reviewed in the past, of nothing described, or named by another', () => {
    recorded
      .when('set-onward-owner', { ...input, owner: 'left', reviewDate: '2023' }, { as })
      .thenRefused('unknown-person', 'contradiction');
    recorded.when('set-onward-owner', { ...input, benefitId: 'id-9' }, { as }).thenRefused('no-such-row');
    recorded.when('set-onward-owner', input, { as: 'lead' }).thenRefused('not-permitted');
    scenario()
      .after('record-benefit', { category: 'Social', description: tbc, realisation: tbc })
      .when('set-onward-owner', input, { as })
      .thenRefused('not-answered');
  });
});

describe('once Gate 3’s baseline binds', () => {
  const mark = { by: 'sponsor', day: '2024-01-10', seq: 1 };
  const baseline: Baseline = {
    ...mark,
    gate: 3,
    gates: {},
    deliverables: [],
    proposed: {},
    validated: {},
    benefits: [{ id: 'id-1', baseline: terms.baseline, target: '80', realisation: '2024-12' }],
    caseParts: {},
  };
  const bind = (project: Project): Project => {
    const { gates } = project;
    const decision = { ...mark, outcome: 'approved' as const, narrative: '', approvals: [] };
    const third = { ...gates.records[3], standing: { state: 'approved' as const, decision } };
    return {
      ...project,
      gates: { ...gates, records: { ...gates.records, 3: third }, baselines: [baseline] },
    };
  };
  const bound = scenario({ project: bind(owned.project) });

  it('what was promised moves by change request only', () => {
    for (const change of [
      { target: '70' },
      { target: undefined },
      { baseline: { value: '50', date: '2023-11' } },
      { measure: 'Calls' },
      { unit: 'calls' },
      { direction: 'down' },
      { realisation: given('2026') },
      { realisation: tbc },
      { description: tbc },
    ]) {
      bound.when('amend-benefit', amend(change)).thenRefused('baseline-binds');
    }
    bound.when('withdraw-benefit', { benefitId: 'id-1', why }).thenRefused('baseline-binds');
  });

  it('words may be put better, what was lacking filled in, and a benefit not in it changed', () => {
    bound.when('amend-benefit', amend({ description: given('Better put') })).accepted();
    const lacking = scenario().after('record-benefit', { ...terms, baseline: undefined });
    scenario({ project: bind(lacking.project) })
      .when('amend-benefit', amend())
      .accepted();
    const added = bound.after('record-benefit', { ...terms, category: 'Social' });
    const id = added.project.benefits[1]!.id;
    added.when('amend-benefit', amend({ benefitId: id, category: 'Social', target: '9' })).accepted();
    added.when('withdraw-benefit', { benefitId: id, why }).accepted();
  });

  it('an approved change request moves the target, or withdraws the benefit as leakage', () => {
    const at = {
      seq: 99,
      id: 'e',
      day: '2024-02-01',
      actor: 'sponsor',
      recordedAt: '2024-02-01T09:00:00.000Z',
    };
    expect(withBenefitTarget(bound.project, 'id-1', '70', at).benefits[0]).toMatchObject({ target: '70' });
    const leaked = withLeakage(bound.project, 'id-1', 'change-1', at);
    expect(isClaimed(leaked.benefits[0]!)).toBe(false);
    expect(holders(leaked.people, 'benefit-owner')).toEqual([]);
    scenario({ project: leaked }).when('amend-benefit', amend()).thenRefused('withdrawn-row');
  });
});

it('a benefit recorded ends the word that there are none', () => {
  const none = scenario().after('confirm-register-none', { register: 'benefits' });
  expect(none.after('record-benefit', terms).project.registers.confirmedNone).toEqual({});
  recorded.when('confirm-register-none', { register: 'benefits' }).thenRefused('contradiction');
  expect(scenarioProject().registers.confirmedNone).toEqual({});
});
