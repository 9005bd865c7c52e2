import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { toyStore, type ToyStore } from '~db/testing/toy-store';
import { verify } from '~/shell/verify';
import { buildChild, start } from './processes';

const TIMES = 40;
let child: string;
let toys: ToyStore | undefined;
beforeAll(async () => {
  child = await buildChild('race');
}, 60_000);
afterEach(() => toys?.close());

describe('two processes that write at once', () => {
  it('never both win on the version both saw: one is taken, the other is told stale', async () => {
    toys = await toyStore();
    await toys.give('begin', { ref: 'RX-004' });
    const both = ['ann', 'bob'].map((person) =>
      start(child, toys!.folder.dataDir, 'race', person, String(TIMES)),
    );
    const all = (word: string, round: number, member: string) => {
      for (const each of both) each.tell(word);
      return Promise.all(both.map((each) => each.heard(round, (line) => member in line)));
    };
    for (let round = 1; round <= TIMES; round += 1) {
      await all('look', round, 'seen');
      await all('write', round, 'kind');
    }
    await Promise.all(both.map((running) => running.ended));
    const said = both.flatMap((running) => running.said);
    for (let version = 1; version <= TIMES; version += 1) {
      const answers = said.filter((line) => line['on'] === version).map((line) => line['kind']);
      expect(answers.sort(), `on version ${version}`).toEqual(['ok', 'stale']);
    }
    const state = await toys.store.readState('project', 'p1');
    expect(state).toMatchObject({ total: TIMES, version: 1 + TIMES });
    expect((await verify(toys.store)).problems).toEqual([]);
  }, 60_000);

  it('goes on for the reader while another process writes', async () => {
    toys = await toyStore();
    await toys.give('begin', { ref: 'RX-004' });
    const writing = start(child, toys.folder.dataDir, 'write', 'ann', '60');
    await writing.heard(5, (line) => 'acknowledged' in line);
    expect((await verify(toys.store)).problems).toEqual([]);
    expect((await toys.store.readState('project', 'p1'))?.version).toBeGreaterThan(1);
    await writing.ended;
    expect((await verify(toys.store)).problems).toEqual([]);
  }, 60_000);
});
