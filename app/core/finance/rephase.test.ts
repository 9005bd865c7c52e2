import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frameworkV1 } from '../gates/framework-v1';
import { happened } from '../project/events';
import { boundByGate3 } from '../testing/bound-by-gate-3';
import { scenario, type Giving, type Scenario } from '../testing/scenario';
import { fyRange } from '../time/financial-year';
import { isoMonth } from '../time/iso-day';
import { sumPence } from '../money/pence';
import { figure } from './effect';
import { goLiveSlip } from './go-live-slip';
import { cellOf } from './line';
import { countedAsValidated, lineEffect } from './series';
import { isStale, LINE_KINDS, type Convention, type LineKind } from './state';

const FINANCE: Giving = { as: 'finance' };
const given = (value: number) => ({ state: 'given', value }) as const;
const none = { state: 'none' } as const;

interface Terms {
  readonly convention?: Convention;
  readonly fullYearEffect?: number;
  readonly startMonth?: string;
}

/** £200,000 in 24/25 as RX-004's form has it, recorded by the lead, with Gate 4 aimed at in September 2024. */
const story = (
  terms: Terms,
  goLive = '2024-09',
  horizon = fyRange(2023, 2026),
  kind: LineKind = 'saving',
): Scenario =>
  scenario()
    .given(
      happened('horizon-extended', { horizon }),
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
        ...terms,
        cells: horizon.map((fy) => ({ fy, answer: fy === 2024 ? given(20_000_000) : none })),
        evidence: [],
        fromDocument: false,
        words: { title: 'One contract' },
      }),
    );

const RX_004: Terms = { convention: 'incremental', fullYearEffect: 20_000_000 };
const line = (told: Scenario) => told.project.money.lines[0]!;
const rephased = { lineId: 'L', into: 'proposed' };

describe('re-phasing a line', () => {
  it.each([
    [false, 10_000_000, 10_000_000],
    [true, 11_666_667, 8_333_333],
  ])(
    'proposes £200,000 from September 2024 as part and remainder, the month counted: %s',
    (counts, part, rest) => {
      const told = story(RX_004);
      const settings = { ...told.context.external.settings, goLiveMonthCounts: counts };
      told
        .where({ settings })
        .when('re-phase-line', rephased)
        .then(
          happened('figures-proposed', {
            lineId: 'L',
            cells: [
              { fy: 2024, answer: given(part) },
              { fy: 2025, answer: given(rest) },
            ],
          }),
        );
    },
  );

  it("makes finance's validation of what moved stale, and of nothing else", () => {
    const told = story(RX_004);
    const cells = [2024, 2025, 2026].map((fy) => ({
      method: 'confidence',
      fy,
      confidence: 8_000,
      seen: cellOf(line(told), fy).proposed.seq,
    }));
    const validated = told.after('validate-figures', { lineId: 'L', cells }, FINANCE);
    expect(countedAsValidated(line(validated), cellOf(line(validated), 2024))).toBe(16_000_000);
    const after = validated.after('re-phase-line', rephased);
    expect([2024, 2025, 2026].map((fy) => isStale(line(after), cellOf(line(after), fy)))).toEqual([
      true,
      true,
      false,
    ]);
    expect(countedAsValidated(line(after), cellOf(line(after), 2024))).toBe(0);
  });

  it('takes what was shown, and nothing else once that has changed', () => {
    const shown = [0, 10_000_000, 10_000_000, 0].map((amount, at) => ({ fy: 2023 + at, amount }));
    const told = story(RX_004);
    told.when('re-phase-line', { ...rephased, shown }).accepted();
    const slipped = told.after(
      'forecast-dates',
      { gates: [{ gate: 4, date: '2024-11' }], deliverables: [], milestones: [], why: 'Late' },
      { as: 'pmo' },
    );
    slipped.when('re-phase-line', { ...rephased, shown }).thenRefused('stale-figure');
  });

  it('takes no profile of a full-year effect that was changed meanwhile', () => {
    const shown = [0, 10_000_000, 10_000_000, 0].map((amount, at) => ({ fy: 2023 + at, amount }));
    story(RX_004)
      .after('amend-money-line', { lineId: 'L', fullYearEffect: 18_000_000 })
      .when('re-phase-line', { ...rephased, shown })
      .thenRefused('stale-figure');
  });

  it('leaves the proposal to a change request once Gate 3 binds, and still forecasts', () => {
    const bound = scenario({ project: boundByGate3(story(RX_004).project, ['L']) });
    bound.when('re-phase-line', rephased).thenRefused('baseline-binds');
    const after = bound.after('re-phase-line', { lineId: 'L', into: 'forecast' });
    expect(lineEffect(line(after), 'forecast', 2026)).toEqual(figure(20_000_000));
    expect(lineEffect(line(after), 'proposed', 2024)).toEqual(figure(20_000_000));
  });

  it('holds an annual line’s remainder only where its first full year is in the horizon', () => {
    const annual: Terms = { ...RX_004, convention: 'annual' };
    story(annual, '2024-09', [2023, 2024]).when('re-phase-line', rephased).thenRefused('contradiction');
    const after = story(annual, '2024-09', [2023, 2024, 2025]).after('re-phase-line', rephased);
    expect([2024, 2025].map((fy) => cellOf(line(after), fy).proposed.answer)).toEqual([
      given(10_000_000),
      given(20_000_000),
    ]);
  });

  it('changes nothing a second time', () => {
    story(RX_004).after('re-phase-line', rephased).when('re-phase-line', rephased).thenNothing();
  });

  it('says all that is wanting', () => {
    story({}).when('re-phase-line', rephased).thenRefused('not-answered', 'not-answered');
    story(RX_004, '2024').when('re-phase-line', rephased).thenRefused('not-answered');
    story(RX_004, '2024-09', [2023, 2024]).when('re-phase-line', rephased).thenRefused('contradiction');
    story({ ...RX_004, startMonth: '2022-09' })
      .when('re-phase-line', rephased)
      .thenRefused('contradiction');
  });

  it('forecasts the profile with why, and leaves the proposal be', () => {
    const after = story(RX_004).after('re-phase-line', { lineId: 'L', into: 'forecast' });
    expect(cellOf(line(after), 2025).forecast).toMatchObject({
      amount: 10_000_000,
      why: 'Re-phased: it starts in Sep 2024',
    });
    expect(cellOf(line(after), 2024).proposed.answer).toEqual(given(20_000_000));
  });

  it('keeps the full-year effect to the penny', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -900_000_000, max: 900_000_000 }),
        fc.integer({ min: 1, max: 12 }),
        fc.constantFrom<Convention>('incremental', 'annual'),
        fc.constantFrom(...LINE_KINDS),
        (fullYearEffect, month, convention, kind) => {
          const terms = { convention, fullYearEffect, startMonth: isoMonth(2024, month) };
          const told = story(terms, '2024-09', fyRange(2023, 2026), kind);
          const after = line(told.after('re-phase-line', rephased));
          expect(lineEffect(after, 'proposed', 2026)).toEqual(figure(fullYearEffect));
          if (convention === 'incremental') {
            const cells = fyRange(2023, 2026).map((fy) => cellOf(after, fy).proposed.answer);
            expect(sumPence(cells.map((each) => (each.state === 'given' ? each.value : 0)))).toBe(
              fullYearEffect,
            );
          }
        },
      ),
      { numRuns: 30 },
    );
  });
});

describe('the slip of go-live', () => {
  it('costs £16,666.67 in 24/25 by the next month, and says what it has cost so far', () => {
    const told = story(RX_004).after(
      'forecast-dates',
      { gates: [{ gate: 4, date: '2024-11' }], deliverables: [], milestones: [], why: 'Late' },
      { as: 'pmo' },
    );
    expect(goLiveSlip(told.project, frameworkV1, false)).toMatchObject({
      goLive: '2024-11',
      fy: 2024,
      nextMonth: figure(1_666_667),
      soFar: { from: '2024-09', to: '2024-11', months: 2, lost: [{ fy: 2024, cost: figure(3_333_333) }] },
    });
  });

  it('costs nothing on a line with a month of its own, and cannot be told without a month', () => {
    expect(
      goLiveSlip(story({ ...RX_004, startMonth: '2024-10' }).project, frameworkV1, false),
    ).toBeUndefined();
    expect(goLiveSlip(story(RX_004, '2024').project, frameworkV1, false)).toBeUndefined();
  });
});
