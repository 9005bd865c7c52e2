import { writeSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline';
import { toyProjection, toyStreams } from '~db/testing/toy-streams';
import { randomIds } from '~/shell/ids';
import { openStore, type Store } from '~/shell/store';

/** A process that writes until it is done or killed, saying on its output what it was answered. */
const [, , dataDir = '', mode = '', person = 'ann', times = '1000000'] = process.argv;
const say = (line: unknown): void => void writeSync(1, `${JSON.stringify(line)}\n`);
type Toys = ReturnType<typeof toyStreams>;

const give = (store: Store<Toys>, command: string, commandId: string, expectedVersion?: number) =>
  store.run({
    command,
    kind: 'project',
    id: 'p1',
    input: { pence: 1 },
    commandId,
    actor: { person, through: 'token' },
    ...(expectedVersion === undefined ? {} : { expectedVersion }),
  });

/** Gives commands of three events each, one after another, and says which were acknowledged. */
async function write(store: Store<Toys>): Promise<void> {
  for (let i = 0; i < Number(times); i += 1) {
    const commandId = randomUUID();
    say({ asked: commandId });
    const answer = await give(store, 'add-thrice', commandId);
    if (answer.kind === 'ok') say({ acknowledged: commandId });
    else if (answer.kind !== 'unavailable') throw new Error(`The command was answered ${answer.kind}`);
  }
}

/** Sees a version and gives a command on it, each at a word from outside, so that another process surely saw the same. */
async function race(store: Store<Toys>): Promise<void> {
  const words = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
  for (let i = 0; i < Number(times); i += 1) {
    await words.next();
    const seen = (await store.readState('project', 'p1'))?.version ?? 0;
    say({ seen });
    await words.next();
    const answer = await give(store, 'add-exact', randomUUID(), seen);
    say({ on: seen, kind: answer.kind });
  }
}

const store = await openStore({
  dataDir,
  clock: () => new Date().toISOString(),
  ids: randomIds(),
  streams: toyStreams(),
  projections: [toyProjection],
});
say({ ready: true });
await (mode === 'race' ? race(store) : write(store));
await store.close();
process.stdin.destroy();
