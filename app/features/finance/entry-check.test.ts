import { describe, expect, it } from 'vitest';
import { comesTo, ENTRY } from './entry-check';

const messages = (cell: object) =>
  ENTRY.safeParse({ cells: [cell] }).error?.issues.map(({ path, message }) => [path.join('.'), message]) ??
  [];

describe('finance’s entry while it is filled in', () => {
  it.each([
    [{ confidence: '101' }, [['cells.0.confidence', 'Enter a confidence from 0% to 100%, such as 60%']]],
    [{ amount: '£1,00' }, [['cells.0.amount', expect.stringContaining('commas') as string]]],
    [{ confidence: 'abc', amount: '1e9' }, ['cells.0.confidence', 'cells.0.amount']],
  ])('%j is told at its field', (cell, expected) => {
    const told = messages(cell);
    expect(expected.some(Array.isArray) ? told : told.map(([path]) => path)).toEqual(expected);
  });

  it.each([{}, { confidence: '', amount: '  ' }, { confidence: '80%', amount: '(200)', basis: 'x' }])(
    '%j is the server’s to judge',
    (cell) => expect(messages(cell)).toEqual([]),
  );

  it('says what a confidence comes to, and nothing of a reduction or of what cannot be read', () => {
    expect(comesTo(20_000_000, '80')).toBe('80% of £200,000 is £160,000');
    expect(comesTo(20_000_000, '101')).toBeUndefined();
    expect(comesTo(20_000_000, undefined)).toBeUndefined();
    expect(comesTo(undefined, '80')).toBeUndefined();
    expect(comesTo(-20_000_000, '80')).toBeUndefined();
  });
});
