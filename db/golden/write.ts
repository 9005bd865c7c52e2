import { streams } from '~/core/streams';
import { streamName, type RecordedEvent } from '~/core/journal/event';
import type { Folded, StreamDefinition } from '~/core/journal/stream';
import { withSnapshot } from '../dialect/open';
import { readAll } from '../journal/journal';
import { exampleOf } from './example';
import { writeGoldens } from './golden';

/**
 * Writes the golden records that are missing, and never changes one: `tsx db/golden/write.ts [data folder]`. Events of
 * the folder's journal come first; of types not met there an example is made from the schema. While a type is not
 * on main yet its shape may still change: delete its record and run this again.
 */
const say = (paths: readonly string[]): void => paths.forEach((path) => process.stdout.write(`${path}\n`));

const [, , dataDir] = process.argv;
if (dataDir !== undefined) {
  await withSnapshot(dataDir, async (db) => {
    for await (const page of readAll(db)) say(writeGoldens(page));
  });
}
const definitions: readonly StreamDefinition<Folded>[] = Object.values(streams);
say(writeGoldens(definitions.flatMap(examplesOf)));

/** One example of the newest version of each type; older versions are on record since they were the newest. */
function examplesOf({ kind, events }: StreamDefinition<Folded>): readonly RecordedEvent[] {
  return Object.entries(events).map(([type, { v, body }]) => ({
    stream: streamName(kind, 'example'),
    seq: 1,
    globalSeq: 1,
    id: 'example',
    type,
    v,
    recordedAt: '2023-10-01T09:00:00.000Z',
    day: '2023-10-01',
    actor: 'example',
    commandId: 'example',
    body: exampleOf(body),
  }));
}
