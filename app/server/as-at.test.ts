import { describe, expect, it } from 'vitest';
import { dayAsked, namesADay } from './as-at';

const asked = (query: string) => dayAsked(new URLSearchParams(query), '2024-05-01');

describe('a past day in an address', () => {
  it('is not asked for where there is none', () => expect(asked('edit=title')).toEqual({ kind: 'none' }));

  it.each(['asAt=2024-03-31', 'asAt=31 Mar 2024', 'asAt=31/3/2024', 'asAt=2024-05-01'])(
    'is read: %s',
    (query) => expect(asked(query).kind).toBe('day'),
  );

  it.each([
    ['asAt=', '', 'Enter a day'],
    ['asAt=%20', ' ', 'Enter a day'],
    ['asAt=2024-13', '2024-13', ''],
    ['asAt=31 Feb 2024', '31 Feb 2024', ''],
    ['asAt=2024-02-31', '2024-02-31', ''],
    ['asAt=Oct', 'Oct', ''],
    ['asAt=Oct 2023', 'Oct 2023', 'whole day'],
    ['asAt=2023', '2023', 'whole day'],
    ['asAt=2024-05-02', '2024-05-02', 'has not come yet: today is 1 May 2024'],
    ['asAt=2024-03-31&asAt=2024-04-30', '2024-03-31', 'one day'],
    ['asAt[]=2024-03-31', '2024-03-31', 'one day'],
    ['asAt=%00', '\0', ''],
    ['asAt=<script>', '<script>', ''],
  ])('is refused with what was typed: %s', (query, typed, message) => {
    const found = asked(query);
    expect(found).toMatchObject({ kind: 'wrong', typed });
    expect(found.kind === 'wrong' && found.message).toContain(message);
  });

  it('is never longer than is sensible to show', () => {
    const found = asked(`asAt=${'9'.repeat(5_000)}`);
    expect(found.kind === 'wrong' && found.typed.length).toBe(100);
  });

  it('is noticed however it is written', () => {
    expect([
      namesADay('http://x/?asAt'),
      namesADay('http://x/?asAt[0]=1'),
      namesADay('http://x/?as=1'),
    ]).toEqual([true, true, false]);
  });
});
