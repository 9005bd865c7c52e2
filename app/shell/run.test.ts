import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toyStore, type ToyStore } from '~db/testing/toy-store';
import { openWriterFile } from '~db/dialect/files';
import { databasePath } from '~db/dialect/open';

let toys: ToyStore;
beforeEach(async () => {
  toys = await toyStore();
});
afterEach(() => toys.close());

const begun = () => toys.give('begin', { ref: 'RX-004' });
const versionOf = async () => (await toys.store.readState('project', 'p1'))?.version;

describe('running a command', () => {
  it('records the events, the state, the rows and the answer together', async () => {
    await begun();
    const answer = await toys.give('note', { words: 'first' });
    expect(answer).toMatchObject({ kind: 'ok', version: 2, replayed: false });
    const state = await toys.store.readState('project', 'p1');
    expect(state?.notes).toEqual([{ words: 'first', seq: 2 }]);
    expect(await toys.store.projectByRef('rx-004')).toBe('p1');
    const [begin, note] = await toys.store.events('project/p1');
    expect(begin).toMatchObject({ seq: 1, globalSeq: 1, type: 'begun', actor: 'ann', day: '2023-10-01' });
    expect(note).toMatchObject({ seq: 2, globalSeq: 2, body: { words: 'first', pence: 7 } });
  });

  it('answers with every field that is wrong, and changes nothing', async () => {
    await begun();
    expect(await toys.give('add', { pence: 1.5 })).toEqual({
      kind: 'invalid',
      errors: [{ path: 'pence', message: 'Whole pence' }],
    });
    expect(await versionOf()).toBe(1);
  });

  it('says invalid, not broken, of text that has no canonical form', async () => {
    await begun();
    expect(await toys.give('note', { words: 'half \ud800' })).toMatchObject({ kind: 'invalid' });
  });

  it('passes a refusal on with its reason, and changes nothing', async () => {
    await begun();
    expect(await toys.give('add', { pence: -1 })).toMatchObject({
      kind: 'refused',
      refusals: [{ reason: 'limit-reached' }],
    });
    expect(await versionOf()).toBe(1);
  });

  it('does not find an unknown command or stream', async () => {
    expect(await toys.give('fly', {})).toEqual({ kind: 'not-found', what: 'command' });
    expect(await toys.give('add', { pence: 1 })).toEqual({ kind: 'not-found', what: 'stream' });
  });

  it('makes an id for a stream that is begun without one', async () => {
    const answer = await toys.give('begin', { ref: 'RX-005' }, { id: undefined });
    if (answer.kind !== 'ok') throw new Error(answer.kind);
    expect(answer.answer.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/);
  });

  it('refuses to begin twice, and a ref that another project has in any case', async () => {
    await begun();
    expect(await begun()).toMatchObject({ kind: 'refused', refusals: [{ reason: 'duplicate' }] });
    const second = await toys.give('begin', { ref: 'rx-004' }, { id: 'p2' });
    expect(second).toMatchObject({ kind: 'refused', refusals: [{ reason: 'duplicate', field: 'ref' }] });
    expect(await toys.store.events('project/p2')).toEqual([]);
  });
});

describe('a command sent twice', () => {
  it('is done once, and answered the same', async () => {
    await begun();
    const first = await toys.give('add', { pence: 5 }, { commandId: 'c' });
    const second = await toys.give('add', { pence: 5 }, { commandId: 'c' });
    expect(second).toEqual({ ...first, replayed: true });
    expect((await toys.store.readState('project', 'p1'))?.total).toBe(5);
  });

  it('is refused when it says something else, and is another person’s own', async () => {
    await begun();
    await toys.give('add', { pence: 5 }, { commandId: 'c' });
    expect(await toys.give('add', { pence: 6 }, { commandId: 'c' })).toEqual({
      kind: 'conflict-of-command-id',
    });
    const bob = await toys.give(
      'add',
      { pence: 6 },
      { commandId: 'c', actor: { person: 'bob', through: 'token' } },
    );
    expect(bob.kind).toBe('ok');
  });

  it('is answered with the first answer though the stream has gone on and the version is stale', async () => {
    await begun();
    await toys.give('add-exact', { pence: 5 }, { commandId: 'c', expectedVersion: 1 });
    await toys.give('note', { words: 'later' });
    const again = await toys.give('add-exact', { pence: 5 }, { commandId: 'c', expectedVersion: 1 });
    expect(again).toMatchObject({ kind: 'ok', version: 2, replayed: true });
  });

  it('is done once too when there was nothing to record', async () => {
    await begun();
    expect(await toys.give('nothing', {}, { commandId: 'n' })).toMatchObject({
      kind: 'ok',
      version: 1,
      events: [],
    });
    expect(await toys.give('nothing', {}, { commandId: 'n' })).toMatchObject({ kind: 'ok', replayed: true });
  });
});

describe('a version that is no longer the newest', () => {
  it('is taken when what the command reads was not touched', async () => {
    await begun();
    await toys.give('note', { words: 'elsewhere' });
    expect(await toys.give('add', { pence: 5 }, { expectedVersion: 1 })).toMatchObject({
      kind: 'ok',
      version: 3,
    });
  });

  it('is stale when it was, with what changed in words', async () => {
    await begun();
    await toys.give('note', { words: 'elsewhere' });
    await toys.give('add', { pence: 5 });
    expect(await toys.give('add', { pence: 6 }, { expectedVersion: 1 })).toEqual({
      kind: 'stale',
      version: 3,
      changed: [
        {
          section: 'sum',
          events: [
            {
              sentence: '5 added',
              changes: [{ what: 'Total', before: '0', after: '5' }],
              seq: 3,
              by: 'ann',
              day: '2023-10-01',
            },
          ],
        },
      ],
    });
  });

  it('is always stale to a command that reads exactly, as is a version never seen or none at all', async () => {
    await begun();
    await toys.give('note', { words: 'elsewhere' });
    expect(await toys.give('add-exact', { pence: 5 }, { expectedVersion: 1 })).toMatchObject({
      kind: 'stale',
    });
    expect(await toys.give('add-exact', { pence: 5 })).toMatchObject({ kind: 'stale' });
    expect(await toys.give('add', { pence: 5 }, { expectedVersion: 9 })).toMatchObject({ kind: 'stale' });
  });
});

describe('time', () => {
  const said = async () => (await toys.store.readState('project', 'p1'))?.notes.map((note) => note.words);

  it('is London’s day of now, and never before the event recorded last', async () => {
    await begun();
    toys.clock.now = '2024-06-30T23:30:00.000Z';
    await toys.give('say-when', {});
    toys.clock.now = '2024-06-30T22:00:00.000Z';
    await toys.give('say-when', {});
    expect(await said()).toEqual([
      '2024-07-01 2024-06-30T23:30:00.000Z',
      '2024-07-01 2024-06-30T23:30:00.000Z',
    ]);
  });

  it('is the day moved to in a demonstration', async () => {
    await begun();
    await toys.give('begin', { ref: '' }, { kind: 'programme' });
    await toys.give('move-day', { to: '2023-11-05' }, { kind: 'programme' });
    await toys.give('say-when', {});
    expect(await said()).toEqual(['2023-11-05 2023-10-01T09:00:00.000Z']);
    expect(await toys.store.today()).toBe('2023-11-05');
  });

  it('shows the record as at the end of a past day', async () => {
    await begun();
    await toys.give('note', { words: 'October' });
    toys.clock.now = '2023-11-01T09:00:00.000Z';
    await toys.give('note', { words: 'November' });
    expect((await toys.store.stateAsAt('project', 'p1', '2023-10-31'))?.notes).toHaveLength(1);
    expect(await toys.store.stateAsAt('project', 'p1', '2023-09-30')).toBeUndefined();
  });
});

describe('a program with a newer fold', () => {
  it('makes states and rows again when it opens, and says how far it is', async () => {
    await begun();
    await toys.give('note', { words: 'kept' });
    toys.folder.tamper((file) => {
      file.exec("update stream_states set state = '{}', fold_version = 0");
      file.exec('delete from risk_rows');
    });
    const seen: string[] = [];
    toys = await toys.again({ progress: (done, stream) => seen.push(`${done} ${stream}`) });
    expect(seen).toEqual(['1 project/p1']);
    expect((await toys.store.readState('project', 'p1'))?.notes).toHaveLength(1);
  });
});

describe('another process that holds the lock', () => {
  it('makes a command unavailable after a while, having changed nothing', async () => {
    await begun();
    toys = await toys.again({ giveUpAfterMs: 150 });
    const other = openWriterFile(databasePath(toys.store.dataDir));
    other.exec('BEGIN IMMEDIATE');
    expect(await toys.give('add', { pence: 5 })).toEqual({ kind: 'unavailable' });
    expect(await versionOf()).toBe(1);
    other.exec('ROLLBACK');
    other.close();
    expect(await toys.give('add', { pence: 5 })).toMatchObject({ kind: 'ok' });
  });
});
