import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frameworkV1 } from '../gates/framework-v1';
import type { Pence } from '../money/pence';
import { emptyProject } from '../project/empty';
import { blankField } from '../project/field';
import type { Project } from '../project/state';
import type { Fy } from '../time/financial-year';
import { bridgeOf, type BridgeFigure, type BridgeView } from './bridge';
import { effectIn, pressureIn, seriesEffect } from './figures';
import type { Cell, MoneyLine } from './state';

const mark = { by: 'lead', day: '2024-01-15', seq: 1 };
const HORIZON = [2023, 2024, 2025, 2026];
const TODAY = '2025-06-01';

const proposed = (value: Pence, more: Partial<Cell> = {}): Cell => ({
  proposed: { ...blankField<Pence>(), seq: 1, answer: { state: 'given', value } },
  ...more,
});
const validated = (amount: Pence, seq = 2) => ({
  validated: { ...mark, seq, method: 'figure' as const, amount, basis: '', of: { state: 'tbc' as const } },
});
const mtfs = (value: Pence) => ({
  mtfs: { ...mark, seq: 3, amount: { state: 'given' as const, value }, round: 'Feb 2024' },
});
const forecast = (amount: Pence) => ({ forecast: { ...mark, amount, why: '' } });
const delivered = (amount: Pence) => ({
  delivered: { ...mark, amount, toDate: false, evidence: [], note: '' },
});
const banked = (amount: Pence, permanence: 'permanent' | 'one-year' = 'permanent') => ({
  banked: { ...mark, amount, month: '2024-10', permanence, journalReference: 'J' },
});
const line = (cells: Record<Fy, Cell>, more: Partial<MoneyLine> = {}): MoneyLine => ({
  id: 'L',
  kind: 'saving',
  timing: 'recurring',
  convention: 'annual',
  title: 'One contract',
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
const year = (fy: Fy): BridgeView => ({ kind: 'year', fy });
const bridge = (project: Project, view: BridgeView = year(2024)) =>
  bridgeOf(project, frameworkV1, view, TODAY);
const told = (steps: readonly BridgeFigure[]) =>
  steps.map((step) => {
    const pence = step.figure.kind === 'figure' ? step.figure.pence : step.figure.kind;
    return step.kind === 'total' ? [step.of, pence] : [step.of, step.way, pence, step.explained];
  });

/** Walks the steps and answers the first total that is not the one before and the changes between. */
function doesNotAddUp(steps: readonly BridgeFigure[]): string | undefined {
  let level: bigint | undefined;
  for (const step of steps) {
    const pence = step.figure.kind === 'figure' ? BigInt(step.figure.pence) : undefined;
    if (step.kind === 'total') {
      if (level !== undefined && pence !== undefined && level !== pence)
        return `${step.of}: ${level}, not ${pence}`;
      level = pence;
    } else level = level === undefined || pence === undefined ? undefined : level + pence;
  }
  return undefined;
}

describe('the bridge from proposed to banked', () => {
  it('says of a year what each hand did to the proposal', () => {
    const saving = line({
      2024: proposed(200, {
        ...validated(160),
        ...mtfs(180),
        ...delivered(150),
        ...banked(120),
        gapExplained: { ...mark, seq: 9, amount: 20, why: 'Round of February' },
      }),
    });
    expect(told(bridge(of(saving)))).toEqual([
      ['proposed', 200],
      ['finance', 'down', -40, -40],
      ['validated', 160],
      ['gap', 'up', 20, 20],
      ['mtfs', 180],
      ['variance', 'down', -30, 0],
      ['outturn', 150],
      ['unbanked', 'down', -30, 0],
      ['banked', 120],
    ]);
  });

  it('tells what nobody validated from what went stale and from what finance itself says', () => {
    const none = line({ 2024: proposed(100, mtfs(0)) }, { id: 'A' });
    const stale = line({ 2024: proposed(50, { ...validated(50, 2), ...mtfs(0) }) }, { id: 'B', termsSeq: 7 });
    const less = line({ 2024: proposed(30, { ...validated(10), ...mtfs(0) }) }, { id: 'C' });
    expect(told(bridge(of(none, stale, less))).slice(0, 5)).toEqual([
      ['proposed', 180],
      ['not-validated', 'down', -100, 0],
      ['stale', 'down', -50, 0],
      ['finance', 'down', -20, -20],
      ['validated', 10],
    ]);
  });

  it('never lets what is open one way cancel what is open the other, nor what is explained', () => {
    const hole = line({ 2024: proposed(100, { ...validated(100), ...mtfs(150) }) }, { id: 'A' });
    const more = line({ 2024: proposed(100, { ...validated(100), ...mtfs(50) }) }, { id: 'B' });
    expect(told(bridge(of(hole, more))).filter(([step]) => step === 'gap')).toEqual([
      ['gap', 'down', -50, 0],
      ['gap', 'up', 50, 0],
    ]);
  });

  it('takes an explanation of a gap or a variance only while it holds', () => {
    const cell = proposed(100, {
      ...validated(80),
      ...mtfs(100),
      ...delivered(70),
      gapExplained: { ...mark, seq: 9, amount: 21, why: 'Of another amount' },
      variance: { ...mark, seq: 9, why: 'Started late' },
    });
    const steps = told(bridge(of(line({ 2024: cell }))));
    expect(steps).toContainEqual(['gap', 'up', 20, 0]);
    expect(steps).toContainEqual(['variance', 'down', -30, -30]);
  });

  it('takes the parts of a gap that are explained, and no more than the gap', () => {
    const gap = (amount: Pence) =>
      told(
        bridge(
          of(
            line({
              2024: proposed(100, {
                ...validated(100),
                ...mtfs(150),
                gapParts: [{ ...mark, seq: 9, amount, gap: 50, why: 'One contract fewer' }],
              }),
            }),
          ),
        ),
      ).find(([step]) => step === 'gap');
    expect(gap(30)).toEqual(['gap', 'up', 50, 30]);
    expect(gap(900)).toEqual(['gap', 'up', 50, 50]);
    expect(gap(-30)).toEqual(['gap', 'up', 50, 0]);
  });

  it('is net of investment, which is never banked, and keeps apart what cannot be banked', () => {
    const saving = line({
      2024: proposed(100, { ...validated(100), ...mtfs(100), ...delivered(100), ...banked(100) }),
    });
    const spend = line(
      { 2024: proposed(30, { ...mtfs(30), ...delivered(30) }) },
      { id: 'I', kind: 'investment', timing: 'one-off' },
    );
    const settled = line(
      {
        2024: proposed(5, {
          ...validated(5),
          ...mtfs(5),
          ...delivered(5),
          banking: { ...mark, status: 'not-bankable', why: '' },
        }),
      },
      { id: 'N' },
    );
    const steps = told(bridge(of(saving, spend, settled)));
    expect(steps[0]).toEqual(['proposed', 75]);
    expect(steps.slice(-4)).toEqual([
      ['outturn', 75],
      ['investment', 'up', 30, 30],
      ['not-bankable', 'down', -5, -5],
      ['banked', 100],
    ]);
  });

  it('calls banked and not delivered a budget pressure, and takes what is scheduled to be banked as explained', () => {
    const over = line({ 2024: proposed(10, { ...mtfs(10), ...delivered(10), ...banked(25) }) });
    expect(told(bridge(of(over)))).toContainEqual(['pressure', 'up', 15, 0]);
    const due = line({
      2024: proposed(10, {
        ...mtfs(10),
        ...delivered(10),
        banking: { ...mark, status: 'scheduled', why: '' },
      }),
    });
    expect(told(bridge(of(due)))).toContainEqual(['unbanked', 'down', -10, -10]);
  });

  it('goes by the forecast for years to come and the running one, and by what was delivered for those that are over', () => {
    const each = line({
      2024: proposed(10, { ...forecast(9), ...delivered(7), ...mtfs(10) }),
      2025: proposed(10, { ...forecast(8), ...delivered(2), ...mtfs(10) }),
      2026: proposed(10, { ...forecast(6), ...mtfs(10) }),
    });
    const outturn = (fy: Fy) => told(bridge(of(each), year(fy))).find(([step]) => step === 'outturn')?.[1];
    expect([2024, 2025, 2026].map(outturn)).toEqual([7, 8, 6]);
  });

  it('cannot tell what nobody has recorded, names whose it is, and goes on behind it', () => {
    const steps = bridge(of(line({ 2024: proposed(100, validated(100)) })));
    expect(told(steps)).toEqual([
      ['proposed', 100],
      ['validated', 100],
      ['gap', 'cannot-tell', 'cannot-tell', 0],
      ['mtfs', 'cannot-tell'],
      ['variance', 'cannot-tell', 'cannot-tell', 0],
      ['outturn', 'cannot-tell'],
      ['unbanked', 'cannot-tell', 'cannot-tell', 0],
      ['banked', 0],
    ]);
    expect(steps.at(-3)?.figure).toMatchObject({
      because: 'Of “One contract” nothing is recorded as delivered for 24/25',
    });
  });

  it('cannot tell a recurring figure whose convention nobody has said', () => {
    const { convention: _unsaid, ...open } = line({ 2024: proposed(100) });
    expect(told(bridge(of(open))).slice(0, 3)).toEqual([
      ['proposed', 'cannot-tell'],
      ['not-validated', 'cannot-tell', 'cannot-tell', 0],
      ['validated', 0],
    ]);
  });

  it('leaves out what no lead has adopted until others have figures for it, and is empty without a horizon', () => {
    const { adopted: _nobody, ...form } = line({ 2024: proposed(100, mtfs(40)) });
    expect(told(bridge(of(form))).slice(0, 4)).toEqual([
      ['proposed', 0],
      ['validated', 0],
      ['gap', 'up', 40, 0],
      ['mtfs', 40],
    ]);
    expect(bridge({ ...of(), money: { horizon: [], lines: [] } }, { kind: 'run-rate' })).toEqual([]);
  });
});

const amount = fc.integer({ min: -9_000_000_00, max: 9_000_000_00 });
const cell = fc
  .record({
    value: amount,
    validated: fc.option(fc.tuple(amount, fc.constantFrom(0, 2))),
    mtfs: fc.option(amount, { freq: 9 }),
    forecast: fc.option(amount, { freq: 9 }),
    delivered: fc.option(amount, { freq: 9 }),
    banked: fc.option(fc.tuple(amount, fc.constantFrom('permanent' as const, 'one-year' as const))),
  })
  .map((given): Cell =>
    proposed(given.value, {
      ...(given.validated ? validated(...given.validated) : {}),
      ...(given.mtfs === null ? {} : mtfs(given.mtfs)),
      ...(given.forecast === null ? {} : forecast(given.forecast)),
      ...(given.delivered === null ? {} : delivered(given.delivered)),
      ...(given.banked ? banked(...given.banked) : {}),
    }),
  );
const lines = fc.array(
  fc.record({
    kind: fc.constantFrom('saving' as const, 'income' as const, 'investment' as const),
    timing: fc.constantFrom('one-off' as const, 'recurring' as const),
    convention: fc.constantFrom('annual' as const, 'incremental' as const),
    cells: fc.record({ 2023: cell, 2024: cell, 2025: cell, 2026: cell }, { requiredKeys: [] }),
    adopted: fc.boolean(),
  }),
  { maxLength: 5 },
);
const projects = lines.map((all) =>
  of(
    ...all.map(({ adopted, ...each }, at) => {
      const { adopted: mine, ...rest } = line(
        each.cells as Record<Fy, Cell>,
        { ...each, id: `L${at}` } as object,
      );
      return adopted && mine ? { ...rest, adopted: mine } : rest;
    }),
  ),
);
const views = fc.constantFrom<BridgeView>({ kind: 'run-rate' }, ...HORIZON.map(year));

describe('every bridge', () => {
  it('adds up from total to total to the penny, with no more explained than there is', () => {
    fc.assert(
      fc.property(projects, views, (project, view) => {
        const steps = bridge(project, view);
        expect(doesNotAddUp(steps)).toBeUndefined();
        for (const step of steps) {
          if (step.kind === 'total' || step.figure.kind !== 'figure') continue;
          expect(Math.abs(step.explained)).toBeLessThanOrEqual(Math.abs(step.figure.pence));
          expect(Math.sign(step.figure.pence)).toBe(step.way === 'up' ? 1 : -1);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('has the totals of the other views of the money', () => {
    fc.assert(
      fc.property(projects, views, (project, view) => {
        const totals = Object.fromEntries(
          bridge(project, view).flatMap((step) => (step.kind === 'total' ? [[step.of, step.figure]] : [])),
        );
        for (const series of ['proposed', 'validated', 'banked'] as const) {
          expect(totals[series]).toEqual(
            view.kind === 'year'
              ? effectIn(project, frameworkV1, series, view.fy)
              : seriesEffect(project, frameworkV1, series).runRate,
          );
        }
      }),
    );
  });

  it('has the budget pressure of the headline in a year that is over', () => {
    fc.assert(
      fc.property(projects, (project) => {
        const steps = bridge(project, year(2024));
        const unknown = steps.some((step) => step.figure.kind === 'cannot-tell');
        const pressure = steps.find((step) => step.kind === 'change' && step.of === 'pressure');
        if (!unknown)
          expect(pressure?.figure ?? { kind: 'figure', pence: 0 }).toEqual(
            pressureIn(project, frameworkV1, 2024, TODAY),
          );
      }),
      { numRuns: 300 },
    );
  });
});
