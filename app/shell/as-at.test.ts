import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toyStore, type ToyStore } from '~db/testing/toy-store';
import { withoutTriggers } from '~db/testing/temporary-store';
import { listProjectsAsAt } from '~db/queries/projects-as-at';
import { addDays } from '~/core/time/iso-day';
import { verify } from './verify';

let toys: ToyStore;
beforeEach(async () => {
  toys = await toyStore();
});
afterEach(() => toys.close());

const on = (day: string) => (toys.clock.now = `${day}T09:00:00.000Z`);
const past = (table = 'project_history') => {
  let rows: unknown[] = [];
  toys.folder.tamper((file) => {
    rows = file
      .prepare(
        `select project, from_seq, from_position, from_day, to_position, to_day, proposed_run_rate as total from ${table} order by project, from_seq`,
      )
      .all();
  });
  return rows;
};
const sentences = async () => (await verify(toys.store)).problems.map((each) => each.sentence);
const tamper = (statement: string) =>
  toys.folder.tamper((file) => withoutTriggers(file, () => file.exec(statement)));
const totals = async (day: string) =>
  (await listProjectsAsAt(toys.store.db, day)).projects.map(({ ref, proposedRunRate }) => [
    ref,
    proposedRunRate,
  ]);

async function threeDays(): Promise<void> {
  on('2023-10-01');
  await toys.give('begin', { ref: 'RX-004' });
  await toys.give('add', { pence: 500 });
  on('2023-10-02');
  await toys.give('note', { words: 'a secret' });
  on('2023-10-04');
  await toys.give('add', { pence: 1 });
  await toys.give('add-thrice', { pence: 2 });
  await toys.give('begin', { ref: 'RX-005' }, { id: 'p2' });
}

describe('the list’s past', () => {
  beforeEach(threeDays);

  it('says from which event to which each row held, one row a command that changed it', () => {
    expect(past()).toEqual([
      {
        project: 'p1',
        from_seq: 1,
        from_position: 1,
        from_day: '2023-10-01',
        to_position: 2,
        to_day: '2023-10-01',
        total: 0,
      },
      {
        project: 'p1',
        from_seq: 2,
        from_position: 2,
        from_day: '2023-10-01',
        to_position: 4,
        to_day: '2023-10-04',
        total: 500,
      },
      {
        project: 'p1',
        from_seq: 4,
        from_position: 4,
        from_day: '2023-10-04',
        to_position: 7,
        to_day: '2023-10-04',
        total: 501,
      },
      {
        project: 'p1',
        from_seq: 7,
        from_position: 7,
        from_day: '2023-10-04',
        to_position: null,
        to_day: '9999-12-31',
        total: 505,
      },
      {
        project: 'p2',
        from_seq: 1,
        from_position: 8,
        from_day: '2023-10-04',
        to_position: null,
        to_day: '9999-12-31',
        total: 0,
      },
    ]);
  });

  it('is listed as at the end of a day, before which there was nothing', async () => {
    expect(await totals('2023-09-30')).toEqual([]);
    expect(await totals('2023-10-01')).toEqual([['RX-004', 500]]);
    expect(await totals('2023-10-03')).toEqual([['RX-004', 500]]);
    expect(await totals('2023-10-04')).toEqual([
      ['RX-004', 505],
      ['RX-005', 0],
    ]);
  });

  it('is found by its index', () => {
    toys.folder.tamper((file) => {
      const plan = file
        .prepare('explain query plan select * from project_history where to_day > ? and from_day <= ?')
        .all('2023-10-01', '2023-10-01');
      expect(JSON.stringify(plan)).toContain('USING INDEX project_history_held');
    });
  });

  it('is the same when it is made again from the journal, and verified', async () => {
    const kept = past();
    expect(await sentences()).toEqual([]);
    await toys.store.rebuild();
    expect(past()).toEqual(kept);
    tamper('delete from project_history');
    tamper('update stream_states set rows_version = 0');
    toys = await toys.again();
    expect(past()).toEqual(kept);
  });

  it.each([
    [
      `update project_history set proposed_run_rate = 9 where from_seq = 2`,
      'was changed: proposedRunRate (2)',
    ],
    [`update project_history set from_day = '2023-09-01' where from_seq = 2`, 'was changed: fromDay (2)'],
    [`update project_history set to_day = '2023-10-02' where from_seq = 2`, 'was changed: toDay (2)'],
    [`delete from project_history where from_seq = 2`, 'is missing (2)'],
    [`update project_history set from_seq = 3 where from_seq = 2`, 'stands for nothing in the record (3)'],
  ])('is compared by verify, which names what was done by: %s', async (statement, how) => {
    tamper(statement);
    expect(await sentences()).toContain(`A row of project_history of project/p1 ${how}`);
  });
});

describe('a stream as at the end of a day', () => {
  beforeEach(threeDays);

  it('is its fold up to the last event of the day', async () => {
    const at = async (day: string) => (await toys.store.stateAsAt('project', 'p1', day))?.version;
    expect([
      await at('2023-09-30'),
      await at('2023-10-01'),
      await at('2023-10-03'),
      await at('2023-10-04'),
    ]).toEqual([undefined, 2, 3, 7]);
    expect(await toys.store.firstDay('project/p1')).toBe('2023-10-01');
    expect(await toys.store.firstDay('project/none')).toBeUndefined();
  });

  it('knows the people, the settings and the other refs of that day', async () => {
    on('2023-10-05');
    await toys.give('begin', { ref: 'Ann' }, { kind: 'person', id: 'ann' });
    const p1 = await toys.store.stateAsAt('project', 'p1', '2023-10-04');
    const external = async (day: string) => toys.store.externalAt(await toys.store.positionOn(day), p1);
    const [first, before, after] = [
      await external('2023-10-01'),
      await external('2023-10-04'),
      await external('2023-10-05'),
    ];
    expect([Object.keys(before.directory), Object.keys(after.directory)]).toEqual([[], ['ann']]);
    expect([first.projectRefs, before.projectRefs]).toEqual([[], ['RX-005']]);
  });

  it('is without words redacted since, though it was read before', async () => {
    const words = async () => (await toys.store.stateAsAt('project', 'p1', '2023-10-02'))?.notes[0]?.words;
    await toys.give('begin', { ref: 'The programme' }, { kind: 'programme', id: 'programme' });
    expect(await words()).toBe('a secret');
    const [, , noted] = await toys.store.events('project/p1');
    const redaction = await toys.store.redactionOf(noted!.id);
    const done = await toys.give(
      'redact',
      { event: noted!.id, digest: redaction?.digest },
      { kind: 'programme', id: 'programme' },
    );
    expect(done.kind, JSON.stringify(done)).toBe('ok');
    expect(await words()).toBe('[redacted]');
    expect(await sentences()).toEqual([]);
  });
});

describe('random histories', () => {
  it('fold to each day’s end as the record then stood, and so does the list', async () => {
    const act = fc.record({
      command: fc.constantFrom('add', 'add-thrice', 'note', 'nothing'),
      project: fc.constantFrom('p1', 'p2'),
      days: fc.constantFrom(0, 0, 0, 1, 3),
      pence: fc.integer({ min: -3, max: 5 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 12 }), async (acts) => {
        const own = await toyStore();
        try {
          const recorded = new Map<string, readonly unknown[]>();
          let day = '2023-10-01';
          const note = async () =>
            recorded.set(
              day,
              await Promise.all(['p1', 'p2'].map((id) => own.store.readState('project', id))),
            );
          for (const id of ['p1', 'p2']) {
            own.clock.now = `${day}T09:00:00.000Z`;
            await own.give('begin', { ref: id }, { id });
          }
          await note();
          for (const { command, project, days, pence } of acts) {
            day = addDays(day, days);
            own.clock.now = `${day}T10:00:00.000Z`;
            await own.give(command, { pence, words: 'words' }, { id: project });
            await note();
          }
          for (const [at, states] of recorded) {
            for (const [index, id] of ['p1', 'p2'].entries()) {
              expect(await own.store.stateAsAt('project', id, at)).toEqual(states[index]);
            }
            const { projects } = await listProjectsAsAt(own.store.db, at);
            expect(projects.map((row) => row.proposedRunRate)).toEqual(
              states.map((state) => (state as { total: number }).total),
            );
          }
          expect((await verify(own.store)).problems).toEqual([]);
        } finally {
          await own.close();
        }
      }),
      { numRuns: 15 },
    );
  });
});
