import { describe, expect, it } from 'vitest';
import { frameworkV1 } from '~/core/gates/framework-v1';
import { assess } from '~/core/gates/assess';
import { scenario } from '~/core/testing/scenario';
import { recordOf, SEED } from './seed-for-test';

const project = recordOf(SEED);
const { external } = scenario().context;

describe('the seed as imported', () => {
  it('stands at Gate 0 on 1 October 2023 as the criteria say', () => {
    const results = assess(project, 0, external, '2023-10-01').map(({ criterion, result }) => [
      criterion,
      result,
    ]);
    expect(Object.fromEntries(results)).toEqual({
      'identity-recorded': 'met',
      'sponsor-named': 'not-met',
      'lead-named': 'not-met',
      'opportunity-stated': 'met',
      'scope-answered': 'not-met',
      'cost-baseline-listed': 'not-met',
      'saving-indicated': 'not-met',
      'qualification-rated': 'cannot-tell',
      'risk-recorded': 'not-met',
      'gates-dated': 'met',
      'overlap-considered': 'not-met',
      'finance-aware': 'not-met',
    });
  });

  it('has every date past today', () => {
    const gatesDated = assess(project, 0, external, '2026-01-01').find(
      ({ criterion }) => criterion === 'gates-dated',
    );
    expect(gatesDated?.result).toBe('not-met');
  });

  it('is nobody’s act: no role, no adoption, no validation, no confirmation', () => {
    expect(project.people).toEqual([]);
    expect(project.money.lines.every((line) => line.adopted === undefined)).toBe(true);
    const cells = project.money.lines.flatMap((line) => Object.values(line.cells));
    expect(cells.every((cell) => cell.validated === undefined && cell.mtfs === undefined)).toBe(true);
    const { costBaselines, benchmarks, populations } = project.registers;
    const suggested = [...costBaselines, ...benchmarks, ...populations];
    expect(suggested.every((row) => row.suggestedFrom !== undefined && row.confirmed === undefined)).toBe(
      true,
    );
  });

  it('has the saving in the category its note names', () => {
    const category = frameworkV1.categories.find(({ title }) =>
      SEED.toLowerCase().includes(title.toLowerCase()),
    );
    const savings = project.money.lines.filter((line) => line.kind === 'saving');
    expect(savings.map((line) => line.category)).toEqual(savings.map(() => category?.id));
  });
});
