import { z } from 'zod';
import type { IsoDay } from '../time/iso-day';
import { canonicalJson } from './canonical';
import { understood, type Reading } from './reading';
import { textSchema } from './text';

/**
 * The answer to one field of the form. Given; none (a person said so); none-unconfirmed (a document has "-");
 * tbc (unknown and wanted: debt); blank (nobody has answered). `words` are a document's own.
 */
export type Answer<T> =
  | { state: 'given'; value: T; words?: string | undefined }
  | { state: 'none' }
  | { state: 'none-unconfirmed'; words?: string | undefined }
  | { state: 'tbc' }
  | { state: 'blank' };

/** An answer with who gave it (person id), the business day, and the event's number in its stream. */
export type Answered<T> = { answer: Answer<T>; by: string; day: IsoDay; seq: number };

const WORDS_LIMIT = 100_000;

const none = z.object({ state: z.literal('none') });
const tbc = z.object({ state: z.literal('tbc') });
const blank = z.object({ state: z.literal('blank') });
const wordsOf = () => textSchema(WORDS_LIMIT).optional();

const NOTHING_GIVEN = 'Enter an answer, or choose none or to be confirmed';

// Spaces and invisible marks alone would pass for an answer at a gate, so they are no given value.
function saysSomething(value: unknown): boolean {
  return typeof value !== 'string' || /[^\s\p{Cf}]/u.test(value);
}

function valueMember<S extends z.ZodType>(valueSchema: S): S {
  return valueSchema.refine(saysSomething, NOTHING_GIVEN);
}

/** Any answer, as kept in events. Refuses a given value of nothing but spaces. */
export function answerSchema<S extends z.ZodType>(valueSchema: S) {
  return z.discriminatedUnion('state', [
    z.object({ state: z.literal('given'), value: valueMember(valueSchema), words: wordsOf() }),
    none,
    z.object({ state: z.literal('none-unconfirmed'), words: wordsOf() }),
    tbc,
    blank,
  ]);
}

/** The answers a person may enter: given, none, tbc or blank. Refuses none-unconfirmed, which only documents state. */
export function enteredAnswerSchema<S extends z.ZodType>(valueSchema: S) {
  return z.discriminatedUnion(
    'state',
    [z.object({ state: z.literal('given'), value: valueMember(valueSchema) }), none, tbc, blank],
    { error: NOTHING_GIVEN },
  );
}

/** A given answer, with the document's words when it came from one. */
export function given<T>(value: T, words?: string): Answer<T> {
  return words === undefined ? { state: 'given', value } : { state: 'given', value, words };
}

/** Whether a value was given. */
export function isGiven<T>(answer: Answer<T>): answer is Extract<Answer<T>, { state: 'given' }> {
  return answer.state === 'given';
}

/** The value, when one was given. */
export function valueOf<T>(answer: Answer<T>): T | undefined {
  return answer.state === 'given' ? answer.value : undefined;
}

/** Whether the question is settled: a value, or a none that a person confirmed. */
export function isAnswered<T>(answer: Answer<T>): boolean {
  return answer.state === 'given' || answer.state === 'none';
}

/** Whether the answer is still owed: TBC or blank. */
export function isDebt<T>(answer: Answer<T>): boolean {
  return answer.state === 'tbc' || answer.state === 'blank';
}

/** Whether two answers are the same in state, value and words. Values must be fit for canonical JSON. */
export function sameAnswer<T>(a: Answer<T>, b: Answer<T>): boolean {
  return canonicalJson(a) === canonicalJson(b);
}

/** The answer in words, the value shown by `show`. */
export function describeAnswer<T>(answer: Answer<T>, show: (value: T) => string): string {
  switch (answer.state) {
    case 'given':
      return show(answer.value);
    case 'none':
      return 'none';
    case 'none-unconfirmed':
      return 'none, unconfirmed';
    case 'tbc':
      return 'to be confirmed';
    case 'blank':
      return 'not answered';
    default: {
      const unreachable: never = answer;
      return unreachable;
    }
  }
}

const DASH = /^[-\u2010-\u2015\u2212]$/u;
const TBC = /^(?:t\.? ?b\.? ?[cd]\.?|to be (?:confirmed|determined))$/iu;

/** Reads a field of a document: "-" is none, unconfirmed; TBC; nothing is blank; all else is left to `readValue`. */
export function readAnswerText<T>(text: string, readValue: (text: string) => Reading<T>): Reading<Answer<T>> {
  const words = text.trim();
  if (words === '') return understood<Answer<T>>({ state: 'blank' }, 'not answered');
  if (DASH.test(words)) {
    return understood<Answer<T>>({ state: 'none-unconfirmed', words }, 'none, unconfirmed');
  }
  if (TBC.test(words)) return understood<Answer<T>>({ state: 'tbc' }, 'to be confirmed');
  const reading = readValue(words);
  return reading.ok ? understood(given(reading.value, words), reading.understood) : reading;
}
