import { describe, expect, it } from 'vitest';
import { bindingBaseline } from '~/core/gates/baseline';
import { scopeRests } from '~/core/gates/scope';
import { scenario } from '~/core/testing/scenario';
import { readyFor } from '~/core/testing/whole-way';
import { recordOf, SEED } from '~/documents/business-case-lite/seed-for-test';
import { moveShown } from './moves-shown';

const bound = scenario({ project: readyFor(recordOf(SEED), 4), today: '2024-09-03' });
const { project } = bound;

describe('what a request would move, as its deciders see it', () => {
  it('is a date as promised, as forecast since, and as it would bind', () => {
    const late = { gates: [{ gate: 5, date: '2025-12' }], deliverables: [], milestones: [], why: 'Late' };
    const slipped = bound.after('forecast-dates', late, { as: 'pmo' }).project;
    expect(moveShown(slipped, { what: 'gate', gate: 5, to: '2026-01' })).toEqual({
      label: 'Gate 5',
      baseline: 'Apr 2025',
      now: 'Dec 2025',
      to: 'Jan 2026',
    });
  });

  it('is a deliverable with the end that stays beside the one that moves', () => {
    const row = project.schedule.deliverables.at(-1)!;
    const shown = moveShown(project, { what: 'deliverable', deliverable: row.id, finish: '2025-02' });
    expect(shown.label).toBe(`“${row.title}”`);
    expect(shown.baseline).toBe('Jul 2024 to Sep 2024');
    expect(shown.to).toBe(`${shown.now.split(' to ')[0]} to Feb 2025`);
  });

  it('is a figure as its line enters it', () => {
    const line = project.money.lines.find(
      ({ id, kind, timing }) =>
        kind === 'saving' && timing === 'recurring' && bindingBaseline(project)!.proposed[id]?.['2025'],
    )!;
    expect(moveShown(project, { what: 'proposal', line: line.id, fy: 2025, to: 15_500_000 })).toEqual({
      label: `“${line.title}”, 25/26`,
      baseline: '£100,000',
      now: '£100,000',
      to: '£155,000',
    });
    expect(moveShown(project, { what: 'proposal', line: 'none', fy: 2025, to: 1 })).toMatchObject({
      label: '“A line no longer listed”, 25/26',
      baseline: '–',
      now: '–',
    });
  });

  it('is a benefit’s target, or the benefit itself', () => {
    const row = project.benefits.find((each) => each.target !== undefined)!;
    expect(moveShown(project, { what: 'benefit-target', benefit: row.id, to: '60' })).toEqual({
      label: `${row.category}: ${row.measure}, target`,
      baseline: row.target,
      now: row.target,
      to: '60',
    });
    expect(moveShown(project, { what: 'withdraw-benefit', benefit: row.id })).toMatchObject({
      baseline: 'claimed',
      to: 'withdrawn',
    });
  });

  it('is a part of scope, and says when it moved again since it was asked for', () => {
    const rests = scopeRests(project, bindingBaseline(project)!, 'scope');
    const now = (digest: string) => moveShown(project, { what: 'scope', part: 'scope', rests: digest }).now;
    expect([now(rests), now('another')]).toEqual(['as asked for', 'moved since it was asked for']);
  });
});
