import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import type Database from 'better-sqlite3';
import { drizzle, type BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import { isBusy } from './files';

/** What queries are written against, whether inside a transaction or on the reading connection. */
export type Reader = Pick<BetterSQLite3Database, 'select' | 'selectDistinct' | 'get' | 'all'>;
/** The writer, which exists only inside `write`. */
export type Tx = Reader & Pick<BetterSQLite3Database, 'insert' | 'update' | 'delete' | 'run'>;

/** Another process held the lock for too long; nothing was changed and the same command may be given again. */
export class Unavailable extends Error {
  override readonly name = 'Unavailable';
}

/** A write was begun inside a write; it would wait for itself for ever. */
export class NestedWrite extends Error {
  override readonly name = 'NestedWrite';
}

export interface Writer {
  /** Runs the work in one transaction, after every write asked for before it. Throws Unavailable; refuses nesting. */
  write<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Waits for the writes under way. */
  idle(): Promise<void>;
}

export const GIVE_UP_AFTER_MS = 5_000;

/** One connection, one queue, one transaction at a time. */
export function makeWriter(file: Database.Database, giveUpAfterMs = GIVE_UP_AFTER_MS): Writer {
  const db = drizzle(file);
  const inside = new AsyncLocalStorage<{ open: boolean }>();
  let last: Promise<unknown> = Promise.resolve();

  const transact = async <T>(work: (tx: Tx) => Promise<T>): Promise<T> => {
    await begin(file, giveUpAfterMs);
    const mark = { open: true };
    try {
      const result = await inside.run(mark, () => work(onlyWhile(db, mark)));
      mark.open = false;
      file.exec('COMMIT');
      return result;
    } catch (error) {
      mark.open = false;
      if (file.inTransaction) file.exec('ROLLBACK');
      throw error;
    }
  };

  return {
    write<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
      if (inside.getStore()?.open) {
        return Promise.reject(new NestedWrite('A write was begun inside a write: use the tx already given'));
      }
      const mine = last.then(() => transact(work));
      last = mine.catch(() => undefined);
      return mine;
    },
    idle: async () => {
      await last;
    },
  };
}

/** Takes the write lock, trying again with jitter while another process holds it. */
async function begin(file: Database.Database, giveUpAfterMs: number): Promise<void> {
  const start = performance.now();
  for (let attempt = 0; ; attempt += 1) {
    try {
      file.exec('BEGIN IMMEDIATE');
      return;
    } catch (error) {
      if (!isBusy(error)) throw error;
      if (performance.now() - start >= giveUpAfterMs) {
        throw new Unavailable('Another process is writing; try again in a moment', { cause: error });
      }
      await wait(5 + Math.random() * Math.min(200, 20 * 2 ** Math.min(attempt, 4)));
    }
  }
}

/** The writer for as long as its transaction is open; a handle kept longer would write into somebody else's. */
function onlyWhile(db: BetterSQLite3Database, mark: { readonly open: boolean }): Tx {
  return new Proxy(db, {
    get(target, name) {
      if (!mark.open) throw new Error('This transaction is over: a tx must not be kept');
      const member: unknown = Reflect.get(target, name, target);
      return typeof member === 'function' ? member.bind(target) : member;
    },
  });
}
