import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toyStore } from '~db/testing/toy-store';
import type { TemporaryFolder } from '~db/testing/temporary-store';
import { verify, writeHead, readHead } from '~/shell/verify';
import { buildChild, start } from './processes';

/** 30 rounds in CI; the nightly asks for 1,000. */
const ROUNDS = Number(process.env['KILL_ROUNDS'] ?? '30');
const FOLDERS_OF = 50;

let child: string;
const folders: TemporaryFolder[] = [];
beforeAll(async () => {
  child = await buildChild('kill');
}, 60_000);
afterAll(() => folders.forEach((folder) => folder.remove()));

async function begunFolder(): Promise<TemporaryFolder> {
  const toys = await toyStore();
  await toys.give('begin', { ref: 'RX-004' });
  await toys.store.close();
  folders.push(toys.folder);
  return toys.folder;
}

describe('a process killed while it writes', () => {
  it(
    `keeps every acknowledged command exactly once and the others whole or not at all, ${ROUNDS} times`,
    async () => {
      let folder = await begunFolder();
      let [acknowledged, lost] = [0, 0];
      let head = '';
      for (let round = 0; round < ROUNDS; round += 1) {
        if (round > 0 && round % FOLDERS_OF === 0) [folder, head] = [await begunFolder(), ''];
        const running = start(child, folder.dataDir, 'write');
        await running.heard(2 + (round % 3), (line) => 'acknowledged' in line);
        // Anywhere in the next commands: between them, in a transaction, in a commit.
        await new Promise((resolve) => setTimeout(resolve, (round * 7.3) % 40));
        running.process.kill('SIGKILL');
        await running.ended;

        const { store } = await toyStore({}, folder);
        const events = await store.events('project/p1');
        const times = (id: unknown) => events.filter((event) => event.commandId === id).length;
        for (const line of running.said) {
          if ('acknowledged' in line) expect(times(line['acknowledged'])).toBe(3);
          if ('asked' in line) expect([0, 3]).toContain(times(line['asked']));
        }
        acknowledged += running.said.filter((line) => 'acknowledged' in line).length;
        lost += running.said.filter((line) => 'asked' in line && times(line['asked']) === 0).length;
        const verified = await verify(store, readHead(head));
        expect(verified.problems).toEqual([]);
        head = writeHead(verified.head);
        await store.close();
      }
      expect(acknowledged).toBeGreaterThan(ROUNDS);
      // The kills must also have cut commands short, or nothing was shown.
      if (ROUNDS >= 30) expect(lost).toBeGreaterThan(0);
    },
    30_000 + ROUNDS * 3_000,
  );
});
