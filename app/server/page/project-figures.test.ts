import { describe, expect, it } from 'vitest';
import { SEED, recordOf } from '~/documents/business-case-lite/seed-for-test';
import { scenario, type Scenario } from '~/core/testing/scenario';
import { walk, wayUpTo, wholeWay } from '~/core/testing/whole-way';
import { figuresChanged } from './project-figures';

const imported = recordOf(SEED);
const on = ({ project, context }: Scenario) => ({
  project,
  external: context.external,
  today: context.today,
});
const begun = scenario({ project: imported, today: '2023-10-01' });
const changed = (before: Scenario, after: Scenario) =>
  figuresChanged(on(before), on(after)).map(({ part, what, before: was, after: is, by }) =>
    [part, what, was, is, by].filter((each) => each !== undefined).join(' | '),
  );

describe('figures that differ between two days', () => {
  it('are none between a record and itself', () => {
    expect(changed(begun, begun)).toEqual([]);
    const end = walk(imported, wholeWay);
    expect(changed(end, end)).toEqual([]);
  });

  it('are only those that moved, each as it was and is, with the difference where both are numbers', () => {
    const after = walk(imported, wayUpTo('The MTFS takes the validated figure'));
    const found = changed(begun, after);
    expect(found).toContain('Gates | Gate 0, standing | In preparation | Approved');
    expect(found).toContain('Gates | Gate 1, standing | In preparation | Approved');
    expect(found).toContain('Money | Finance-validated, run rate | £0 | £180,000 | +£180,000');
    expect(found.filter((each) => each.includes('Gate 5, date'))).toEqual([
      'Gates | Gate 5, date | Dec 2024 | Apr 2025',
    ]);
    expect(found.some((each) => each.includes('In the MTFS'))).toBe(false);
  });

  it('tell a fall with a minus, and a colour that only time changed', () => {
    const later = scenario({ project: imported, today: '2024-05-01' });
    expect(changed(begun, later)).toEqual(['Where it stands | Colour by rule | Green | Red']);
    const after = walk(imported, wayUpTo('The MTFS takes the validated figure'));
    expect(changed(after, begun)).toContain(
      'Money | Finance-validated, run rate | £180,000 | £0 | −£180,000',
    );
  });

  it('show a risk that was not there, and one that is rated anew or withdrawn', () => {
    const more = begun.after(
      'record-risk',
      { risk: 'The provider fails', likelihood: 4, impact: 5 },
      { as: 'pmo' },
    );
    const { ref, id } = more.project.risks.at(-1)!;
    expect(changed(begun, more)).toContain(`Risks | Risk ${ref} | – | 4 × 5 = 20, Very high`);
    const less = more.after(
      'amend-risk',
      { riskId: id, risk: 'The provider fails', likelihood: 1, impact: 5 },
      { as: 'pmo' },
    );
    expect(changed(more, less).filter((each) => each.includes(`Risk ${ref}`))[0]).toContain('4 × 5 = 20');
    const open = begun.project.risks.length;
    expect(changed(begun, more)).toContain(`Risks | Open risks | ${open} | ${open + 1} | +1`);
  });
});

describe('figures of rows that are called the same', () => {
  it('are told apart, and one renamed is still the same row', () => {
    const [first, second] = begun.project.benefits;
    const define = (story: Scenario, benefitId: string, target: string) =>
      story.after(
        'amend-benefit',
        {
          benefitId,
          category: 'Customer Experience',
          description: { state: 'given', value: 'Better' },
          measure: 'Satisfaction',
          unit: '%',
          target,
          realisation: { state: 'tbc' },
        },
        { as: 'pmo' },
      );
    const alike = define(define(begun, first!.id, '70'), second!.id, '70');
    const one = define(alike, second!.id, '80');
    expect(changed(alike, one)).toEqual([
      'Benefits | Customer Experience (Satisfaction), target | 70 % | 80 %',
    ]);
    const told = figuresChanged(on(begun), on(alike)).filter(({ what }) => what.endsWith('target'));
    expect(told.map(({ before }) => before)).toEqual(['None', 'None']);
    expect(new Set(told.map(({ key }) => key)).size).toBe(2);
  });
});
