import { describe, expect, it } from 'vitest';
import { frameworkV1 } from '../gates/framework-v1';
import type { Pack } from '../gates/state';
import { happened } from '../project/events';
import type { Project } from '../project/state';
import { scenario } from '../testing/scenario';
import { riskMovements } from './movement';

const scheme = frameworkV1.riskScheme;
const risk = (ref: string, likelihood?: number, impact?: number) =>
  happened('risk-recorded', {
    riskId: `risk-${ref}`,
    ref,
    ...(likelihood === undefined ? {} : { likelihood }),
    ...(impact === undefined ? {} : { impact }),
    fromDocument: false,
    words: { risk: `Risk ${ref}` },
  });

/** The project with a gate approved on a pack of these facts; of none, as one decided before the tracker. */
function approvedOn(project: Project, gate: 0 | 1, facts: unknown): Project {
  const mark = { by: 'sponsor', day: '2024-01-10', seq: 5 };
  const pack = {
    digest: 'd',
    parts: {},
    facts,
    outcomes: [],
    frozenOn: '2024-01-08',
    frozenAt: '',
    versions: {},
  } as Pack;
  const decision = { ...mark, outcome: 'approved' as const, narrative: '', approvals: [] };
  const submission = facts === undefined ? {} : { submission: { ...mark, pack, note: '' } };
  const record = {
    ...project.gates.records[gate],
    standing: { state: 'approved' as const, decision, ...submission },
  };
  return { ...project, gates: { ...project.gates, records: { ...project.gates.records, [gate]: record } } };
}
const frozen = (...risks: [ref: string, likelihood: number | null, impact: number | null][]) => ({
  risks: risks.map(([ref, likelihood, impact]) => ({ id: `risk-${ref}`, ref, likelihood, impact })),
});
const told = (project: Project) =>
  riskMovements(project, scheme).risks.map(({ ref, how, then, now }) => [ref, how, then?.score, now?.score]);

describe('how risks moved since the last approved gate', () => {
  const { project } = scenario().given(
    risk('1', 4, 4),
    risk('2', 1, 3),
    risk('3', 3, 2),
    risk('4', 2, 2),
    risk('5', 2, 4),
    risk('6', 3),
    risk('7', 3, 3),
    happened('risk-closed', { riskId: 'risk-7', words: { why: 'Over' } }),
  );

  it('tells worse from better, a move across from none, and what is new or closed', () => {
    const pack = frozen(['1', 3, 4], ['2', 2, 3], ['3', 2, 3], ['4', 2, 2], ['6', 3, 3], ['7', 3, 3]);
    const since = approvedOn(project, 0, pack);
    expect(riskMovements(since, scheme).since).toEqual({ kind: 'pack', gate: 0, frozenOn: '2024-01-08' });
    expect(told(since)).toEqual([
      ['1', 'worse', 12, 16],
      ['2', 'better', 6, 3],
      ['3', 'across', 6, 6],
      ['4', 'same', 4, 4],
      ['5', 'new', undefined, 8],
      ['6', 'cannot-tell', 9, undefined],
      ['7', 'closed', 9, undefined],
    ]);
  });

  it('cannot tell of a risk that had no place in the pack', () => {
    expect(told(approvedOn(project, 0, frozen(['1', null, 4])))[0]).toEqual([
      '1',
      'cannot-tell',
      undefined,
      16,
    ]);
  });

  it('goes by the last gate that is approved, not by one before it', () => {
    const both = approvedOn(approvedOn(project, 0, frozen(['1', 1, 1])), 1, frozen(['1', 4, 4]));
    expect(told(both)[0]).toEqual(['1', 'same', 16, 16]);
  });

  it('says where there is nothing to compare with, and moves nothing', () => {
    expect(riskMovements(project, scheme).since).toEqual({ kind: 'no-gate' });
    expect(told(project).map(([, how]) => how)).toEqual([
      'same',
      'same',
      'same',
      'same',
      'same',
      'cannot-tell',
    ]);
    for (const facts of [undefined, {}, '[redacted]', { risks: '[redacted]' }]) {
      expect(riskMovements(approvedOn(project, 1, facts), scheme).since).toEqual({
        kind: 'no-pack',
        gate: 1,
      });
    }
  });
});
