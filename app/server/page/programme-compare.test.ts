import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isNilLine } from '~/core/finance/line';
import { wayUpTo } from '~/core/testing/whole-way';
import { verify } from '~/shell/verify';
import { walkedRecord, type WalkedRecord } from '../testing/walked-record';
import { programmeCompare } from './programme-compare';

let record: WalkedRecord;

beforeAll(async () => {
  record = await walkedRecord();
  await record.importAs('RX-009');
  await record.walk(wayUpTo('The MTFS takes the validated figure'));
  await record.moveDay('2024-04-09');
  await record.importAs('RX-010');
  await record.give('RX-009', 'pmo', 'hold-project', { why: 'Nobody leads it' });
  await record.give('RX-004', 'sponsor', 'close-project', {
    why: 'Overtaken',
    fates: (await savingsOf()).map((line) => ({ line, fate: 'withdrawn' })),
  });
}, 90_000);
afterAll(() => record.close());

const savingsOf = async () => {
  const id = (await record.tracker.projectByRef('RX-004'))!;
  const { money } = (await record.tracker.readState('project', id))!;
  return money.lines
    .filter((line) => line.kind !== 'investment' && !line.withdrawn && !isNilLine(line))
    .map((line) => line.id);
};

const asked = async (query: string, most?: number) =>
  programmeCompare(await record.context(), new URLSearchParams(query), most);

async function between(query: string, most?: number) {
  const found = await asked(query, most);
  if (found.kind !== 'days') throw new Error(`It was not read: ${JSON.stringify(found)}`);
  return found;
}
type Found = Awaited<ReturnType<typeof between>>;

const of = ({ rows }: Found, ref: string) => rows.find((each) => each.ref === ref);
const words = (found: Found, ref: string) => of(found, ref)?.changes.map((each) => each.words);
const count = ({ counts }: Found, what: string) => {
  const row = counts.find((each) => each.what === what);
  return row && [row.before, row.after];
};
const total = ({ totals }: Found, series: string) => {
  const row = totals.find((each) => each.series === series);
  return row && [row.before, row.after];
};

describe('the programme on two days', () => {
  it('shows who came, was held and closed, with counts before and after', async () => {
    const found = await between('from=2024-04-08&to=2024-04-09');
    expect(words(found, 'RX-010')).toEqual(['Came into the list']);
    expect(words(found, 'RX-009')).toEqual(['Put on hold']);
    expect(words(found, 'RX-004')![0]).toBe('Closed');
    expect(count(found, 'Projects')).toEqual([2, 3]);
    expect(count(found, 'Open')).toEqual([2, 1]);
    expect(count(found, 'On hold')).toEqual([0, 1]);
    expect(count(found, 'Closed')).toEqual([0, 1]);
    expect(of(found, 'RX-010')).toMatchObject({ stood: false, before: { proposed: null } });
  });

  it('shows gates that moved, colours for each day, and run rates by series with a closed project left out', async () => {
    const found = await between('from=2023-10-01&to=2024-04-08');
    expect(words(found, 'RX-004')).toEqual(
      expect.arrayContaining(['Gate 0 approved', 'Gate 1 approved', 'Gate 2 approved']),
    );
    expect(words(found, 'RX-009')).toEqual(['From green to red']);
    expect(of(found, 'RX-009')).toMatchObject({ before: { rag: 'green' }, after: { rag: 'red' } });
    expect(total(found, 'Finance-validated')).toEqual([0, 18_000_000]);
    const closed = await between('from=2024-04-08&to=2024-04-09');
    expect(total(closed, 'Finance-validated')).toEqual([18_000_000, 0]);
  });

  it('is narrowed by what changed, and nothing between a day and itself', async () => {
    const only = async (what: string) =>
      (await between(`from=2024-04-08&to=2024-04-09&what=${what}`)).rows.map(({ ref }) => ref);
    expect(await only('came')).toEqual(['RX-010']);
    expect(await only('life')).toEqual(['RX-004', 'RX-009']);
    expect(await only('gate')).toEqual([]);
    const same = await between('from=2024-04-08&to=2024-04-08');
    expect([same.changed, same.found, same.listed]).toEqual([0, 0, 2]);
  });

  it('stays on its last page, and says when there are more projects than it compares', async () => {
    const found = await between('from=2023-10-01&to=2024-04-09&page=99');
    expect([found.page, found.pages, found.rows.length, found.most]).toEqual([1, 1, 3, undefined]);
    const few = await between('from=2023-10-01&to=2024-04-09', 1);
    expect([few.most, few.listed, count(few, 'Projects')]).toEqual([1, 1, [1, 1]]);
  });

  it.each([
    ['from=2023-09-30&to=2024-01-01', 'The first project was listed on 1 October 2023'],
    ['from=2024-01-01&to=2030-01-01', 'has not come yet'],
    ['from=2024-01-01&to=2023-12-31', 'must not be before the first'],
    ['from=March&to=2024-01-01', ''],
  ])('is a form that says what is wrong: %s', async (query, message) => {
    const found = await asked(query);
    if (found.kind !== 'form') throw new Error('It was read');
    expect(found.wrong).toBe(true);
    expect(`${found.from.error ?? ''}${found.to.error ?? ''}`).toContain(message);
  });

  it('rests on rows that verify', async () => {
    expect((await verify(record.tracker)).problems).toEqual([]);
  }, 60_000);
});
