import { describe, expect, it } from 'vitest';
import { readyFor, walk, wayUpTo, wholeWay } from '~/core/testing/whole-way';
import { gatedFacts } from '~/core/gates/pack';
import { recordOf, SEED } from '~/documents/business-case-lite/seed-for-test';
import { changesOf } from './changes';
import { looking } from './loaded-for-test';
import { packOf } from './pack';

const imported = recordOf(SEED);
const end = walk(imported, wholeWay).project;

describe('the page of a pack', () => {
  it('shows before a submission the very pack that would be frozen', () => {
    const ready = readyFor(imported, 2);
    const loaded = looking(ready, 'lead', '2024-03-20');
    const pack = packOf(loaded, 2, null)!;
    expect(pack.kind).toBe('preview');
    expect(pack.digest).toBe(gatedFacts(ready, 2, loaded.external).digest);
  });

  it('shows years later the figures the deciders had, by the functions that reckon today’s', () => {
    const then = walk(imported, wayUpTo('The sponsor approves the outline case')).project;
    const money = packOf(looking(then, 'sponsor', '2023-12-15'), 1, null)!.money;
    const later = packOf(looking(end, 'auditor', '2025-04-14'), 1, null)!;
    expect(later.kind).toBe('submitted');
    expect(later.money).toEqual(money);
    expect(later.money.totals.map((each) => each.series)).not.toContain('delivered');
    expect(
      packOf(looking(end, 'auditor', '2025-04-14'), 5, null)!.money.totals.map((each) => each.series),
    ).toEqual(expect.arrayContaining(['proposed', 'validated', 'mtfs', 'delivered', 'banked']));
  });

  it('says which words of a risk are not those the deciders read', () => {
    const reworded = { ...end, risks: end.risks.map((risk) => ({ ...risk, risk: 'Quite another risk' })) };
    const risks = (project: typeof end) => packOf(looking(project, 'auditor', '2025-04-14'), 2, null)!.risks;
    expect(risks(end).map((each) => each.wordsChanged)).toEqual([false]);
    expect(risks(reworded).map((each) => each.wordsChanged)).toEqual([true]);
  });

  it('is no page for a submission there never was', () => {
    expect(packOf(looking(end, 'auditor', '2025-04-14'), 2, '999999')).toBeUndefined();
    expect(packOf(looking(end, 'auditor', '2025-04-14'), 2, 'one')).toBeUndefined();
  });

  it('names what changed since the gate before, and leaves out what did not', () => {
    const rows = packOf(looking(end, 'auditor', '2025-04-14'), 2, null)!.changed!.rows;
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every((each) => each.before !== each.after)).toBe(true);
  });
});

describe('the page of changes', () => {
  it('compares with what does not bind until Gate 3, and then with what does', () => {
    const before = changesOf(looking(readyFor(imported, 2), 'lead', '2024-03-20'));
    expect([before.binds, before.picture?.gate, before.request]).toEqual([false, 1, undefined]);
    const after = changesOf(looking(readyFor(imported, 4), 'lead', '2024-09-03'));
    expect([after.binds, after.picture?.gate, after.request]).toEqual([true, 3, null]);
    expect(after.picture?.differ).toBe(0);
  });

  it('has nothing to compare with before the first gate is approved', () => {
    expect(changesOf(looking(imported, 'viewer', '2023-10-01')).picture).toBeUndefined();
  });

  it('says of an open request what would move, from what, and who has still to decide it', () => {
    const asked = walk(readyFor(imported, 4), [
      {
        story: 'asked',
        day: '2024-09-03',
        as: 'lead',
        command: 'request-change',
        input: () => ({ moves: [{ what: 'gate', gate: 5, to: '2025-06' }], why: 'Late' }),
      },
    ]).project;
    const [request] = changesOf(looking(asked, 'sponsor', '2024-09-03')).requests;
    expect(request?.moves).toEqual(['Gate 5 to Jun 2025 (now Apr 2025)']);
    expect(request?.decide).toEqual([{ role: 'sponsor', approve: undefined, refuse: undefined }]);
    const [own] = changesOf(looking(asked, 'lead', '2024-09-03')).requests;
    expect(own?.notMine?.who).toContain('sponsor');
    expect(own?.withdraw).toBeNull();
  });
});
