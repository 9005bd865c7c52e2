import { readAnswerText, type Answer } from '~/core/answers/answer';
import { understood, type Reading } from '~/core/answers/reading';
import { readMoney } from '~/core/money/read-money';
import type { Pence } from '~/core/money/pence';
import { readPartialDate } from '~/core/time/read-date';
import type { PartialDate } from '~/core/time/partial-date';
import type { Ledger } from './ledger';
import { wordsOf, type Cell } from './lines';

/** A cell's answer; words that cannot be read are refused with what was read and why, and the answer stays blank. */
export function answerIn<T>(
  cell: Cell,
  what: string,
  read: (words: string) => Reading<T>,
  ledger: Ledger,
): Answer<T> {
  const words = wordsOf(cell);
  const reading = readAnswerText(words, read);
  if (!reading.ok) {
    ledger.refuse(
      `${what}: “${words.slice(0, 100)}” was not understood. ${reading.message}`.slice(0, 900),
      cell,
    );
    return { state: 'blank' };
  }
  ledger.take(cell);
  return reading.value;
}

export const dateIn = (cell: Cell, what: string, ledger: Ledger): Answer<PartialDate> =>
  answerIn(cell, what, readPartialDate, ledger);

export const moneyIn = (cell: Cell, what: string, negatives: boolean, ledger: Ledger): Answer<Pence> =>
  answerIn(cell, what, (words) => readMoney(words, { negatives }), ledger);

/** A whole number written in digits as it is kept, so that nothing of it is lost. */
export function readWhole(least: number, most: number): (words: string) => Reading<number> {
  return (words) => {
    const value = Number(words);
    return /^(?:0|[1-9]\d{0,8})$/u.test(words) && value >= least && value <= most
      ? understood(value, words)
      : { ok: false, message: `Enter a whole number from ${least} to ${most}` };
  };
}

/** Text kept word for word: given, none, TBC or blank. No words beside the value, which is the words. */
export function textIn(cell: Cell, ledger: Ledger, joint = '\n'): Answer<string> {
  ledger.take(cell);
  return textAnswer(wordsOf(cell, joint));
}

/** The answer that a text of a document is. */
export function textAnswer(words: string): Answer<string> {
  const reading = readAnswerText(words, (text) => understood(text, text));
  if (!reading.ok) return { state: 'blank' };
  return reading.value.state === 'given' ? { state: 'given', value: reading.value.value } : reading.value;
}
