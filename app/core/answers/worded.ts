import { z } from 'zod';
import type { Answer } from './answer';

/**
 * An answer as an event keeps it at its top level: without a document's own words, which stand under the body's
 * `words` so that they can be redacted while figures and dates stay.
 */
export const plainAnswerSchema = <S extends z.ZodType>(value: S) =>
  z.discriminatedUnion('state', [
    z.object({ state: z.literal('given'), value }),
    z.object({ state: z.literal('none') }),
    z.object({ state: z.literal('none-unconfirmed') }),
    z.object({ state: z.literal('tbc') }),
    z.object({ state: z.literal('blank') }),
  ]);

/** An answer without a document's words. */
export type PlainAnswer<T> =
  | { state: 'given'; value: T }
  | { state: 'none' }
  | { state: 'none-unconfirmed' }
  | { state: 'tbc' }
  | { state: 'blank' };

/** The answer without a document's words. */
export const plainAnswer = <T>(answer: Answer<T>): PlainAnswer<T> =>
  answer.state === 'given' ? { state: 'given', value: answer.value } : { state: answer.state };

/** The document's words of an answer, if it has any. */
export const wordsOfAnswer = <T>(answer: Answer<T>): string | undefined =>
  answer.state === 'given' || answer.state === 'none-unconfirmed' ? answer.words : undefined;

/** The answer with a document's words put back. */
export const wordedAnswer = <T>(answer: PlainAnswer<T>, words: string | undefined): Answer<T> =>
  words !== undefined && (answer.state === 'given' || answer.state === 'none-unconfirmed')
    ? { ...answer, words }
    : answer;

/** Whether two answers say the same, a document's words left aside. */
export const saysTheSame = <T extends string | number | boolean>(a: Answer<T>, b: Answer<T>): boolean =>
  a.state === b.state && (a.state !== 'given' || b.state !== 'given' || a.value === b.value);
