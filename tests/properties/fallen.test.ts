import { describe, expect, it } from 'vitest';
import { scenario, type Scenario } from '~/core/testing/scenario';
import { addDays } from '~/core/time/iso-day';
import { approve, by, imported, input, peopleWith, ready, submitted } from './refused';

/** The kinds of event a decision came to. */
function came(
  story: Scenario,
  gate: 0 | 2,
  role: 'sponsor' | 'finance',
  as: string,
  on?: string,
): readonly string[] {
  const outcome = story.when('approve-gate', input(story.project, gate, role), { as, ...(on ? { on } : {}) });
  return 'ok' in outcome.decision && outcome.decision.ok
    ? outcome.decision.events.map((each) => each.type)
    : outcome.refusals.map((each) => `${each.reason}: ${each.because}`);
}

/** From Gate 0 approved otherwise than on the way, to what Gate 1 asks for: the criteria of the record there. */
function walkOn(first: Scenario): Scenario {
  const there = ready(1);
  const { records } = first.project.gates;
  const { conditions } = first.project.gates;
  return scenario({
    project: {
      ...there.project,
      gates: {
        ...there.project.gates,
        conditions,
        records: { ...there.project.gates.records, 0: records[0] },
      },
    },
    today: there.context.today,
  });
}

const laterToday = addDays(submitted(0).context.today, 400);

describe('what time or other streams changed while a gate was submitted', () => {
  it('keeps an approval from closing the gate alone where two decide it', () => {
    expect(came(submitted(2), 2, 'sponsor', 'sponsor')).toEqual(['approval-given']);
  });

  it('sends a submission back when a criterion fell with the days', () => {
    expect(came(submitted(0), 0, 'sponsor', 'sponsor', laterToday)).toEqual(['submission-returned']);
  });

  it('sends a submission back when a condition has become overdue since', () => {
    const condition = {
      what: 'Later',
      owner: 'lead',
      due: addDays(ready(1).context.today, 2),
      before: 'completion',
    };
    const first = approve(submitted(0), 0, 'sponsor', 'sponsor', { conditions: [condition] });
    const ready1 = walkOn(first);
    const story = ready1.after('submit-gate', { gate: 1, note: '' }, by('pmo'));
    const on = addDays(condition.due, 1);
    const outcome = story.when('approve-gate', input(story.project, 1, 'sponsor'), { as: 'sponsor', on });
    const returned = outcome.decision as { readonly events: readonly { readonly body: unknown }[] };
    expect(returned.events[0]?.body).toMatchObject({ fallen: expect.arrayContaining(['condition-overdue']) });
  });

  it('sends a submission back when somebody of the pack lost their account', () => {
    const story = submitted(2).where({ directory: peopleWith({ lead: { active: false } }) });
    expect(came(story, 2, 'sponsor', 'sponsor')).toEqual(['submission-returned']);
  });

  it('voids an approval whose giver has lost the role since', () => {
    const given = approve(submitted(2), 2, 'finance', 'second-finance');
    const story = given.where({ directory: peopleWith({ 'second-finance': { roles: [] } }) });
    expect(came(story, 2, 'sponsor', 'sponsor')).toEqual(['approval-given', 'approval-voided']);
  });

  it('voids an approval whose giver has had a hand in the cycle since', () => {
    const directory = peopleWith({ 'second-finance': { roles: ['finance', 'pmo'] } });
    const given = approve(submitted(2).where({ directory }), 2, 'finance', 'second-finance');
    const attestation = {
      criterion: 'authority-recorded',
      gate: 3,
      note: 'Seen',
      particulars: {},
      attachments: [],
    };
    const story = given.after('attest', attestation, by('second-finance'));
    expect(came(story, 2, 'sponsor', 'sponsor')).toEqual(['approval-given', 'approval-voided']);
  });
});

describe('a waiver', () => {
  const waived = () =>
    ready(0)
      .after('set-scope', { scopeOut: { state: 'tbc' } }, by('lead'))
      .after(
        'waive-criterion',
        {
          gate: 0,
          criterion: 'scope-answered',
          why: 'Soon',
          expires: addDays(ready(0).context.today, 3),
          instead: { what: 'Answer it', owner: 'lead', due: addDays(ready(0).context.today, 9) },
        },
        by('sponsor'),
      );
  const submit = (story: Scenario, on: string) =>
    story.when('submit-gate', { gate: 0, note: '' }, { as: 'pmo', on });
  const scope = (outcome: ReturnType<typeof submit>) =>
    outcome.refusals.filter((each) => each.criterion === 'scope-answered').map((each) => each.reason);

  it('lets the criterion pass while it lasts', () => {
    expect(scope(submit(waived(), ready(0).context.today))).toEqual([]);
  });

  it('lets it pass no longer once it has expired', () => {
    expect(scope(submit(waived(), addDays(ready(0).context.today, 4)))).toEqual(['criterion-does-not-pass']);
  });

  it('lets it pass no longer once it is withdrawn', () => {
    const story = waived();
    const waiverId = story.project.gates.waivers[0]!.id;
    const without = story.after('withdraw-waiver', { waiverId, why: 'Not so' }, by('sponsor'));
    expect(scope(submit(without, ready(0).context.today))).toEqual(['criterion-does-not-pass']);
  });

  it('opens what is done instead as a condition when the gate is approved', () => {
    const story = waived().after('submit-gate', { gate: 0, note: '' }, by('pmo'));
    const { conditions } = approve(story, 0, 'sponsor', 'sponsor').project.gates;
    expect(conditions.map((each) => [each.from, each.owner, each.before])).toEqual([['waiver', 'lead', 1]]);
  });

  it('lets no mandatory criterion pass, however it came into the record', () => {
    const today = ready(0).context.today;
    const body = {
      waiverId: 'w',
      criterion: 'lead-named',
      gate: 0,
      role: 'sponsor',
      expires: addDays(today, 9),
      insteadOwner: 'lead',
      insteadDue: addDays(today, 9),
      words: { why: 'Soon', instead: 'Name one' },
    };
    const story = scenario({ project: imported(), today }).given({ type: 'criterion-waived', v: 1, body });
    const { refusals } = submit(story, today);
    expect(refusals.map((each) => each.criterion)).toContain('lead-named');
  });
});
