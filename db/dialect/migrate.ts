import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type Database from 'better-sqlite3';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { setTimeout as wait } from 'node:timers/promises';
import { isBusy } from './files';

/** Where the migrations lie, whether run from the sources or from a build beside them. */
export function migrationsFolder(): string {
  const starts = [dirname(fileURLToPath(import.meta.url)), process.cwd()];
  for (const start of starts) {
    for (let at = start; ; at = dirname(at)) {
      const folder = join(at, 'db', 'migrations');
      if (existsSync(join(folder, 'meta', '_journal.json'))) return folder;
      if (dirname(at) === at) break;
    }
  }
  throw new Error('The folder db/migrations was not found');
}

/**
 * Brings a file to the newest schema, or for tests only through its first `upTo` migrations, each whole or not at all.
 * Two processes may start at once: the lock is taken before asking what is still to do.
 */
export async function migrate(file: Database.Database, upTo = Number.POSITIVE_INFINITY): Promise<number> {
  const migrations = readMigrationFiles({ migrationsFolder: migrationsFolder() }).slice(
    0,
    Math.min(upTo, 1_000),
  );
  await lock(file);
  try {
    file.exec(
      'create table if not exists applied_migrations (hash text not null, made integer primary key not null)',
    );
    const done = new Map(
      (
        file.prepare('select made, hash from applied_migrations').all() as { made: number; hash: string }[]
      ).map((row) => [row.made, row.hash]),
    );
    const note = file.prepare('insert into applied_migrations (hash, made) values (?, ?)');
    let applied = 0;
    for (const migration of migrations) {
      if (done.has(migration.folderMillis)) continue;
      for (const statement of migration.sql) file.exec(statement);
      note.run(migration.hash, migration.folderMillis);
      applied += 1;
    }
    file.exec('COMMIT');
    return applied;
  } catch (error) {
    if (file.inTransaction) file.exec('ROLLBACK');
    throw error;
  }
}

async function lock(file: Database.Database): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      file.exec('BEGIN IMMEDIATE');
      return;
    } catch (error) {
      if (!isBusy(error) || attempt > 200) throw error;
      await wait(25 + Math.random() * 50);
    }
  }
}
