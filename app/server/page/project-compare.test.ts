import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { uuidv7 } from 'uuidv7';
import { wholeWay } from '~/core/testing/whole-way';
import { walkedRecord, type WalkedRecord } from '../testing/walked-record';
import { compareOf } from './project-compare';

const SECRET = `https://example.org/${'secret-'.repeat(60)}`;
let record: WalkedRecord;

beforeAll(async () => {
  record = await walkedRecord();
  await record.walk(wholeWay.filter(({ day }) => day <= '2023-12-15'));
  await record.moveDay('2023-12-18');
  await record.give('RX-004', 'lead', 'attach-link', {
    url: SECRET,
    name: 'Legal advice',
    note: '',
    restricted: true,
  });
  await record.give('RX-004', 'pmo', 'comment', { about: 'case', text: 'A name that must go' });
}, 60_000);
afterAll(() => record.close());

async function compared(query: string, as = 'viewer', most?: number) {
  const loaded = await record.load('/projects/RX-004', as);
  return compareOf(loaded, await record.context(as), new URLSearchParams(query), most);
}

async function between(query: string, as = 'viewer', most?: number) {
  const found = await compared(query, as, most);
  if (found.kind !== 'days') throw new Error('It was not read');
  return found;
}

const sentences = ({ sections }: Awaited<ReturnType<typeof between>>) =>
  sections.flatMap(({ section, events }) =>
    events.map(({ sentence, who }) => `${section}: ${sentence} (${who})`),
  );

describe('two days of a project compared', () => {
  it('tell every event between their ends in words, by section, with who', async () => {
    const found = await between('from=2023-10-01&to=2023-10-02');
    expect(found.total).toBe(sentences(found).length);
    expect(found.total).toBeGreaterThan(1);
    expect(sentences(found).every((each) => / \(.+\)$/.test(each))).toBe(true);
    expect(found.sections.map(({ section }) => section)).toContain('people');
    const events = found.sections.flatMap((each) => each.events);
    expect(events.every(({ day }) => day === '2023-10-02')).toBe(true);
  });

  it('are the two ends of one fold: nothing between a day and itself, and parts add up to the whole', async () => {
    const same = await between('from=2023-12-18&to=2023-12-18');
    expect([same.total, same.sections, same.figures]).toEqual([0, [], []]);
    const [first, second, whole] = [
      await between('from=2023-10-01&to=2023-11-13'),
      await between('from=2023-11-13&to=2023-12-18'),
      await between('from=2023-10-01&to=2023-12-18'),
    ];
    expect(first.total + second.total).toBe(whole.total);
  });

  it('show figures as of each day', async () => {
    const { figures } = await between('from=2023-10-01&to=2023-12-18');
    const gates = figures
      .find(({ part }) => part === 'Gates')!
      .rows.map(({ what, before, after }) => [what, before, after]);
    expect(gates).toContainEqual(['Gate 0, standing', 'In preparation', 'Approved']);
  });

  it('before the record began are a form that says so', async () => {
    expect(await compared('from=2023-09-30&to=2023-10-02')).toMatchObject({
      kind: 'form',
      wrong: true,
      from: { typed: '30 Sep 2023', error: 'The record begins on 1 October 2023' },
    });
  });

  it('keep the address of a restricted document from those it is not for, whole or in part', async () => {
    const query = 'from=2023-12-15&to=2023-12-18';
    const forViewer = JSON.stringify(await between(query));
    expect(forViewer).toContain('Legal advice');
    expect(forViewer).not.toContain('secret-');
    expect(JSON.stringify(await between(query, 'lead'))).toContain('secret-');
  });

  it('are without words redacted since', async () => {
    const { tracker } = record;
    const query = 'from=2023-12-15&to=2023-12-18';
    expect(JSON.stringify(await between(query))).toContain('A name that must go');
    const id = (await tracker.projectByRef('RX-004'))!;
    const commented = (await tracker.events(`project/${id}`)).at(-1)!;
    const give = async (as: string, command: string, input: unknown) => {
      const person = record.cast(as as 'pmo');
      const actor = { person, through: 'session' } as const;
      const answer = await tracker.run({ command, kind: 'programme', input, commandId: uuidv7(), actor });
      expect(answer.kind, JSON.stringify(answer)).toBe('ok');
    };
    await give('administrator', 'ask-redaction', {
      what: { kind: 'event', event: commented.id },
      why: 'A name',
    });
    const programme = (await tracker.readState('programme', 'programme'))!;
    const { digest } = (await tracker.redactionOf(commented.id))!;
    await give('auditor', 'confirm-redaction', { redactionId: programme.redactions.at(-1)!.id, digest });
    const after = JSON.stringify(await between(query));
    expect(after).not.toContain('A name that must go');
    expect(after).toContain('[redacted]');
  });

  it('tell so many events at most, say how many there are, and still count every figure', async () => {
    await record.moveDay('2023-12-19');
    const id = (await record.tracker.projectByRef('RX-004'))!;
    const { id: riskId } = (await record.tracker.readState('project', id))!.risks[0]!;
    for (const likelihood of [1, 2, 4, 5, 3])
      await record.give('RX-004', 'pmo', 'amend-risk', { riskId, risk: 'The market', likelihood, impact: 2 });
    const query = 'from=2023-12-18&to=2023-12-19';
    const [few, all] = [await between(query, 'viewer', 3), await between(query)];
    expect([few.total, few.told, all.total, all.told]).toEqual([5, 3, 5, 5]);
    expect([sentences(few).length, sentences(all).length]).toEqual([3, 5]);
    expect(few.figures).toEqual(all.figures);
    expect(few.figures.find(({ part }) => part === 'Risks')!.rows[0]!.after).toMatch(/^3 × 2 = 6/);
  });
});
