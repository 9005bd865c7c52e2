import { describe, expect, it } from 'vitest';
import type { Scenario } from '~/core/testing/scenario';
import { scenario } from '~/core/testing/scenario';
import { happened } from '~/core/project/events';
import { benefitsOf } from './benefits';
import { looking } from './gates/loaded-for-test';
import { benefitsDue, benefitsUnowned } from './my-work/due-of-benefits';

const TODAY = '2024-12-02';
const terms = {
  category: 'Customer Experience' as const,
  description: { state: 'given' as const, value: 'Calls are answered' },
  realisation: { state: 'given' as const, value: '2024-11' },
  measure: 'Satisfied callers',
  unit: '%',
  baseline: { value: '60', date: '2024-01-01' },
  target: '75',
};
const wentLive = happened('go-live-recorded', {
  date: '2024-09-09',
  evidence: [],
  words: { note: 'First night' },
});
const asked = scenario({ today: TODAY })
  .after('record-benefit', terms)
  .after('propose-benefit-owner', { benefitId: 'id-1', person: 'benefit-owner' });
const owned = asked.given(wentLive).after('accept-benefit', { benefitId: 'id-1' }, { as: 'benefit-owner' });
const read = (value: string, date: string) => ({
  benefitId: 'id-1',
  value,
  date,
  source: 'Survey',
  evidence: [],
});
const measured = owned
  .after('record-reading', read('64', '2024-09-20'), { as: 'benefit-owner' })
  .after('record-reading', read('740', '2024-10-15'), { as: 'benefit-owner' });
const mistyped = measured.project.benefits[0]!.readings[1]!.id;

const page = (story: Scenario, person = 'benefit-owner') =>
  benefitsOf(looking(story.project, person, TODAY), { url: 'http://localhost/projects/RX-900/benefits' });
const shown = (story: Scenario, person?: string) => page(story, person).claimed[0]!;

describe('a benefit on its page', () => {
  it('asks its owner first, who can then accept or decline, and nobody else', () => {
    expect(page(asked).asked).toHaveLength(1);
    expect(page(asked, 'lead').asked).toEqual([]);
    expect(shown(asked).whyNotAccept).toBeUndefined();
    expect(shown(asked, 'lead').whyNotAccept?.because).toContain('Only the person asked');
  });

  it('says who declined and why, and that it lacks an owner', () => {
    const declined = asked.after(
      'decline-benefit',
      { benefitId: 'id-1', why: 'Not my service' },
      { as: 'benefit-owner' },
    );
    expect(shown(declined, 'lead').owner).toMatchObject({
      state: 'declined',
      said: 'declined 2 Dec 2024: Not my service',
    });
    expect(shown(declined, 'lead').lacks).toEqual(['an owner who has accepted']);
    expect(page(declined).asked).toEqual([]);
  });

  it('says that an owner has left, and asks for another', () => {
    const { directory } = owned.context.external;
    const gone = { ...directory, 'benefit-owner': { ...directory['benefit-owner']!, active: false } };
    const loaded = looking(owned.project, 'lead', TODAY);
    const seen = benefitsOf(
      { ...loaded, external: { ...loaded.external, directory: gone } },
      { url: 'http://localhost/x' },
    );
    expect(seen.claimed[0]?.owner?.state).toBe('left');
    expect(seen.claimed[0]?.lacks).toEqual(['an owner with an active account']);
    expect(benefitsUnowned(owned.project, { ...loaded.external, directory: gone })[0]?.detail).toBe(
      'benefit-owner has no active account any more',
    );
  });

  it('asks the owner anew when somebody else changes the terms, and says who did', () => {
    const changed = owned.after('amend-benefit', { benefitId: 'id-1', ...terms, target: '90' });
    expect(shown(changed).owner).toMatchObject({
      state: 'asked',
      said: 'asked by lead, 2 Dec 2024; terms last changed by lead, 2 Dec 2024',
    });
    expect(page(changed).asked).toHaveLength(1);
    expect(shown(changed).whyNotRead?.because).toContain('Only the owner who accepted');
  });

  it('says what is due next, and that it is late', () => {
    expect(shown(owned).due).toEqual({
      text: 'Reading, by Nov 2024',
      late: true,
      because: 'Nobody has read it since go-live on 9 Sep 2024.',
    });
  });

  it('is drawn from what stands, and keeps a mistyped reading in the table with why', () => {
    const mended = measured.after(
      'withdraw-reading',
      { benefitId: 'id-1', readingId: mistyped, why: 'It was 74.0' },
      { as: 'benefit-owner' },
    );
    const { trajectory, readings, status } = shown(mended);
    expect(trajectory.facts.readings.map(({ value, course }) => [value, course])).toEqual([['64', 'behind']]);
    expect(trajectory.facts).toMatchObject({ goLive: '2024-09-09', target: '75', realisation: '2024-11' });
    expect(readings.map(({ value, withdrawn }) => [value, withdrawn])).toEqual([
      ['64%', undefined],
      ['740%', 'benefit-owner, 2 Dec 2024: It was 74.0'],
    ]);
    expect(status).toBe('measured');
    expect(shown(measured).status).toBe('realised');
  });

  it('counts how far each benefit has come', () => {
    expect(page(measured).counts).toMatchObject({ claimed: 0, measurable: 0, measured: 0, realised: 1 });
    expect(page(owned).counts).toMatchObject({ measurable: 1, realised: 0 });
  });

  it('stands beside what gets worse, late once its day is past and nobody looked', () => {
    const entry = {
      disBenefit: 'Waits at night',
      bearer: 'Residents',
      measure: '',
      action: '',
      outcome: '',
      reviewOn: '2024-11',
    };
    const worse = owned.after('record-dis-benefit', entry);
    expect(page(worse).disBenefits[0]).toMatchObject({ reviewOn: 'Nov 2024', late: true, owner: undefined });
    const { id } = worse.project.registers.disBenefits[0]!;
    const looked = worse.after('amend-dis-benefit', { ...entry, rowId: id, outcome: 'None came' });
    expect(page(looked).disBenefits[0]?.late).toBe(false);
    expect(page(worse, 'viewer').whyNotDisBenefit).toBeDefined();
    expect(page(worse, 'lead').whyNotDisBenefit).toBeUndefined();
  });
});

describe('what waits for people about benefits', () => {
  it('is what is due of those one has accepted, and of no others', () => {
    expect(benefitsDue(owned.project, 'benefit-owner', TODAY)).toMatchObject([
      { title: 'Calls are answered', when: 'Reading by Nov 2024', late: true },
    ]);
    expect(benefitsDue(owned.project, 'lead', TODAY)).toEqual([]);
    expect(benefitsDue(asked.given(wentLive).project, 'benefit-owner', TODAY)).toEqual([]);
  });

  it('is for the lead to propose another when one declined, and not while somebody is asked', () => {
    const declined = asked.after(
      'decline-benefit',
      { benefitId: 'id-1', why: 'Not mine' },
      { as: 'benefit-owner' },
    );
    expect(benefitsUnowned(declined.project, declined.context.external)).toMatchObject([
      { detail: 'benefit-owner declined: Not mine', fix: { screen: 'benefits', row: 'id-1' } },
    ]);
    expect(benefitsUnowned(asked.project, asked.context.external)).toEqual([]);
  });
});
