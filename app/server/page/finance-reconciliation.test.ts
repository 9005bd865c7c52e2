import { describe, expect, it } from 'vitest';
import { emptyProject } from '~/core/project/empty';
import { boundByGate3 } from '~/core/testing/bound-by-gate-3';
import type { Giving, Scenario } from '~/core/testing/scenario';
import { projectWith } from '~/core/finance/lines-for-test';
import { recordOf, SEED } from '~/documents/business-case-lite/seed-for-test';
import { appraisalPageOf } from './finance-appraisal';
import { reconciliationOf, viewAsked, type ReconciledRow } from './finance-reconciliation';
import { looking } from './gates/loaded-for-test';

const TODAY = '2025-05-10';
const FINANCE: Giving = { as: 'finance' };
const SAVING = { category: 'budget-saving', amounts: { 2024: 10_000_000, 2025: 10_000_000 } };

const validated = (told: Scenario) =>
  told.after(
    'validate-figures',
    {
      lineId: 'L',
      cells: [2024, 2025].map((fy) => ({
        method: 'confidence',
        fy,
        confidence: 8_000,
        seen: told.project.version,
      })),
    },
    FINANCE,
  );
const budgeted = (told: Scenario, round: string, amount: number) =>
  told.after(
    'record-mtfs',
    {
      lineId: 'L',
      round,
      cells: [2023, 2024, 2025, 2026].map((fy) => ({
        fy,
        answer: fy === 2024 ? { state: 'given', value: amount } : { state: 'none' },
      })),
    },
    FINANCE,
  );
const page = ({ project }: Scenario, view: 'annual' | 'incremental' | 'cash' = 'annual') =>
  reconciliationOf(looking(project, 'finance', TODAY), view);
const texts = (row: { cells: readonly ({ readonly text: string } | null)[] } | undefined) =>
  row?.cells.map((cell) => cell?.text);

describe('the reconciliation of a validated saving', () => {
  const told = budgeted(validated(projectWith([SAVING])), 'Feb 2024', 10_000_000);

  it('puts what is not explained first, with its amount and where it is mended', () => {
    const [first] = page(told).gaps;
    expect(first).toMatchObject({
      state: 'open',
      year: '24/25',
      what: 'MTFS less validated: a hole in the budget',
      amount: { text: '£20,000' },
      open: '£20,000',
      mend: { href: '/projects/RX-900/finance/lines/L?edit=gap#edit' },
    });
    expect(page(told).gaps.at(-1)).toMatchObject({
      state: 'explained',
      explained: [
        { amount: '£20,000', why: '80% confidence', by: 'finance, 10 May 2025' },
        { amount: '£20,000', why: '80% confidence' },
      ],
    });
  });

  it('says who explained a part, and how much of the gap is left', () => {
    const part = { lineId: 'L', fy: 2024, amount: 500_000, why: 'Agreed at the board' };
    const [first] = page(told.after('explain-gap', part, FINANCE)).gaps;
    expect(first).toMatchObject({
      open: '£15,000',
      explained: [{ amount: '£5,000', why: 'Agreed at the board', by: 'finance, 10 May 2025' }],
    });
  });

  it.each([
    ['annual', ['£0', '£100,000', '£200,000', '£200,000']],
    ['incremental', ['£0', '£100,000', '£100,000', '£0']],
    ['cash', ['£0', '£100,000', '£300,000', '£500,000']],
  ] as const)('shows a line and the total %s', (view, expected) => {
    const shown = page(told, view);
    const of = (rows: readonly ReconciledRow[]) =>
      texts(rows.find(({ key }) => key === 'proposed'))?.slice(1);
    expect(of(shown.total.rows)).toEqual(expected.slice(1));
    expect(of(shown.lines[0]!.rows)).toEqual(expected.slice(1));
  });

  it('leads each figure to the last event behind it, and nothing where nothing is recorded', () => {
    const row = page(told).lines[0]!.rows.find(({ key }) => key === 'validated');
    expect(row?.cells[2]?.href).toBe(
      `/projects/RX-900/history/${told.project.money.lines[0]!.cells[2025]!.validated!.seq}`,
    );
    expect(row?.moved).toMatchObject({ by: 'finance', day: '10 May 2025' });
    expect(texts(page(told).lines[0]!.rows.find(({ key }) => key === 'delivered'))).toEqual(
      Array.from({ length: 4 }, () => undefined),
    );
  });

  it('shows what each budget round took once there are two', () => {
    expect(page(told).lines[0]!.rounds).toEqual([]);
    const { rounds } = page(budgeted(told, 'Feb 2025', 8_000_000)).lines[0]!;
    expect(rounds.map((each) => [each.name, texts(each)?.[1]])).toEqual([
      ['Feb 2024', '£100,000'],
      ['Feb 2025', '£80,000'],
    ]);
  });

  it('marks what is stale', () => {
    const moved = told.after('propose-figures', {
      lineId: 'L',
      cells: [{ fy: 2024, answer: { state: 'given', value: 9_000_000 } }],
    });
    const row = page(moved).lines[0]!.rows.find(({ key }) => key === 'validated');
    expect(row?.cells.map((cell) => cell?.stale)).toEqual([undefined, true, true, true]);
  });
});

describe('the headlines', () => {
  it('tell budget pressure and what is unbanked of the year, and name other years', () => {
    const delivered = validated(projectWith([SAVING])).after('record-delivered', {
      lineId: 'L',
      fy: 2024,
      amount: 3_000_000,
      toDate: false,
      note: 'Ledger',
    });
    const told = delivered.after(
      'bank-saving',
      {
        lineId: 'L',
        fy: 2024,
        amount: 4_000_000,
        month: '2024-10',
        permanence: 'one-year',
        journalReference: 'J',
      },
      FINANCE,
    );
    const { key } = page(told);
    expect(key.map(({ label }) => label)).toEqual([
      'Gap to the MTFS, 25/26',
      'Differences not explained',
      'Budget pressure, 25/26',
      'Unbanked, 25/26',
    ]);
    expect(key[2]).toMatchObject({
      value: '£0',
      note: 'Banked by finance, but not delivered. £10,000 in 24/25',
    });
    expect(key[3]?.value).toBe('£30,000');
  });
});

describe('a view an address asks for', () => {
  it('is annual by default, and one there is not is no page', () => {
    expect(viewAsked(new URLSearchParams())).toBe('annual');
    expect(viewAsked(new URLSearchParams('view=cash'))).toBe('cash');
    for (const bad of ['', 'monthly', '__proto__']) {
      expect(() => viewAsked(new URLSearchParams({ view: bad }))).toThrow(
        expect.objectContaining({ status: 404 }) as Error,
      );
    }
  });
});

describe('RX-004 as imported', () => {
  const loaded = looking(recordOf(SEED), 'finance', '2023-10-01');

  it('is reconciled as far as it can be: nothing can be told of its MTFS', () => {
    const shown = reconciliationOf(loaded, 'annual');
    expect(shown.gaps).toMatchObject([
      { state: 'cannot-tell', year: '23/24 to 26/27', what: 'MTFS less validated' },
    ]);
  });

  it('has both readings of its present value, £560,327 among them, and no payback without a cost', () => {
    const shown = appraisalPageOf(loaded);
    expect(shown).toMatchObject({
      baseYear: '23/24',
      rate: '3.5%',
      fromForm: true,
      noCost: true,
      readings: '£560,327.39 if incremental, £193,236.71 if annual',
    });
    expect(shown.proposed.npsv.text).toBe('cannot tell');
    expect(shown.validated.npsv.text).toBe('£0');
    expect(shown.proposed.payback.value).toBe('Cannot tell');
  });

  it('asks for a first line where there is none', () => {
    const empty = looking({ ...emptyProject('p'), ref: 'RX-901' }, 'finance', TODAY);
    expect(appraisalPageOf(empty).empty).toBe(true);
    expect(reconciliationOf(empty, 'annual')).toMatchObject({ gaps: [], lines: [] });
  });
});

describe('the allowance for optimism', () => {
  const bias = { investment: 2_400, savings: 1_000, why: 'Reference class' };
  const told = projectWith([SAVING]);

  it('stands beside the figures with who decided it, and moves none of the series', () => {
    const set = told.after('set-optimism-bias', bias, FINANCE);
    const shown = appraisalPageOf(looking(set.project, 'finance', TODAY));
    expect(shown.proposed).toMatchObject({
      npsv: { text: '£463,709.04' },
      adjusted: { text: '£417,338.14' },
    });
    expect(shown.bias.set).toMatchObject({ investment: '24%', savings: '10%', by: 'finance, 10 May 2025' });
    expect(page(set).total).toEqual(page(told).total);
  });

  it('is offered to finance, and to the lead with why not', () => {
    const of = (person: string) => appraisalPageOf(looking(told.project, person, TODAY)).bias.whyNot;
    expect(of('finance')).toBeUndefined();
    expect(of('lead')?.because).toContain('is for');
    expect(
      appraisalPageOf(looking(boundByGate3(told.project, ['L']), 's151', TODAY)).bias.whyNot,
    ).toBeUndefined();
  });
});
