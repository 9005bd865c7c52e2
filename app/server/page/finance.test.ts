import { describe, expect, it } from 'vitest';
import { happened } from '~/core/project/events';
import { scenario } from '~/core/testing/scenario';
import { recordOf, SEED } from '~/documents/business-case-lite/seed-for-test';
import { financeOf } from './finance';
import { lineActions } from './finance-actions';
import { profileOf } from './finance-rephase';
import { statedTable } from './finance-stated';
import { quoted } from './finance-words';
import { looking } from './gates/loaded-for-test';

const DAY = '2023-10-01';
const imported = recordOf(SEED);

/** £200,000 of full-year effect from September 2024, all of it in 24/25; adopted, and validated at 80%. */
const told = scenario()
  .given(happened('horizon-extended', { horizon: [2023, 2024, 2025, 2026] }))
  .givenBy(
    'lead',
    happened('money-line-recorded', {
      lineId: 'L',
      kind: 'saving',
      timing: 'recurring',
      convention: 'incremental',
      startMonth: '2024-09',
      fullYearEffect: 20_000_000,
      cells: [{ fy: 2024, answer: { state: 'given', value: 20_000_000 } }],
      evidence: [],
      fromDocument: false,
      words: { title: 'One contract' },
    }),
  );
const validated = told.after(
  'validate-figures',
  {
    lineId: 'L',
    cells: [{ method: 'confidence', fy: 2024, confidence: 8_000, seen: told.project.version }],
  },
  { as: 'finance' },
);
const rephased = validated.after(
  'propose-figures',
  { lineId: 'L', cells: [{ fy: 2024, answer: { state: 'given', value: 10_000_000 } }] },
  { as: 'lead' },
);
const page = (project = validated.project, person = 'finance') =>
  financeOf(looking(project, person, DAY), false);
const rowOf = (shown: ReturnType<typeof page>, key: string) =>
  shown.series.rows.find((each) => each.key === key);

describe('the finance page of RX-004 as imported', () => {
  const shown = page(imported);

  it('gives both readings of a figure whose convention nobody has said', () => {
    expect(shown.key.main[0]).toMatchObject({
      label: 'Run rate, proposed',
      value: 'Cannot tell',
      note: 'Convention not stated: £200,000 if incremental, £0 if annual. From the form; no lead has adopted it',
    });
    expect(shown.key.main[1]).toMatchObject({
      value: '£0',
      note: 'Confidence 0%: finance has not validated it',
    });
  });

  it('keeps what no lead has adopted out of the proposal, in a row of its own', () => {
    expect(rowOf(shown, 'not-adopted')?.byFy[1]?.text).toBe('cannot tell');
    expect(rowOf(shown, 'proposed')?.byFy).toEqual([null, null, null, null]);
  });

  it('states the form’s tables and finance’s sentence word for word, and finds no difference in them', () => {
    const [document] = shown.stated.documents;
    expect(document?.tables.flatMap(({ differences }) => differences)).toEqual([]);
    expect(document?.tables[1]?.rows[2]).toMatchObject({ label: 'Net Savings', computed: '£200,000' });
    expect(document?.statements[0]?.words).toContain('confidence of 0%');
    expect(document?.statements[0]?.table?.columns).toEqual(['23/24', '24/25']);
  });

  it('tells the lead what waits, and finance what it waits for', () => {
    expect(shown.toDo.lead.map(({ title }) => title)).toContain(
      'Say whether “Recurring Savings” is incremental or annual',
    );
    expect(shown.toDo.finance.map(({ tag }) => tag.text)).toEqual(['No MTFS figure']);
  });
});

describe('the finance page of a validated saving', () => {
  it('adds increments up to the effect of each year, and to cash', () => {
    const row = rowOf(page(), 'validated');
    expect(row?.byFy.map((each) => each?.text)).toEqual([undefined, '£160,000', '£160,000', '£160,000']);
    expect(row).toMatchObject({ cash: { text: '£480,000' }, runRate: { text: '£160,000' } });
    expect(page().series.increments.find(({ key }) => key === 'validated')?.byFy[2]?.text).toBe('£0');
  });

  it('asks finance again once the proposal has moved, and counts nothing until then', () => {
    const shown = page(rephased.project);
    expect(shown.toDo.finance[0]).toMatchObject({
      tag: { text: 'Stale' },
      title: 'Validate “One contract” again, 24/25',
    });
    expect(rowOf(shown, 'validated')?.byFy[1]?.text).toBe('£0');
    expect(shown.lines[0]?.rows[1]?.cells[1]).toMatchObject({ text: '£160,000', stale: true });
  });

  it('splits the full-year effect by the months left, to the penny', () => {
    const profile = profileOf(looking(validated.project, 'lead', DAY), validated.project.money.lines[0]!);
    expect(profile).toMatchObject({
      sentence:
        '£200,000 a year × 6 of 12 months left after Sep 2024 = £100,000 in 24/25, and £100,000 more in 25/26.',
      years: [{ plain: '0' }, { plain: '100000' }, { plain: '100000' }, { plain: '0' }],
    });
  });
});

describe('what can be done with a line', () => {
  const whyNot = (person: string, edit: string) =>
    lineActions(looking(validated.project, person, DAY), validated.project.money.lines[0]!).find(
      (each) => each.edit === edit,
    )?.whyNot;

  it('is offered to who can, and to others with the reason', () => {
    expect(whyNot('finance', 'validate')).toBeUndefined();
    expect(whyNot('lead', 'propose')).toBeUndefined();
    expect(whyNot('lead', 'validate')?.because).toContain('is for');
    expect(whyNot('viewer', 'propose')?.who).toBeDefined();
  });

  it('leaves out what there is nothing to do it to', () => {
    expect(
      lineActions(looking(validated.project, 'finance', DAY), validated.project.money.lines[0]!).map(
        ({ edit }) => edit,
      ),
    ).not.toEqual(expect.arrayContaining(['confirm-forecast', 'confirm-delivered', 'adopt', 'restore']));
  });
});

describe('a table as a document states it', () => {
  const cell = (row: string, column: string, words: string) => ({ table: 'ongoing', row, column, words });

  it('names a total and a net that are not what the figures come to', () => {
    const table = statedTable('ongoing', 'Ongoing', [
      cell('Recurring Investment', '24/25', '£50,000'),
      cell('Recurring Investment', 'Total', '£50,000'),
      cell('Recurring Savings', '24/25', '£200,000'),
      cell('Recurring Savings', 'Total', '£250,000'),
      cell('Net Savings', '24/25', '£200,000'),
      cell('Net Savings', 'Total', '£200,000'),
    ]);
    expect(table.differences).toEqual([
      'Recurring Savings: stated as £250,000 in total; the years come to £200,000.',
      'Net Savings, 24/25: stated as £200,000; savings less investment come to £150,000.',
    ]);
  });

  it('says nothing of what it cannot read', () => {
    const table = statedTable('ongoing', 'Ongoing', [
      cell('Recurring Savings', '24/25', 'TBC'),
      cell('Recurring Savings', 'Total', '£1'),
    ]);
    expect(table.differences).toEqual([]);
    expect(table.rows[0]).not.toHaveProperty('computed');
  });
});

describe('words on the page', () => {
  it('keep a title that runs from the right apart from what stands beside it', () => {
    expect(quoted('One contract')).toBe('“One contract”');
    expect(quoted('مشتريات')).toBe('“\u2068مشتريات\u2069”');
  });
});
