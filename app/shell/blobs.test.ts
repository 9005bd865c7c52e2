import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { temporaryFolder, type TemporaryFolder } from '~db/testing/temporary-store';
import { openBlobs, type Blobs } from './blobs';

let folder: TemporaryFolder;
let blobs: Blobs;
beforeEach(() => {
  folder = temporaryFolder();
  blobs = openBlobs(folder.dataDir, 10);
});
afterEach(() => folder.remove());

const coming = () => readdirSync(join(folder.dataDir, 'blobs', 'coming'));

describe('files', () => {
  it('are kept by what is in them, once', async () => {
    const first = await blobs.put(Buffer.from('hello'));
    expect(first).toEqual({
      sha256: '2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824',
      bytes: 5,
    });
    expect(await blobs.put(Buffer.from('hello'))).toEqual(first);
    expect((await blobs.get(first.sha256))?.toString()).toBe('hello');
    expect(await blobs.verify(first.sha256)).toBe('ok');
    const all: string[] = [];
    for await (const sha256 of blobs.list()) all.push(sha256);
    expect(all).toEqual([first.sha256]);
  });

  it('are refused when too large or empty, and leave nothing behind', async () => {
    await expect(blobs.put(Buffer.from('longer than ten'))).rejects.toMatchObject({ why: 'too-large' });
    await expect(blobs.put(Buffer.alloc(0))).rejects.toMatchObject({ why: 'empty' });
    expect(coming()).toEqual([]);
  });

  it('leave nothing behind when the sender breaks off', async () => {
    async function* broken() {
      yield Buffer.from('half');
      throw new Error('gone');
    }
    await expect(blobs.put(broken())).rejects.toThrow('gone');
    expect(coming()).toEqual([]);
  });

  it('tell changed from missing, and are named by nothing but a digest', async () => {
    const { sha256 } = await blobs.put(Buffer.from('hello'));
    writeFileSync(blobs.pathOf(sha256), 'other');
    expect(await blobs.verify(sha256)).toBe('changed');
    await blobs.remove(sha256);
    expect(await blobs.verify(sha256)).toBe('missing');
    expect(await blobs.get(sha256)).toBeUndefined();
    expect(() => blobs.pathOf('../../etc/passwd')).toThrow('named by');
    expect(existsSync(blobs.pathOf(sha256))).toBe(false);
  });
});
