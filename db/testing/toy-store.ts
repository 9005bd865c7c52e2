import { seededIds } from '~/shell/ids';
import type { Answer, Request } from '~/shell/answer';
import { openStore, type Store, type StoreOptions } from '~/shell/store';
import { temporaryFolder, type TemporaryFolder } from './temporary-store';
import { toyProjection, toyStreams } from './toy-streams';

type Toys = ReturnType<typeof toyStreams>;

/** A store of toys in a folder of its own, with a clock that a test moves. */
export interface ToyStore {
  readonly store: Store<Toys>;
  readonly folder: TemporaryFolder;
  readonly clock: { now: string };
  /** Gives a command on a project as one person, under a fresh command id unless one is given. */
  give(command: string, input: unknown, more?: Partial<Request>): Promise<Answer>;
  /** Closes and opens the same folder again. */
  again(options?: Partial<StoreOptions<Toys>>): Promise<ToyStore>;
  close(): Promise<void>;
}

let given = 0;

export async function toyStore(
  options: Partial<StoreOptions<Toys>> = {},
  folder = temporaryFolder(),
): Promise<ToyStore> {
  const clock = { now: '2023-10-01T09:00:00.000Z' };
  const store = await openStore({
    dataDir: folder.dataDir,
    clock: () => clock.now,
    ids: seededIds((given += 1) * 7919),
    streams: toyStreams(),
    projections: [toyProjection],
    ...options,
  });
  return {
    store,
    folder,
    clock,
    give: (command, input, more = {}) =>
      store.run({
        command,
        kind: 'project',
        id: 'p1',
        input,
        commandId: `command-${(given += 1)}`,
        actor: { person: 'ann', through: 'session' },
        ...more,
      }),
    again: async (changed = {}) => {
      await store.close();
      return toyStore({ ...options, ...changed }, folder);
    },
    close: async () => {
      await store.close();
      folder.remove();
    },
  };
}
