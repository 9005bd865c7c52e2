import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { frameworkV1 } from '~/core/gates/framework-v1';
import type { StreamKind } from '~/core/journal/event';
import { streams } from '~/core/streams';
import { readBusinessCase } from '~/documents/business-case-lite';
import { seededIds } from '~/shell/ids';
import { openStore, type Store } from '~/shell/store';
import { verify } from '~/shell/verify';
import { projections } from '~db/projections';
import { tableName } from '~db/projections/projection';
import { changesToDecide } from '~db/queries/changes';
import { debtCounts, debtRegister } from '~db/queries/debts';
import { listProjects, programmeTotals, projectRowByRef, themes } from '~db/queries/projects';
import {
  benefitRegister,
  conditionRegister,
  ownedBy,
  riskRegister,
  savingRegister,
  scheduleRegister,
} from '~db/queries/registers';
import { temporaryFolder, type TemporaryFolder } from '~db/testing/temporary-store';

const SEED = new URL('../../db/seed/RX-004-business-case-lite.txt', import.meta.url);
const TODAY = '2023-10-01';
let folder: TemporaryFolder;
let store: Store<typeof streams>;
let step = 0;

async function must(command: string, kind: StreamKind, input: unknown, id?: string): Promise<string> {
  const answer = await store.run({
    command,
    kind,
    input,
    commandId: `step-${(step += 1)}`,
    actor: { person: 'system', through: 'system' },
    ...(id === undefined ? {} : { id }),
  });
  if (answer.kind !== 'ok') throw new Error(`${command}: ${JSON.stringify(answer)}`);
  return answer.answer.id;
}

const open = async () =>
  openStore({
    dataDir: folder.dataDir,
    clock: () => '2023-10-01T09:00:00.000Z',
    ids: seededIds((step += 1)),
    streams,
    projections,
    startDay: TODAY,
  });

let project: string;
beforeAll(async () => {
  folder = temporaryFolder();
  store = await open();
  await must('begin-programme', 'programme', {
    name: 'Programme',
    organisation: 'Council',
    demonstration: true,
  });
  await must('publish-framework', 'framework', { framework: frameworkV1 }, frameworkV1.id);
  await must('register-person', 'person', { name: 'A Person' });
  const reading = readBusinessCase(readFileSync(SEED, 'utf8'), 'RX-004.txt');
  if (!reading.ok) throw new Error('The seed could not be read');
  project = await must('import-business-case', 'project', { document: reading.document });
});
afterAll(async () => {
  await store.close();
  folder.remove();
});

describe('the first record, imported', () => {
  it('is found by its ref, and listed', async () => {
    expect(await store.projectByRef('rx-004')).toBe(project);
    const { projects, total } = await listProjects(store.db, TODAY, { search: 'service optim' });
    expect(total).toBe(1);
    expect(projects[0]).toMatchObject({
      ref: 'RX-004',
      life: 'open',
      nextGate: 0,
      approvedGate: null,
      sponsor: null,
      proposedRunRate: 0,
      staleFigures: 0,
      overdue: false,
    });
    expect(projects[0]?.notAdoptedLines).toBeGreaterThan(0);
    expect(projects[0]?.tbcDebts).toBeGreaterThan(0);
    expect((await projectRowByRef(store.db, 'rx-004'))?.project).toBe(project);
    expect((await listProjects(store.db, TODAY, { search: '100%' })).total).toBe(0);
    expect(await themes(store.db)).toHaveLength(1);
  });

  it('is overdue at its next gate once the whole month is past, by the day it is read', async () => {
    const [row] = (await listProjects(store.db, '2030-01-01', { overdueOnly: true })).projects;
    expect(row).toMatchObject({ ref: 'RX-004', overdue: true });
  });

  it('has its rows in the registers', async () => {
    expect((await riskRegister(store.db, { project })).length).toBeGreaterThan(0);
    expect((await scheduleRegister(store.db, { project })).length).toBeGreaterThan(0);
    expect((await scheduleRegister(store.db, { overdueOn: '2030-01-01' })).length).toBeGreaterThan(0);
    expect((await benefitRegister(store.db)).length).toBeGreaterThan(0);
    expect((await savingRegister(store.db, { fy: 2024 })).length).toBeGreaterThan(0);
    expect(await conditionRegister(store.db, { openOnly: true })).toEqual([]);
    expect((await programmeTotals(store.db)).length).toBeGreaterThan(0);
    expect((await ownedBy(store.db, 'nobody')).appointments).toEqual([]);
  });

  it('lists what it owes, the oldest first, TBC and blank told apart, a page at a time', async () => {
    const counts = await debtCounts(store.db);
    expect(counts).toEqual({ tbc: 8, blank: 1 });
    const all = await debtRegister(store.db, { limit: 25, offset: 0 });
    expect(all.map(({ debt }) => debt.what).slice(0, 3)).toEqual([
      'Project sponsor',
      'Project lead',
      'Out of scope',
    ]);
    expect(all.every(({ ref, debt }) => ref === 'RX-004' && debt.since === TODAY)).toBe(true);
    const blank = await debtRegister(store.db, { kind: 'blank', limit: 25, offset: 0 });
    expect(blank.map(({ debt }) => debt.what)).toEqual(['Out of scope']);
    expect(await debtRegister(store.db, { limit: 3, offset: 3 })).toEqual(all.slice(3, 6));
    const [row] = (await listProjects(store.db, TODAY, {})).projects;
    expect([row?.tbcDebts, row?.blankDebts]).toEqual([counts.tbc, counts.blank]);
    expect(await changesToDecide(store.db, { person: 'x', s151: true, limit: 5 })).toEqual([]);
  });

  it('gives decisions the people, the framework it keeps and the other projects', async () => {
    const state = await store.readState('project', project);
    const external = await store.external(state);
    expect(external.framework.id).toBe(frameworkV1.id);
    expect(Object.values(external.directory).map((person) => person.name)).toContain('A Person');
    expect(external.projectRefs).toEqual([]);
    expect((await store.external()).projectRefs).toEqual(['RX-004']);
    expect(external.versions['programme']).toBe(1);
  });

  it('verifies, and is the same after everything derived is made again', async () => {
    expect((await verify(store)).problems).toEqual([]);
    const before = await store.readState('project', project);
    expect(await store.rebuild()).toBe(4);
    await store.close();
    store = await open();
    expect(await store.readState('project', project)).toEqual(before);
    expect((await verify(store)).problems).toEqual([]);
  });
});

describe('a value changed in any column of any row table or of the states', () => {
  const derived = [
    'stream_states',
    ...projections.flatMap(({ tables, history }) =>
      [...tables, ...(history ? [history.table] : [])].map(tableName),
    ),
  ];

  it.each(derived)(
    'is found: %s',
    async (table) => {
      const columns = columnsOf(table);
      for (const column of columns) {
        const kept = forge(table, column);
        if (kept === undefined) continue;
        const { problems } = await verify(store);
        expect(problems.length, `${table}.${column}`).toBeGreaterThan(0);
        expect(['row', 'state']).toContain(problems[0]?.what);
        restore(table, column, kept);
      }
      expect((await verify(store)).problems).toEqual([]);
    },
    60_000,
  );
});

const columnsOf = (table: string): readonly string[] => {
  let names: readonly string[] = [];
  folder.tamper((file) => {
    names = (file.prepare(`pragma table_info(${table})`).all() as { name: string }[]).map((row) => row.name);
  });
  return names;
};

const FLAGS = ['adopted', 'stale', 'confirmed', 'open', 'accepted', 'done', 'claimed', 'above_appetite'];

function otherThan(column: string, value: unknown): string | number {
  if (typeof value === 'number') return FLAGS.includes(column) ? 1 - value : value + 1_000;
  return typeof value === 'string' ? `${value}x` : 7;
}

/** Changes one value; undefined where the table has no row. */
function forge(
  table: string,
  column: string,
): { readonly rowid: number; readonly value: unknown } | undefined {
  let kept: { rowid: number; value: unknown } | undefined;
  folder.tamper((file) => {
    kept = file.prepare(`select rowid, ${column} as value from ${table} limit 1`).get() as typeof kept;
    if (!kept) return;
    const forged = otherThan(column, kept.value);
    file.prepare(`update ${table} set ${column} = ? where rowid = ?`).run(forged, kept.rowid);
  });
  return kept;
}

function restore(
  table: string,
  column: string,
  kept: { readonly rowid: number; readonly value: unknown },
): void {
  folder.tamper((file) => {
    file.prepare(`update ${table} set ${column} = ? where rowid = ?`).run(kept.value, kept.rowid);
  });
}
