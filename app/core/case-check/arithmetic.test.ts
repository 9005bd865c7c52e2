import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recordOf, SEED } from '~/documents/business-case-lite/seed-for-test';
import { frameworkV1 } from '../gates/framework-v1';
import type { MoneyLine } from '../finance/state';
import { MAX_PENCE } from '../money/pence';
import type { Project } from '../project/state';
import { edits } from '../testing/edit';
import { scenario } from '../testing/scenario';
import { checkCase } from './check';
import type { Finding } from './rule';
import { tellWorking, type Calculation, type Dated, type Operand, type Working } from './workings';

const imported = recordOf(SEED);
const { external } = scenario().context;

/** An exact fraction, so that the check rounds where the rule says and nowhere else. */
interface Fraction {
  readonly over: bigint;
  readonly under: bigint;
}

const exact = ({ value, unit }: Operand): Fraction => ({
  over: BigInt(value),
  under: unit === 'confidence' ? 10_000n : 1n,
});

function step(a: Fraction, op: string, b: Fraction): Fraction {
  if (op === '+') return { over: a.over * b.under + b.over * a.under, under: a.under * b.under };
  if (op === '−') return { over: a.over * b.under - b.over * a.under, under: a.under * b.under };
  if (op === '×') return { over: a.over * b.over, under: a.under * b.under };
  return { over: a.over * b.under, under: a.under * b.over };
}

const floor = (over: bigint, under: bigint): bigint =>
  over >= 0n ? over / under : -((-over + under - 1n) / under);

/** Worked from left to right, then rounded half up to the nearest of its unit. */
function worked({ first, steps, nearest }: Calculation): number {
  const { over, under } = steps.reduce((so, { op, by }) => step(so, op, exact(by)), exact(first));
  const unit = under * BigInt(nearest);
  return Number(floor(2n * over + unit, 2n * unit)) * nearest;
}

/** What stands in the facts at a dotted path. */
const factAt = (finding: Finding, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>((at, part) => (at as Readonly<Record<string, unknown>>)[part], finding.facts);

function restsOnFacts(finding: Finding, named: readonly { fact?: string | undefined; is: unknown }[]): void {
  for (const { fact, is } of named)
    if (fact !== undefined) expect([fact, factAt(finding, fact)]).toEqual([fact, is]);
}

const first = (date: string): string => `${date}-01-01`.slice(0, 10);
const last = (date: string): string =>
  `${date}${date.length === 4 ? '-12-31' : date.length === 7 ? '-31' : ''}`;
const orderOf = (a: string, b: string) =>
  last(a) < first(b) ? 'before' : first(a) > last(b) ? 'after' : 'cannot-tell';
const stands = ({ fact, date }: Dated) => ({ fact, is: date });

/** Works one line of arithmetic again, from the facts the finding gives. */
function workAgain(finding: Finding, working: Working): void {
  switch (working.kind) {
    case 'calculation':
      restsOnFacts(
        finding,
        [working.first, working.equals, ...working.steps.map(({ by }) => by)].map(({ fact, value }) => ({
          fact,
          is: value,
        })),
      );
      expect([working.label, worked(working)]).toEqual([working.label, working.equals.value]);
      return;
    case 'order':
      restsOnFacts(finding, [stands(working.first), stands(working.second)]);
      expect(working.verdict).toBe(orderOf(working.first.date, working.second.date));
      return;
    case 'months-apart':
      restsOnFacts(finding, [
        stands(working.from),
        stands(working.to),
        { fact: 'least', is: working.least },
        { fact: 'most', is: working.most },
      ]);
      return;
    case 'score': {
      const { likelihood, impact, score } = working;
      expect(frameworkV1.riskScheme.scores[likelihood - 1]?.[impact - 1]).toBe(score);
      restsOnFacts(finding, [
        { fact: 'likelihood', is: likelihood },
        { fact: 'impact', is: impact },
        { fact: 'computed', is: score },
      ]);
      return;
    }
    case 'count':
      expect(working.equals).toBe(working.of.length);
      return;
    case 'says':
      expect(working.words).not.toBe('');
  }
}

const FYS = [2023, 2024, 2025, 2026];
const mark = { by: 'lead', day: '2023-10-01', seq: 1 };
const amount = fc.oneof(
  fc.integer({ min: -5_000_000_000, max: 50_000_000_000 }),
  fc.constantFrom(0, 1, 20_000_000, 10_000_000, MAX_PENCE),
);
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined });
const month = fc
  .tuple(fc.integer({ min: 2022, max: 2027 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, at]) => `${year}-${String(at).padStart(2, '0')}`);
const date = fc.oneof(
  month,
  month.map((each) => each.slice(0, 4)),
  fc
    .tuple(month, fc.integer({ min: 1, max: 28 }))
    .map(([each, day]) => `${each}-${String(day).padStart(2, '0')}`),
);
const given = <T>(value: T) => ({ answer: { state: 'given', value }, by: 'lead', day: mark.day, seq: 1 });

const baselines = imported.registers.costBaselines.map(({ id }) => id);
const line = fc
  .record({
    kind: fc.constantFrom('saving' as const, 'income' as const, 'investment' as const),
    timing: fc.constantFrom('recurring' as const, 'one-off' as const),
    convention: maybe(fc.constantFrom('incremental' as const, 'annual' as const)),
    startMonth: maybe(month),
    fullYearEffect: maybe(fc.integer({ min: 0, max: 50_000_000_000 })),
    costBaseline: maybe(fc.constantFrom(...baselines)),
    cells: fc.array(fc.record({ proposed: maybe(amount), validated: maybe(amount) }), {
      minLength: 4,
      maxLength: 4,
    }),
  })
  .map(({ cells, ...terms }): MoneyLine => {
    const known = Object.fromEntries(Object.entries(terms).filter(([, value]) => value !== undefined));
    return {
      ...{
        id: 'line',
        recorded: mark,
        amended: mark,
        title: 'A line',
        evidence: [],
        termsSeq: 1,
        termsBy: 'lead',
      },
      ...(known as Pick<MoneyLine, 'kind' | 'timing'>),
      cells: Object.fromEntries(
        cells.map(({ proposed, validated }, at) => [
          FYS[at],
          {
            proposed:
              proposed === undefined
                ? { answer: { state: 'blank' }, by: '', day: '', seq: 0 }
                : given(proposed),
            ...(validated === undefined
              ? {}
              : {
                  validated: {
                    ...mark,
                    seq: 2,
                    method: 'figure',
                    amount: validated,
                    basis: 'x',
                    of: given(proposed ?? 0).answer,
                  },
                }),
          },
        ]),
      ) as MoneyLine['cells'],
    };
  });

const whole = (max: number) => fc.integer({ min: 1, max });

/** RX-004 as imported with other figures, dates and ratings. */
const record: fc.Arbitrary<Project> = fc
  .record({
    lines: fc.array(line, { maxLength: 4 }),
    gates: fc.array(maybe(date), { minLength: 6, maxLength: 6 }),
    starts: fc.array(maybe(date), { minLength: 6, maxLength: 6 }),
    finishes: fc.array(maybe(date), { minLength: 6, maxLength: 6 }),
    costs: fc.array(maybe(fc.integer({ min: 0, max: 100_000_000_000 })), { minLength: 3, maxLength: 3 }),
    benchmark: fc.record({ annualCost: whole(100_000_000_000), population: whole(70_000_000) }),
    own: whole(70_000_000),
    risk: fc.record({ likelihood: whole(5), impact: whole(5), statedTotal: whole(30) }),
    qualified: amount,
    realised: date,
    stated: amount,
  })
  .map((drawn) =>
    edits(
      imported,
      [
        ['money', 'lines'],
        drawn.lines.map((each, at) => ({ ...each, id: `line-${at}`, title: `Line ${at}` })),
      ],
      ...drawn.gates.flatMap((each, gate) =>
        each === undefined ? [] : [[['schedule', 'gates', gate, 'target'], given(each)] as const],
      ),
      ...drawn.starts.flatMap((each, at) =>
        each === undefined ? [] : [[['schedule', 'deliverables', at, 'start'], given(each)] as const],
      ),
      ...drawn.finishes.flatMap((each, at) =>
        each === undefined ? [] : [[['schedule', 'deliverables', at, 'finish'], given(each)] as const],
      ),
      [['schedule', 'deliverables', 4, 'neededFor'], 3],
      ...drawn.costs.map(
        (each, at) =>
          [
            ['registers', 'costBaselines', at, 'amount'],
            each === undefined ? { state: 'tbc' } : { state: 'given', value: each },
          ] as const,
      ),
      [['registers', 'benchmarks', 0], (was: object) => ({ ...was, ...drawn.benchmark })],
      [['registers', 'populations', 0, 'residents'], drawn.own],
      [['risks', 0], (was: object) => ({ ...was, ...drawn.risk })],
      [['case', 'qualification', 'financialBenefits'], given(drawn.qualified)],
      [['benefits', 0, 'realisation'], { state: 'given', value: drawn.realised }],
      [
        ['documents', 0, 'stated'],
        (was: Project['documents'][number]['stated']) =>
          was.map((cell) =>
            cell.column === 'Total' && cell.row === 'Recurring Savings'
              ? { ...cell, words: `£${Math.abs(Math.trunc(drawn.stated / 100))}` }
              : cell,
          ),
      ],
    ),
  );

describe('a finding’s arithmetic', () => {
  it('recomputes from the finding’s own facts, whatever the record', () => {
    const rules = new Set<string>();
    fc.assert(
      fc.property(record, date, fc.boolean(), (project, around, counts) => {
        const found = checkCase(project, {
          ...external,
          settings: { ...external.settings, goLiveMonthCounts: counts },
          today: last(around).replace('-31', '-28'),
        });
        for (const each of found) {
          rules.add(each.rule);
          each.workings.forEach((working) => workAgain(each, working));
          expect(each.arithmetic).toEqual([...new Set(each.workings.map(tellWorking))]);
        }
        const keys = found.map(({ rule, subject }) => `${rule}/${subject}`);
        expect(new Set(keys).size).toBe(keys.length);
      }),
      { numRuns: 400, seed: 2023 },
    );
    // What is not drawn is not proved.
    for (const rule of [
      'part-year-effect',
      'saving-before-go-live',
      'convention-missing',
      'not-validated',
      'validated-above-proposed',
      'baseline-below-saving',
      'benchmark',
      'stated-total',
      'qualification-total',
      'benefit-before-change',
      'risk-total',
      'early-benefits-review',
      'order-of-evidence',
      'gates-out-of-order',
      'deliverable-outside-gates',
      'cannot-tell-order',
    ])
      expect(rules).toContain(rule);
  });

  it('notices a sum that does not follow', () => {
    const [finding] = checkCase(imported, external).filter(({ rule }) => rule === 'benchmark');
    const [scaled] = finding?.workings ?? [];
    if (!finding || scaled?.kind !== 'calculation') throw new Error('no benchmark');
    expect(() => workAgain(finding, scaled)).not.toThrow();
    const off = { ...scaled, equals: { ...scaled.equals, value: scaled.equals.value + 100 } };
    expect(() => workAgain(finding, off)).toThrow();
    expect(() => workAgain({ ...finding, facts: { ...finding.facts, cost: 1 } }, scaled)).toThrow();
  });
});
