import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Largest file kept, 25 MB. */
export const MAX_BLOB_BYTES = 25 * 1024 * 1024;

/** A file that is larger than is kept, or empty. */
export class UnfitFile extends Error {
  override readonly name = 'UnfitFile';
  constructor(readonly why: 'too-large' | 'empty') {
    super(why === 'empty' ? 'The file is empty' : `The file is larger than ${MAX_BLOB_BYTES} bytes`);
  }
}

export interface Blob {
  readonly sha256: string;
  readonly bytes: number;
}

/** Files by the SHA-256 of what is in them, under `<data folder>/blobs/ab/ab…`. */
export interface Blobs {
  /** Keeps a file and has it on the disk before it answers. Throws UnfitFile. */
  put(content: AsyncIterable<Uint8Array> | Uint8Array): Promise<Blob>;
  /** The file's bytes; undefined when it is not there. */
  get(sha256: string): Promise<Buffer | undefined>;
  has(sha256: string): Promise<boolean>;
  /** Whether what is kept still is what its name says. */
  verify(sha256: string): Promise<'ok' | 'missing' | 'changed'>;
  /** The digests of everything kept. */
  list(): AsyncGenerator<string>;
  /** Only for a redaction. */
  remove(sha256: string): Promise<void>;
  pathOf(sha256: string): string;
}

/** Opens the files of a data folder. */
export function openBlobs(dataDir: string, maxBytes = MAX_BLOB_BYTES): Blobs {
  const root = join(dataDir, 'blobs');
  const pathOf = (sha256: string): string => {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('A blob is named by the SHA-256 of its content');
    return join(root, sha256.slice(0, 2), sha256);
  };
  return {
    pathOf,
    put: (content) => putFile(root, pathOf, content, maxBytes),
    get: async (sha256) => unlessMissing(readFile(pathOf(sha256))),
    has: async (sha256) => (await unlessMissing(stat(pathOf(sha256)))) !== undefined,
    verify: async (sha256) => {
      const found = await unlessMissing(digestOf(pathOf(sha256)));
      return found === undefined ? 'missing' : found === sha256 ? 'ok' : 'changed';
    },
    list: () => listFiles(root),
    remove: (sha256) => rm(pathOf(sha256), { force: true }),
  };
}

async function putFile(
  root: string,
  pathOf: (sha256: string) => string,
  content: AsyncIterable<Uint8Array> | Uint8Array,
  maxBytes: number,
): Promise<Blob> {
  await mkdir(join(root, 'coming'), { recursive: true });
  const coming = join(root, 'coming', randomUUID());
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    const file = await open(coming, 'wx');
    try {
      for await (const chunk of content instanceof Uint8Array ? [content] : content) {
        bytes += chunk.byteLength;
        if (bytes > maxBytes) throw new UnfitFile('too-large');
        hash.update(chunk);
        await file.writeFile(chunk);
      }
      if (bytes === 0) throw new UnfitFile('empty');
      await file.sync();
    } finally {
      await file.close();
    }
    const sha256 = hash.digest('hex');
    const folder = join(root, sha256.slice(0, 2));
    await mkdir(folder, { recursive: true });
    await rename(coming, pathOf(sha256));
    await syncFolder(folder);
    await syncFolder(root);
    return { sha256, bytes };
  } catch (error) {
    await rm(coming, { force: true });
    throw error;
  }
}

/** A rename is only on the disk once its folder is. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function* listFiles(root: string): AsyncGenerator<string> {
  for (const folder of ((await unlessMissing(readdir(root))) ?? []).sort()) {
    if (!/^[0-9a-f]{2}$/.test(folder)) continue;
    yield* (await readdir(join(root, folder))).sort();
  }
}

async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

async function unlessMissing<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
