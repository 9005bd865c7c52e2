import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { openReaderFile, openWriterFile } from './files';
import { migrate } from './migrate';
import { makeWriter, type Reader, type Writer } from './writer';

/** Name of the database in a data folder. */
export const DATABASE_FILE = 'tracker.sqlite';
export const databasePath = (dataDir: string): string => join(dataDir, DATABASE_FILE);

/** The two connections of an open database. */
export interface Connections {
  readonly reader: Reader;
  readonly writer: Writer;
  /** Empties the write-ahead log into the file, so that nothing redacted is left in it. */
  checkpoint(): void;
  close(): Promise<void>;
}

/** Opens a data folder's database, made and migrated where needed. `giveUpAfterMs` is how long a write waits for another process. */
export async function openConnections(dataDir: string, giveUpAfterMs?: number): Promise<Connections> {
  mkdirSync(dataDir, { recursive: true });
  const path = databasePath(dataDir);
  const writing = await whenFree(() => openWriterFile(path));
  await migrate(writing);
  const reading = openReaderFile(path);
  const writer = makeWriter(writing, giveUpAfterMs);
  return {
    reader: drizzle(reading),
    writer,
    checkpoint: () => {
      writing.pragma('wal_checkpoint(TRUNCATE)');
    },
    close: async () => {
      await writer.idle();
      reading.close();
      writing.close();
    },
  };
}

/** One moment of the database, held for as long as the work takes and seen by no other connection. */
export async function withSnapshot<T>(
  dataDir: string,
  work: (db: Reader, check: Checks) => Promise<T>,
): Promise<T> {
  const file = openReaderFile(databasePath(dataDir));
  try {
    file.exec('BEGIN');
    return await work(drizzle(file), {
      integrity: () =>
        (file.pragma('integrity_check') as { integrity_check: string }[]).map((row) => row.integrity_check),
      foreignKeys: () =>
        file.pragma('foreign_key_check') as { table: string; rowid: number; parent: string }[],
      triggers: () =>
        (
          file.prepare("select name from sqlite_master where type = 'trigger'").all() as { name: string }[]
        ).map((row) => row.name),
    });
  } finally {
    if (file.inTransaction) file.exec('COMMIT');
    file.close();
  }
}

/** What the database can say about itself. */
export interface Checks {
  /** `ok`, or what is wrong with the file. */
  integrity(): readonly string[];
  foreignKeys(): readonly { readonly table: string; readonly rowid: number; readonly parent: string }[];
  triggers(): readonly string[];
}

/** Copies a database while it is in use, page by page, to a new file. */
export async function copyDatabase(dataDir: string, to: string): Promise<void> {
  const file = openReaderFile(databasePath(dataDir));
  try {
    await file.backup(to);
  } finally {
    file.close();
  }
}

/** Another process may be switching the same new file to its write-ahead log. */
async function whenFree<T>(open: () => T): Promise<T> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return open();
    } catch (error) {
      if (
        attempt > 100 ||
        !(error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY'))
      ) {
        throw error;
      }
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }
}
