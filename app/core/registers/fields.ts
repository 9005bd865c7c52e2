import { z } from 'zod';
import { lineSchema, textSchema } from '../answers/text';

/** A person's id. */
export const personField = lineSchema(100);
/** A short line that must say something. */
export const titleField = saysSomething(lineSchema(500));
/** Text that must say something. */
export const proseField = saysSomething(textSchema(20_000));
/** Text that may be empty. */
export const notesField = textSchema(20_000);
/** Yes or no. */
export const choiceField = z.boolean({ error: 'Choose yes or no' });

/** Refuses text of nothing but spaces and marks nobody sees. */
export function saysSomething<S extends z.ZodType<string>>(schema: S): S {
  return schema.refine((text) => /[^\s\p{Cf}]/u.test(text), 'Enter some text');
}

const WEB = /^https?:\/\/[^\s/?#]+\S*$/i;

/** A web address, http or https only. */
export const webAddressField = lineSchema(2_000).refine(
  (text) => WEB.test(text) && isUrl(text),
  'Enter a web address that begins with https:// or http://',
);

function isUrl(text: string): boolean {
  try {
    const { protocol } = new URL(text);
    return protocol === 'https:' || protocol === 'http:';
  } catch {
    return false;
  }
}
