import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { happened } from '../project/events';
import { scenario, type Giving, type Scenario } from '../testing/scenario';
import { figure } from './effect';
import { gapExplanations, isGapOpen, openGap } from './explained';
import { cellOf } from './line';
import { countedAsValidated } from './series';
import { isStale, type LineKind } from './state';

const AS_FINANCE: Giving = { as: 'finance' };
const given = (value: number) => ({ state: 'given', value }) as const;

/** A recurring, incremental line of £200,000 in 24/25, none in the other years, recorded by the lead. */
const story = (kind: LineKind = 'saving', amount = 20_000_000): Scenario =>
  scenario()
    .given(happened('horizon-extended', { horizon: [2023, 2024, 2025, 2026] }))
    .givenBy(
      'lead',
      happened('money-line-recorded', {
        lineId: 'L',
        kind,
        timing: 'recurring',
        convention: 'incremental',
        cells: [
          { fy: 2023, answer: { state: 'none' } },
          { fy: 2024, answer: given(amount) },
          { fy: 2025, answer: { state: 'none' } },
          { fy: 2026, answer: { state: 'tbc' } },
        ],
        evidence: [],
        fromDocument: false,
        words: { title: 'One contract' },
      }),
    );

const line = (told: Scenario) => told.project.money.lines[0]!;
const cell = (told: Scenario, fy = 2024) => cellOf(line(told), fy);
const counts = (told: Scenario, fy = 2024) => countedAsValidated(line(told), cell(told, fy));
const seen = (told: Scenario, fy = 2024) => cell(told, fy).proposed.seq;
const confidence = (told: Scenario, basisPoints: number, fy = 2024) => ({
  lineId: 'L',
  cells: [{ method: 'confidence', fy, confidence: basisPoints, seen: seen(told, fy) }],
});
const validated = (told: Scenario, basisPoints = 10_000) =>
  told.after('validate-figures', confidence(told, basisPoints), AS_FINANCE);

describe('validating figures', () => {
  it('counts nothing of a saving until finance says otherwise, then the proposal times its confidence', () => {
    expect(counts(story())).toBe(0);
    const told = story();
    const after = told.when('validate-figures', confidence(told, 6_250), AS_FINANCE).then(
      happened('figures-validated', {
        lineId: 'L',
        cells: [
          { method: 'confidence', fy: 2024, confidence: 6_250, amount: 12_500_000, of: given(20_000_000) },
        ],
        words: { basis: {} },
      }),
    );
    expect(counts(after)).toBe(12_500_000);
  });

  it('sets a confidence of 0%, which is not the same as having none', () => {
    const told = story();
    const cells = [{ fy: 2024, confidence: 0, seen: seen(told) }];
    const after = told.after('set-confidence', { lineId: 'L', cells }, AS_FINANCE);
    expect(cell(after).validated).toMatchObject({ method: 'confidence', confidence: 0, amount: 0 });
  });

  it('takes a figure of finance with its basis, several years at once', () => {
    const told = story();
    const cells = [
      { method: 'figure', fy: 2024, amount: 10_000_000, basis: 'Six months of 24/25', seen: seen(told) },
      { method: 'figure', fy: 2025, amount: 10_000_000, basis: 'The remainder', seen: seen(told, 2025) },
    ];
    const after = told.after('validate-figures', { lineId: 'L', cells }, AS_FINANCE);
    expect([counts(after), counts(after, 2025)]).toEqual([10_000_000, 10_000_000]);
    expect(cell(after, 2025).validated?.basis).toBe('The remainder');
    told
      .when('validate-figures', { lineId: 'L', cells: [{ ...cells[0], basis: ' ' }] }, AS_FINANCE)
      .thenInvalid('cells.0.basis');
  });

  it('confirms a nil of an investment', () => {
    const told = story('investment');
    const cells = [{ method: 'confidence', fy: 2023, confidence: 10_000, seen: seen(told, 2023) }];
    const after = told.after('validate-figures', { lineId: 'L', cells }, AS_FINANCE);
    expect(cell(after, 2023).validated).toMatchObject({ amount: 0, of: { state: 'none' } });
  });

  it('is refused of what nobody answered, of years outside the horizon, and of a figure that moved', () => {
    const told = story();
    told.when('validate-figures', confidence(told, 5_000, 2026), AS_FINANCE).thenRefused('not-answered');
    told
      .when('validate-figures', confidence(told, 5_000, 2040), AS_FINANCE)
      .thenRefused('contradiction', 'not-answered');
    const moved = told.after('propose-figures', { lineId: 'L', cells: [{ fy: 2024, answer: given(1) }] });
    moved.when('validate-figures', confidence(told, 5_000), AS_FINANCE).thenRefused('stale-figure');
    const termsSeen = line(told).termsSeq;
    const amended = told.after('amend-money-line', { lineId: 'L', convention: 'annual' });
    amended
      .when('validate-figures', { ...confidence(told, 5_000), termsSeen }, AS_FINANCE)
      .thenRefused('stale-figure');
  });

  it("is refused of a document's line the lead has not adopted", () => {
    const told = scenario().given(
      happened('horizon-extended', { horizon: [2024] }),
      happened('money-line-recorded', {
        lineId: 'L',
        kind: 'saving',
        timing: 'one-off',
        cells: [{ fy: 2024, answer: given(5) }],
        evidence: [],
        fromDocument: true,
        words: { title: 'Saving' },
      }),
    );
    told.when('validate-figures', confidence(told, 5_000), AS_FINANCE).thenRefused('not-adopted');
  });

  it('is refused of an investment at a confidence', () => {
    const told = story('investment');
    told.when('validate-figures', confidence(told, 5_000), AS_FINANCE).thenRefused('contradiction');
  });
});

describe('separation of duties', () => {
  const directory = (person: string) => ({
    ...scenario().context.external.directory,
    [person]: { id: person, name: person, active: true, roles: ['finance' as const], delegations: [] },
  });

  it('keeps the lead from validating, whatever else they are', () => {
    const told = story().where({ directory: directory('lead') });
    const outcome = told.when('validate-figures', confidence(told, 5_000), { as: 'lead' });
    outcome.thenRefused('separation-of-duties');
    expect(outcome.refusals.length).toBeGreaterThan(1);
  });

  it('keeps somebody from validating who led it in this cycle, though they do no longer', () => {
    const told = story();
    const [sponsor, , owner] = told.project.people;
    const record = told.project.gates.records[0];
    const records = {
      ...told.project.gates.records,
      0: { ...record, hands: { ...record.hands, led: ['finance'] } },
    };
    const project = {
      ...told.project,
      people: [sponsor!, owner!],
      gates: { ...told.project.gates, records },
    };
    const after = scenario({ project });
    after.when('validate-figures', confidence(after, 5_000), AS_FINANCE).thenRefused('separation-of-duties');
    after.when('validate-figures', confidence(after, 5_000), { as: 'second-finance' }).accepted();
  });

  it('keeps anybody from validating what they proposed', () => {
    const told = story().givenBy(
      'finance',
      happened('figures-proposed', { lineId: 'L', cells: [{ fy: 2025, answer: given(7) }] }),
    );
    told
      .when('validate-figures', confidence(told, 5_000, 2025), AS_FINANCE)
      .thenRefused('separation-of-duties');
    told.when('validate-figures', confidence(told, 5_000), AS_FINANCE).accepted();
  });
});

describe('the author of the terms', () => {
  it('does not validate them, though somebody renamed the line since', () => {
    const terms = { lineId: 'L', timing: 'recurring', convention: 'annual' } as const;
    const told = story()
      .givenBy('finance', happened('money-line-amended', { ...terms, words: { title: 'One contract' } }))
      .after('amend-money-line', { lineId: 'L', title: 'Two contracts' });
    told.when('validate-figures', confidence(told, 1), AS_FINANCE).thenRefused('separation-of-duties');
    told.when('validate-figures', confidence(told, 1), { as: 'second-finance' }).accepted();
  });
});

describe('a stale validation', () => {
  it('counts as nothing for a saving until finance acts again', () => {
    const told = validated(story()).after('propose-figures', {
      lineId: 'L',
      cells: [{ fy: 2024, answer: given(30_000_000) }],
    });
    expect(isStale(line(told), cell(told))).toBe(true);
    expect(counts(told)).toBe(0);
    expect(counts(validated(told))).toBe(30_000_000);
  });

  it('is not revived by a change undone: of the figure, of a term, or of the line itself', () => {
    const cells = (value: number) => ({ lineId: 'L', cells: [{ fy: 2024, answer: given(value) }] });
    const undone = [
      validated(story()).after('propose-figures', cells(1)).after('propose-figures', cells(20_000_000)),
      validated(story())
        .after('amend-money-line', { lineId: 'L', costCentre: 'A1' })
        .after('amend-money-line', { lineId: 'L', costCentre: null }),
      validated(story())
        .after('withdraw-money-line', { lineId: 'L', why: 'In error' })
        .after('restore-money-line', { lineId: 'L' }),
    ];
    for (const told of undone) {
      expect(isStale(line(told), cell(told))).toBe(true);
      expect(counts(told)).toBe(0);
    }
  });

  it('of an investment counts as the greater figure, and unvalidated in full', () => {
    expect(counts(story('investment'))).toBe(20_000_000);
    const validatedAt = validated(story('investment'));
    const cells = (value: number) => ({ lineId: 'L', cells: [{ fy: 2024, answer: given(value) }] });
    expect(counts(validatedAt.after('propose-figures', cells(5)))).toBe(20_000_000);
    expect(counts(validatedAt.after('propose-figures', cells(90_000_000)))).toBe(90_000_000);
  });

  it('stays fresh when nothing it rests on moved', () => {
    const told = validated(story())
      .after('amend-money-line', { lineId: 'L', title: 'Renamed' })
      .after('propose-figures', { lineId: 'L', cells: [{ fy: 2025, answer: given(1) }] })
      .after('propose-figures', { lineId: 'L', cells: [{ fy: 2024, answer: given(20_000_000) }] });
    expect(isStale(line(told), cell(told))).toBe(false);
  });
});

describe('what counts as validated', () => {
  it('counts a reduction in full, validated or not, at any confidence', () => {
    const told = story('saving', -20_000);
    expect(counts(told)).toBe(-20_000);
    expect(counts(validated(told, 2_500))).toBe(-20_000);
  });

  it('never exceeds what finance validated, whatever happens to the proposal afterwards', () => {
    const amount = fc.integer({ min: -1_000_000, max: 1_000_000 });
    const move = fc.oneof(
      amount.map((value) => ({
        name: 'propose-figures',
        input: { lineId: 'L', cells: [{ fy: 2024, answer: given(value) }] },
      })),
      fc.constantFrom('annual', 'incremental').map((convention) => ({
        name: 'amend-money-line',
        input: { lineId: 'L', convention },
      })),
    );
    fc.assert(
      fc.property(
        amount,
        fc.integer({ min: 0, max: 10_000 }),
        fc.array(move, { maxLength: 4 }),
        (start, at, moves) => {
          const fresh = validated(story('saving', start), at);
          const told = moves.reduce((so, { name, input }) => so.after(name, input), fresh);
          expect(counts(told)).toBeLessThanOrEqual(Math.max(cell(fresh).validated!.amount, 0));
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('the MTFS and the gap', () => {
  const mtfs = (told: Scenario, value = 20_000_000) =>
    told.after(
      'record-mtfs',
      {
        lineId: 'L',
        round: 'Feb 2024',
        cells: [
          { fy: 2023, answer: { state: 'none' } },
          { fy: 2024, answer: given(value) },
        ],
      },
      AS_FINANCE,
    );

  it('records finance figures with their budget round, and nothing when nothing changed', () => {
    const told = mtfs(story());
    expect(cell(told).mtfs).toMatchObject({ amount: given(20_000_000), round: 'Feb 2024', by: 'finance' });
    told
      .when(
        'record-mtfs',
        { lineId: 'L', round: 'Feb 2024', cells: [{ fy: 2024, answer: given(20_000_000) }] },
        AS_FINANCE,
      )
      .thenNothing();
    told
      .when('record-mtfs', { lineId: 'L', round: ' ', cells: [] }, AS_FINANCE)
      .thenInvalid('round', 'cells');
  });

  it('is explained by finance where there is one, until a side of it moves, even back again', () => {
    const told = mtfs(validated(story(), 5_000));
    const explained = told.after('explain-gap', { lineId: 'L', fy: 2024, why: 'Agreed risk' }, AS_FINANCE);
    expect(gapExplanations(line(explained), 2024)).toMatchObject([
      { amount: 10_000_000, why: 'Agreed risk' },
    ]);
    expect(gapExplanations(line(validated(explained, 5_000)), 2024)).toEqual([]);
    expect(gapExplanations(line(mtfs(mtfs(explained, 1))), 2024)).toEqual([]);
  });

  it('is explained in parts, each for its amount, until nothing of it is open', () => {
    const told = mtfs(validated(story(), 5_000));
    const part = { lineId: 'L', fy: 2024, amount: 6_000_000, why: 'Price of the framework' };
    const once = told.after('explain-gap', part, AS_FINANCE);
    expect(openGap(line(once), 2024)).toEqual(figure(4_000_000));
    expect(gapExplanations(line(once), 2024)).toMatchObject([{ amount: 6_000_000, by: 'finance' }]);
    const wholly = once.after('explain-gap', { lineId: 'L', fy: 2024, why: 'The rest' }, AS_FINANCE);
    expect(gapExplanations(line(wholly), 2024).map(({ amount }) => amount)).toEqual([6_000_000, 4_000_000]);
    expect(isGapOpen(line(wholly), 2024)).toBe(false);
    expect(gapExplanations(line(mtfs(mtfs(wholly, 1))), 2024)).toEqual([]);
    const anew = wholly.after('explain-gap', { lineId: 'L', fy: 2024, why: 'All of it' }, AS_FINANCE);
    expect(gapExplanations(line(anew), 2024)).toMatchObject([{ amount: 10_000_000, why: 'All of it' }]);
  });

  it('is explained by no part that is none of what is open', () => {
    const told = mtfs(validated(story(), 5_000));
    const part = (amount: number) => ({ lineId: 'L', fy: 2024, amount, why: 'Because' });
    for (const amount of [0, -1, 10_000_001]) {
      told.when('explain-gap', part(amount), AS_FINANCE).thenRefused('contradiction');
    }
    const whole = told.after('explain-gap', part(10_000_000), AS_FINANCE);
    whole.when('explain-gap', part(1), AS_FINANCE).thenRefused('contradiction');
    whole.when('explain-gap', part(1), { as: 'lead' }).thenRefused('contradiction', 'not-permitted');
  });

  it('keeps what earlier budget rounds took beside the newest, and of one round only the last figure', () => {
    const record = (told: Scenario, round: string, value: number) =>
      told.after(
        'record-mtfs',
        { lineId: 'L', round, cells: [{ fy: 2024, answer: given(value) }] },
        AS_FINANCE,
      );
    const told = record(record(record(story(), 'Feb 2023', 10), 'Feb 2024', 20), 'Feb 2024', 30);
    expect(cell(told).mtfs).toMatchObject({ amount: given(30), round: 'Feb 2024' });
    expect(cell(told).mtfsEarlier).toMatchObject([{ amount: given(10), round: 'Feb 2023' }]);
    const back = record(told, 'Feb 2023', 15);
    expect(cell(back).mtfs).toMatchObject({ amount: given(15), round: 'Feb 2023' });
    expect(cell(back).mtfsEarlier).toMatchObject([{ amount: given(30), round: 'Feb 2024' }]);
  });

  it('is not explained where it cannot be told or is nil', () => {
    const why = 'Because';
    story().when('explain-gap', { lineId: 'L', fy: 2024, why }, AS_FINANCE).thenRefused('not-answered');
    const told = mtfs(validated(story()));
    told.when('explain-gap', { lineId: 'L', fy: 2024, why }, AS_FINANCE).thenRefused('contradiction');
  });

  it('schedules the month a budget falls, of savings only', () => {
    const input = { lineId: 'L', month: '2024-10' };
    const told = story().after('schedule-budget-change', input, AS_FINANCE);
    expect(line(told).budgetFalls?.month).toBe('2024-10');
    told.when('schedule-budget-change', input, AS_FINANCE).thenNothing();
    story('investment').when('schedule-budget-change', input, AS_FINANCE).thenRefused('contradiction');
  });
});
