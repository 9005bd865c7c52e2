/** What came of reading something a person or a document wrote: the value with the words to show back, or what is wrong. */
export type Reading<T> = { ok: true; value: T; understood: string } | { ok: false; message: string };

/** A reading that was understood. */
export function understood<T>(value: T, words: string): Reading<T> {
  return { ok: true, value, understood: words };
}

/** A reading that was not, with a message fit to stand at the field. */
export function notUnderstood<T = never>(message: string): Reading<T> {
  return { ok: false, message };
}

/** The message for text holding characters that no keyboard types and no page shows. */
export const CONTROL_CHARACTER_MESSAGE = 'Remove the hidden control characters';

/** Whether any control character is in the text, line breaks and tabs among them. */
export function hasControlCharacter(text: string): boolean {
  return /\p{Cc}/u.test(text);
}
