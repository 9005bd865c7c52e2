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
  it('never both win on one version: one is taken, the other is told stale or asked to wait', async () => {
    toys = await toyStore();
    await toys.give('begin', { ref: 'RX-004' });
    const both = ['ann', 'bob'].map((person) =>
      start(child, toys!.folder.dataDir, 'race', person, String(TIMES)),
    );
    await Promise.all(both.map((running) => running.ended));
    const said = both.flatMap((running) => running.said).filter((line) => 'kind' in line);
    expect(said).toHaveLength(2 * TIMES);
    const won = said.filter((line) => line['kind'] === 'ok');
    expect(new Set(won.map((line) => line['seen'])).size).toBe(won.length);
    expect(new Set(said.map((line) => line['kind']))).toEqual(new Set(['ok', 'stale']));
    const state = await toys.store.readState('project', 'p1');
    expect(state).toMatchObject({ total: won.length, version: 1 + won.length });
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
