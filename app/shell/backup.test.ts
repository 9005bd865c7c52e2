import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { temporaryFolder, type TemporaryFolder } from '~db/testing/temporary-store';
import { toyStore, type ToyStore } from '~db/testing/toy-store';
import { backup, restore } from './backup';
import { verify, writeHead } from './verify';

const AT = '2023-10-01T12:00:00.000Z';
let toys: ToyStore;
let copy: TemporaryFolder;
let fresh: TemporaryFolder;
beforeEach(async () => {
  [toys, copy, fresh] = [await toyStore(), temporaryFolder(), temporaryFolder()];
  await toys.give('begin', { ref: 'RX-004' });
  const { sha256 } = await toys.store.blobs.put(Buffer.from('evidence'));
  await toys.give('keep-file', { sha256 });
});
afterEach(async () => {
  await toys.close();
  copy.remove();
  fresh.remove();
});

describe('a backup', () => {
  it('taken while the server writes is restored as a whole record', async () => {
    const taking = backup(toys.store.dataDir, copy.dataDir, AT);
    for (let i = 0; i < 10; i += 1) await toys.give('add', { pence: i });
    const note = await taking;
    expect(await restore(copy.dataDir, fresh.dataDir)).toEqual(note);
    const restored = await toyStore({}, fresh);
    const verified = await verify(restored.store);
    expect(verified.problems).toEqual([]);
    expect(writeHead(verified.head)).toBe(note.head);
    await restored.store.close();
  });

  it('goes into an empty folder only, and is restored into one without a database only', async () => {
    await backup(toys.store.dataDir, copy.dataDir, AT);
    await expect(backup(toys.store.dataDir, copy.dataDir, AT)).rejects.toThrow('not empty');
    await expect(restore(copy.dataDir, toys.store.dataDir)).rejects.toThrow('already is a database');
  });

  it('is refused when it ends elsewhere than it says, has a damaged file, or is none', async () => {
    await expect(restore(copy.dataDir, fresh.dataDir)).rejects.toThrow('not a backup');
    await backup(toys.store.dataDir, copy.dataDir, AT);
    const note = { head: `1:${'0'.repeat(64)}`, takenAt: AT, files: 1 };
    writeFileSync(join(copy.dataDir, 'backup.json'), JSON.stringify(note));
    await expect(restore(copy.dataDir, fresh.dataDir)).rejects.toThrow('says its journal ends at');
  });
});
