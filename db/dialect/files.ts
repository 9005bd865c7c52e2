import Database from 'better-sqlite3';

/** How long SQLite itself waits for a lock: short, because it waits with the whole process standing still. */
export const BUSY_TIMEOUT_MS = 50;

/** Opens the one connection that writes: WAL, every commit on the disk before it is acknowledged. */
export function openWriterFile(path: string): Database.Database {
  refuseMemory(path);
  const file = new Database(path, { timeout: BUSY_TIMEOUT_MS });
  file.pragma('journal_mode = WAL');
  file.pragma('synchronous = FULL');
  setCommon(file);
  // What a redaction takes out must not linger in free pages.
  file.pragma('secure_delete = ON');
  return file;
}

/** Opens a connection that can only read; it sees the last commit and never waits for the writer. */
export function openReaderFile(path: string): Database.Database {
  refuseMemory(path);
  const file = new Database(path, { timeout: BUSY_TIMEOUT_MS, readonly: true, fileMustExist: true });
  setCommon(file);
  return file;
}

function setCommon(file: Database.Database): void {
  file.pragma('foreign_keys = ON');
  // Without it INSERT OR REPLACE deletes the old row without asking the delete trigger.
  file.pragma('recursive_triggers = ON');
  file.pragma(`busy_timeout = ${BUSY_TIMEOUT_MS}`);
}

function refuseMemory(path: string): void {
  if (path === '' || path.startsWith(':memory:')) {
    throw new Error(
      'The store has two connections, which an in-memory database cannot serve: give it a file',
    );
  }
}

/** Whether an error says that another process holds the lock. */
export const isBusy = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  typeof error.code === 'string' &&
  error.code.startsWith('SQLITE_BUSY');
