import type { SentForm } from './form';

/** What was found wrong and what was understood, both by the form's own names. */
export interface Decoding {
  readonly sent: ReadonlyMap<string, readonly string[]>;
  readonly errors: Map<string, string>;
  /** The words to show back: "£1,200,000" for "£1.2m". */
  readonly understood: Map<string, string>;
  /** Names some field asked for; the rest of the form is not ours. */
  readonly known: Set<string>;
  /** Form names by the path in the JSON, for errors that come back from the command. */
  readonly names: Map<string, string>;
}

/** Stands for a value that could not be read: its error is in the decoding. */
export const UNREADABLE = Symbol('unreadable');
/** Stands for a field that was not sent, or sent empty where that may be: its member is left out. */
export const ABSENT = Symbol('absent');
export type Decoded<T> = T | typeof UNREADABLE | typeof ABSENT;

/** Reads what stands under a name of the form; `path` is where it goes in the JSON. Never coerces silently. */
export interface Field<T> {
  decode(decoding: Decoding, name: string, path: string): Decoded<T>;
}
export type FieldValue<F> = F extends Field<infer T> ? T : never;

export type DecodedForm<T> =
  | {
      readonly ok: true;
      readonly value: T;
      readonly understood: Readonly<Record<string, string>>;
      nameOf(path: string): string;
    }
  | {
      readonly ok: false;
      readonly errors: Readonly<Record<string, string>>;
      readonly understood: Readonly<Record<string, string>>;
    };

/**
 * Makes a command's JSON of a form by a fixed grammar of names: `a`, `a.b`, `a[0].b`. Errors come back by the same
 * names, all at once. Names that begin with an underscore are the form's own; any other that no field asked for is an
 * error, because it would be lost.
 */
export function decodeForm<T>(form: Pick<SentForm, 'fields'>, field: Field<T>): DecodedForm<T> {
  const decoding: Decoding = {
    sent: form.fields,
    errors: new Map(),
    understood: new Map(),
    known: new Set(),
    names: new Map(),
  };
  const value = field.decode(decoding, '', '');
  for (const name of form.fields.keys()) {
    if (!/^_[a-z]+$/i.test(name) && !decoding.known.has(name)) {
      decoding.errors.set(name, 'This field is not part of the form; nothing was done with it');
    }
  }
  const understood = Object.fromEntries(decoding.understood);
  if (decoding.errors.size > 0 || value === UNREADABLE || value === ABSENT) {
    return { ok: false, errors: Object.fromEntries(decoding.errors), understood };
  }
  return { ok: true, value, understood, nameOf: (path) => nearestName(decoding.names, path) };
}

/** The form's name for a path such as "cells.0.amount"; for a deeper path, that of the field it lies in. */
function nearestName(names: ReadonlyMap<string, string>, path: string): string {
  for (let at = path; at !== ''; at = at.includes('.') ? at.slice(0, at.lastIndexOf('.')) : '') {
    const name = names.get(at);
    if (name !== undefined) return name;
  }
  return path;
}

const join = (name: string, key: string): string => (name === '' ? key : `${name}.${key}`);

/** Notes an error at a name, once: the first is the one shown. */
export function wrong(decoding: Decoding, name: string, message: string): typeof UNREADABLE {
  if (!decoding.errors.has(name)) decoding.errors.set(name, message);
  return UNREADABLE;
}

/** The one value sent under a name; ABSENT when none was, an error when several were. */
export function single(decoding: Decoding, name: string): string | typeof ABSENT | typeof UNREADABLE {
  decoding.known.add(name);
  const values = decoding.sent.get(name);
  if (values === undefined) return ABSENT;
  if (values.length > 1) return wrong(decoding, name, 'This was sent more than once');
  return values[0] ?? '';
}

type Members = Readonly<Record<string, Field<unknown>>>;
type Optional<F> = F extends { readonly optional: true } ? true : false;
type Flat<T> = { [K in keyof T]: T[K] };
/** What an object of fields gives: optional fields may be missing. */
export type ObjectOf<M extends Members> = Flat<
  { [K in keyof M as Optional<M[K]> extends true ? never : K]: FieldValue<M[K]> } & {
    [K in keyof M as Optional<M[K]> extends true ? K : never]?: FieldValue<M[K]>;
  }
>;

/** An object of named fields. */
export const fields = <const M extends Members>(members: M): Field<ObjectOf<M>> => ({
  decode(decoding, name, path) {
    const entries: [string, unknown][] = [];
    let readable = true;
    for (const [key, member] of Object.entries(members)) {
      const memberPath = path === '' ? key : `${path}.${key}`;
      decoding.names.set(memberPath, join(name, key));
      const value = member.decode(decoding, join(name, key), memberPath);
      if (value === UNREADABLE) readable = false;
      else if (value !== ABSENT) entries.push([key, value]);
      else if (!('optional' in member)) {
        wrong(decoding, join(name, key), 'Answer this');
        readable = false;
      }
    }
    return readable ? (Object.fromEntries(entries) as ObjectOf<M>) : UNREADABLE;
  },
});

/** The indices sent under `name[…]`, in order. Holes are closed up; an index with leading zeros is none. */
function indicesOf(decoding: Decoding, name: string): readonly number[] {
  const found = new Set<number>();
  for (const sent of decoding.sent.keys()) {
    if (!sent.startsWith(`${name}[`)) continue;
    const match = /^\[(0|[1-9]\d{0,3})\](?:\.|$)/.exec(sent.slice(name.length));
    if (match) found.add(Number(match[1]));
  }
  return [...found].sort((a, b) => a - b);
}

/** A list of rows `name[0]…`, `name[1]…`; rows that leave out what `rowKey` names, or leave it empty, are left out. */
export const list = <T>(
  item: Field<T>,
  rules: { readonly max: number; readonly skipWithout?: string },
): Field<readonly T[]> => ({
  decode(decoding, name, path) {
    const indices = indicesOf(decoding, name);
    if (indices.length > rules.max) return wrong(decoding, name, `At most ${rules.max} rows are taken`);
    const values: T[] = [];
    let readable = true;
    for (const index of indices) {
      const rowName = `${name}[${index}]`;
      if (rules.skipWithout !== undefined && isEmptyRow(decoding, rowName, rules.skipWithout)) continue;
      const rowPath = `${path}.${values.length}`;
      decoding.names.set(rowPath, rowName);
      const value = item.decode(decoding, rowName, rowPath);
      if (value === UNREADABLE) readable = false;
      else if (value !== ABSENT) values.push(value);
    }
    return readable ? values : UNREADABLE;
  },
});

/** Whether the row's telling field is empty; its names are then known, so that they are no strangers. */
function isEmptyRow(decoding: Decoding, rowName: string, key: string): boolean {
  const telling = decoding.sent.get(join(rowName, key)) ?? [];
  if (telling.some((value) => value.trim() !== '')) return false;
  for (const sent of decoding.sent.keys()) {
    if (sent === rowName || sent.startsWith(`${rowName}.`)) decoding.known.add(sent);
  }
  return true;
}

/** The same value sent under one name any number of times, as checkboxes are. */
export const many = <T>(
  read: (text: string) => { ok: true; value: T } | { ok: false; message: string },
  max: number,
): Field<readonly T[]> => ({
  decode(decoding, name) {
    decoding.known.add(name);
    const sent = (decoding.sent.get(name) ?? []).filter((text) => text !== '');
    if (sent.length > max) return wrong(decoding, name, `At most ${max} are taken`);
    const values: T[] = [];
    for (const text of sent) {
      const reading = read(text);
      if (!reading.ok) return wrong(decoding, name, reading.message);
      values.push(reading.value);
    }
    return values;
  },
});

/** The same field, left out of the JSON when it was not sent or sent empty. */
export const optional = <T>(field: Field<T>): Field<T> & { readonly optional: true } => ({
  optional: true,
  decode(decoding, name, path) {
    const parts = [...decoding.sent].filter(
      ([sent]) => sent === name || sent.startsWith(`${name}.`) || sent.startsWith(`${name}[`),
    );
    if (parts.every(([, values]) => values.every((value) => value.trim() === ''))) {
      for (const [sent] of parts) decoding.known.add(sent);
      decoding.known.add(name);
      return ABSENT;
    }
    return field.decode(decoding, name, path);
  },
});
