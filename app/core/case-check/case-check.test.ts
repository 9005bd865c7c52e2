import { describe, expect, it } from 'vitest';
import type { Convention, MoneyLine } from '../finance/state';
import type { NewEvent } from '../journal/event';
import type { Pence } from '../money/pence';
import { happened } from '../project/events';
import type { Project } from '../project/state';
import { answered } from '../project/field';
import { scenario, scenarioProject } from '../testing/scenario';
import { checkCase, RULES } from './check';
import { riskTotal } from './risk-total';
import type { Given } from './rule';

const at = { seq: 1, id: 'e', day: '2023-10-01', actor: 'lead', recordedAt: '2023-10-01T09:00:00.000Z' };
const mark = { by: 'lead', day: '2023-10-01', seq: 1 };
const { external } = scenario().context;
const given: Given = external;
const counting: Given = { ...external, settings: { ...external.settings, goLiveMonthCounts: true } };

const line = (cells: Readonly<Record<number, Pence>>, more: Partial<MoneyLine> = {}): MoneyLine => ({
  id: 'line-1',
  recorded: mark,
  amended: mark,
  kind: 'saving',
  timing: 'recurring',
  title: 'Recurring savings',
  cells: Object.fromEntries(
    Object.entries(cells).map(([fy, value]) => [
      fy,
      { proposed: answered<Pence>(undefined, { state: 'given', value }, at) },
    ]),
  ),
  evidence: [],
  termsSeq: 1,
  termsBy: 'lead',
  ...more,
});

const project = (lines: readonly MoneyLine[], goLive: string | null = '2024-09'): Project => {
  const empty = scenarioProject();
  const gates = { ...empty.schedule.gates };
  if (goLive) gates[4] = { target: answered<string>(undefined, { state: 'given', value: goLive }, at) };
  return {
    ...empty,
    money: { horizon: [2023, 2024, 2025, 2026], lines },
    schedule: { ...empty.schedule, gates },
  };
};
const partYear = (each: Project, by: Given = given) =>
  checkCase(each, by).filter((finding) => finding.rule === 'part-year-effect');

describe('the part-year effect', () => {
  const full = line({ 2024: 20_000_000 });

  it('works RX-004 out both ways: six months of £200,000, or seven when the month of go-live counts', () => {
    const [finding] = partYear(project([full]));
    expect(finding?.because).toContain('Sep 2024');
    expect(finding?.because).toContain('as the figure suggests');
    expect(finding?.arithmetic.join('\n')).toContain('£200,000 × 6 ÷ 12 = £100,000 in 24/25');
    expect(finding?.arithmetic.join('\n')).toContain('£200,000 × 7 ÷ 12 = £116,666.67 in 24/25');
    expect(finding?.facts).toMatchObject({ monthsLeft: 6, expected: 10_000_000, fullYearGiven: false });
    expect(partYear(project([full]), counting)[0]?.facts).toMatchObject({
      monthsLeft: 7,
      expected: 11_666_667,
    });
  });

  it.each<[string, Convention, Readonly<Record<number, Pence>>]>([
    ['incremental and re-phased', 'incremental', { 2024: 10_000_000, 2025: 10_000_000 }],
    ['annual and re-phased', 'annual', { 2024: 10_000_000, 2025: 20_000_000, 2026: 20_000_000 }],
    ['phased more slowly', 'annual', { 2024: 5_000_000, 2025: 20_000_000, 2026: 20_000_000 }],
  ])('is silent on a line that is %s', (_words, convention, cells) => {
    expect(partYear(project([line(cells, { convention, fullYearEffect: 20_000_000 })]))).toEqual([]);
    expect(partYear(project([line(cells, { convention })]))).toEqual([]);
  });

  it('holds a re-phased line to the setting in force', () => {
    const seven = line(
      { 2024: 11_666_667, 2025: 8_333_333 },
      { convention: 'incremental', fullYearEffect: 20_000_000 },
    );
    expect(partYear(project([seven]), counting)).toEqual([]);
    expect(partYear(project([seven]))).toHaveLength(1);
  });

  it('finds a figure left in a year before go-live has moved to', () => {
    const [finding] = partYear(project([full], '2025-09'));
    expect(finding?.because).toContain('before it starts');
  });

  it('is silent on one-offs, investments, withdrawn lines, whole years and unknown starts', () => {
    const silent = [
      line({ 2024: 1_000_000 }, { timing: 'one-off' }),
      line({ 2024: 1_000_000 }, { kind: 'investment' }),
      line({ 2024: 1_000_000 }, { withdrawn: { ...mark, why: 'x' } }),
      line({ 2024: 1_000_000 }, { startMonth: '2023-04' }),
      line({ 2024: 0 }),
      line({}),
    ];
    expect(partYear(project(silent))).toEqual([]);
    expect(partYear(project([full], null))).toEqual([]);
    expect(partYear(project([full], '2024'))).toEqual([]);
  });

  it('takes the line’s own start month before go-live’s', () => {
    expect(partYear(project([line({ 2024: 1_200 }, { startMonth: '2024-12' })]))[0]?.facts).toMatchObject({
      monthsLeft: 3,
      expected: 300,
    });
  });
});

describe('the risk total', () => {
  const risk = (more: object = {}) =>
    happened('risk-recorded', {
      riskId: 'risk-1',
      ref: '1',
      likelihood: 2,
      impact: 3,
      statedTotal: 12,
      fromDocument: true,
      words: { risk: 'The provider' },
      ...more,
    });
  const found = (...events: readonly NewEvent[]) =>
    riskTotal.find(scenario().given(...events).project, given);

  it('finds 12 stated where the scheme gives 6', () => {
    expect(found(risk())).toMatchObject([{ rule: 'risk-total', subject: 'risk-1', severity: 'error' }]);
    expect(found(risk())[0]?.facts).toMatchObject({ stated: 12, computed: 6 });
  });

  it('is silent where they agree, where either is unknown, and on risks that are closed', () => {
    expect(found(risk({ statedTotal: 6 }))).toEqual([]);
    expect(found(risk({ statedTotal: undefined }))).toEqual([]);
    expect(found(risk({ impact: undefined }))).toEqual([]);
    expect(found(risk(), happened('risk-closed', { riskId: 'risk-1', words: { why: 'x' } }))).toEqual([]);
  });
});

describe('no cost of change', () => {
  const withChanges = (lines: readonly MoneyLine[], words: string): Project => {
    const each = project(lines, null);
    const proposedChanges = answered<string>(undefined, { state: 'given', value: words }, at);
    return { ...each, case: { ...each.case, text: { ...each.case.text, proposedChanges } } };
  };
  const found = (each: Project) =>
    checkCase(each, given).filter((finding) => finding.rule === 'no-cost-of-change');
  const investment = (pence: Pence) => line({ 2024: pence }, { kind: 'investment', timing: 'one-off' });

  it('finds nothing invested where procurement or implementation is planned', () => {
    expect(found(withChanges([], 'Enter procurement, then implement'))[0]?.facts).toEqual({
      invested: 0,
      mentions: [{ where: 'proposedChanges', words: ['implement', 'procurement'] }],
    });
    expect(found(withChanges([investment(0)], 'Implementing it'))).toHaveLength(1);
  });

  it('is silent once something is invested, or where nothing planned costs', () => {
    expect(found(withChanges([investment(1)], 'Procure'))).toEqual([]);
    expect(found(withChanges([], 'Look at it'))).toEqual([]);
  });
});

describe('every rule', () => {
  it('has words for its page and an id of its own', () => {
    expect(new Set(RULES.map((rule) => rule.id)).size).toBe(RULES.length);
    for (const rule of RULES)
      expect(Object.values(rule.words).every((words) => words.length >= 20 && /[.?]$/.test(words))).toBe(
        true,
      );
  });

  it('names a criterion of the framework as its reader', () => {
    const ids = external.framework.criteria.map((each) => each.id);
    for (const rule of RULES) expect(rule.readBy === undefined || ids.includes(rule.readBy)).toBe(true);
  });

  it('changes its digest with its facts and with nothing else', () => {
    const [before] = partYear(project([line({ 2024: 1_000 })]));
    const [renamed] = partYear(project([line({ 2024: 1_000 }, { title: 'Other words' })]));
    const [moved] = partYear(project([line({ 2024: 2_000 })]));
    expect(renamed?.rests).toBe(before?.rests);
    expect(moved?.rests).not.toBe(before?.rests);
  });
});
