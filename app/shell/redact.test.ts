import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toyStore, type ToyStore } from '~db/testing/toy-store';
import { verify } from './verify';

let toys: ToyStore;
let event: string;
const SECRET = 'Mrs Somebody of Nowhere Road';

beforeEach(async () => {
  toys = await toyStore();
  await toys.give('begin', { ref: '' }, { kind: 'programme' });
  await toys.give('begin', { ref: 'RX-004' });
  const noted = await toys.give('note', { words: SECRET }, { commandId: 'said' });
  if (noted.kind !== 'ok') throw new Error(noted.kind);
  event = noted.events[0]!.id;
});
afterEach(() => toys.close());

const redact = async (digest?: string) =>
  toys.give(
    'redact',
    { event, digest: digest ?? (await toys.store.redactionOf(event))?.digest ?? '' },
    { kind: 'programme' },
  );

describe('a redaction', () => {
  it('takes the words and leaves figures, chain, state and rows whole', async () => {
    expect((await toys.store.redactionOf(event))?.left).toEqual({ pence: 7, words: '[redacted]' });
    expect(await redact()).toMatchObject({ kind: 'ok' });
    expect((await toys.store.events('project/p1'))[1]?.body).toEqual({ pence: 7, words: '[redacted]' });
    expect((await toys.store.readState('project', 'p1'))?.notes).toEqual([{ words: '[redacted]', seq: 2 }]);
    expect((await verify(toys.store)).problems).toEqual([]);
  });

  it('leaves the words in no file of the data folder', async () => {
    await redact();
    for (const name of readdirSync(toys.store.dataDir)) {
      expect(readFileSync(join(toys.store.dataDir, name)).includes(SECRET), name).toBe(false);
    }
  });

  it('is refused when what would be left is not what was confirmed, and changes nothing', async () => {
    expect(await redact('0'.repeat(64))).toMatchObject({
      kind: 'refused',
      refusals: [{ reason: 'contradiction' }],
    });
    expect((await toys.store.readState('programme', 'programme'))?.version).toBe(1);
    expect((await toys.store.readState('project', 'p1'))?.notes[0]?.words).toBe(SECRET);
  });

  it('is refused of an event that is not there', async () => {
    event = 'nothing';
    expect(await redact('x')).toMatchObject({ kind: 'refused', refusals: [{ reason: 'no-such-row' }] });
  });

  it('forgets what the command said, so that its words cannot be guessed by sending them again', async () => {
    await redact();
    const again = await toys.give('note', { words: SECRET }, { commandId: 'said' });
    expect(again).toEqual({ kind: 'conflict-of-command-id' });
  });

  it('shows in verify when the redacted body is changed afterwards', async () => {
    await redact();
    toys.folder.tamper((file) => {
      file.exec('drop trigger bodies_no_update');
      file.exec(`update bodies set body = '{"pence":9,"words":"[redacted]"}' where redaction is not null`);
    });
    expect((await verify(toys.store)).problems.map((each) => each.sentence)).toContain(
      'The body of project/p1 event 2 (noted) is not what its redaction left',
    );
  });

  it('of a file removes it, and verify does not miss it', async () => {
    const { sha256 } = await toys.store.blobs.put(Buffer.from('private'));
    await toys.give('keep-file', { sha256 });
    await toys.give('redact-file', { sha256 }, { kind: 'programme' });
    expect(await toys.store.blobs.has(sha256)).toBe(false);
    expect((await verify(toys.store)).problems).toEqual([]);
  });
});
