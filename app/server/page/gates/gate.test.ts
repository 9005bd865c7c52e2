import { describe, expect, it } from 'vitest';
import { walk, wayUpTo, STOPS_GATE_0, readyFor } from '~/core/testing/whole-way';
import { recordOf, SEED } from '~/documents/business-case-lite/seed-for-test';
import { conditionRowsAsked, gateOf } from './gate';
import { looking } from './loaded-for-test';

const imported = recordOf(SEED);
const criterion = (page: ReturnType<typeof gateOf>, id: string) =>
  [...page.checklist.stops, ...page.checklist.look, ...page.checklist.passes].find((each) => each.id === id)!;

describe('the page of Gate 0 of RX-004 as imported', () => {
  const page = gateOf(looking(imported, 'pmo', '2023-10-01'), 0, 3);

  it('lists what stops it first, and nothing else among that', () => {
    expect(page.checklist.stops.map((each) => each.id).sort()).toEqual([...STOPS_GATE_0].sort());
    expect(page.checklist.look.map((each) => each.id)).toEqual([
      'qualification-rated',
      'overlap-considered',
      'finance-aware',
    ]);
  });

  it('says who mends each and where', () => {
    expect(criterion(page, 'sponsor-named').obstacles).toEqual([
      expect.objectContaining({ fix: { screen: 'people', field: 'sponsor' }, who: 'a PMO officer' }),
    ]);
  });

  it('offers no submission to the PMO while it is stopped, and to a viewer says who could', () => {
    expect(page.submit?.because).toBe('6 things stop this gate.');
    const viewed = gateOf(looking(imported, 'viewer', '2023-10-01'), 0, 3);
    expect(viewed.submit?.because).toContain('a PMO officer');
  });

  it('offers waiving only for what is waivable and fails', () => {
    expect(criterion(page, 'sponsor-named').waive).toBeUndefined();
    expect(criterion(page, 'opportunity-stated').waive).toBeUndefined();
    expect(criterion(page, 'scope-answered').waive).toMatchObject({
      because: expect.stringContaining('sponsor'),
    });
  });

  it('lets the owner attest and tells others why not', () => {
    expect(criterion(page, 'overlap-considered').evidence?.whyNot).toBeUndefined();
    expect(criterion(page, 'finance-aware').evidence).toMatchObject({
      kind: 'sign-off',
      whyNot: { because: expect.stringContaining('finance') },
    });
  });
});

describe('the page of a later gate', () => {
  it('says that the gates before it come first', () => {
    const page = gateOf(looking(imported, 'pmo', '2023-10-01'), 1, 3);
    expect(page.also).toEqual([
      expect.objectContaining({ reason: 'gate-out-of-order', fix: { screen: 'gate', gate: 0 } }),
    ]);
  });
});

describe('the page of a submitted gate', () => {
  const before = walk(imported, wayUpTo('Who validated a figure does not decide it')).project;
  const seenBy = (person: string, day = '2024-03-20') => gateOf(looking(before, person, day), 2, 3);

  it('tells each decider in which role they decide and who has', () => {
    const page = seenBy('s151').decision!;
    expect(page.mine).toEqual([{ role: 'finance', approve: undefined, defer: undefined, reject: undefined }]);
    expect(page.required.map(({ role, given }) => [role, given?.by])).toEqual([
      ['sponsor', 'sponsor'],
      ['finance', undefined],
    ]);
  });

  it('tells who is barred every reason, and who does not decide who does', () => {
    const barred = seenBy('finance').decision!.mine[0]!.approve;
    expect(barred?.because).toContain('You validated a figure that counts here');
    expect(seenBy('lead').decision!.mine).toEqual([]);
    expect(seenBy('lead').decision!.notMine?.who).toContain('sponsor');
  });

  it('offers nothing on its criteria: the pack is frozen', () => {
    const page = seenBy('lead');
    expect(page.acting).toBe(false);
    expect(page.submit).toBeUndefined();
    expect(page.decision?.drift).toEqual([]);
  });

  it('names what time changed since the pack was frozen', () => {
    expect(seenBy('s151', '2024-04-02').decision?.drift.join(' ')).toContain('Gate 2 was due Mar 2024');
  });

  it('says what a submission that came back was stopped by', () => {
    const at = before.gates.records[2].standing;
    if (at.state !== 'submitted') throw new Error('not submitted');
    const { digest } = at.submission.pack;
    const returned = walk(imported, [
      ...wayUpTo('Who validated a figure does not decide it'),
      {
        story: 'Too late',
        day: '2024-04-02',
        as: 's151',
        command: 'approve-gate',
        input: () => ({ gate: 2, role: 'finance', packDigest: digest, narrative: '', conditions: [] }),
      },
    ]).project;
    const page = gateOf(looking(returned, 's151', '2024-04-02'), 2, 3);
    expect(page.cameBack?.ended).toMatchObject({ how: 'returned', by: 's151' });
    expect(page.cameBack?.ended.why).toContain('Gate 2 was due Mar 2024');
    expect(page.cameBack?.approvals.map((each) => each.role)).toEqual(['sponsor']);
  });
});

describe('a gate that can be submitted', () => {
  it('is offered to the lead with nothing stopping it', () => {
    const page = gateOf(looking(readyFor(imported, 4), 'lead', '2024-09-03'), 4, 3);
    expect([page.submit, page.checklist.stops, page.also]).toEqual([null, [], []]);
  });
});

describe('the rows for conditions', () => {
  it.each([
    ['', 3],
    ['?conditions=6', 6],
    ['?conditions=900', 20],
    ['?conditions=-2', 3],
    ['?conditions=x', 3],
  ])('asked for by “%s” are %i', (search, rows) => {
    expect(conditionRowsAsked({ url: `http://localhost/gates/2${search}` })).toBe(rows);
  });
});
