import { readAnswerText } from '~/core/answers/answer';
import type { Reading } from '~/core/answers/reading';
import { readMoney } from '~/core/money/read-money';
import { readPartialDate } from '~/core/time/read-date';
import { ABSENT, fields, single, UNREADABLE, wrong, type Decoding, type Field } from './decode-form';
import { read, type EnteredAnswer } from './form-fields';

type Members = Readonly<Record<string, Field<unknown>>>;

/** Whether a box was changed against `<name>Was`, which the form sent beside it; both names are then known. */
function isChanged(decoding: Decoding, name: string): boolean {
  const was = single(decoding, `${name}Was`);
  decoding.known.add(name);
  const sent = decoding.sent.get(name);
  if (sent === undefined) return false;
  return (sent[0] ?? '').trim() !== (typeof was === 'string' ? was : '').trim();
}

/**
 * A row of a form that offers many boxes at once: `keys` say which row it is, and of `changing` only what was changed
 * against its `<name>Was` is read. A row in which nothing was changed is left out.
 */
export const changedRow = (keys: Members, changing: Members): Field<Readonly<Record<string, unknown>>> => ({
  decode(decoding, name, path) {
    const moved = Object.entries(changing).filter(([key]) => isChanged(decoding, `${name}.${key}`));
    if (moved.length > 0)
      return fields({ ...keys, ...Object.fromEntries(moved) }).decode(decoding, name, path);
    for (const key of Object.keys(keys)) decoding.known.add(`${name}.${key}`);
    return ABSENT;
  },
});

/** The answer in one box: a value, "none", "TBC", or nothing at all for not answered. A dash alone is refused. */
function answered<T>(reader: (text: string) => Reading<T>): (text: string) => Reading<EnteredAnswer<T>> {
  return (typed) => {
    if (/^(none|nil)$/iu.test(typed.trim()))
      return { ok: true, value: { state: 'none' }, understood: 'none' };
    const reading = readAnswerText(typed, reader);
    if (!reading.ok) return reading;
    const { value, understood } = reading;
    if (value.state === 'none-unconfirmed')
      return { ok: false, message: 'A dash can mean several things: write “none” or “TBC”' };
    return {
      ok: true,
      value: value.state === 'given' ? { state: 'given', value: value.value } : value,
      understood,
    };
  };
}

/** Money, "none" or "TBC" in one box. */
export const moneyAnswer = (): Field<EnteredAnswer<number>> =>
  read(answered((text) => readMoney(text, { negatives: true })));

/** A partial date, "none" or "TBC" in one box. */
export const dateAnswer = (): Field<EnteredAnswer<string>> => read(answered(readPartialDate));

/** A partial date in one box. */
export const dateBox = (): Field<string> => read(readPartialDate);

/** The same field, with null for a box that was emptied. */
export const orNull = <T>(field: Field<T>): Field<T | null> => ({
  decode(decoding, name, path) {
    const sent = single(decoding, name);
    if (sent === UNREADABLE || sent === ABSENT) return sent;
    return sent.trim() === '' ? null : field.decode(decoding, name, path);
  },
});

/** Several values of checkboxes that are whole numbers: financial years. */
export const yearsTicked = (): Field<readonly number[]> => ({
  decode(decoding, name) {
    decoding.known.add(name);
    const sent = (decoding.sent.get(name) ?? []).filter((text) => text !== '');
    if (sent.some((text) => !/^\d{4}$/.test(text))) return wrong(decoding, name, 'Choose financial years');
    return sent.map(Number);
  },
});

/** A financial year chosen from a list. */
export const chosenYear = (): Field<number> =>
  read((typed) =>
    /^\d{4}$/.test(typed)
      ? { ok: true, value: Number(typed), understood: '' }
      : { ok: false, message: 'Choose the financial year' },
  );
