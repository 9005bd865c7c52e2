import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  answerSchema,
  describeAnswer,
  enteredAnswerSchema,
  given,
  isAnswered,
  isDebt,
  isGiven,
  readAnswerText,
  sameAnswer,
  valueOf,
  type Answer,
} from './answer';
import { textSchema } from './text';
import { readMoney } from '../money/read-money';
import { penceSchema } from '../money/pence';

const all: Answer<string>[] = [
  given('Luton'),
  { state: 'none' },
  { state: 'none-unconfirmed' },
  { state: 'tbc' },
  { state: 'blank' },
];

describe('an answer', () => {
  it('tells the five states apart in words', () => {
    expect(all.map((answer) => describeAnswer(answer, (value) => value))).toEqual([
      'Luton',
      'none',
      'none, unconfirmed',
      'to be confirmed',
      'not answered',
    ]);
  });

  it('is answered when given or a confirmed none, and only then', () => {
    expect(all.filter(isAnswered).map((answer) => answer.state)).toEqual(['given', 'none']);
  });

  it('is debt when TBC or blank, and only then', () => {
    expect(all.filter(isDebt).map((answer) => answer.state)).toEqual(['tbc', 'blank']);
  });

  it('has a value only when given', () => {
    expect(all.map(valueOf)).toEqual(['Luton', undefined, undefined, undefined, undefined]);
    expect(all.filter(isGiven)).toHaveLength(1);
  });

  it('is the same only in the same state with the same value', () => {
    all.forEach((a, i) => all.forEach((b, j) => expect(sameAnswer(a, b)).toBe(i === j)));
    expect(sameAnswer(given({ a: 1, b: [2] }), given({ b: [2], a: 1 }))).toBe(true);
    expect(sameAnswer(given('caf\u00e9'), given('cafe\u0301'))).toBe(true);
    expect(sameAnswer(given('1'), given<string | number>(1))).toBe(false);
  });
});

describe('the schema of an answer', () => {
  const kept = answerSchema(textSchema(20));
  const entered = enteredAnswerSchema(textSchema(20));

  it('takes every state when kept', () => {
    for (const answer of all) expect(kept.parse(answer)).toEqual(answer);
    const withWords: Answer<string> = kept.parse({ state: 'none-unconfirmed', words: '-' });
    expect(withWords).toEqual({ state: 'none-unconfirmed', words: '-' });
  });

  it('refuses an unconfirmed none from a person', () => {
    for (const answer of all) {
      expect(entered.safeParse(answer).success).toBe(answer.state !== 'none-unconfirmed');
    }
  });

  it.each(['', '   ', '\n', '\u200b', '\u00a0'])('refuses the given value %j that says nothing', (value) => {
    expect(entered.safeParse({ state: 'given', value }).error?.issues[0]).toMatchObject({
      path: ['value'],
      message: 'Enter an answer, or choose none or to be confirmed',
    });
    expect(kept.safeParse({ state: 'given', value }).success).toBe(false);
  });

  it('takes a given zero: £0 is an answer', () => {
    expect(enteredAnswerSchema(penceSchema).parse({ state: 'given', value: 0 })).toEqual(given(0));
  });

  it.each([{ state: 'given' }, { state: 'maybe' }, {}, null, 'none', { state: 'given', value: 5 }])(
    'refuses %j',
    (answer) => {
      expect(kept.safeParse(answer).success).toBe(false);
    },
  );

  it('exports to JSON Schema', () => {
    expect(() => z.toJSONSchema(entered)).not.toThrow();
    expect(() => z.toJSONSchema(kept)).not.toThrow();
  });
});

describe('reading an answer of a document', () => {
  const money = (text: string) => readMoney(text, { negatives: false });

  it.each(['-', ' - ', '–', '—'])('reads %j as none, unconfirmed', (text) => {
    expect(readAnswerText(text, money)).toMatchObject({ ok: true, value: { state: 'none-unconfirmed' } });
  });

  it.each(['TBC', 'tbc', 'T.B.C.', ' Tbc ', 'To be confirmed'])('reads %j as to be confirmed', (text) => {
    expect(readAnswerText(text, money)).toMatchObject({ ok: true, value: { state: 'tbc' } });
  });

  it.each(['', '  ', '\t'])('reads %j as blank', (text) => {
    expect(readAnswerText(text, money)).toMatchObject({ ok: true, value: { state: 'blank' } });
  });

  it('reads a value and keeps the words it came from', () => {
    expect(readAnswerText(' £200k ', money)).toEqual({
      ok: true,
      value: { state: 'given', value: 20_000_000, words: '£200k' },
      understood: '£200,000',
    });
  });

  it('passes on why a value was not understood', () => {
    expect(readAnswerText('lots', money)).toMatchObject({ ok: false });
  });
});
