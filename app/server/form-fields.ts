import type { Reading } from '~/core/answers/reading';
import { decimalSchema } from '~/core/benefits/decimal';
import { readConfidence, readMoney, readShare } from '~/core/money/read-money';
import { readFy } from '~/core/time/financial-year';
import { isIsoDay } from '~/core/time/iso-day';
import { isMonth } from '~/core/time/partial-date';
import { readDateParts, readPartialDate } from '~/core/time/read-date';
import { ABSENT, single, UNREADABLE, wrong, type Decoded, type Decoding, type Field } from './decode-form';

const ok = <T>(value: T): Reading<T> => ({ ok: true, value, understood: '' });
const no = (message: string): Reading<never> => ({ ok: false, message });

/** A field of one value under its name, read by `read`; what was understood is kept to be shown back. */
export const read = <T>(reader: (text: string) => Reading<T>): Field<T> => ({
  decode(decoding, name) {
    const sent = single(decoding, name);
    if (sent === ABSENT || sent === UNREADABLE) return sent;
    const reading = reader(sent);
    if (!reading.ok) return wrong(decoding, name, reading.message);
    if (reading.understood !== '') decoding.understood.set(name, reading.understood);
    return reading.value;
  },
});

/** Text as typed; the command's schema says how long it may be. */
export const text = (): Field<string> => read(ok);

/** One line, without the spaces around it. */
export const line = (): Field<string> => read((typed) => ok(typed.trim()));

/** Lines of text as a list, one entry a line; empty lines are left out. */
export const lines = (): Field<readonly string[]> =>
  read((typed) =>
    ok(
      typed
        .split('\n')
        .map((each) => each.trim())
        .filter((each) => each !== ''),
    ),
  );

/** Pence of "£1.2m", "200k", "(200)". */
export const money = (allow: { readonly negatives: boolean } = { negatives: false }): Field<number> =>
  read((typed) => readMoney(typed, allow));

/** A measured value as it was written, such as "62.5": told at once with whatever else is wrong in the form. */
export const decimal = (): Field<string> =>
  read((typed) => {
    const { success, data, error } = decimalSchema.safeParse(typed.trim());
    return success ? ok(data) : no(error.issues[0]?.message ?? 'Enter a number such as 62.5');
  });

/** Basis points of "60%". */
export const confidence = (): Field<number> => read(readConfidence);

/** Basis points of a per cent up to a limit, with the message when it is none. */
export const share = (limit: number, message: string): Field<number> =>
  read((typed) => readShare(typed, limit, message));

/** The year a financial year starts in, of "24/25". */
export const financialYear = (): Field<number> => read((typed) => readFy(typed));

/** A whole number in digits, within its bounds; nothing else is taken for a number. */
export const wholeNumber = (bounds: { readonly from: number; readonly to: number }): Field<number> =>
  read((typed) => {
    const message = `Enter a whole number from ${bounds.from} to ${bounds.to}`;
    if (!/^-?\d{1,15}$/.test(typed.trim())) return no(message);
    const value = Number(typed.trim());
    return value < bounds.from || value > bounds.to ? no(message) : ok(value);
  });

/** One of a few words. */
export const choice = <const T extends string>(
  among: readonly T[],
  message = 'Choose one of the answers',
): Field<T> =>
  read((typed) => {
    const found = among.find((each) => each === typed);
    return found === undefined ? no(message) : ok(found);
  });

/** Yes or no, sent as "yes" and "no". */
export const yesNo = (message = 'Choose yes or no'): Field<boolean> =>
  read((typed) => (typed === 'yes' ? ok(true) : typed === 'no' ? ok(false) : no(message)));

/** A checkbox: true when ticked (sent as "yes"), false when it was not sent. */
export const ticked = (): Field<boolean> => ({
  decode(decoding, name) {
    const sent = single(decoding, name);
    if (sent === UNREADABLE) return sent;
    return sent === ABSENT
      ? false
      : sent === 'yes'
        ? true
        : wrong(decoding, name, 'Tick the box or leave it');
  },
});

const PARTS = ['day', 'month', 'year'] as const;

/** A partial date, from one box ("Sept 2024") or from the split boxes `name.day`, `name.month`, `name.year`. */
export const partialDate = (): Field<string> => ({
  decode(decoding, name) {
    const boxes = PARTS.map((part) => single(decoding, `${name}.${part}`));
    if (boxes.every((box) => box === ABSENT)) return read(readPartialDate).decode(decoding, name, '');
    if (boxes.some((box) => box === UNREADABLE)) return UNREADABLE;
    const [day = '', month = '', year = ''] = boxes.map((box) => (typeof box === 'string' ? box : ''));
    const reading = readDateParts({ day, month, year });
    if (reading.ok) {
      decoding.understood.set(name, reading.understood);
      return reading.value;
    }
    for (const part of PARTS) {
      const message = reading.errors[part];
      if (message !== undefined) wrong(decoding, `${name}.${part}`, message);
    }
    return wrong(decoding, name, reading.message);
  },
});

/** A partial date that must come down to what `fits` asks for. */
const narrowed = (fits: (date: string) => boolean, message: string): Field<string> => ({
  decode(decoding, name, path) {
    const value = partialDate().decode(decoding, name, path);
    return typeof value === 'string' && !fits(value) ? wrong(decoding, name, message) : value;
  },
});

/** A whole day. */
export const day = (): Field<string> => narrowed(isIsoDay, 'Enter the day, the month and the year');

/** A month of a year. */
export const month = (): Field<string> => narrowed(isMonth, 'Enter the month and the year, such as Sep 2024');

/** An answer as the AnswerField sends it: `name.kind`, and the value under `name.value` when it is given. */
export type EnteredAnswer<T> =
  | { readonly state: 'given'; readonly value: T }
  | { readonly state: 'none' }
  | { readonly state: 'tbc' }
  | { readonly state: 'blank' };

/** The four answers to a field of the form; what was typed is only read while "given" is chosen. */
export const answer = <T>(value: Field<T>): Field<EnteredAnswer<T>> => ({
  decode(decoding, name, path): Decoded<EnteredAnswer<T>> {
    const kind = single(decoding, `${name}.kind`);
    if (kind === ABSENT || kind === UNREADABLE) return kind;
    if (kind === 'given') {
      decoding.names.set(`${path}.value`, `${name}.value`);
      const read = value.decode(decoding, `${name}.value`, `${path}.value`);
      if (read === ABSENT)
        return wrong(decoding, `${name}.value`, 'Enter an answer, or choose none or to be confirmed');
      return read === UNREADABLE ? UNREADABLE : { state: 'given', value: read as T };
    }
    knowAll(decoding, `${name}.value`);
    if (kind === 'none' || kind === 'tbc' || kind === 'blank') return { state: kind };
    return wrong(decoding, `${name}.kind`, 'Choose one of the answers');
  },
});

function knowAll(decoding: Decoding, name: string): void {
  for (const sent of decoding.sent.keys()) {
    if (sent === name || sent.startsWith(`${name}.`) || sent.startsWith(`${name}[`)) decoding.known.add(sent);
  }
}
