import { fieldOf, FieldGatherer, type SentForm } from './form';
import { bodyFault, bodyText, mediaType, type BodyFault, type BodyLimits, type Readable } from './read-body';
import { readMultipart } from './read-multipart';

/** Limits of a form: bytes and time in all, how many fields, and what of files. */
export interface FormLimits extends BodyLimits {
  readonly fields: number;
  /** Bytes of one field's value. */
  readonly fieldBytes: number;
  readonly files: number;
  readonly fileBytes: number;
}

const MB = 1_048_576;

/** A form without files: room for every text of a case section at its limit. */
export const FORM_LIMITS: FormLimits = {
  bytes: 4 * MB,
  ms: 20_000,
  fields: 3_000,
  fieldBytes: MB,
  files: 0,
  fileBytes: 0,
};

/** A form with files: up to five of 25 MB. */
export const UPLOAD_LIMITS: FormLimits = {
  ...FORM_LIMITS,
  bytes: 130 * MB,
  ms: 120_000,
  files: 5,
  fileBytes: 25 * MB,
};

export type FormReading = { readonly ok: true; readonly form: SentForm } | BodyFault;

const WRONG_TYPE = bodyFault(415, 'This form was sent in a way that is not understood.');
const TOO_MANY = bodyFault(413, 'The form has more fields than are taken.');

/**
 * Reads a form without files; the only way a form is read. Refuses another media type (415), too much (413), too slow
 * (408) and what cannot be understood (400), as values.
 */
export async function readForm(request: Readable, limits: FormLimits = FORM_LIMITS): Promise<FormReading> {
  const type = mediaType(request.headers);
  if (type === 'multipart/form-data') return withUploads(request, limits, async (reading) => reading);
  if (type !== 'application/x-www-form-urlencoded') return WRONG_TYPE;
  const body = await bodyText(request, limits);
  if (!body.ok) return body;
  const gatherer = new FieldGatherer(limits.fields);
  for (const pair of body.text.split('&')) {
    if (pair === '') continue;
    const at = pair.indexOf('=');
    const name = decoded(at < 0 ? pair : pair.slice(0, at));
    const value = decoded(at < 0 ? '' : pair.slice(at + 1));
    if (name === undefined || value === undefined)
      return bodyFault(400, 'The form holds characters that are no text.');
    if (Buffer.byteLength(value) > limits.fieldBytes || !gatherer.add(name, value)) return TOO_MANY;
  }
  return { ok: true, form: { fields: gatherer.fields, files: [], faults: [] } };
}

/** Percent-decoding that refuses bytes that are not UTF-8, where URLSearchParams would put � and lose what was typed. */
function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text.replace(/\+/g, ' '));
  } catch {
    return undefined;
  }
}

/**
 * Reads a form that may bring files and hands it to `work`; the files are gone from their passing place once that is
 * done. A file that is not taken is named in `faults` while the fields are read all the same.
 */
export async function withUploads<T>(
  request: Readable,
  limits: FormLimits,
  work: (reading: FormReading) => Promise<T>,
): Promise<T> {
  if (mediaType(request.headers) !== 'multipart/form-data') return work(await readForm(request, limits));
  const read = await readMultipart(request, limits);
  try {
    return await work(read.reading);
  } finally {
    await read.discard();
  }
}

/** What every form of a command brings besides its fields. */
export interface CommandEnvelope {
  readonly commandId: string;
  readonly expectedVersion?: number;
}

/** Names of the hidden fields of a command's form; the underscore keeps them apart from the command's own. */
export const COMMAND_ID_FIELD = '_id';
export const VERSION_FIELD = '_version';

/** Reads the hidden fields of a command's form. Refuses a form whose own marks are broken. */
export function readEnvelope(form: SentForm): ({ readonly ok: true } & CommandEnvelope) | BodyFault {
  const commandId = fieldOf(form, COMMAND_ID_FIELD);
  const version = fieldOf(form, VERSION_FIELD);
  if (commandId === undefined || !/^[0-9a-f-]{36}$/.test(commandId)) {
    return bodyFault(400, 'The form lacks its own mark. Open the page again and send it from there.');
  }
  if (version === undefined || version === '') return { ok: true, commandId };
  if (!/^\d{1,9}$/.test(version))
    return bodyFault(400, 'The form’s version is no number. Open the page again.');
  return { ok: true, commandId, expectedVersion: Number(version) };
}
