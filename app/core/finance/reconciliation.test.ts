import { describe, expect, it } from 'vitest';
import { frameworkV1 } from '../gates/framework-v1';
import type { Giving, Scenario } from '../testing/scenario';
import { projectWith, type LineGiven } from './lines-for-test';
import { gapsOf, type GapKind } from './reconciliation';

const FINANCE: Giving = { as: 'finance' };
const TODAY = '2025-05-10';
const SAVING: LineGiven = {
  category: 'budget-saving',
  amounts: { 2024: 10_000_000, 2025: 10_000_000 },
};

const gaps = ({ project }: Scenario, kind: GapKind, today = TODAY) =>
  gapsOf(project, { framework: frameworkV1, today })
    .filter((gap) => gap.kind === kind)
    .map(({ fy, amount, open, explanations }) => ({
      fy,
      amount: amount.kind === 'figure' ? amount.pence : amount.kind,
      open: open.kind === 'figure' ? open.pence : open.kind,
      why: explanations.map((each) => each.why),
    }));
const validated = (told: Scenario, confidence = 8_000, fys = [2024, 2025]) =>
  told.after(
    'validate-figures',
    {
      lineId: 'L',
      cells: fys.map((fy) => ({
        method: 'confidence',
        fy,
        confidence,
        basis: 'One benchmark',
        seen: told.project.version,
      })),
    },
    FINANCE,
  );
const delivered = (told: Scenario, amount: number, toDate = false) =>
  told.after('record-delivered', { lineId: 'L', fy: 2024, amount, toDate, note: 'Ledger' }, { as: 'lead' });
const banked = (told: Scenario, amount: number) =>
  told.after(
    'bank-saving',
    { lineId: 'L', fy: 2024, amount, month: '2024-10', permanence: 'permanent', journalReference: 'J-17' },
    FINANCE,
  );
const confirmed = (told: Scenario) => told.after('confirm-delivered', { lineId: 'L', fys: [2024] }, FINANCE);

describe('proposed and validated', () => {
  it('differ by all of a proposal nobody has validated, and nothing explains it', () => {
    expect(gaps(projectWith([SAVING]), 'validated')).toEqual([
      { fy: 2024, amount: 10_000_000, open: 10_000_000, why: [] },
      { fy: 2025, amount: 20_000_000, open: 20_000_000, why: [] },
      { fy: 2026, amount: 20_000_000, open: 20_000_000, why: [] },
    ]);
  });

  it('differ by what confidence leaves out, each year explained by its own validation', () => {
    const words = '80% confidence: One benchmark';
    expect(gaps(validated(projectWith([SAVING])), 'validated')).toEqual([
      { fy: 2024, amount: 2_000_000, open: 0, why: [words] },
      { fy: 2025, amount: 4_000_000, open: 0, why: [words, words] },
      { fy: 2026, amount: 4_000_000, open: 0, why: [words, words] },
    ]);
  });

  it('are open again once the proposal has moved', () => {
    const moved = validated(projectWith([SAVING])).after('propose-figures', {
      lineId: 'L',
      cells: [{ fy: 2024, answer: { state: 'given', value: 9_000_000 } }],
    });
    expect(gaps(moved, 'validated')[0]).toEqual({ fy: 2024, amount: 9_000_000, open: 9_000_000, why: [] });
  });
});

describe('the other differences', () => {
  it('cannot be told against an MTFS nobody has recorded', () => {
    expect(gaps(projectWith([SAVING]), 'mtfs').map(({ amount }) => amount)).toEqual(
      Array.from({ length: 4 }, () => 'cannot-tell'),
    );
  });

  it('says a forecast otherwise than proposed with its reason, and of years without one nothing', () => {
    const told = projectWith([SAVING]).after('forecast-figures', {
      lineId: 'L',
      cells: [{ fy: 2024, amount: 7_000_000 }],
      why: 'Go-live slipped',
    });
    expect(gaps(told, 'forecast')).toEqual(
      [2024, 2025, 2026].map((fy) => ({ fy, amount: -3_000_000, open: 0, why: ['Go-live slipped'] })),
    );
  });

  it('holds delivery against what was validated once the year is told in full, until it is explained', () => {
    const told = delivered(validated(projectWith([SAVING]), 10_000), 9_000_000);
    const running = delivered(validated(projectWith([SAVING])).on('2024-12-01'), 1, true);
    expect(gaps(running, 'variance', '2024-12-01')).toEqual([]);
    expect(gaps(told, 'variance')).toEqual([{ fy: 2024, amount: -1_000_000, open: -1_000_000, why: [] }]);
    const explained = told.after('explain-variance', { lineId: 'L', fy: 2024, why: 'A month late' });
    expect(gaps(explained, 'variance')[0]).toMatchObject({ open: 0, why: ['A month late'] });
    expect(gaps(delivered(explained, 8_000_000), 'variance')[0]).toMatchObject({ open: -2_000_000, why: [] });
  });

  it('is a budget pressure where more is banked than delivered, explained until more is banked', () => {
    const told = banked(delivered(validated(projectWith([SAVING]), 10_000), 9_000_000), 10_000_000);
    expect(gaps(told, 'pressure')[0]).toEqual({ fy: 2024, amount: 1_000_000, open: 1_000_000, why: [] });
    const explained = told.after('explain-variance', { lineId: 'L', fy: 2024, why: 'A month late' });
    expect(gaps(explained, 'pressure')[0]).toMatchObject({ open: 0, why: ['A month late'] });
    expect(gaps(banked(explained, 10_000_001), 'pressure')[0]).toMatchObject({ open: 1_000_001, why: [] });
  });

  it('is unbanked where more is delivered, explained by when it will be until more is delivered', () => {
    const told = confirmed(delivered(validated(projectWith([SAVING]), 10_000), 9_000_000));
    // What lasts is felt in 26/27 too, but nothing is delivered yet in a year to come.
    expect(gaps(told, 'unbanked')).toEqual(
      [2024, 2025].map((fy) => ({ fy, amount: 9_000_000, open: 9_000_000, why: [] })),
    );
    const scheduled = told.after(
      'set-banking-status',
      { lineId: 'L', fy: 2024, status: 'scheduled', why: 'With the next budget' },
      FINANCE,
    );
    expect(gaps(scheduled, 'unbanked')[0]).toMatchObject({ open: 0, why: ['With the next budget'] });
    expect(gaps(delivered(scheduled, 9_500_000), 'unbanked')[0]).toMatchObject({ open: 9_500_000, why: [] });
  });

  it('turns the sign of an investment, so that differences of a project add up', () => {
    const cost: LineGiven = { kind: 'investment', timing: 'one-off', amounts: { 2024: 5_000_000 } };
    const told = projectWith([cost]).after('forecast-figures', {
      lineId: 'L',
      cells: [{ fy: 2024, amount: 6_000_000 }],
      why: 'Dearer than quoted',
    });
    expect(gaps(told, 'forecast')).toEqual([
      { fy: 2024, amount: -1_000_000, open: 0, why: ['Dearer than quoted'] },
    ]);
  });

  it('fails on no figure, however large', () => {
    const told = projectWith([{ ...SAVING, amounts: { 2024: 9e15 } }]).after('forecast-figures', {
      lineId: 'L',
      cells: [{ fy: 2024, amount: -9e15 }],
      why: 'Typed in error',
    });
    expect(gaps(told, 'forecast').map(({ amount }) => amount)).toEqual(
      Array.from({ length: 3 }, () => 'cannot-tell'),
    );
  });
});
