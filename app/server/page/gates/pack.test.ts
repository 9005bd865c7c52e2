import { describe, expect, it } from 'vitest';
import { readyFor, walk, wayUpTo, wholeWay } from '~/core/testing/whole-way';
import { gatedFacts } from '~/core/gates/pack';
import { recordOf, SEED } from '~/documents/business-case-lite/seed-for-test';
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

  it('names its attachments and sends no address or digest of them: some are restricted', () => {
    const url = 'https://example.org/offer-in-confidence';
    const restricted = end.evidence.attachments.map((each) => ({
      ...each,
      restricted: true,
      content: { kind: 'link' as const, url },
    }));
    expect(restricted.length).toBeGreaterThan(0);
    const before = readyFor(imported, 2);
    const kept = { ...before, evidence: { ...before.evidence, attachments: restricted } };
    const pack = packOf(looking(kept, 'viewer', '2024-03-20'), 2, null)!;
    expect(pack.attachments.map(({ name }) => name)).toEqual(restricted.map(({ name }) => name));
    expect(JSON.stringify(pack)).not.toContain(url);
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
