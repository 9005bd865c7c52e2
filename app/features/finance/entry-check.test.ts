import { describe, expect, it } from 'vitest';
import { comesTo, ENTRY, understoodAs } from './entry-check';

const messages = (cell: object) =>
  ENTRY.safeParse({ cells: [cell] }).error?.issues.map(({ path, message }) => [path.join('.'), message]) ??
  [];

describe('finance’s entry while it is filled in', () => {
  it.each(['101', 'abc', '-1', '50.555', '1e1'])('“%s” is no confidence', (confidence) =>
    expect(messages({ confidence })).toEqual([
      ['cells.0.confidence', 'Enter a confidence from 0% to 100%, such as 60%'],
    ]),
  );

  it.each([{}, { confidence: '' }, { confidence: '62.' }, { confidence: '80%', amount: '£1,0', basis: 'x' }])(
    '%j may still become one, and is the server’s to judge',
    (cell) => expect(messages(cell)).toEqual([]),
  );

  it('says how an amount is understood, once it is one', () => {
    expect(understoodAs('80k')).toBe('Understood as £80,000');
    expect(understoodAs('80,0')).toBeUndefined();
    expect(understoodAs(undefined)).toBeUndefined();
  });

  it('says what a confidence comes to, and nothing of a reduction or of what cannot be read', () => {
    expect(comesTo(20_000_000, '80')).toBe('80% of £200,000 is £160,000');
    expect(comesTo(20_000_000, '101')).toBeUndefined();
    expect(comesTo(20_000_000, undefined)).toBeUndefined();
    expect(comesTo(undefined, '80')).toBeUndefined();
    expect(comesTo(-20_000_000, '80')).toBeUndefined();
  });
});
