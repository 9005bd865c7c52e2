import { describe, expect, it } from 'vitest';
import { comparedWithToday, twoDaysAsked } from './two-days';

const BEGAN = { words: 'The record begins', day: '2023-10-01' };
const TODAY = '2024-05-01';
const asked = (query: string) => twoDaysAsked(new URLSearchParams(query), BEGAN, TODAY);

describe('two days in an address', () => {
  it('are read however a day is written, and may be one and the same', () => {
    expect(asked('from=2023-10-01&to=1 May 2024')).toEqual({
      kind: 'days',
      from: '2023-10-01',
      to: '2024-05-01',
    });
    expect(asked('from=31/3/2024&to=2024-03-31')).toMatchObject({ from: '2024-03-31', to: '2024-03-31' });
  });

  it('are offered as the last month where none are named, and never from before the beginning', () => {
    const form = (today: string) => twoDaysAsked(new URLSearchParams(), BEGAN, today);
    expect(form(TODAY)).toEqual({
      kind: 'form',
      wrong: false,
      from: { typed: '1 Apr 2024' },
      to: { typed: '1 May 2024' },
    });
    expect(form('2023-10-05')).toMatchObject({ wrong: false, from: { typed: '1 Oct 2023' } });
  });

  it.each([
    ['from=2023-09-30&to=2024-01-01', 'from', '30 Sep 2023', 'The record begins on 1 October 2023'],
    ['from=2024-02-01&to=2024-01-31', 'to', '31 Jan 2024', 'must not be before the first'],
    ['from=2024-01-01&to=2024-05-02', 'to', '2024-05-02', 'has not come yet: today is 1 May 2024'],
    ['from=2024-05-02&to=2024-05-02', 'from', '2024-05-02', 'has not come yet'],
    ['from=2024-01-01', 'to', '', 'Enter a day'],
    ['to=2024-01-01', 'from', '', 'Enter a day'],
    ['from=&to=2024-01-01', 'from', '', 'Enter a day'],
    ['from=Oct 2023&to=2024-01-01', 'from', 'Oct 2023', 'whole day'],
    ['from=2023&to=2024-01-01', 'from', '2023', 'whole day'],
    ['from=2024-02-31&to=2024-03-01', 'from', '2024-02-31', ''],
    ['from=last week&to=2024-03-01', 'from', 'last week', ''],
    ['from=2024-01-01&from=2024-01-02&to=2024-03-01', 'from', '2024-01-01', 'one day'],
    ['from[]=2024-01-01&to=2024-03-01', 'from', '2024-01-01', 'one day'],
    ['from=%00&to=2024-03-01', 'from', '\0', ''],
  ])('are refused with what was typed and what is wrong with it: %s', (query, field, typed, message) => {
    const found = asked(query);
    if (found.kind !== 'form') throw new Error('It was read');
    const wrong = found[field as 'from' | 'to'];
    expect(found.wrong).toBe(true);
    expect(wrong.typed).toBe(typed);
    expect(wrong.error).toContain(message);
    expect(wrong.error).not.toBe('');
  });

  it('are both told of when both are wrong, and a good one is kept as it was meant', () => {
    const both = asked('from=x&to=y');
    expect(both.kind === 'form' && [both.from.error, both.to.error].every(Boolean)).toBe(true);
    const one = asked('from=2024-01-01&to=y');
    expect(one.kind === 'form' && one.from).toEqual({ typed: '1 Jan 2024' });
  });
});

describe('a comparison asked for as at a day', () => {
  const leads = (query: string) => comparedWithToday(`http://x/projects/A/compare${query}`, TODAY);

  it('compares that day with today', () => {
    expect(leads('?asAt=31 Mar 2024')).toBe('/projects/A/compare?from=2024-03-31&to=2024-05-01');
  });

  it('keeps the two days it names', () => {
    expect(leads('?from=2024-01-01&to=2024-02-01&asAt=2024-03-31')).toBe(
      '/projects/A/compare?from=2024-01-01&to=2024-02-01',
    );
  });

  it('leads a day that is none to the field it is typed in', () => {
    expect(leads('?asAt=yesterday')).toBe('/projects/A/compare?from=yesterday&to=2024-05-01');
    expect(leads('?asAt[0]=2024-03-31')).toBe('/projects/A/compare?from=&to=2024-05-01');
  });

  it('leads nowhere where none is asked for', () => expect(leads('?from=2024-01-01')).toBeUndefined());
});
