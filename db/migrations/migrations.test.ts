import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readdirSync } from 'node:fs';
import type Database from 'better-sqlite3';
import { migrate, migrationsFolder } from '../dialect/migrate';
import { databasePath } from '../dialect/open';
import { openWriterFile } from '../dialect/files';
import { bodyDigest, CHAIN_START, chainHash } from '../journal/digest';
import { JOURNAL_TRIGGERS } from '../journal/triggers';
import { temporaryFolder, type TemporaryFolder } from '../testing/temporary-store';
import { toyStore } from '../testing/toy-store';

const migrations = readdirSync(migrationsFolder()).filter((name) => name.endsWith('.sql'));
/** The journal stands on its triggers from this migration on. */
const FIRST_WITH_TRIGGERS = 2;

let folder: TemporaryFolder;
let file: Database.Database;
beforeEach(() => {
  folder = temporaryFolder();
  file = openWriterFile(databasePath(folder.dataDir));
});
afterEach(() => {
  file.close();
  folder.remove();
});

/** Writes events as the first release did, by the columns it had. */
function oldJournal(): void {
  const streamHashes = new Map<string, string>();
  let programme = CHAIN_START;
  [
    { stream: 'project/p1', seq: 1, type: 'begun', v: 1, body: '{"ref":"RX-004"}' },
    { stream: 'project/p1', seq: 2, type: 'added', v: 1, body: '{"pounds":5}' },
    { stream: 'project/p1', seq: 3, type: 'noted', v: 1, body: '{"pence":7,"words":"old"}' },
  ].forEach(({ body, ...event }, index) => {
    const envelope = {
      ...event,
      globalSeq: index + 1,
      id: `event-${index}`,
      recordedAt: '2023-10-01T09:00:00.000Z',
      day: '2023-10-01',
      actor: 'ann',
      commandId: `c${index}`,
      bodyDigest: bodyDigest('salt', body),
    };
    const stream = chainHash(streamHashes.get(event.stream) ?? CHAIN_START, envelope);
    programme = chainHash(programme, envelope);
    streamHashes.set(event.stream, stream);
    file
      .prepare(
        `insert into events (global_seq, stream, seq, id, type, v, recorded_at, day, actor, command_id, body_digest, stream_hash, programme_hash)
         values (@globalSeq, @stream, @seq, @id, @type, @v, @recordedAt, @day, @actor, @commandId, @bodyDigest, @streamHash, @programmeHash)`,
      )
      .run({ ...envelope, streamHash: stream, programmeHash: programme });
    file.prepare('insert into bodies (event_id, salt, body) values (?, ?, ?)').run(envelope.id, 'salt', body);
  });
  file.exec(
    `insert into stream_states (stream, kind, id, version, fold_version, rows_version, as_of, state)
     values ('project/p1', 'project', 'p1', 3, 0, 0, 3, '{}')`,
  );
}

const triggers = () =>
  (file.prepare("select name from sqlite_master where type = 'trigger'").all() as { name: string }[]).map(
    (row) => row.name,
  );

describe('migrations', () => {
  it.each(migrations.map((name, index) => [name, index + 1] as const))(
    'through %s leave the triggers standing and an old journal that folds',
    async (_, upTo) => {
      await migrate(file, 1);
      oldJournal();
      await migrate(file, upTo);
      if (upTo >= FIRST_WITH_TRIGGERS) {
        expect(triggers()).toEqual(expect.arrayContaining([...JOURNAL_TRIGGERS]));
        expect(() => file.exec('delete from events')).toThrow('never deleted');
      }
      file.close();
      const toys = await toyStore({}, folder);
      const state = await toys.store.readState('project', 'p1');
      expect(state).toMatchObject({ ref: 'RX-004', total: 500, version: 3 });
      await toys.store.close();
      file = openWriterFile(databasePath(folder.dataDir));
    },
  );

  it('are applied once', async () => {
    expect(await migrate(file)).toBe(migrations.length);
    expect(await migrate(file)).toBe(0);
  });
});

describe('the journal’s triggers', () => {
  beforeEach(async () => {
    await migrate(file);
    oldJournal();
  });

  const copyOf = (changes: Record<string, string | number>) => {
    const row = file.prepare('select * from events where global_seq = 2').get() as Record<string, unknown>;
    const changed = { ...row, ...changes };
    const names = Object.keys(changed);
    return { sql: `into events (${names.join()}) values (${names.map((name) => `@${name}`).join()})`, changed };
  };

  it.each([
    ['update events set actor = "x"', 'never changed'],
    ['delete from events where global_seq = 3', 'never deleted'],
    [`update bodies set body = '{}'`, 'only by a redaction'],
    [`update bodies set redaction = 'event-0' where event_id = 'event-1'`, 'only by a redaction'],
    ['delete from bodies', 'never deleted'],
    [`insert or replace into bodies (event_id, salt, body) values ('event-1', 's', '{}')`, 'only appended'],
    [`insert into bodies (event_id, salt, body, redaction) values ('x', 's', '{}', 'event-1')`, 'only appended'],
  ])('refuse: %s', (statement, why) => {
    expect(() => file.exec(statement.replaceAll('"', "'"))).toThrow(why);
  });

  it.each([true, false])('refuse to replace an event, with recursive triggers on: %s', (recursive) => {
    file.pragma(`recursive_triggers = ${recursive ? 'ON' : 'OFF'}`);
    const { sql, changed } = copyOf({ actor: 'forged' });
    expect(() => file.prepare(`insert or replace ${sql}`).run(changed)).toThrow(/only appended|never deleted/);
  });

  it('refuse a gap in the stream and in the programme, and an id met before', () => {
    for (const changes of [
      { global_seq: 5, seq: 4, id: 'n' },
      { global_seq: 4, seq: 5, id: 'n' },
      { global_seq: 4, seq: 4, id: 'event-1' },
    ]) {
      const { sql, changed } = copyOf(changes);
      expect(() => file.prepare(`insert ${sql}`).run(changed)).toThrow('without a gap');
    }
    const { sql, changed } = copyOf({ global_seq: 4, seq: 4, id: 'n' });
    expect(file.prepare(`insert ${sql}`).run(changed).changes).toBe(1);
  });
});
