import { describe, expect, it } from 'vitest';
import { happened } from '../project/events';
import type { Life } from '../gates/state';
import { scenario, type Giving, type Scenario } from '../testing/scenario';
import { varianceExplanation } from './explained';
import { cellOf } from './line';

const AS_FINANCE: Giving = { as: 'finance' };

const story = (fromDocument = false, category = 'budget-saving'): Scenario =>
  scenario({ today: '2025-05-10' })
    .given(happened('horizon-extended', { horizon: [2023, 2024, 2025, 2026] }))
    .givenBy(
      'lead',
      happened('money-line-recorded', {
        lineId: 'L',
        kind: 'saving',
        timing: 'recurring',
        convention: 'annual',
        category,
        cells: [{ fy: 2024, answer: { state: 'given', value: 1_000 } }],
        evidence: [],
        fromDocument,
        words: { title: 'One contract' },
      }),
    );
const cell = (told: Scenario, fy = 2024) => cellOf(told.project.money.lines[0]!, fy);
const delivered = { lineId: 'L', fy: 2024, amount: 900, toDate: false, note: 'Ledger report of 1 May' };
const banked = {
  lineId: 'L',
  fy: 2024,
  amount: 900,
  month: '2024-10',
  permanence: 'permanent',
  journalReference: 'J-17',
};

describe('forecasting', () => {
  const input = { lineId: 'L', cells: [{ fy: 2025, amount: 950 }], why: 'Price as awarded' };

  it("is the lead's, leaves the proposal alone, and is confirmed by finance", () => {
    const told = story().after('forecast-figures', input);
    expect(cell(told, 2025).proposed.answer.state).toBe('blank');
    const confirmed = told.after('confirm-forecast', { lineId: 'L', fys: [2025] }, AS_FINANCE);
    expect(cell(confirmed, 2025).forecast).toMatchObject({ amount: 950, confirmed: { by: 'finance' } });
    confirmed.when('confirm-forecast', { lineId: 'L', fys: [2025] }, AS_FINANCE).thenNothing();
    confirmed.when('forecast-figures', input).thenNothing();
    const again = confirmed.after('forecast-figures', { ...input, cells: [{ fy: 2025, amount: 940 }] });
    expect(cell(again, 2025).forecast).not.toHaveProperty('confirmed');
  });

  it('is not confirmed by whoever forecast it, nor where there is none', () => {
    const told = story().givenBy(
      'finance',
      happened('figures-forecast', { lineId: 'L', cells: [{ fy: 2025, amount: 1 }], words: { why: 'x' } }),
    );
    told
      .when('confirm-forecast', { lineId: 'L', fys: [2025] }, AS_FINANCE)
      .thenRefused('separation-of-duties');
    told.when('confirm-forecast', { lineId: 'L', fys: [2026] }, AS_FINANCE).thenRefused('not-answered');
  });
});

describe('recording delivery', () => {
  it('takes a past year whole, the running one to date, one to come not at all', () => {
    const told = story();
    told.when('record-delivered', delivered).accepted();
    told.when('record-delivered', { ...delivered, toDate: true }).thenRefused('contradiction');
    told.when('record-delivered', { ...delivered, fy: 2025 }).thenRefused('contradiction');
    told.when('record-delivered', { ...delivered, fy: 2025, toDate: true }).accepted();
    told.when('record-delivered', { ...delivered, fy: 2026 }).thenRefused('contradiction');
  });

  it('asks for evidence or a note that names it, and for a line that counts', () => {
    story()
      .when('record-delivered', { ...delivered, note: ' ' })
      .thenRefused('not-answered');
    story()
      .when('record-delivered', { ...delivered, evidence: ['no-such'] })
      .thenRefused('no-such-row');
    story(true).when('record-delivered', delivered).thenRefused('not-adopted');
  });

  it('is confirmed by finance, never by the lead', () => {
    const told = story().after('record-delivered', delivered);
    told
      .when('confirm-delivered', { lineId: 'L', fys: [2024] })
      .thenRefused('not-permitted', 'separation-of-duties');
    const confirmed = told.after('confirm-delivered', { lineId: 'L', fys: [2024] }, AS_FINANCE);
    expect(cell(confirmed).delivered?.confirmed?.by).toBe('finance');
  });

  it('has its variance explained until a figure of the year moves', () => {
    const mitigation = { what: 'Vacancy held', amount: 100, owner: 'service-manager' };
    const input = { lineId: 'L', fy: 2024, why: 'Late start', mitigation };
    story().when('explain-variance', input).thenRefused('not-answered');
    const told = story().after('record-delivered', delivered);
    told
      .when('explain-variance', { ...input, mitigation: { ...mitigation, owner: 'left' } })
      .thenRefused('unknown-person');
    const explained = told.after('explain-variance', input);
    expect(varianceExplanation(explained.project.money.lines[0]!, 2024)).toMatchObject({
      why: 'Late start',
      mitigation,
    });
    const moved = explained.after('record-delivered', { ...delivered, amount: 800 });
    expect(varianceExplanation(moved.project.money.lines[0]!, 2024)).toBeUndefined();
  });
});

describe('banking', () => {
  it('is finance taking it out of the budget, with month and journal', () => {
    const told = story().after('bank-saving', banked, AS_FINANCE);
    expect(cell(told).banked).toMatchObject({ amount: 900, month: '2024-10', journalReference: 'J-17' });
    told.when('bank-saving', banked).thenRefused('not-permitted', 'separation-of-duties');
    told.when('bank-saving', { ...banked, journalReference: '' }, AS_FINANCE).thenInvalid('journalReference');
  });

  it('is refused of a month outside the year and of what cannot be banked', () => {
    story()
      .when('bank-saving', { ...banked, month: '2025-04' }, AS_FINANCE)
      .thenRefused('contradiction');
    story(false, 'cost-avoidance').when('bank-saving', banked, AS_FINANCE).thenRefused('contradiction');
  });

  it('is scheduled or set as not bankable instead, until it is banked', () => {
    const status = { lineId: 'L', fy: 2024, status: 'scheduled', why: 'With the 25/26 budget' };
    const told = story().after('set-banking-status', status, AS_FINANCE);
    expect(cell(told).banking?.status).toBe('scheduled');
    const after = told.after('bank-saving', banked, AS_FINANCE);
    expect(cell(after).banking).toBeUndefined();
    after.when('set-banking-status', status, AS_FINANCE).thenRefused('contradiction');
  });
});

describe('a completed project', () => {
  const life: Life = { state: 'completed', since: { by: 'system', day: '2025-05-01', seq: 1 } };
  const told = () => scenario({ project: { ...story().project, life }, today: '2025-05-10' });

  it('still takes forecasts, delivery and banking, and no proposals', () => {
    told()
      .when('forecast-figures', { lineId: 'L', cells: [{ fy: 2025, amount: 1 }], why: 'x' })
      .accepted();
    told().when('record-delivered', delivered).accepted();
    told().when('bank-saving', banked, AS_FINANCE).accepted();
    const cells = [{ fy: 2024, answer: { state: 'given', value: 1 } }];
    told().when('propose-figures', { lineId: 'L', cells }).thenRefused('closed');
  });
});
