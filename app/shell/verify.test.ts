import { writeFileSync, rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type Database from 'better-sqlite3';
import { toyStore, type ToyStore } from '~db/testing/toy-store';
import { withoutTriggers } from '~db/testing/temporary-store';
import { bodyDigest, chainHash } from '~db/journal/digest';
import { readHead, verify, writeHead, type Problem } from './verify';

let toys: ToyStore;
let sha256: string;

beforeEach(async () => {
  toys = await toyStore();
  await toys.give('begin', { ref: 'RX-004' });
  await toys.give('add', { pence: 500 });
  await toys.give('note', { words: 'first' });
  await toys.give('begin', { ref: 'RX-005' }, { id: 'p2' });
  await toys.give('note', { words: 'second' }, { id: 'p2' });
  sha256 = (await toys.store.blobs.put(Buffer.from('evidence'))).sha256;
  await toys.give('keep-file', { sha256 });
  await toys.give('add', { pence: 1 });
});
afterEach(() => toys.close());

const check = (head?: string) => verify(toys.store, head === undefined ? undefined : readHead(head));
const found = async (head?: string): Promise<readonly Problem[]> => (await check(head)).problems;
const tamper = (change: (file: Database.Database) => void) =>
  toys.folder.tamper((file) => withoutTriggers(file, () => change(file)));
const kinds = (problems: readonly Problem[]) => [...new Set(problems.map((problem) => problem.what))].sort();

describe('verify', () => {
  it('finds nothing wrong with an honest record, and prints its head', async () => {
    const verified = await check();
    expect(verified.problems).toEqual([]);
    expect(verified).toMatchObject({ events: 7, streams: 2, notes: [] });
    expect(verified.head).toEqual(await toys.store.head());
    expect(await found(writeHead(verified.head))).toEqual([]);
  });

  it('goes on while the server writes', async () => {
    const running = check();
    for (let i = 0; i < 20; i += 1) await toys.give('add', { pence: i });
    expect((await running).problems).toEqual([]);
    expect(await found()).toEqual([]);
  });

  it('holds a head printed earlier against a journal that has gone on', async () => {
    const head = writeHead((await check()).head);
    await toys.give('add', { pence: 2 });
    expect(await found(head)).toEqual([]);
  });
});

describe('tampering that verify finds and names', () => {
  it('a changed value in a body', async () => {
    tamper((file) => file.exec(`update bodies set body = '{"pence":900}' where body = '{"pence":500}'`));
    const problems = await found();
    expect(problems).toContainEqual({
      what: 'body',
      where: 'project/p1 event 2 (added)',
      sentence: 'The body of project/p1 event 2 (added) is not the one that was recorded',
    });
    expect(problems.find((each) => each.what === 'state')?.sentence).toContain('it differs at total');
  });

  it.each(['recorded_at', 'day', 'actor', 'type', 'body_digest', 'command_id', 'id'])(
    'a changed %s in the journal',
    async (column) => {
      tamper((file) => file.exec(`update events set ${column} = 'forged' where global_seq = 2`));
      const problems = await found();
      expect(kinds(problems)).toEqual(expect.arrayContaining(['chain', 'programme-chain']));
      expect(problems.find((each) => each.what === 'chain')?.where).toContain('project/p1 event 2');
    },
  );

  it('a changed hash in the journal', async () => {
    tamper((file) => file.exec(`update events set stream_hash = '00' where global_seq = 2`));
    expect(kinds(await found())).toEqual(['chain']);
  });

  it('a body that is gone', async () => {
    tamper((file) =>
      file.exec('delete from bodies where event_id = (select id from events where global_seq = 3)'),
    );
    expect((await found()).map((each) => each.sentence)).toContain(
      'project/p1 event 3 (noted) has lost its body',
    );
  });

  it('the last event deleted', async () => {
    tamper((file) => {
      file.exec('delete from bodies where event_id = (select id from events where global_seq = 7)');
      file.exec('delete from events where global_seq = 7');
    });
    const problems = await found();
    expect(kinds(problems)).toEqual(expect.arrayContaining(['command-log', 'state']));
    expect(problems.find((each) => each.what === 'state')?.sentence).toBe(
      'The state of project/p1 is of version 5, and its journal ends at event 4',
    );
  });

  it('the last event deleted with everything that tells of it, against a printed head', async () => {
    const head = writeHead((await check()).head);
    tamper((file) => {
      const { command } = file
        .prepare('select command_id as command from events where global_seq = 7')
        .get() as {
        command: string;
      };
      file.prepare('delete from command_log where command_id = ?').run(command);
      file.exec('delete from bodies where event_id = (select id from events where global_seq = 7)');
      file.exec('delete from events where global_seq = 7');
      file.exec(`update stream_states set fold_version = 0`);
    });
    toys = await toys.again();
    expect(await found()).toEqual([]);
    expect(await found(head)).toEqual([
      {
        what: 'head',
        where: 'event 7',
        sentence: 'The journal has been shortened: it no longer reaches event 7, which a printed head names',
      },
    ]);
  });

  it('a deleted project', async () => {
    tamper((file) => {
      file.exec(`delete from bodies where event_id in (select id from events where stream = 'project/p2')`);
      file.exec(`delete from events where stream = 'project/p2'`);
    });
    const sentences = (await found()).map((each) => each.sentence);
    expect(sentences).toContain("Of the programme's events, those from 4 to 5 are missing");
    expect(sentences).toContain(
      'project/p2 has been deleted from the journal: its state is kept and not one event of it',
    );
    expect(sentences).toContain('risk_rows has rows of project/p2, which the journal does not have');
  });

  it('a chain rewritten from a changed body on, against a printed head', async () => {
    const head = writeHead((await check()).head);
    tamper(rewriteChains);
    toys = await toys.again();
    expect(await found()).toEqual([]);
    expect(await found(head)).toEqual([
      {
        what: 'head',
        where: 'event 7',
        sentence: 'The journal has been rewritten: at event 7 it has another hash than the printed head',
      },
    ]);
  });

  it('a changed state, naming the place', async () => {
    tamper((file) => file.exec(`update stream_states set state = replace(state, 'first', 'worst')`));
    expect(await found()).toEqual([
      {
        what: 'state',
        where: 'project/p1',
        sentence: 'The state of project/p1 is not the fold of its journal: it differs at notes.0.words',
      },
    ]);
  });

  it('a changed, a missing and an added row', async () => {
    tamper((file) => file.exec(`update risk_rows set score = 5 where project = 'p2'`));
    expect((await found()).map((each) => each.sentence)).toEqual([
      'A row of risk_rows of project/p2 was changed: score (note-2)',
    ]);
    tamper((file) => file.exec(`update risk_rows set id = 'other' where project = 'p2'`));
    expect((await found()).map((each) => each.sentence)).toEqual([
      'A row of risk_rows of project/p2 is missing (note-2)',
      'A row of risk_rows of project/p2 stands for nothing in the record (other)',
    ]);
  });

  it('a changed name of a project', async () => {
    tamper((file) => file.exec(`update refs set ref = 'RX-099', shown = 'RX-099' where ref = 'RX-005'`));
    expect(kinds(await found())).toEqual(['ref']);
  });

  it('a changed answer in the command log, and a command taken out of it', async () => {
    tamper((file) =>
      file.exec(`update command_log set answer = replace(answer, '"events":["', '"events":["x')`),
    );
    expect(kinds(await found())).toEqual(['command-log']);
    tamper((file) => file.exec('delete from command_log'));
    expect(kinds(await found())).toEqual(['command-log']);
  });

  it('a changed and a missing file', async () => {
    writeFileSync(toys.store.blobs.pathOf(sha256), 'forged');
    expect((await found()).map((each) => each.sentence)).toEqual([
      `The file ${sha256} of project/p1 is not what it was when it was kept`,
    ]);
    rmSync(toys.store.blobs.pathOf(sha256));
    expect((await found()).map((each) => each.sentence)).toEqual([`A file of project/p1 is gone: ${sha256}`]);
  });

  it('a trigger taken away', async () => {
    toys.folder.tamper((file) => file.exec('drop trigger events_no_delete'));
    expect(await found()).toMatchObject([{ what: 'trigger', where: 'events_no_delete' }]);
  });
});

/** What an owner of the file who knows the format can do: change one body and recompute every hash after it. */
function rewriteChains(file: Database.Database): void {
  const rows = file
    .prepare(
      'select e.*, b.salt, b.body from events e join bodies b on b.event_id = e.id order by global_seq',
    )
    .all() as Record<string, string & number>[];
  const streams = new Map<string, string>();
  let programme = '0'.repeat(64);
  for (const row of rows) {
    const body = row['body'] === '{"pence":500}' ? '{"pence":900}' : row['body']!;
    const envelope = {
      stream: row['stream']!,
      seq: row['seq']!,
      globalSeq: row['global_seq']!,
      id: row['id']!,
      type: row['type']!,
      v: row['v']!,
      recordedAt: row['recorded_at']!,
      day: row['day']!,
      actor: row['actor']!,
      commandId: row['command_id']!,
      bodyDigest: bodyDigest(row['salt']!, body),
    };
    const stream = chainHash(streams.get(envelope.stream) ?? '0'.repeat(64), envelope);
    programme = chainHash(programme, envelope);
    streams.set(envelope.stream, stream);
    file.prepare('update bodies set body = ? where event_id = ?').run(body, envelope.id);
    file
      .prepare('update events set body_digest = ?, stream_hash = ?, programme_hash = ? where global_seq = ?')
      .run(envelope.bodyDigest, stream, programme, envelope.globalSeq);
  }
  file.exec('update stream_states set fold_version = 0');
}
