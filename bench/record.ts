import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AppLoadContext } from '@remix-run/node';
import { uuidv7 } from 'uuidv7';
import { SYSTEM_PERSON } from '~/core/access/directory';
import type { Actor } from '~/core/command/context';
import { firstStart } from '~/server/first-start';
import { readDocument } from '~/server/import-document';
import { loadProject, type LoadedProject } from '~/server/page/load-project';
import { openTracker, type Tracker } from '~/server/tracker';

const system: Actor = { person: SYSTEM_PERSON, through: 'system' };
const DAY = '2023-10-01';

/** A record made to measure on: RX-004 and copies of it, the first with a history of its own length. */
export interface Made {
  readonly tracker: Tracker;
  readonly context: AppLoadContext;
  /** Changes the first project by one event, and no word of its state is added. */
  change(): Promise<void>;
  /** The first project as a page loads it, in a request of its own; `query` may ask for a past day. */
  load(query?: string): Promise<LoadedProject>;
  remove(): Promise<void>;
}

/** Makes a record of so many projects, the first of them changed so many times. */
export async function makeRecord(projects: number, changes: number): Promise<Made> {
  const dataDir = mkdtempSync(join(tmpdir(), 'tracker-bench-'));
  const tracker = await openTracker({ dataDir, demoToday: DAY, mode: 'demonstration' });
  await firstStart(tracker, { mode: 'demonstration', demoPassword: 'bench-password', demoToday: DAY });
  const seed = new URL('../db/seed/RX-004-business-case-lite.txt', import.meta.url);
  const { document } = readDocument(await readFile(seed), 'seed.txt');
  for (let made = 1; made < projects; made += 1) {
    const ref = `RX-${1_000 + made}`;
    await done(tracker, 'import-business-case', { ref, document });
  }
  const id = (await tracker.projectByRef('RX-004')) ?? '';
  const pmo = await personOf(tracker, 'PMO officer');
  let count = 0;
  const change = async () => {
    const risk = (await tracker.readState('project', id))?.risks[0];
    count += 1;
    const input = { riskId: risk?.id, risk: 'Capacity', likelihood: 1 + (count % 5), impact: 2 };
    await done(tracker, 'amend-risk', input, pmo, id);
  };
  for (let made = 0; made < changes; made += 1) await change();
  const context = { tracker, today: DAY, actor: pmo, newCommandId: uuidv7 } as unknown as AppLoadContext;
  return {
    tracker,
    context,
    change,
    load: (query = '') =>
      loadProject({
        request: new Request(`http://localhost/projects/RX-004${query}`),
        context: { ...context },
        params: { ref: 'RX-004' },
      }),
    remove: async () => {
      await tracker.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function done(tracker: Tracker, command: string, input: unknown, actor = system, id?: string) {
  const answer = await tracker.run({
    command,
    kind: 'project',
    ...(id === undefined ? {} : { id }),
    input,
    commandId: uuidv7(),
    actor,
  });
  if (answer.kind !== 'ok') throw new Error(`${command} was answered ${JSON.stringify(answer)}`);
}

async function personOf(tracker: Tracker, name: string): Promise<Actor> {
  const { directory } = await tracker.external();
  const found = Object.values(directory).find((each) => each.name === name);
  if (!found) throw new Error(`Nobody is called ${name}`);
  return { person: found.id, through: 'session' };
}
