import { describe, expect, it } from 'vitest';
import { happened } from '../project/events';
import { scenario } from '../testing/scenario';
import { answersForEvent } from './events-answers';
import type { TextField } from './state';

const given = (value: string) => ({ state: 'given', value }) as const;
const stakeholders: readonly TextField[] = ['directTeam', 'governance', 'customers', 'providers'];
const recorded = happened(
  'fields-answered',
  answersForEvent(
    'stakeholders',
    stakeholders.map((field) => [field, given('Somebody')] as const),
    false,
  ),
);
const dashes = happened(
  'fields-answered',
  answersForEvent('scope', [['scopeOut', { state: 'none-unconfirmed', words: '-' }]], true),
);

describe('answering the fields of a section', () => {
  it('records only what changes, its text under words', () => {
    scenario()
      .after('set-scope', { scopeIn: given('All services') })
      .when('set-scope', { scopeIn: given('All services'), scopeOut: { state: 'tbc' } })
      .then(
        happened('fields-answered', {
          section: 'scope',
          answers: { scopeOut: 'tbc' },
          fromDocument: false,
          words: {},
        }),
      );
  });

  it('records nothing when nothing changes', () => {
    scenario()
      .after('state-opportunity', { opportunity: given('One desk') })
      .when('state-opportunity', { opportunity: given('One desk') })
      .thenNothing();
    scenario().when('record-information', {}).thenNothing();
  });

  it('is for the lead and PMO officers', () => {
    for (const person of ['sponsor', 'finance', 'viewer', 'assurer', 'bau-owner']) {
      scenario()
        .when('state-objectives', { objectives: given('One') }, { as: person })
        .thenRefused('not-permitted');
    }
    scenario()
      .when('state-objectives', { objectives: given('One') }, { as: 'pmo' })
      .accepted();
  });

  it('keeps the day since which an answer is owed', () => {
    const untouched = scenario()
      .on('2023-10-01')
      .after('set-scope', { scopeOut: { state: 'tbc' } });
    // Nobody had answered it: it has been owed since the record began.
    expect(untouched.project.case.text.scopeOut).not.toHaveProperty('since');
    const { project } = untouched
      .after('set-scope', { scopeOut: given('None') })
      .on('2023-10-15')
      .after('set-scope', { scopeOut: { state: 'tbc' } })
      .on('2023-11-01')
      .after('set-scope', { scopeOut: { state: 'blank' } });
    expect(project.case.text.scopeOut).toMatchObject({ answer: { state: 'blank' }, since: '2023-10-15' });
  });

  it('takes no none-unconfirmed, no hidden characters, no line breaks in a line and no text past its limit', () => {
    scenario()
      .when('set-scope', { scopeOut: { state: 'none-unconfirmed' } })
      .thenInvalid('scopeOut.state');
    scenario()
      .when('set-scope', { scopeIn: given('a\u0007b') })
      .thenInvalid('scopeIn.value');
    scenario()
      .when('record-information', { title: given('a\nb') })
      .thenInvalid('title.value');
    scenario()
      .when('set-scope', { scopeIn: given('a'.repeat(100_001)) })
      .thenInvalid('scopeIn.value');
  });
});

describe('confirming that there is none', () => {
  it('is a person’s word for a document’s "-"', () => {
    const { project } = scenario()
      .given(dashes)
      .after('confirm-none', { fields: ['scopeOut'] });
    expect(project.case.text.scopeOut).toMatchObject({ answer: { state: 'none' }, by: 'lead' });
    expect(project.case.text.scopeOut.fromDocument).toBeUndefined();
  });

  it('is refused where there is no "-", and changes nothing where it is done', () => {
    scenario()
      .when('confirm-none', { fields: ['scopeOut'] })
      .thenRefused('not-legal-now');
    scenario()
      .given(dashes)
      .after('confirm-none', { fields: ['scopeOut'] })
      .when('confirm-none', { fields: ['scopeOut'] })
      .thenNothing();
  });
});

describe('the stakeholders', () => {
  it('are confirmed by the lead once all four are answered', () => {
    scenario().when('confirm-stakeholders', {}).thenRefused('not-answered');
    scenario().given(recorded).when('confirm-stakeholders', {}, { as: 'pmo' }).thenRefused('not-permitted');
    scenario().given(recorded).when('confirm-stakeholders', {}).then(happened('stakeholders-confirmed', {}));
  });

  it('are no longer confirmed when one of them changes, and stay so when something else does', () => {
    const confirmed = scenario().given(recorded).after('confirm-stakeholders', {});
    expect(
      confirmed.after('set-scope', { scopeIn: given('x') }).project.case.stakeholdersConfirmed,
    ).toBeDefined();
    expect(
      confirmed.after('record-stakeholders', { customers: given('Residents') }).project.case
        .stakeholdersConfirmed,
    ).toBeUndefined();
  });
});

describe('the other answers of the case', () => {
  it('rate effort and impact from 1 to 5', () => {
    const rate = (effort: number) => ({ effort: { state: 'given', value: effort } });
    expect(scenario().after('rate-qualification', rate(3)).project.case.qualification.effort.answer).toEqual({
      state: 'given',
      value: 3,
    });
    scenario().when('rate-qualification', rate(6)).thenInvalid('effort.value');
    scenario().when('rate-qualification', rate(2.5)).thenInvalid('effort.value');
  });

  it('take a document’s rating over by giving the same number, once', () => {
    const answer = { state: 'given', value: 3 } as const;
    const story = scenario().given(
      happened('qualification-rated', { effort: answer, fromDocument: true, words: { effort: '3' } }),
    );
    const rated = story.after('rate-qualification', { effort: answer });
    expect(rated.project.case.qualification.effort).toMatchObject({ answer, by: 'lead' });
    expect(rated.project.case.qualification.effort.fromDocument).toBeUndefined();
    rated.when('rate-qualification', { effort: answer }).thenNothing();
  });

  it('leave the declaration of the cost baselines to the lead', () => {
    scenario().when('declare-cost-baselines', { covers: true }, { as: 'pmo' }).thenRefused('not-permitted');
    const { project } = scenario().after('declare-cost-baselines', { covers: false });
    expect(project.case.costBaselinesCover).toMatchObject({ by: 'lead', covers: false });
  });

  it('say whether anything is bought', () => {
    const { project } = scenario().after('choose-route', { buying: { state: 'given', value: true } });
    expect(project.case.procurement.buying.answer).toEqual({ state: 'given', value: true });
  });

  it('let anybody signed in comment, and nobody say nothing', () => {
    const { project } = scenario().after('comment', { about: 'case', text: 'Well put' }, { as: 'viewer' });
    expect(project.comments).toMatchObject([{ by: 'viewer', about: 'case', words: 'Well put' }]);
    scenario().when('comment', { about: 'case', text: '  ' }).thenInvalid('text');
    scenario()
      .when('comment', { about: 'case', text: 'x'.repeat(10_001) })
      .thenInvalid('text');
  });
});
