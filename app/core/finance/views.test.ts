import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fyRange } from '../time/financial-year';
import { difference, figure, sumOf, totalOf, type Figure } from './effect';
import { effectIn, seriesEffect } from './figures';
import { frameworkV1 } from '../gates/framework-v1';
import { projectWith, type LineGiven } from './lines-for-test';
import { SERIES, type Series } from './series';
import { LINE_KINDS } from './state';
import { inView, lineInView, linesInView } from './views';

const HORIZON = fyRange(2023, 2026);
const pence = (figures: readonly Figure[]) =>
  figures.map((each) => (each.kind === 'figure' ? each.pence : each.kind));

describe("RX-004's £200,000 with six months of 24/25", () => {
  const [line] = projectWith([{ amounts: { 2024: 10_000_000, 2025: 10_000_000 } }]).project.money.lines;

  it.each([
    ['annual', [0, 10_000_000, 20_000_000, 20_000_000]],
    ['incremental', [0, 10_000_000, 10_000_000, 0]],
    ['cash', [0, 10_000_000, 30_000_000, 50_000_000]],
  ] as const)('%s', (view, expected) => {
    expect(pence(lineInView(line!, 'proposed', HORIZON, view))).toEqual(expected);
  });

  it('takes a one-off back in the year after by itself', () => {
    const [once] = projectWith([{ timing: 'one-off', amounts: { 2024: 500 } }]).project.money.lines;
    expect(pence(lineInView(once!, 'proposed', HORIZON, 'incremental'))).toEqual([0, 500, -500, 0]);
  });

  it('cannot be told in any view without a convention', () => {
    const [open] = projectWith([{ convention: undefined, amounts: { 2023: 1 } }]).project.money.lines;
    for (const view of ['annual', 'incremental', 'cash'] as const) {
      expect(new Set(pence(lineInView(open!, 'proposed', HORIZON, view)))).toEqual(new Set(['cannot-tell']));
    }
  });
});

const amounts = fc.integer({ min: -9_000_000_000, max: 9_000_000_000 });
const byFy = fc
  .tuple(amounts, amounts, amounts, amounts)
  .map((each) => Object.fromEntries(each.map((amount, at) => [2023 + at, amount])));
const anyLine = fc.record({
  kind: fc.constantFrom(...LINE_KINDS),
  timing: fc.constantFrom('one-off', 'recurring' as const),
  convention: fc.constantFrom('incremental', 'annual' as const),
  amounts: byFy,
});

/** The lines with something in each of the six series. */
function recorded(
  given: readonly Omit<LineGiven, 'id'>[],
  others: readonly Readonly<Record<number, number>>[],
) {
  const lines = given.map((line, at) => ({ ...line, id: `L${at}` }));
  const { project } = projectWith(lines);
  return {
    ...project,
    money: {
      ...project.money,
      lines: project.money.lines.map((line, at) => ({
        ...line,
        cells: Object.fromEntries(
          HORIZON.map((fy) => {
            const amount = others[at]?.[fy] ?? 0;
            const mark = { by: 'finance', day: '2024-05-01', seq: 1_000 };
            const cell = line.cells[fy]!;
            return [
              fy,
              {
                ...cell,
                validated: { ...mark, method: 'figure', amount, basis: '', of: cell.proposed.answer },
                mtfs: { ...mark, amount: { state: 'given', value: amount }, round: 'Feb 2024' },
                forecast: { ...mark, amount, why: '' },
                delivered: { ...mark, amount, toDate: false, evidence: [], note: '' },
                banked: {
                  ...mark,
                  amount,
                  month: `${fy}-05`,
                  permanence: amount % 2 === 0 ? 'permanent' : 'one-year',
                  journalReference: 'J',
                },
              } as const,
            ];
          }),
        ),
      })),
    },
  };
}

describe('the three views', () => {
  it('agree to the penny, of every line and every series', () => {
    fc.assert(
      fc.property(fc.array(anyLine, { minLength: 1, maxLength: 4 }), fc.array(byFy), (given, others) => {
        const { lines } = recorded(given, others).money;
        for (const line of lines) {
          for (const series of SERIES) agree((view) => lineInView(line, series, HORIZON, view));
        }
        for (const series of SERIES) agree((view) => linesInView(lines, series, HORIZON, view));
      }),
      { numRuns: 60 },
    );
  });

  it('are those of the totals: effects, increments and cash of a project add its lines', () => {
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: 4 }), fc.array(byFy), (given, others) => {
        const project = recorded(given, others);
        const { lines } = project.money;
        for (const series of SERIES) {
          const effects = HORIZON.map((fy) => effectIn(project, frameworkV1, series, fy));
          const total = (view: 'annual' | 'incremental' | 'cash') =>
            linesInView(lines, series, HORIZON, view);
          expect(total('annual')).toEqual(effects);
          expect(total('incremental')).toEqual(inView('incremental', effects));
          expect(total('cash').at(-1)).toEqual(seriesEffect(project, frameworkV1, series as Series).cash);
        }
      }),
      { numRuns: 60 },
    );
  });
});

/** Increments add up to each year's effect; effects add up to each year's cash. */
function agree(of: (view: 'annual' | 'incremental' | 'cash') => readonly Figure[]): void {
  const [effects, increments, cash] = [of('annual'), of('incremental'), of('cash')];
  HORIZON.forEach((_, at) => {
    expect(totalOf(increments.slice(0, at + 1))).toEqual(effects[at]);
    expect(totalOf(effects.slice(0, at + 1))).toEqual(cash[at]);
    expect(difference(cash[at]!, at === 0 ? figure(0) : cash[at - 1]!)).toEqual(effects[at]);
  });
  expect(sumOf(pence(effects).map(Number))).toEqual(cash.at(-1));
}
