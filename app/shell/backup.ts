import { copyFile, mkdir, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { copyDatabase, DATABASE_FILE, databasePath, withSnapshot } from '~db/dialect/open';
import { programmeHead } from '~db/journal/journal';
import { openBlobs } from './blobs';
import { readHead, writeHead } from './verify';

/** What a backup says of itself, in `backup.json` beside the copy. */
export interface BackupNote {
  /** Head of the programme's chain in the copy. */
  readonly head: string;
  readonly takenAt: string;
  readonly files: number;
}

/** The folder cannot be backed up to or restored from, with why. */
export class UnfitBackup extends Error {
  override readonly name = 'UnfitBackup';
}

const NOTE = 'backup.json';

/**
 * Copies a data folder to a new folder while the server serves: first the database, then the files, so that every
 * file the copied database refers to is in the copy. Refuses a folder that has anything in it.
 */
export async function backup(dataDir: string, to: string, takenAt: string): Promise<BackupNote> {
  if (!existsSync(databasePath(dataDir))) throw new UnfitBackup(`There is no database in ${dataDir}`);
  await mkdir(to, { recursive: true });
  if ((await readdir(to)).length > 0) throw new UnfitBackup(`${to} is not empty`);
  await copyDatabase(dataDir, join(to, DATABASE_FILE));
  await syncFile(join(to, DATABASE_FILE));
  const files = await copyBlobs(dataDir, to);
  const note: BackupNote = { head: await headOf(to), takenAt, files };
  await writeFile(join(to, NOTE), `${JSON.stringify(note, undefined, 2)}\n`);
  return note;
}

/**
 * Puts a backup into a data folder that has no database yet. Refuses a backup that is damaged or ends elsewhere than
 * it says.
 */
export async function restore(from: string, dataDir: string): Promise<BackupNote> {
  if (existsSync(databasePath(dataDir))) throw new UnfitBackup(`There already is a database in ${dataDir}`);
  const note = await noteOf(from);
  const faults = await withSnapshot(from, async (_db, checks) =>
    checks.integrity().filter((line) => line !== 'ok'),
  );
  if (faults.length > 0) throw new UnfitBackup(`The backup's database is damaged: ${faults[0]}`);
  const head = await headOf(from);
  if (!readHead(note.head) || head !== note.head) {
    throw new UnfitBackup(`The backup says its journal ends at ${note.head}, and it ends at ${head}`);
  }
  await mkdir(dataDir, { recursive: true });
  await copyBlobs(from, dataDir);
  const coming = join(dataDir, `${DATABASE_FILE}.coming`);
  await rm(coming, { force: true });
  await copyDatabase(from, coming);
  await syncFile(coming);
  await rename(coming, databasePath(dataDir));
  return note;
}

async function noteOf(from: string): Promise<BackupNote> {
  try {
    return JSON.parse(await readFile(join(from, NOTE), 'utf8')) as BackupNote;
  } catch (error) {
    throw new UnfitBackup(`${from} is not a backup: it has no readable ${NOTE}`, { cause: error });
  }
}

const headOf = (dataDir: string): Promise<string> =>
  withSnapshot(dataDir, async (db) => {
    const { seq, hash } = await programmeHead(db);
    return writeHead({ seq, hash });
  });

async function copyBlobs(from: string, to: string): Promise<number> {
  const [source, target] = [openBlobs(from), openBlobs(to)];
  let files = 0;
  for await (const sha256 of source.list()) {
    if ((await source.verify(sha256)) !== 'ok') throw new UnfitBackup(`The file ${sha256} is damaged`);
    await mkdir(dirname(target.pathOf(sha256)), { recursive: true });
    await copyFile(source.pathOf(sha256), target.pathOf(sha256));
    await syncFile(target.pathOf(sha256));
    files += 1;
  }
  return files;
}

async function syncFile(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
