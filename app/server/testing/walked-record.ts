import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AppLoadContext } from '@remix-run/node';
import { uuidv7 } from 'uuidv7';
import { SYSTEM_PERSON } from '~/core/access/directory';
import type { StreamKind } from '~/core/journal/event';
import { PROGRAMME } from '~/core/programme/state';
import type { Cast, Step } from '~/core/testing/whole-way-step';
import { accountByEmail } from '~db/queries/accounts';
import { demonstrationEmail } from '../demonstration-people';
import { firstStart } from '../first-start';
import { readDocument } from '../import-document';
import { loadProject, type LoadedProject } from '../page/load-project';
import { openTracker, type Tracker } from '../tracker';

const SEED = new URL('../../../db/seed/RX-004-business-case-lite.txt', import.meta.url);

/** The demonstration's record on 1 October 2023, to be taken further: by steps of the whole way or by single commands. */
export interface WalkedRecord {
  readonly tracker: Tracker;
  readonly dataDir: string;
  /** Who plays a part, by id. */
  readonly cast: Cast;
  moveDay(to: string): Promise<void>;
  /** Takes RX-004 through steps, moving the day as they say. */
  walk(steps: readonly Step[]): Promise<void>;
  /** Gives a command on a project; throws unless it is done. */
  give(ref: string, as: string, command: string, input: unknown): Promise<void>;
  /** The seed once more, under another ref. */
  importAs(ref: string): Promise<void>;
  /** What a page's loader of one of the people gets, and the project it loads from an address. */
  context(as?: string): Promise<AppLoadContext>;
  load(address: string, as?: string): Promise<LoadedProject>;
  close(): Promise<void>;
}

const KEYS = [
  'pmo',
  'finance',
  's151',
  'sponsor',
  'lead',
  'bau-owner',
  'benefit-owner',
  'assurer',
  'viewer',
  'administrator',
  'auditor',
];

type Ids = ReadonlyMap<string, string>;

/** The ids of the demonstration's people, by what they are called after. */
async function idsIn({ db }: Tracker): Promise<Ids> {
  const found = KEYS.map(
    async (key) => [key, (await accountByEmail(db, demonstrationEmail(key)))!.person] as const,
  );
  return new Map(await Promise.all(found));
}

/** Gives commands on streams; throws unless they are done. */
function runner(tracker: Tracker, ids: Ids) {
  return async (kind: StreamKind, id: string | undefined, as: string, command: string, input: unknown) => {
    const system = as === SYSTEM_PERSON;
    const version = id === undefined ? undefined : (await tracker.readState(kind, id))?.version;
    const answer = await tracker.run({
      command,
      kind,
      input,
      commandId: uuidv7(),
      actor: system ? { person: as, through: 'system' } : { person: ids.get(as) ?? as, through: 'session' },
      ...(id === undefined ? {} : { id }),
      ...(version === undefined ? {} : { expectedVersion: version }),
    });
    if (answer.kind !== 'ok') throw new Error(`${command} was answered ${JSON.stringify(answer)}`);
  };
}

/** Opens the demonstration's record in a folder of its own. */
export async function walkedRecord(): Promise<WalkedRecord> {
  const dataDir = await mkdtemp(join(tmpdir(), 'tracker-walked-'));
  const config = { dataDir, demoToday: '2023-10-01', mode: 'demonstration' as const };
  const tracker = await openTracker(config);
  await firstStart(tracker, { ...config, demoPassword: 'correct horse battery' });
  const ids = await idsIn(tracker);
  const run = runner(tracker, ids);
  const give: WalkedRecord['give'] = async (ref, as, command, input) =>
    run('project', await tracker.projectByRef(ref), as, command, input);
  const moveDay = (to: string) => run('programme', PROGRAMME, 'pmo', 'move-day', { to });
  const cast: Cast = (part) => ids.get(part) ?? '';
  const context = async (as = 'viewer') =>
    ({
      tracker,
      today: await tracker.today(),
      actor: { person: ids.get(as), through: 'session' },
      newCommandId: uuidv7,
    }) as unknown as AppLoadContext;

  return {
    tracker,
    dataDir,
    cast,
    moveDay,
    give,
    context,
    walk: async (steps) => {
      const id = (await tracker.projectByRef('RX-004'))!;
      for (const step of steps.filter(({ refused }) => !refused)) {
        if (step.day > (await tracker.today())) await moveDay(step.day);
        const project = (await tracker.readState('project', id))!;
        await give('RX-004', step.as, step.command, step.input(project, cast));
      }
    },
    importAs: async (ref) => {
      const { document } = readDocument(await readFile(SEED), 'seed.txt');
      await run('project', undefined, SYSTEM_PERSON, 'import-business-case', { ref, document });
    },
    load: async (address, as) => {
      const url = `http://localhost${address}`;
      const ref = address.split(/[/?]/)[2] ?? '';
      return loadProject({ request: new Request(url), context: await context(as), params: { ref } });
    },
    close: async () => {
      await tracker.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
