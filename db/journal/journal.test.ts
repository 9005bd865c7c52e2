import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RecordedEvent } from '~/core/journal/event';
import { openConnections, type Connections } from '../dialect/open';
import { temporaryFolder, type TemporaryFolder } from '../testing/temporary-store';
import { bodyDigest, CHAIN_START, chainHash } from './digest';
import {
  append,
  eventById,
  eventsOf,
  PAGE,
  programmeHashAt,
  programmeHead,
  readAll,
  readStream,
  streamHead,
  streamNames,
} from './journal';
import { rawEvents } from './raw';

let folder: TemporaryFolder;
let open: Connections;
let made = 0;
beforeEach(async () => {
  folder = temporaryFolder();
  open = await openConnections(folder.dataDir);
});
afterEach(async () => {
  await open.close();
  folder.remove();
});

const add = (stream: string, expected: number, bodies: readonly unknown[], day = '2023-10-01') =>
  open.writer.write((tx) =>
    append(
      tx,
      stream,
      expected,
      bodies.map((body) => ({ type: 'said', v: 1, body })),
      {
        recordedAt: `${day}T09:00:00.000Z`,
        day,
        actor: 'ann',
        commandId: `c${made}`,
        ids: () => `event-${(made += 1)}`,
      },
    ),
  );
const gathered = async (pages: AsyncGenerator<readonly RecordedEvent[]>) => {
  const all: (readonly RecordedEvent[])[] = [];
  for await (const page of pages) all.push(page);
  return all;
};

describe('the journal', () => {
  it('numbers events by stream and by programme, and reads them back as stored', async () => {
    await add('project/a', 0, [{ b: 1, a: 'e\u0301' }, { n: 2 }]);
    await add('project/b', 0, [{ n: 3 }]);
    await add('project/a', 2, [{ n: 4 }]);
    const all = (await gathered(readAll(open.reader))).flat();
    expect(all.map(({ stream, seq, globalSeq }) => [stream, seq, globalSeq])).toEqual([
      ['project/a', 1, 1],
      ['project/a', 2, 2],
      ['project/b', 1, 3],
      ['project/a', 3, 4],
    ]);
    expect(all[0]?.body).toEqual({ a: '\u00e9', b: 1 });
    expect(await eventById(open.reader, all[2]!.id)).toEqual(all[2]);
    expect(await streamNames(open.reader)).toEqual(['project/a', 'project/b']);
    expect((await eventsOf(open.reader, 'project/a', { after: 1, upTo: 2 })).map((each) => each.seq)).toEqual(
      [2],
    );
  });

  it('gives back from append what it will give when read', async () => {
    const appended = await add('project/a', 0, [{ words: 'e\u0301', missing: undefined }]);
    expect(await eventsOf(open.reader, 'project/a')).toEqual(appended);
  });

  it('refuses an expected version that is not the stream’s, and records nothing', async () => {
    await add('project/a', 0, [{}]);
    await expect(add('project/a', 0, [{}])).rejects.toThrow('stands at 1');
    await expect(add('project/b', 1, [{}])).rejects.toThrow('stands at 0');
    expect((await programmeHead(open.reader)).seq).toBe(1);
  });

  it('refuses a body that cannot be hashed twice alike', async () => {
    await expect(add('project/a', 0, [{ half: 0.5 }])).rejects.toThrow('safe integer');
  });

  it('reads in pages, the last of them short or missing', async () => {
    await add(
      'project/a',
      0,
      Array.from({ length: PAGE * 2 }, (_, n) => ({ n })),
    );
    await add('project/b', 0, [{}]);
    expect((await gathered(readStream(open.reader, 'project/a'))).map((page) => page.length)).toEqual([
      PAGE,
      PAGE,
    ]);
    expect((await gathered(readAll(open.reader))).map((page) => page.length)).toEqual([PAGE, PAGE, 1]);
  });

  it('lets writes go on between two pages, and reads those too', async () => {
    await add(
      'project/a',
      0,
      Array.from({ length: PAGE }, (_, n) => ({ n })),
    );
    const pages = readStream(open.reader, 'project/a');
    await pages.next();
    await add('project/a', PAGE, [{ late: true }]);
    expect((await pages.next()).value).toHaveLength(1);
  });

  it('shows the events up to a business day, whatever instant they were recorded', async () => {
    await add('project/a', 0, [{}], '2023-10-01');
    await add('project/a', 1, [{}], '2023-10-02');
    expect(await eventsOf(open.reader, 'project/a', { onDay: '2023-10-01' })).toHaveLength(1);
    expect(await eventsOf(open.reader, 'project/a', { onDay: '2023-09-30' })).toEqual([]);
  });

  it('chains each stream and the programme over canonical envelopes, bodies apart', async () => {
    await add('project/a', 0, [{ n: 1 }]);
    await add('project/b', 0, [{ n: 2 }]);
    for await (const page of rawEvents(open.reader, PAGE)) {
      let programme = CHAIN_START;
      for (const { event, body } of page) {
        const { streamHash, programmeHash, actingFor: _, ...envelope } = event;
        expect(envelope.bodyDigest).toBe(bodyDigest(body!.salt, body!.body));
        expect(streamHash).toBe(chainHash(CHAIN_START, envelope));
        expect(programmeHash).toBe((programme = chainHash(programme, envelope)));
      }
    }
    const head = await programmeHead(open.reader);
    expect(await programmeHashAt(open.reader, 2)).toBe(head.hash);
    expect((await streamHead(open.reader, 'project/b')).seq).toBe(1);
    expect(await streamHead(open.reader, 'project/c')).toEqual({ seq: 0, hash: CHAIN_START });
  });
});
