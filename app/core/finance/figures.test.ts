import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frameworkV1 } from '../gates/framework-v1';
import { sumPence, type Pence } from '../money/pence';
import { blankField } from '../project/field';
import { emptyProject } from '../project/empty';
import type { Project } from '../project/state';
import type { Fy } from '../time/financial-year';
import { figure, type Figure } from './effect';
import { figuresOf, gapOf, pressureIn, seriesEffect, unbankedIn } from './figures';
import type { Cell, MoneyLine } from './state';

const mark = { by: 'lead', day: '2024-01-15', seq: 1 };
const HORIZON = [2023, 2024, 2025, 2026];
const POUNDS = 100;

const proposed = (value: Pence): Cell => ({
  proposed: { ...blankField<Pence>(), seq: 1, answer: { state: 'given', value } },
});
const withMtfs = (cell: Cell, value: Pence): Cell => ({
  ...cell,
  mtfs: { ...mark, amount: { state: 'given', value }, round: 'Feb 2024' },
});
const withValidated = (cell: Cell, amount: Pence): Cell => ({
  ...cell,
  validated: { ...mark, seq: 2, method: 'figure', amount, basis: '', of: cell.proposed.answer },
});
const line = (cells: Record<Fy, Cell>, more: Partial<MoneyLine> = {}): MoneyLine => ({
  id: 'L',
  kind: 'saving',
  timing: 'recurring',
  convention: 'incremental',
  title: 'Saving',
  cells,
  evidence: [],
  recorded: mark,
  amended: mark,
  termsSeq: 1,
  termsBy: 'lead',
  adopted: mark,
  ...more,
});
const of = (...lines: readonly MoneyLine[]): Project => ({
  ...emptyProject('p'),
  money: { horizon: HORIZON, lines },
});
const pence = (each: Figure): Pence | string => (each.kind === 'figure' ? each.pence : each.kind);
const effects = (project: Project, series: Parameters<typeof seriesEffect>[2]) =>
  seriesEffect(project, frameworkV1, series).byFy.map((each) => pence(each.effect));
const RX_004 = line({ 2024: proposed(200_000 * POUNDS) });

describe('the figures of a project', () => {
  it("are RX-004's: run rate £200,000, cash £600,000, nothing of it validated", () => {
    const figures = figuresOf(of(RX_004), frameworkV1, '2024-06-01');
    expect(figures.series.proposed.runRate).toEqual(figure(20_000_000));
    expect(figures.series.proposed.cash).toEqual(figure(60_000_000));
    expect(figures.series.validated.cash).toEqual(figure(0));
    expect([figures.currentFy, figures.proposedNow]).toEqual([2024, figure(20_000_000)]);
  });

  it('cannot tell the proposal without a convention, and can tell that none of it is validated', () => {
    const figures = figuresOf(of(line(RX_004.cells, { convention: undefined })), frameworkV1, '2024-06-01');
    expect(figures.series.proposed.runRate.kind).toBe('cannot-tell');
    expect(figures.series.validated.runRate).toEqual(figure(0));
  });

  it('subtract investment, which stands as entered when asked for alone', () => {
    const cost = line(
      { 2024: proposed(50) },
      { kind: 'investment', timing: 'one-off', convention: undefined },
    );
    const project = of(line({ 2024: proposed(80) }), cost);
    expect(effects(project, 'proposed')).toEqual([0, 30, 80, 80]);
    const alone = seriesEffect(project, frameworkV1, 'proposed', { kinds: ['investment'] });
    expect([alone.cash, alone.runRate]).toEqual([figure(50), figure(0)]);
    expect(effects(project, 'validated')).toEqual([0, -50, 0, 0]);
  });

  it('show what is not adopted, and cost avoidance, apart', () => {
    const project = of(
      line({ 2024: proposed(1) }, { adopted: undefined, fromDocument: true }),
      line({ 2024: proposed(20) }, { category: 'cost-avoidance' }),
      line({ 2024: proposed(300) }, { withdrawn: { ...mark, why: 'Gone' } }),
      line({ 2024: proposed(4_000) }, { suggestedFrom: 'the prose' }),
    );
    const figures = figuresOf(project, frameworkV1, '2024-06-01');
    expect(figures.series.proposed.cash).toEqual(figure(0));
    expect([figures.notAdopted.lines, figures.notAdopted.proposed.runRate]).toEqual([1, figure(1)]);
    expect(figures.avoidance.runRate).toEqual(figure(20));
  });

  it('have neither run rate nor cash without a horizon', () => {
    const { runRate, cash } = seriesEffect(emptyProject('p'), frameworkV1, 'proposed');
    expect([runRate.kind, cash.kind]).toEqual(['cannot-tell', 'cannot-tell']);
  });

  it('cannot tell a total past what the tracker can hold, and do not fail over it', () => {
    const most = proposed(9e15);
    const figures = figuresOf(of(line({ 2023: most, 2024: most })), frameworkV1, '2024-06-01');
    expect(figures.series.proposed.byFy.map((each) => pence(each.effect))[0]).toBe(9e15);
    expect([figures.series.proposed.cash.kind, figures.proposedNow.kind]).toEqual([
      'cannot-tell',
      'cannot-tell',
    ]);
  });

  it('count the stale validations', () => {
    const stale = line({ 2024: withValidated(proposed(5), 5) }, { termsSeq: 3 });
    expect(figuresOf(of(stale), frameworkV1, '2024-06-01').stale).toBe(1);
  });
});

describe('the gap to the MTFS', () => {
  const every = (cell: (fy: Fy) => Cell) => Object.fromEntries(HORIZON.map((fy) => [fy, cell(fy)]));

  it('is MTFS less validated, compared as effects: positive is a hole in the budget', () => {
    const cells = every((fy) => withMtfs(proposed(fy === 2024 ? 100 : 0), fy === 2024 ? 100 : 0));
    const project = of(line({ ...cells, 2024: withValidated(cells[2024]!, 60) }));
    const gap = gapOf(project, frameworkV1);
    expect(gap.byFy.map((each) => pence(each.effect))).toEqual([0, 40, 40, 40]);
    expect(gap.runRate).toEqual(figure(40));
  });

  it('cannot be told for years finance has not recorded, and is nil for a line that claims nothing', () => {
    expect(gapOf(of(RX_004), frameworkV1).runRate.kind).toBe('cannot-tell');
    const nil = line({
      2024: { proposed: { ...blankField<Pence>(), answer: { state: 'none-unconfirmed' } } },
    });
    expect(gapOf(of(nil), frameworkV1).runRate).toEqual(figure(0));
  });

  it('opens by what an investment costs beyond the MTFS', () => {
    const cells = every(() => withMtfs(proposed(80), 50));
    const project = of(line(cells, { kind: 'investment', convention: 'annual' }));
    expect(gapOf(project, frameworkV1).runRate).toEqual(figure(30));
  });
});

describe('pressure and unbanked', () => {
  const banked = (cell: Cell, amount: Pence, permanence: 'permanent' | 'one-year' = 'permanent'): Cell => ({
    ...cell,
    banked: { ...mark, amount, month: '2024-10', permanence, journalReference: 'J' },
  });
  const delivered = (cell: Cell, amount: Pence): Cell => ({
    ...cell,
    delivered: { ...mark, amount, toDate: false, evidence: [], note: 'x' },
  });
  const annual = (cells: Record<Fy, Cell>, more: Partial<MoneyLine> = {}) =>
    of(line(cells, { convention: 'annual', ...more }));

  it('is what is banked but not delivered, a permanent one in each later year that has begun', () => {
    const project = annual({ 2024: delivered(banked(proposed(100), 100), 70) });
    const on = (fy: Fy) => pressureIn(project, frameworkV1, fy, '2025-05-10');
    expect([on(2023), on(2024), on(2025), on(2026)].map(pence)).toEqual([0, 30, 100, 0]);
    const once = annual({ 2024: delivered(banked(proposed(100), 100, 'one-year'), 70) });
    expect(pence(pressureIn(once, frameworkV1, 2025, '2025-05-10'))).toBe(0);
  });

  it('reads the forecast while the year runs', () => {
    const cell = { ...banked(proposed(100), 100), forecast: { ...mark, amount: 90, why: 'x' } };
    expect(pence(pressureIn(annual({ 2024: cell }), frameworkV1, 2024, '2024-12-01'))).toBe(10);
    expect(pence(pressureIn(annual({ 2024: cell }), frameworkV1, 2024, '2025-04-01'))).toBe(100);
  });

  it('is unbanked what is delivered and can be banked', () => {
    const cell = delivered(proposed(100), 70);
    expect(unbankedIn(annual({ 2024: cell }), frameworkV1, 2024)).toEqual(figure(70));
    expect(unbankedIn(annual({ 2024: cell }, { category: 'efficiency' }), frameworkV1, 2024)).toEqual(
      figure(0),
    );
    const settled: Cell = { ...cell, banking: { ...mark, status: 'not-bankable', why: 'x' } };
    expect(unbankedIn(annual({ 2024: settled }), frameworkV1, 2024)).toEqual(figure(0));
  });
});

describe('totals', () => {
  const amount = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 });

  it('add the rounded cells of their lines, no more and no less', () => {
    const cells = fc.record({
      convention: fc.constantFrom('annual', 'incremental'),
      2023: amount,
      2025: amount,
    });
    fc.assert(
      fc.property(fc.array(cells, { maxLength: 6 }), (rows) => {
        const lines = rows.map(({ convention, ...years }, index) =>
          line({ 2023: proposed(years[2023]), 2025: proposed(years[2025]) }, { id: `L${index}`, convention }),
        );
        const perLine = lines.map((each) => effects(of(each), 'proposed') as Pence[]);
        const sums = HORIZON.map((_, index) => sumPence(perLine.map((row) => row[index]!)));
        expect(effects(of(...lines), 'proposed')).toEqual(sums);
        expect(seriesEffect(of(...lines), frameworkV1, 'proposed').cash).toEqual(figure(sumPence(sums)));
      }),
    );
  });
});
