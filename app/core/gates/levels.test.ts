import { describe, expect, it } from 'vitest';
import { SEED, recordOf } from '~/documents/business-case-lite/seed-for-test';
import { outcomeIn } from '../testing/criterion-table';
import { edits } from '../testing/edit';
import { scenario } from '../testing/scenario';
import { dayOfGate, readyFor } from '../testing/whole-way';
import type { FrameworkVersion } from './framework';

const ready = { project: readyFor(recordOf(SEED), 3), day: dayOfGate(3) };
const { lines } = ready.project.money;
const saving = lines.findIndex((line) => line.kind === 'saving' && line.timing === 'recurring');
const cell = (fy: number, field: string, to: unknown) =>
  [['money', 'lines', saving, 'cells', fy, field], to] as const;
const given = (value: number) => ({ answer: { state: 'given', value } });

describe('“A/W”: advisory below the threshold, else waivable', () => {
  const { external } = scenario().context;
  const levelWith = (annual: number, spend: number): string => {
    const once = lines.findIndex((each) => each.kind === 'investment' && each.timing === 'one-off');
    const project = edits(
      ready.project,
      cell(2025, 'proposed', { answer: { state: 'none' }, seq: 0 }),
      cell(2024, 'proposed', { ...given(annual), seq: 0 }),
      [['money', 'lines', once, 'cells', 2024, 'proposed'], { ...given(spend), seq: 0 }],
    );
    return outcomeIn(project, 'assurance-given', 3, ready.day, external).level;
  };

  it('is advisory while annual saving and whole-life spend are both below £250,000', () => {
    expect(levelWith(24_999_999, 24_999_999)).toBe('advisory');
  });
  it('is waivable from £250,000 of annual saving, and as well of spend', () => {
    expect(levelWith(25_000_000, 0)).toBe('waivable');
    expect(levelWith(1, 25_000_000)).toBe('waivable');
  });
  it('counts a saving nobody adopted: leaving it unadopted escapes nothing', () => {
    const big = edits(ready.project, cell(2024, 'proposed', { ...given(90_000_000), seq: 0 }), [
      ['money', 'lines', saving, 'adopted'],
      undefined,
    ]);
    expect(outcomeIn(big, 'assurance-given', 3, ready.day, external).level).toBe('waivable');
  });
  it('cannot tell, and does not pass, a criterion this program has no evaluator for', () => {
    const framework: FrameworkVersion = {
      ...external.framework,
      criteria: external.framework.criteria.map((each) =>
        each.id === 'risks-accepted' ? { ...each, evaluator: 2 } : each,
      ),
    };
    expect(
      outcomeIn(ready.project, 'risks-accepted', 3, ready.day, { ...external, framework }),
    ).toMatchObject({ result: 'cannot-tell', passes: false });
  });
});
