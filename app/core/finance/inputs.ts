import { z } from 'zod';
import { enteredAnswerSchema } from '../answers/answer';
import { lineSchema, textSchema } from '../answers/text';
import { penceSchema } from '../money/pence';
import { fySchema } from '../time/financial-year';

/** The longest horizon there is, and so the most years one command can speak of. */
export const MOST_YEARS = 30;

const saysSomething = (text: string): boolean => /[^\s\p{Cf}]/u.test(text);

/** The money line a command is about. */
export const lineIdField = lineSchema(100).refine(saysSomething, 'Choose the money line');

/** A reason that says something. */
export const whyField = textSchema(10_000).refine(saysSomething, 'Say why');

/** A line of text that says something, with the message when it does not. */
export const filledLine = (limit: number, message: string) =>
  lineSchema(limit).refine(saysSomething, message);

/** Years of one line a command speaks of, at least one. */
export const fysField = z
  .array(fySchema, { error: 'Choose at least one financial year' })
  .min(1, { error: 'Choose at least one financial year' })
  .max(MOST_YEARS, { error: `Choose no more than ${MOST_YEARS} financial years` });

/** Cells of one line, one a year, at least one. */
export const cellsField = <S extends z.ZodType>(cell: S) =>
  z
    .array(cell, { error: 'Enter at least one figure' })
    .min(1, { error: 'Enter at least one figure' })
    .max(MOST_YEARS, { error: `Enter figures of no more than ${MOST_YEARS} financial years` });

/** A figure as a person answers it: given, none, to be confirmed or blank. */
export const enteredFigure = enteredAnswerSchema(penceSchema);

/** Ids of attachments. */
export const attachmentsField = z
  .array(filledLine(100, 'Choose an attachment'), { error: 'Choose attachments' })
  .max(100, { error: 'Choose no more than 100 attachments' });
