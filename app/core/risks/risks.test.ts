import { describe, expect, it } from 'vitest';
import { frameworkV1 } from '../gates/framework-v1';
import { happened } from '../project/events';
import { scenario } from '../testing/scenario';
import { heatMap } from './heat-map';
import { bandOf, isAboveAppetite, isHigh, riskScore, totalsOf } from './score';

const scheme = frameworkV1.riskScheme;
const local = 'The provider will not know Luton';
const recorded = (more: object = {}) =>
  happened('risk-recorded', {
    riskId: 'risk-1',
    ref: '1',
    likelihood: 2,
    impact: 3,
    statedTotal: 12,
    fromDocument: true,
    words: { risk: local, mitigation: 'Specify local knowledge' },
    ...more,
  });
const terms = {
  ref: '1',
  risk: local,
  mitigation: 'Specify local knowledge',
  likelihood: 2,
  impact: 3,
  statedTotal: 12,
};
const amend = { riskId: 'risk-1', ...terms };
const why = 'The sponsor bears it';

describe('recording a risk', () => {
  it('keeps what was entered and numbers it after the last', () => {
    scenario()
      .given(recorded())
      .when('record-risk', { risk: 'Staff leave', likelihood: 4, impact: 4, owner: 'lead', due: '2024-03' })
      .then(
        happened('risk-recorded', {
          riskId: 'id-1',
          ref: '2',
          likelihood: 4,
          impact: 4,
          owner: 'lead',
          due: '2024-03',
          fromDocument: false,
          words: { risk: 'Staff leave' },
        }),
      );
  });

  it('refuses an owner who is not listed, one whose account is not active, and a ref in use, all at once', () => {
    const story = scenario().given(recorded());
    story.when('record-risk', { risk: 'x', owner: 'nobody-known' }).thenRefused('unknown-person');
    story
      .when('record-risk', { risk: 'x', owner: 'left', ref: '1' })
      .thenRefused('unknown-person', 'duplicate');
  });

  it('refuses those who neither lead nor run the office', () => {
    for (const person of ['finance', 'sponsor', 'viewer', 'auditor', 'administrator', 'stranger']) {
      scenario().when('record-risk', { risk: 'x' }, { as: person }).thenRefused('not-permitted');
    }
    scenario().when('record-risk', { risk: 'x' }, { as: 'left' }).thenRefused('no-account');
  });

  it('does not take blanks, ratings off the scale, fractions, false dates or control characters', () => {
    const story = scenario();
    story.when('record-risk', { risk: '  ' }).thenInvalid('risk');
    story.when('record-risk', { risk: 'x', likelihood: 6, impact: 0 }).thenInvalid('likelihood', 'impact');
    story
      .when('record-risk', { risk: 'x', likelihood: 2.5, impact: '3' })
      .thenInvalid('likelihood', 'impact');
    story.when('record-risk', { risk: 'x', due: '2024-02-31' }).thenInvalid('due');
    story.when('record-risk', { risk: 'x\u0007' }).thenInvalid('risk');
  });
});

describe('changing a risk', () => {
  it('records nothing when nothing changed', () => {
    scenario().given(recorded()).when('amend-risk', amend).thenNothing();
  });

  it('is for lead, PMO and the owner of the risk, and nobody else', () => {
    const story = scenario().given(recorded({ owner: 'service-manager' }));
    story
      .when('amend-risk', { ...amend, owner: 'service-manager', due: '2024-06' }, { as: 'service-manager' })
      .accepted();
    story.when('amend-risk', amend, { as: 'stranger' }).thenRefused('not-permitted');
    story.when('amend-risk', amend, { as: 'sponsor' }).thenRefused('not-permitted');
  });

  it('leaves a closed or withdrawn risk alone', () => {
    const closed = scenario().given(
      recorded(),
      happened('risk-closed', { riskId: 'risk-1', words: { why } }),
    );
    closed.when('amend-risk', amend).thenRefused('withdrawn-row');
    closed.when('close-risk', { riskId: 'risk-1', why }).thenRefused('withdrawn-row');
    scenario().when('amend-risk', amend).thenRefused('no-such-row');
  });

  it('tells what stood before and after', () => {
    const story = scenario().given(recorded());
    const next = story.after('amend-risk', { ...amend, statedTotal: 6 });
    expect(next.project.risks[0]).toMatchObject({
      statedTotal: 6,
      fromDocument: true,
      amended: { by: 'lead' },
    });
  });
});

describe('accepting a risk', () => {
  const story = scenario().given(recorded({ likelihood: 3, impact: 4 }));
  const accepted = story.after('accept-risk', { riskId: 'risk-1', why }, { as: 'sponsor' });
  const changed = (change: object) =>
    accepted.after('amend-risk', { ...amend, likelihood: 3, impact: 4, ...change }).project.risks[0];

  it('is for the sponsor and keeps the score', () => {
    expect(accepted.project.risks[0]?.accepted).toMatchObject({ by: 'sponsor', score: 12, why });
    story.when('accept-risk', { riskId: 'risk-1', why }, { as: 'lead' }).thenRefused('not-permitted');
    story.when('accept-risk', { riskId: 'risk-1', why }, { as: 'pmo' }).thenRefused('not-permitted');
  });

  it('said twice alike records it once', () => {
    accepted.when('accept-risk', { riskId: 'risk-1', why }, { as: 'sponsor' }).thenNothing();
  });

  it('is refused while the risk has no score', () => {
    scenario()
      .given(recorded({ impact: undefined }))
      .when('accept-risk', { riskId: 'risk-1', why }, { as: 'sponsor' })
      .thenRefused('not-answered');
  });

  it('ends when likelihood or impact rises, becomes unknown, or the risk is another', () => {
    expect(changed({ likelihood: 4 })?.accepted).toBeUndefined();
    expect(changed({ impact: 5, likelihood: 1 })?.accepted).toBeUndefined();
    expect(changed({ impact: undefined })?.accepted).toBeUndefined();
    expect(changed({ risk: 'Another risk' })?.accepted).toBeUndefined();
  });

  it('stays when they fall or only the mitigation changes, and a fall undone does not revive a lapsed one', () => {
    expect(changed({ likelihood: 2 })?.accepted).toBeDefined();
    expect(changed({ mitigation: 'More' })?.accepted).toBeDefined();
    const risen = accepted.after('amend-risk', { ...amend, likelihood: 4, impact: 4 });
    const back = risen.after('amend-risk', { ...amend, likelihood: 3, impact: 4 });
    expect(back.project.risks[0]?.accepted).toBeUndefined();
  });

  it('does not outlive a close and a reopening', () => {
    const back = accepted
      .after('close-risk', { riskId: 'risk-1', why }, { as: 'sponsor' })
      .after('reopen-risk', { riskId: 'risk-1', why: 'It is back' });
    expect(back.project.risks[0]?.accepted).toBeUndefined();
    expect(back.project.risks[0]?.closed).toBeUndefined();
  });

  it('marks the event that last set the score', () => {
    const version = accepted.project.version;
    expect(changed({ mitigation: 'More' })?.scoredSeq).toBe(1);
    expect(changed({ likelihood: 2 })?.scoredSeq).toBe(version + 1);
  });
});

describe('closing, reopening and withdrawing', () => {
  it('refuses to reopen what is open, withdrawn or not there', () => {
    const story = scenario().given(recorded());
    story.when('reopen-risk', { riskId: 'risk-1', why }).thenRefused('already-so');
    story.when('reopen-risk', { riskId: 'risk-9', why }).thenRefused('no-such-row');
    const gone = story.after('withdraw-risk', { riskId: 'risk-1', why }, { as: 'sponsor' });
    gone.when('reopen-risk', { riskId: 'risk-1', why }).thenRefused('withdrawn-row');
    gone.when('withdraw-risk', { riskId: 'risk-1', why }).thenRefused('withdrawn-row');
    gone.when('accept-risk', { riskId: 'risk-1', why }, { as: 'sponsor' }).thenRefused('withdrawn-row');
    story.when('withdraw-risk', { riskId: 'risk-9', why }).thenRefused('no-such-row');
    story.when('close-risk', { riskId: 'risk-9', why }).thenRefused('no-such-row');
  });

  it('asks for a reason', () => {
    for (const command of ['close-risk', 'reopen-risk', 'withdraw-risk', 'accept-risk']) {
      scenario().given(recorded()).when(command, { riskId: 'risk-1', why: ' ' }).thenInvalid('why');
    }
  });

  it('refuses all of it to a viewer', () => {
    for (const command of ['close-risk', 'reopen-risk', 'withdraw-risk', 'accept-risk']) {
      expect(
        scenario().given(recorded()).when(command, { riskId: 'risk-1', why }, { as: 'viewer' }).refusals[0]
          ?.reason,
      ).toBe('not-permitted');
    }
  });
});

describe('the risk scheme', () => {
  it('gives 6 where RX-004 states 12', () => {
    expect(totalsOf({ likelihood: 2, impact: 3, statedTotal: 12 }, scheme)).toEqual({
      stated: 12,
      computed: 6,
      band: 'Medium',
      differ: true,
    });
  });

  it('has no score for what is unknown or off the scale', () => {
    expect(riskScore({ likelihood: 2 }, scheme)).toBeUndefined();
    expect(riskScore({ likelihood: 6, impact: 1 }, scheme)).toBeUndefined();
    expect(bandOf(undefined, scheme)).toBeUndefined();
    expect(totalsOf({ statedTotal: 12 }, scheme).differ).toBe(false);
  });

  it('knows what is above appetite and what is high', () => {
    expect(isAboveAppetite({ likelihood: 3, impact: 4 }, scheme)).toBe(true);
    expect(isAboveAppetite({ likelihood: 2, impact: 5 }, scheme)).toBe(false);
    expect(isHigh({ likelihood: 3, impact: 4 }, scheme)).toBe(true);
    expect(isHigh({ impact: 5 }, scheme)).toBe(false);
  });

  it('draws each open risk once: in its cell, or among the unplaced', () => {
    const { risks } = scenario().given(
      recorded(),
      recorded({ riskId: 'risk-2', ref: '2', likelihood: 5, impact: 5 }),
      recorded({ riskId: 'risk-3', ref: '3', likelihood: undefined }),
      recorded({ riskId: 'risk-4', ref: '4' }),
      happened('risk-withdrawn', { riskId: 'risk-4', words: { why } }),
    ).project;
    const map = heatMap(risks, scheme);
    expect(map.rows[0]?.likelihood).toBe('Almost certain');
    expect(map.rows[0]?.cells[4]).toMatchObject({ score: 25, band: 'Very high', risks: [{ ref: '2' }] });
    expect(map.rows[3]?.cells[2]).toMatchObject({ score: 6, band: 'Medium', risks: [{ ref: '1' }] });
    expect(map.unplaced.map((risk) => risk.ref)).toEqual(['3']);
  });
});
