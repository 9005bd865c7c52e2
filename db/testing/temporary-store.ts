import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { databasePath } from '../dialect/open';

/** A data folder of its own for one test, with real files. */
export interface TemporaryFolder {
  readonly dataDir: string;
  /** The database's file as somebody who holds it could open it: no triggers respected unless asked. */
  tamper(change: (file: Database.Database) => void): void;
  remove(): void;
}

export function temporaryFolder(): TemporaryFolder {
  const dataDir = mkdtempSync(join(tmpdir(), 'tracker-'));
  return {
    dataDir,
    tamper: (change) => {
      const file = new Database(databasePath(dataDir));
      try {
        change(file);
      } finally {
        file.close();
      }
    },
    remove: () => rmSync(dataDir, { recursive: true, force: true }),
  };
}

/** Takes the journal's triggers away, as an owner of the file can. */
export function withoutTriggers(file: Database.Database, change: () => void): void {
  const triggers = file.prepare("select name, sql from sqlite_master where type = 'trigger'").all() as {
    name: string;
    sql: string;
  }[];
  file.pragma('foreign_keys = OFF');
  for (const { name } of triggers) file.exec(`drop trigger "${name}"`);
  change();
  for (const { sql } of triggers) file.exec(sql);
}
