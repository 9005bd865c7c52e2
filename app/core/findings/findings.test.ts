import { describe, expect, it } from 'vitest';
import { happened } from '../project/events';
import { scenario, type Scenario } from '../testing/scenario';
import { explainedFindings, explanationOf, openFindings } from './open-findings';

const terms = { riskId: 'risk-1', ref: '1', likelihood: 2, impact: 3, statedTotal: 12 };
const risky = scenario().given(
  happened('risk-recorded', { ...terms, fromDocument: true, words: { risk: 'The provider' } }),
);
const about = { rule: 'risk-total', subject: 'risk-1' };
const why = 'The form used another scheme';
const explained = risky.after('explain-finding', { ...about, why });
const accepted = explained.after('accept-explanation', { explanationId: 'id-1' }, { as: 'pmo' });
const open = (story: Scenario) => openFindings(story.project, 'risk-total', story.context.external);
const amend = { ...terms, risk: 'The provider' };

describe('explaining a finding', () => {
  it('keeps what the finding rests on', () => {
    const [finding] = open(risky);
    risky.when('explain-finding', { ...about, why }).then(
      happened('finding-explained', {
        explanationId: 'id-1',
        ...about,
        rests: finding!.rests,
        words: { why },
      }),
    );
    explained.when('explain-finding', { ...about, why }).thenNothing();
  });

  it('is refused where the case check finds nothing such, and to those without a part', () => {
    risky.when('explain-finding', { ...about, subject: 'risk-9', why }).thenRefused('no-such-row');
    risky.when('explain-finding', { rule: 'no-such-rule', subject: 'case', why }).thenRefused('no-such-row');
    scenario()
      .when('explain-finding', { ...about, why })
      .thenRefused('no-such-row');
    for (const as of ['viewer', 'auditor', 'administrator', 'stranger']) {
      risky.when('explain-finding', { ...about, why }, { as }).thenRefused('not-permitted');
    }
    risky.when('explain-finding', { ...about, why: '' }).thenInvalid('why');
  });

  it('settles nothing until it is accepted', () => {
    expect(open(explained)).toHaveLength(1);
    expect(open(accepted)).toEqual([]);
    const [ofRisk] = explainedFindings(accepted.project, accepted.context.external).filter(
      ({ rule }) => rule === 'risk-total',
    );
    expect(ofRisk).toMatchObject({ settled: true });
  });

  it('anew takes the place of the one before, which then is open again', () => {
    const anew = accepted.after('explain-finding', { ...about, why: 'Another reason' }, { as: 'sponsor' });
    expect(anew.project.explanations.map((each) => each.withdrawn !== undefined)).toEqual([true, false]);
    expect(open(anew)).toHaveLength(1);
  });
});

describe('accepting an explanation', () => {
  it('is for the authority of the criterion that reads it', () => {
    for (const as of ['sponsor', 'finance', 's151']) {
      explained.when('accept-explanation', { explanationId: 'id-1' }, { as }).thenRefused('not-permitted');
    }
    expect(accepted.project.explanations[0]?.accepted).toMatchObject({ by: 'pmo', role: 'pmo' });
    accepted.when('accept-explanation', { explanationId: 'id-1' }, { as: 'second-pmo' }).thenNothing();
  });

  it('is never for its author', () => {
    const own = risky.after('explain-finding', { ...about, why }, { as: 'pmo' });
    own
      .when('accept-explanation', { explanationId: 'id-1' }, { as: 'pmo' })
      .thenRefused('separation-of-duties');
    own.when('accept-explanation', { explanationId: 'id-1' }, { as: 'second-pmo' }).accepted();
    explained
      .when('accept-explanation', { explanationId: 'id-1' }, { as: 'lead' })
      .thenRefused('separation-of-duties', 'not-permitted');
  });

  it('is refused when it is withdrawn, not there, or of facts that have changed', () => {
    explained.when('accept-explanation', { explanationId: 'id-9' }, { as: 'pmo' }).thenRefused('no-such-row');
    explained
      .after('withdraw-explanation', { explanationId: 'id-1', why })
      .when('accept-explanation', { explanationId: 'id-1' }, { as: 'pmo' })
      .thenRefused('withdrawn-row');
    explained
      .after('amend-risk', { ...amend, statedTotal: 13 })
      .when('accept-explanation', { explanationId: 'id-1' }, { as: 'pmo' })
      .thenRefused('stale-figure');
    explained
      .after('amend-risk', { ...amend, statedTotal: 6 })
      .when('accept-explanation', { explanationId: 'id-1' }, { as: 'pmo' })
      .thenRefused('stale-figure');
  });

  it('lapses when the facts change', () => {
    const changed = accepted.after('amend-risk', { ...amend, impact: 4 });
    expect(open(changed)).toHaveLength(1);
    expect(explanationOf(changed.project, open(changed)[0]!)).toBeUndefined();
  });

  it('is for finance where money is concerned', () => {
    const each = scenario();
    const text = { state: 'given' as const, value: 'Procure a provider' };
    const proposedChanges = { ...each.project.case.text.proposedChanges, answer: text };
    const project = {
      ...each.project,
      case: { ...each.project.case, text: { ...each.project.case.text, proposedChanges } },
    };
    const story = scenario({ project }).after('explain-finding', {
      rule: 'no-cost-of-change',
      subject: 'case',
      why: 'Own staff do it',
    });
    const accept = { explanationId: 'id-1' };
    for (const as of ['pmo', 'sponsor'])
      story.when('accept-explanation', accept, { as }).thenRefused('not-permitted');
    expect(
      story.after('accept-explanation', accept, { as: 'finance' }).project.explanations[0]?.accepted?.role,
    ).toBe('finance');
    story.when('accept-explanation', accept, { as: 's151' }).accepted();
  });
});

describe('a finding that no criterion reads', () => {
  const vague = scenario().given(
    happened('benefit-recorded', {
      benefitId: 'benefit-1',
      category: 'Productivity',
      realisation: { state: 'tbc' },
      fromDocument: false,
      described: 'given',
      words: { description: 'Improved calls' },
    }),
  );
  const said = { rule: 'improved-without-measure', subject: 'benefit-1', why };
  const told = vague.after('explain-finding', said);
  const settled = ({ project, context }: Scenario) =>
    explainedFindings(project, context.external).find(({ rule }) => rule === said.rule)?.settled;

  it('is settled by an explanation, which nobody has to accept', () => {
    expect(settled(vague)).toBe(false);
    expect(settled(told)).toBe(true);
    for (const as of ['finance', 'sponsor', 'pmo', 's151'])
      told.when('accept-explanation', { explanationId: 'id-1' }, { as }).thenRefused('already-so');
  });

  it('is open again when its facts change, or the explanation is withdrawn by its author or PMO', () => {
    const reworded = told.after('amend-benefit', {
      benefitId: 'benefit-1',
      category: 'Productivity',
      description: { state: 'given', value: 'Better and faster calls' },
      realisation: { state: 'tbc' },
    });
    expect(settled(reworded)).toBe(false);
    const gone = { explanationId: 'id-1', why: 'It was wrong' };
    expect(settled(told.after('withdraw-explanation', gone))).toBe(false);
    told.when('withdraw-explanation', gone, { as: 'second-pmo' }).accepted();
    told.when('withdraw-explanation', gone, { as: 'finance' }).thenRefused('not-permitted');
  });
});

describe('withdrawing an explanation', () => {
  const withdraw = { explanationId: 'id-1', why: 'It was wrong' };

  it('is for its author, its authority or PMO, and opens the finding again', () => {
    const gone = accepted.after('withdraw-explanation', withdraw);
    expect(open(gone)).toHaveLength(1);
    accepted.when('withdraw-explanation', withdraw, { as: 'second-pmo' }).accepted();
    accepted.when('withdraw-explanation', withdraw, { as: 'sponsor' }).thenRefused('not-permitted');
    gone.when('withdraw-explanation', withdraw).thenRefused('withdrawn-row');
    accepted.when('withdraw-explanation', { ...withdraw, explanationId: 'id-9' }).thenRefused('no-such-row');
  });
});
