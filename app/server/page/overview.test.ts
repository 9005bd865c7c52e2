import { describe, expect, it } from 'vitest';
import { walk, wayUpTo, wholeWay } from '~/core/testing/whole-way';
import { recordOf, SEED } from '~/documents/business-case-lite/seed-for-test';
import { looking } from './gates/loaded-for-test';
import { financeOf } from './finance';
import { overviewOf } from './overview';

const imported = recordOf(SEED);
const upTo = (story: string) => walk(imported, wayUpTo(story)).project;
const overview = (story: string, day: string) =>
  overviewOf(looking(upTo(story), 'viewer', day), { tbc: 0, blank: 0 });

describe('the overview of a submitted gate', () => {
  it('says who decides it and what each has said', () => {
    expect(overview('Gate 2 is submitted', '2024-03-20').next?.deciders).toEqual([]);
    expect(
      overview('The sponsor approves; finance has yet to decide', '2024-03-20').next?.deciders,
    ).toMatchObject([
      { role: 'sponsor', by: undefined },
      { role: 'finance', by: undefined },
    ]);
    expect(overview('Who validated a figure does not decide it', '2024-03-20').next?.deciders).toMatchObject([
      { role: 'sponsor', by: 'sponsor', on: '2024-03-20' },
      { role: 'finance', by: undefined },
    ]);
  });

  it('names somebody who owns several benefits once', () => {
    const { roles } = overview('Gate 2 is submitted', '2024-03-20').people;
    const owners = roles.find(({ role }) => role === 'benefit-owner')?.people;
    expect(owners).toMatchObject([{ name: 'benefit-owner', accepted: true }]);
  });
});

describe('the overview of a completed project', () => {
  const end = walk(imported, wholeWay).project;
  const shown = overviewOf(looking(end, 'viewer', '2025-04-14'), { tbc: 0, blank: 0 });

  it('has no dates to come and calls none overdue', () => {
    expect(end.life.state).toBe('completed');
    expect(shown.dates).toEqual({ rows: [], more: 0 });
  });

  it('shows what is in the MTFS though one line’s gap cannot be told', () => {
    const mtfs = shown.figures.find(({ label }) => label === 'In the MTFS, 25/26');
    expect(mtfs).toMatchObject({
      value: '£180,000',
      note: 'Gap of “One-off Investment” cannot be told: the MTFS figure for 25/26 is not recorded',
    });
  });
});

describe('the validated run rate', () => {
  const note = (story: string, day: string) =>
    financeOf(looking(upTo(story), 'finance', day), false).key.main.find(
      ({ label }) => label === 'Run rate, validated',
    )?.note;

  it('says how finance came to the figures it is made of, and not to the nils beside them', () => {
    expect(note('Gate 1 is submitted', '2023-12-15')).toMatch(/^90% confidence of finance, 27 Nov 2023/);
    expect(note('Gate 2 is submitted', '2024-03-20')).toMatch(/^Own figures of finance, 11 Mar 2024/);
  });
});
