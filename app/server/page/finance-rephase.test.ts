import { describe, expect, it } from 'vitest';
import { happened } from '~/core/project/events';
import { boundByGate3 } from '~/core/testing/bound-by-gate-3';
import { scenario, type Scenario } from '~/core/testing/scenario';
import { goLiveSlipWords, profileOf, rephasingOf } from './finance-rephase';
import { looking } from './gates/loaded-for-test';

const DAY = '2023-10-01';

interface Terms {
  readonly kind?: 'saving' | 'investment';
  readonly fullYearEffect?: number;
  readonly goLive?: string;
}

/** A recurring, incremental line of £200,000 in 24/25 with Gate 4 aimed at in September 2024, unless said otherwise. */
const told = ({ kind = 'saving', fullYearEffect = 20_000_000, goLive = '2024-09' }: Terms = {}): Scenario =>
  scenario()
    .given(
      happened('horizon-extended', { horizon: [2023, 2024, 2025, 2026] }),
      happened('schedule-set', {
        gates: [{ gate: 4, target: { state: 'given', value: goLive } }],
        deliverables: [],
        milestones: [],
        fromDocument: false,
        words: { gates: {} },
      }),
    )
    .givenBy(
      'lead',
      happened('money-line-recorded', {
        lineId: 'L',
        kind,
        timing: 'recurring',
        convention: 'incremental',
        fullYearEffect,
        cells: [{ fy: 2024, answer: { state: 'given', value: 20_000_000 } }],
        evidence: [],
        fromDocument: false,
        words: { title: 'One contract' },
      }),
    );
const slipped = (story: Scenario, date: string) =>
  story.after(
    'forecast-dates',
    { gates: [{ gate: 4, date }], deliverables: [], milestones: [], why: 'Late' },
    { as: 'pmo' },
  );
const words = (story: Scenario) => goLiveSlipWords(looking(story.project, 'pmo', DAY));
const profile = (story: Scenario) =>
  profileOf(looking(story.project, 'lead', DAY), story.project.money.lines[0]!);

describe('what a slip of go-live costs, in words', () => {
  it('says what the next month costs before any slip', () => {
    expect(words(told())).toEqual([
      'Each month of slip from Sep 2024 costs £16,666.67 in 24/25, of the line that starts with it.',
    ]);
  });

  it('says what the slip has cost by year, and what each further month does', () => {
    expect(words(slipped(told(), '2025-06'))).toEqual([
      'Go-live has moved from Sep 2024 to Jun 2025, 9 months later: that costs £100,000 in 24/25 and costs £50,000 in 25/26, of the line that starts with it.',
      'Each further month of slip from Jun 2025 costs £16,666.67 in 25/26, of the line that starts with it.',
    ]);
  });

  it('says what an earlier go-live gains', () => {
    expect(words(slipped(told(), '2024-08'))[0]).toBe(
      'Go-live has moved from Sep 2024 to Aug 2024, 1 month earlier: that gains £16,666.67 in 24/25, of the line that starts with it.',
    );
  });

  it('speaks of no further slip once it is live', () => {
    const live = slipped(told(), '2024-11').given(
      happened('go-live-recorded', { date: '2024-11-04', evidence: [], words: { note: 'Report' } }),
    );
    expect(words(live)).toEqual([
      'Go-live was in Nov 2024, 2 months later than its target of Sep 2024: that costs £33,333.33 in 24/25, of the line that starts with it.',
    ]);
  });

  it('says nothing where nobody can tell, or nothing waits for go-live', () => {
    expect(words(told({ goLive: '2024' }))).toEqual([]);
    expect(words(told({ kind: 'investment' }))).toEqual([]);
  });
});

describe('the part-year profile in words', () => {
  it('spares what an investment, or a loss, does not spend in a later month', () => {
    const spares = expect.stringContaining('Each month of slip spares £16,666.67 in 24/25');
    expect(profile(told({ kind: 'investment' }))).toMatchObject({ perMonth: spares });
    expect(profile(told({ fullYearEffect: -20_000_000 }))).toMatchObject({ perMonth: spares });
  });

  it('costs nothing more of a year of which nothing is left', () => {
    expect(profile(told({ goLive: '2025-03' }))).toMatchObject({
      sentence:
        '£200,000 a year × 0 of 12 months left after Mar 2025 = £0 in 24/25, and £200,000 more in 25/26.',
      perMonth: 'A later month costs nothing more in 24/25: nothing of the year is left after Mar 2025.',
    });
  });

  it('gives bounds where go-live is known by its year only', () => {
    expect(profile(told({ goLive: '2024' }))).toEqual({
      wanting: expect.stringContaining('Cannot tell: it starts in 2024 by Gate 4’s target') as string,
    });
  });
});

describe('the re-phased profile beside today’s', () => {
  const shown = (story: Scenario) =>
    rephasingOf(looking(story.project, 'lead', DAY), story.project.money.lines[0]!);

  it('stands beside the proposal, with what the other setting would give', () => {
    const rephasing = shown(told());
    expect(rephasing?.rows.map(({ now, then }) => [now, then])).toEqual([
      ['–', '£0'],
      ['£200,000', '£100,000'],
      ['–', '£100,000'],
      ['–', '£0'],
    ]);
    expect(rephasing?.other).toContain('£116,666.67, and £83,333.33 more in 25/26');
  });

  it('stands beside the forecast once Gate 3 binds', () => {
    const bound = scenario({ project: boundByGate3(told().project, ['L']) });
    expect(shown(bound)).toMatchObject({ into: 'forecast', same: false });
    const after = bound.after('re-phase-line', { lineId: 'L', into: 'forecast' });
    expect(shown(after)?.same).toBe(true);
  });
});
