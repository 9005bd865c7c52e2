import { describe, expect, it } from 'vitest';
import type { NewEvent, RecordedEvent } from '~/core/journal/event';
import { happened } from '~/core/project/events';
import { ON_A_PAGE, readEvent, readHistory, type HistoryAsked } from './read-history';

const risk = (ref: string, words: string): NewEvent =>
  happened('risk-recorded', {
    riskId: ref,
    ref,
    likelihood: 2,
    impact: 3,
    fromDocument: false,
    words: { risk: words },
  });
const remark = (text: string): NewEvent =>
  happened('comment-made', { commentId: text, about: 'case', words: { text } });

/** Events as the journal gives them, two to a page. */
async function* journal(events: readonly NewEvent[], actor: (seq: number) => string = () => 'ann') {
  const recorded = events.map((event, index): RecordedEvent => ({
    ...event,
    stream: 'project/p',
    seq: index + 1,
    globalSeq: index + 1,
    id: `e-${index + 1}`,
    recordedAt: '2023-10-01T09:00:00.000Z',
    day: '2023-10-01',
    actor: actor(index + 1),
    commandId: 'c',
  }));
  for (let from = 0; from < recorded.length; from += 2) yield recorded.slice(from, from + 2);
}

const many = Array.from({ length: 120 }, (_, index) => remark(`remark ${index + 1}`));
const name = (person: string) => (person === 'ann' ? 'Ann Lee' : 'Bob Ray');
const read = async (
  events: readonly NewEvent[],
  asked: HistoryAsked = {},
  actor?: (seq: number) => string,
) => {
  const page = await readHistory(journal(events, actor), 'p', asked, name);
  return { ...page, seqs: page.events.map(({ event }) => event.seq) };
};

describe('reading a history', () => {
  it('gives the newest first, a page at a time', async () => {
    const page = await read(many);
    expect(page.seqs).toEqual(Array.from({ length: ON_A_PAGE }, (_, index) => 120 - index));
    expect([page.older, page.newer]).toEqual([true, false]);
  });

  it('pages by key in both directions, missing nothing and repeating nothing', async () => {
    const second = await read(many, { before: 71 });
    expect([second.seqs[0], second.seqs.at(-1), second.older, second.newer]).toEqual([70, 21, true, true]);
    const last = await read(many, { before: 21 });
    expect([last.seqs[0], last.seqs.at(-1), last.older, last.newer]).toEqual([20, 1, false, true]);
    const up = await read(many, { after: 20 });
    expect([up.seqs[0], up.seqs.at(-1), up.older, up.newer]).toEqual([70, 21, true, true]);
    const top = await read(many, { after: 70 });
    expect([top.seqs[0], top.seqs.at(-1), top.older, top.newer]).toEqual([120, 71, true, false]);
  });

  it('narrows by section, person and words, whatever their case', async () => {
    const events = [remark('a start'), risk('1', 'The provider fails'), remark('an end')];
    expect((await read(events, { section: 'risks' })).seqs).toEqual([2]);
    expect((await read(events, { text: 'PROVIDER' })).seqs).toEqual([2]);
    expect((await read(events, { text: 'bob' }, (seq) => (seq === 3 ? 'bob' : 'ann'))).seqs).toEqual([3]);
    expect((await read(events, { person: 'bob' }, (seq) => (seq === 3 ? 'bob' : 'ann'))).seqs).toEqual([3]);
    expect((await read(events, { text: 'no such words' })).seqs).toEqual([]);
  });

  it('does not find by its words what is withheld from the reader', async () => {
    const withhold = <T>(value: T): T =>
      JSON.parse(JSON.stringify(value).replaceAll('https://secret.example', '[restricted]')) as T;
    const events = [remark('See https://secret.example for the quote'), remark('another')];
    const asked = (text: string) => readHistory(journal(events), 'p', { text }, name, withhold);
    expect((await asked('secret.example')).events).toEqual([]);
    const found = await asked('for the quote');
    expect(found.events.map(({ event }) => event.seq)).toEqual([1]);
    expect(JSON.stringify(found)).not.toContain('secret.example');
  });

  it('tells what stood before each event', async () => {
    const events = [
      risk('1', 'The provider fails'),
      happened('risk-amended', {
        lapsesAcceptance: false,
        riskId: '1',
        ref: '1',
        likelihood: 4,
        impact: 3,
        words: { risk: 'The provider fails' },
      }),
    ];
    const told = await readEvent(journal(events), 'p', 2, name);
    expect(told?.changes).toContainEqual(expect.objectContaining({ before: '2', after: '4' }));
    expect(await readEvent(journal(events), 'p', 3, name)).toBeUndefined();
  });
});
