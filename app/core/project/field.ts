import type { Answer, Answered } from '../answers/answer';
import type { At } from '../journal/event';

/** A field of the record: its answer, who gave it and when, and whether it still stands as a document gave it. */
export interface Field<T> extends Answered<T> {
  readonly fromDocument?: boolean;
  /** The day since which it has been TBC or blank without a break; absent where that is since the record began. */
  readonly since?: string;
}

/** The actor of a field nobody has touched. */
const NOBODY = 'nobody';

/** A field nobody has answered. */
export const blankField = <T>(): Field<T> => ({
  answer: { state: 'blank' },
  by: NOBODY,
  day: '1990-01-01',
  seq: 0,
});

/** The field as answered at a point of the fold; a debt keeps the day it began. */
export function answered<T>(
  before: Field<T> | undefined,
  answer: Answer<T>,
  at: At,
  fromDocument = false,
): Field<T> {
  const debt = answer.state === 'tbc' || answer.state === 'blank';
  const wasDebt = before?.answer.state === 'tbc' || before?.answer.state === 'blank';
  const since = wasDebt ? before.since : at.day;
  const field: Field<T> = { answer, by: at.actor, day: at.day, seq: at.seq };
  return {
    ...field,
    ...(fromDocument ? { fromDocument } : {}),
    ...(debt && since !== undefined ? { since } : {}),
  };
}
