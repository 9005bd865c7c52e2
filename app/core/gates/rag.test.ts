import { describe, expect, it } from 'vitest';
import { given } from '../answers/answer';
import type { External } from '../command/context';
import type { Cell, MoneyLine } from '../finance/state';
import type { Project } from '../project/state';
import { blankField } from '../project/field';
import { scenarioDirectory } from '../testing/people';
import { scenarioProject } from '../testing/scenario';
import { frameworkV1 } from './framework-v1';
import type { GateNumber } from './gate-number';
import { ragByRule } from './rag';
import type { Condition, GateStanding } from './state';

const mark = { by: 'finance', day: '2023-10-02', seq: 5 };
const field = <T>(value: T, seq = 1) => ({ answer: given(value), by: 'lead', day: '2023-10-02', seq });

const external: External = {
  directory: scenarioDirectory,
  framework: frameworkV1,
  settings: { programmeName: '', organisation: '', goLiveMonthCounts: false, demonstration: false },
  versions: {},
  projectRefs: [],
};

const rag = (project: Project, today = '2023-10-15') => ragByRule(project, external, today);

function withTarget(project: Project, gate: GateNumber, target: string, forecast?: string): Project {
  const dates = {
    target: field(target),
    ...(forecast ? { forecast: { ...mark, date: forecast, why: 'late' } } : {}),
  };
  return {
    ...project,
    schedule: { ...project.schedule, gates: { ...project.schedule.gates, [gate]: dates } },
  };
}

function approvedTo(project: Project, last: GateNumber): Project {
  const standing: GateStanding = {
    state: 'approved',
    decision: { ...mark, outcome: 'approved', narrative: '', approvals: [] },
  };
  const records = Object.fromEntries(
    Object.entries(project.gates.records).map(([gate, record]) =>
      Number(gate) <= last ? [gate, { ...record, standing }] : [gate, record],
    ),
  ) as Project['gates']['records'];
  return { ...project, gates: { ...project.gates, records } };
}

function withLine(project: Project, cell: Partial<Cell>): Project {
  const line: MoneyLine = {
    id: 'line-1',
    recorded: mark,
    amended: mark,
    kind: 'saving',
    timing: 'recurring',
    title: 'Contract',
    category: 'budget-saving',
    convention: 'annual',
    cells: { 2024: { proposed: field(20_000_000), ...cell } },
    adopted: mark,
    evidence: [],
    termsSeq: 1,
    termsBy: 'lead',
  };
  return { ...project, money: { horizon: [2024], lines: [line] } };
}

const validated = (amount: number, seq = 5) => ({
  ...mark,
  seq,
  method: 'figure' as const,
  amount,
  basis: 'the contract',
  of: given(20_000_000),
});

const condition: Condition = {
  id: 'condition-1',
  gate: 0,
  what: 'Show the contract',
  owner: 'lead',
  due: '2023-10-14',
  before: 1,
  set: mark,
  from: 'decision',
};

describe('RAG by rule', () => {
  it('is green, with its because, while nothing is wrong', () => {
    expect(rag(scenarioProject())).toEqual({ rag: 'green', because: ['no gate or condition is overdue'] });
  });

  it('turns red once the whole of an undecided gate’s date is past, and not before', () => {
    const project = withTarget(scenarioProject(), 0, '2023-10');
    expect(rag(project, '2023-10-31').rag).toBe('green');
    expect(rag(project, '2023-11-01')).toEqual({
      rag: 'red',
      because: ['Gate 0 is past its date and undecided'],
    });
    expect(rag(approvedTo(project, 0), '2023-11-01').rag).toBe('green');
  });

  it('is red when the run rate is more than a tenth short of the MTFS, not at a tenth exactly', () => {
    const mtfs = (amount: number) => ({ ...mark, amount: given(amount), round: 'Feb 2024' });
    const short = (amount: number) =>
      withLine(scenarioProject(), { mtfs: mtfs(20_000_000), validated: validated(amount) });
    expect(rag(short(18_000_000)).rag).toBe('green');
    const red = rag(short(17_999_999));
    expect(red.rag).toBe('red');
    expect(red.because[0]).toContain('£20,000.01 short of the MTFS');
  });

  it('is red when a standing criterion of an approved gate no longer holds, but only after Gate 3', () => {
    const reasons = (last: GateNumber) => rag(approvedTo(scenarioProject(), last)).because.join();
    expect(reasons(2)).not.toContain('no longer holds');
    expect(rag(approvedTo(scenarioProject(), 3)).rag).toBe('red');
    expect(reasons(3)).toContain('It no longer holds since Gate 3');
  });

  it('is amber for an overdue condition until it is confirmed', () => {
    const base = scenarioProject();
    const project = (one: Condition): Project => ({ ...base, gates: { ...base.gates, conditions: [one] } });
    expect(rag(project(condition))).toEqual({ rag: 'amber', because: ['a condition is overdue'] });
    expect(rag(project({ ...condition, confirmed: mark })).rag).toBe('green');
    expect(rag(project({ ...condition, due: '2023-10-15' })).rag).toBe('green');
  });

  it('is amber for a stale figure', () => {
    const stale = withLine(scenarioProject(), {
      proposed: field(10_000_000, 9),
      validated: validated(20_000_000),
    });
    expect(rag(stale)).toEqual({ rag: 'amber', because: ['a validated figure is stale'] });
  });

  it('is amber for a slip beyond the tolerance, the project’s own before the framework’s', () => {
    const slipped = withTarget(scenarioProject(), 1, '2023-12', '2024-02');
    expect(rag(slipped).rag).toBe('amber');
    const tolerances = { ...mark, timeMonths: 2, cost: 0, benefit: 0 };
    expect(rag({ ...slipped, gates: { ...slipped.gates, tolerances } }).rag).toBe('green');
  });

  it('names every reason, and red before amber', () => {
    const project = withTarget(withTarget(scenarioProject(), 0, '2023-09'), 1, '2023-08', '2023-09');
    expect(rag(project).because).toHaveLength(2);
  });

  it('leaves a project that is over alone', () => {
    const late = withTarget(scenarioProject(), 0, '2022');
    expect(rag({ ...late, life: { state: 'completed', since: mark } }).rag).toBe('green');
  });

  it('reads a blank date as no date', () => {
    const project = scenarioProject();
    const gates = { ...project.schedule.gates, 0: { target: blankField<string>() } };
    expect(rag({ ...project, schedule: { ...project.schedule, gates } }, '2030-01-01').rag).toBe('green');
  });
});
