import { describe, expect, it } from 'vitest';
import { emptyProject } from '../project/empty';
import type { Project } from '../project/state';
import { horizonNeeded, startMonthOf, withBaselineChanged, withDerivedTerms } from './start-month';
import type { MoneyLine } from './state';

const mark = { by: 'lead', day: '2024-01-15', seq: 1 };
const line = (id: string, more: Partial<MoneyLine> = {}): MoneyLine => ({
  id,
  kind: 'saving',
  timing: 'recurring',
  title: id,
  cells: {},
  evidence: [],
  recorded: mark,
  amended: mark,
  termsSeq: 1,
  termsBy: 'lead',
  ...more,
});

/** A project whose Gate 4 has a target, with a line that rests on it, one with its own month and a one-off. */
function goingLive(target: string): Project {
  const empty = emptyProject('p');
  const answered = {
    by: 'pmo',
    day: '2024-01-15',
    seq: 1,
    answer: { state: 'given' as const, value: target },
  };
  return {
    ...empty,
    schedule: { ...empty.schedule, gates: { ...empty.schedule.gates, 4: { target: answered } } },
    money: {
      horizon: [2024],
      lines: [
        line('default'),
        line('own', { startMonth: '2025-01', costBaseline: 'cost-1' }),
        line('one-off', { timing: 'one-off' }),
      ],
    },
  };
}
const termsSeqs = (project: Project) => project.money.lines.map((each) => each.termsSeq);

describe('the start month', () => {
  it("is the line's own, else go-live's, and unknown while only a year is", () => {
    const project = goingLive('2024-09-15');
    expect(project.money.lines.map((each) => startMonthOf(project, each))).toEqual([
      '2024-09',
      '2025-01',
      '2024-09',
    ]);
    const vague = goingLive('2024');
    expect(startMonthOf(vague, vague.money.lines[0]!)).toBeUndefined();
  });

  it('moved by go-live makes new terms of the recurring lines that rest on it, and of no other', () => {
    expect(termsSeqs(withDerivedTerms(goingLive('2024-09'), goingLive('2024-11'), 9))).toEqual([9, 1, 1]);
    expect(termsSeqs(withDerivedTerms(goingLive('2024-09'), goingLive('2024'), 9))).toEqual([9, 1, 1]);
  });

  it('does not move when only the day of the month becomes known', () => {
    expect(termsSeqs(withDerivedTerms(goingLive('2024-09'), goingLive('2024-09-15'), 9))).toEqual([1, 1, 1]);
  });
});

describe('the horizon needed', () => {
  it('reaches two full years past the one of go-live', () => {
    expect(horizonNeeded(goingLive('2024-09'))).toBe(2026);
    expect(horizonNeeded(goingLive('2025-03'))).toBe(2026);
    expect(horizonNeeded(goingLive('2025'))).toBeUndefined();
  });
});

describe("a cost baseline's amount", () => {
  it('makes new terms of the lines that draw on it when it changes', () => {
    expect(termsSeqs(withBaselineChanged(goingLive('2024-09'), 'cost-1', 9))).toEqual([1, 9, 1]);
  });
});
