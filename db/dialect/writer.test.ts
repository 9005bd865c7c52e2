import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sql } from 'drizzle-orm';
import { outbox } from '../schema/not-record';
import { riskRows, savingRows } from '../schema/projections';
import { temporaryFolder, type TemporaryFolder } from '../testing/temporary-store';
import { openConnections, type Connections } from './open';
import { openWriterFile } from './files';
import { Unavailable, type Tx } from './writer';

let folder: TemporaryFolder;
let open: Connections;
beforeEach(async () => {
  folder = temporaryFolder();
  open = await openConnections(folder.dataDir, 300);
});
afterEach(async () => {
  await open.close();
  folder.remove();
});

const message = (id: string) => ({
  id,
  event: 'e',
  kind: 'k',
  person: 'p',
  day: '2023-10-01',
  body: '{}',
  attempts: 0,
});
const messages = async () => (await open.reader.select().from(outbox)).map((row) => row.id);

describe('the writer', () => {
  it('refuses a write begun inside a write instead of waiting for itself', async () => {
    const nested = open.writer.write(async () => open.writer.write(async () => 1));
    await expect(nested).rejects.toThrow('inside a write');
  });

  it('takes writes one after another, whatever they wait for', async () => {
    const order: string[] = [];
    await Promise.all(
      ['a', 'b', 'c'].map((name) =>
        open.writer.write(async (tx) => {
          order.push(`${name} begins`);
          await tx.insert(outbox).values(message(name));
          await new Promise((resolve) => setTimeout(resolve, 5));
          order.push(`${name} ends`);
        }),
      ),
    );
    expect(order).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
    expect(await messages()).toEqual(['a', 'b', 'c']);
  });

  it('keeps nothing of a write that fails, and takes the next', async () => {
    const failing = open.writer.write(async (tx) => {
      await tx.insert(outbox).values(message('lost'));
      throw new Error('on the way');
    });
    await expect(failing).rejects.toThrow('on the way');
    await open.writer.write(async (tx) => {
      await tx.insert(outbox).values(message('kept'));
    });
    expect(await messages()).toEqual(['kept']);
  });

  it('shows readers nothing before the commit', async () => {
    await open.writer.write(async (tx) => {
      await tx.insert(outbox).values(message('coming'));
      expect(await messages()).toEqual([]);
    });
    expect(await messages()).toEqual(['coming']);
  });

  it('refuses a tx kept beyond its transaction', async () => {
    let kept: Tx | undefined;
    await open.writer.write(async (tx) => {
      kept = tx;
    });
    expect(() => kept?.insert(outbox)).toThrow('must not be kept');
  });

  it('gives up while another process holds the lock, and says so by type', async () => {
    folder.tamper((other) => other.pragma('journal_mode'));
    const other = openWriterFile(`${folder.dataDir}/tracker.sqlite`);
    other.exec('BEGIN IMMEDIATE');
    await expect(open.writer.write(async () => 1)).rejects.toBeInstanceOf(Unavailable);
    other.exec('ROLLBACK');
    expect(await open.writer.write(async () => 2)).toBe(2);
    other.close();
  });

  it('waits without standing still while another process writes', async () => {
    const other = openWriterFile(`${folder.dataDir}/tracker.sqlite`);
    other.exec('BEGIN IMMEDIATE');
    setTimeout(() => other.exec('COMMIT'), 60);
    expect(await open.writer.write(async () => 3)).toBe(3);
    other.close();
  });

  it('cannot be had in memory, where two connections see two databases', () => {
    expect(() => openWriterFile(':memory:')).toThrow('give it a file');
  });

  it('never writes through the reading connection', async () => {
    expect(() => open.reader.get(sql`delete from outbox returning *`)).toThrow(/readonly/);
  });
});

describe('the columns', () => {
  const cell = (amount: unknown) => ({
    ...{
      project: 'p',
      line: 'l',
      fy: 2024,
      series: 'proposed' as const,
      position: 0,
      kind: 'saving',
      timing: 'recurring',
    },
    ...{
      title: 't',
      adopted: true,
      state: 'given',
      stale: false,
      confirmed: false,
      by: 'a',
      day: '2023-10-01',
      seq: 1,
    },
    amount: amount as number,
  });
  const write = (amount: unknown) =>
    open.writer.write(async (tx) => tx.insert(savingRows).values(cell(amount)));

  it.each([1.5, 'two', 9_000_000_000_000_001, -9_000_000_000_000_001])(
    'refuse %s as pence',
    async (amount) => {
      await expect(write(amount)).rejects.toThrow(/CHECK|pence/);
    },
  );

  it.each([0, -9_000_000_000_000_000, 9_000_000_000_000_000, null])('take %s as pence', async (amount) => {
    await write(amount);
    expect((await open.reader.select({ amount: savingRows.amount }).from(savingRows))[0]).toEqual({ amount });
  });

  it('keep yes and no', async () => {
    await open.writer.write(async (tx) => {
      await tx
        .insert(riskRows)
        .values({ project: 'p', id: 'r', position: 0, ref: '1', risk: 'x', open: true, accepted: false });
    });
    expect((await open.reader.select().from(riskRows))[0]).toMatchObject({ open: true, accepted: false });
  });
});
