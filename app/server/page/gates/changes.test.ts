import { describe, expect, it } from 'vitest';
import { SEED, recordOf } from '~/documents/business-case-lite/seed-for-test';
import { scenario } from '~/core/testing/scenario';
import { readyFor, walk } from '~/core/testing/whole-way';
import { changesOf } from './changes';
import { looking } from './loaded-for-test';

const imported = recordOf(SEED);

describe('the page of changes', () => {
  it('compares with what does not bind until Gate 3, and then with what does', () => {
    const before = changesOf(looking(readyFor(imported, 2), 'lead', '2024-03-20'));
    expect([before.binds, before.picture?.title, before.request]).toEqual([
      false,
      expect.stringMatching(/^Gate 1, approved /),
      undefined,
    ]);
    const after = changesOf(looking(readyFor(imported, 4), 'lead', '2024-09-03'));
    expect([after.binds, after.picture?.title, after.request]).toEqual([
      true,
      expect.stringMatching(/^Gate 3, approved /),
      null,
    ]);
    // The forecast follows the price at which the contract was let.
    const moved = after.picture!.tables.flatMap(({ rows }) => rows).filter(({ worse }) => worse);
    expect(moved).toEqual([
      expect.objectContaining({
        cells: ['£100,000', '£95,000', '–', '−£5,000'],
        label: 'Recurring Savings, 24/25',
      }),
      // Nobody said that these were done, and their dates are past.
      ...['Create service specification that includes desired outcomes and KPIs', 'Enter procurement'].map(
        (what) =>
          expect.objectContaining({
            label: expect.stringContaining(what) as string,
            cells: expect.arrayContaining(['overdue']) as string[],
          }) as unknown,
      ),
    ]);
    expect(after.picture?.differ).toBe(3);
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
    expect(request?.moves).toEqual(['Gate 5 to Jun 2025']);
    expect(request?.moving).toEqual([
      { label: 'Gate 5', baseline: 'Apr 2025', now: 'Apr 2025', to: 'Jun 2025' },
    ]);
    expect(request?.decide).toEqual([{ role: 'sponsor', approve: undefined, refuse: undefined }]);
    const [own] = changesOf(looking(asked, 'lead', '2024-09-03')).requests;
    expect(own?.notMine?.who).toContain('sponsor');
    expect(own?.withdraw).toBeNull();
  });
});

describe('a slip beyond tolerance on the page of changes', () => {
  const today = '2024-09-03';
  const late = { gates: [{ gate: 5, date: '2025-12' }], deliverables: [], milestones: [], why: 'Late' };
  const slipped = scenario({ project: readyFor(imported, 4), today }).after('forecast-dates', late, {
    as: 'pmo',
  });
  const seenBy = (person: string, at = slipped) => changesOf(looking(at.project, person, today));
  const direct = { keys: ['time/gate-5'], how: 'tolerate', until: '2024-10-31', why: 'Wait for the tender' };

  it('is an exception the sponsor directs and the lead reports; to others it says who can', () => {
    const [sponsor, lead, viewer] = ['sponsor', 'lead', 'viewer'].map((who) => seenBy(who).exceptions!);
    expect(sponsor!.breaches).toEqual([
      expect.objectContaining({
        key: 'time/gate-5',
        tolerance: 'time',
        direction: undefined,
        lapsed: undefined,
      }),
    ]);
    expect([sponsor!.direct, lead!.report]).toEqual([null, null]);
    expect(lead!.direct?.because).toContain('sponsor');
    expect(viewer!.report?.because).toContain('lead');
  });

  it('shows the direction while it holds, and says why it no longer does', () => {
    const directed = slipped.after('direct-exception', direct, { as: 'sponsor' });
    expect(seenBy('viewer', directed).exceptions!.breaches[0]!.direction).toMatchObject({
      words: 'Tolerate it until 31 October 2024',
      by: 'sponsor',
    });
    const worse = directed.after(
      'forecast-dates',
      { ...late, gates: [{ gate: 5, date: '2026-03' }] },
      { as: 'pmo' },
    );
    const [moved] = seenBy('viewer', worse).exceptions!.breaches;
    expect([moved!.direction, moved!.lapsed]).toEqual([undefined, expect.stringContaining('moved since')]);
    const past = changesOf(looking(directed.project, 'viewer', '2024-11-01')).exceptions!.breaches[0]!;
    expect([past.direction, past.lapsed]).toEqual([undefined, expect.stringContaining('is past')]);
  });

  it('stands beside the baseline as forecast and slip', () => {
    const gates = seenBy('viewer').picture!.tables.find(({ caption }) => caption === 'Gate dates')!;
    const row = gates.rows.find(({ id }) => id === 'gate-5')!;
    expect(row.worse).toBe(true);
    expect(row.cells[1]).toBe('Dec 2025');
    expect(row.cells[3]).toMatch(/^\d+ months late$/);
  });

  it('once asked to move, says what exception it would end; once moved, both baselines can be compared', () => {
    const asked = slipped.after(
      'request-change',
      { moves: [{ what: 'gate', gate: 5, to: '2025-12' }], why: 'The tender is late' },
      { as: 'lead' },
    );
    const [request] = seenBy('viewer', asked).requests;
    expect(request!.would).toMatchObject({
      ends: [expect.stringContaining('Gate 5 is expected Dec 2025')],
      leaves: [],
      stale: false,
    });
    const done = asked.after('approve-change', { changeId: request!.id, role: 'sponsor' }, { as: 'sponsor' });
    expect(seenBy('viewer', done).exceptions!.breaches).toEqual([]);
    const page = (baseline: string, against: string) =>
      changesOf(looking(done.project, 'viewer', today), { baseline, against }).picture!;
    const [moved, first] = page('0', 'now').options.baseline;
    expect([moved!.text, first!.text]).toEqual([
      expect.stringContaining('Moved by a change request'),
      expect.stringContaining('Gate 3'),
    ]);
    const compared = page(first!.value, moved!.value);
    expect(compared.tables[0]!.rows).toEqual([
      expect.objectContaining({ label: 'Gate 5', cells: [expect.any(String), 'Dec 2025'] }),
    ]);
    // An address that names no picture gets the one that binds beside the record.
    expect(page('99', '../x').chosen).toEqual({ baseline: moved!.value, against: 'now' });
  });

  it('offers scope to a request only where it is no longer as approved', () => {
    expect(seenBy('lead').movable.scope).toEqual([]);
    const objectives = { objectives: { state: 'given', value: 'Another' } };
    const reworded = slipped.after('state-objectives', objectives, { as: 'lead' });
    expect(seenBy('lead', reworded).movable.scope).toEqual([
      { value: expect.stringMatching(/^objectives\/.+/), text: 'The objectives as now worded' },
    ]);
  });
});
