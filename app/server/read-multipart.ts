import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Busboy, type BusboyFileStream, type BusboyInstance } from '@fastify/busboy';
import { agreedType, FILE_TYPES_IN_WORDS, safeName, sniffFile } from './file-type';
import { FieldGatherer, LONGEST_NAME, type FileFault, type UploadedFile } from './form';
import {
  bodyChunks,
  bodyFault,
  BodyFaultError,
  describeBytes,
  type BodyFault,
  type Readable,
} from './read-body';
import type { FormLimits, FormReading } from './read-form';

/** A multipart form as read; `discard` removes its files from their passing place. */
export interface ReadMultipart {
  readonly reading: FormReading;
  discard(): Promise<void>;
}

const BROKEN = bodyFault(
  400,
  'The form could not be understood. Open the page again and send it from there.',
);
const TOO_MANY = bodyFault(413, 'The form has more or longer fields than are taken.');

/** Reads a multipart form, its files streamed to a folder of their own under the given limits. */
export async function readMultipart(request: Readable, limits: FormLimits): Promise<ReadMultipart> {
  let folder: string | undefined;
  const discard = async () => {
    if (folder) await rm(folder, { recursive: true, force: true });
  };
  try {
    folder = await mkdtemp(join(tmpdir(), 'tracker-form-'));
    return { reading: await gather(request, limits, folder), discard };
  } catch (error) {
    await discard();
    throw error;
  }
}

async function gather(request: Readable, limits: FormLimits, folder: string): Promise<FormReading> {
  const gatherer = new FieldGatherer(limits.fields);
  const coming: Promise<UploadedFile | FileFault | undefined>[] = [];
  let fault: BodyFault | undefined;
  const parser = makeParser(request, limits);
  if (!parser) return BROKEN;
  parser.on('field', (name, value, nameCut, valueCut) => {
    if (nameCut || valueCut || !gatherer.add(name, value)) fault = TOO_MANY;
    else if (value.includes('\ufffd') || name.includes('\ufffd')) fault ??= notText;
  });
  parser.on('file', (field, stream, name) => {
    const number = coming.length;
    coming.push(keepFile({ field, stream, name, path: join(folder, String(number)) }, limits, number));
  });
  for (const event of ['fieldsLimit', 'partsLimit'] as const) parser.on(event, () => (fault = TOO_MANY));
  try {
    await pipeline(bodyChunks(request, limits), parser);
  } catch (error) {
    await Promise.allSettled(coming);
    return error instanceof BodyFaultError ? error.fault : BROKEN;
  }
  const kept = (await Promise.all(coming)).filter((each) => each !== undefined);
  if (fault) return fault;
  const files = kept.filter((each): each is UploadedFile => 'path' in each);
  const faults = kept.filter((each): each is FileFault => 'kind' in each);
  return { ok: true, form: { fields: gatherer.fields, files, faults } };
}

const notText = bodyFault(400, 'The form holds characters that are no text.');

function makeParser(request: Readable, limits: FormLimits): BusboyInstance | undefined {
  try {
    return new Busboy({
      headers: { 'content-type': request.headers.get('content-type') ?? '' },
      isPartAFile: (_field, _type, name) => name !== undefined,
      limits: {
        fieldNameSize: LONGEST_NAME,
        fieldSize: limits.fieldBytes,
        fields: limits.fields,
        fileSize: limits.fileBytes,
        parts: limits.fields + 50,
        headerPairs: 20,
      },
    });
  } catch {
    return undefined;
  }
}

interface Coming {
  readonly field: string;
  readonly stream: BusboyFileStream;
  readonly name: string | undefined;
  readonly path: string;
}

/** Keeps one file and judges it; undefined for the empty part a browser sends where no file was chosen. */
async function keepFile(
  { field, stream, name, path }: Coming,
  limits: FormLimits,
  number: number,
): Promise<UploadedFile | FileFault | undefined> {
  const fault = (kind: FileFault['kind'], message: string): FileFault => ({ field, kind, message });
  if (number >= limits.files) {
    stream.resume();
    await finished(stream);
    if (stream.bytesRead === 0 && !name) return undefined;
    return limits.files === 0
      ? fault('too-many', 'No file is taken here')
      : fault('too-many', `Send at most ${limits.files} files at a time`);
  }
  await pipeline(stream, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
  if (stream.truncated) {
    return fault('too-large', `The file is too large: the limit is ${describeBytes(limits.fileBytes)}`);
  }
  if (stream.bytesRead === 0) return name ? fault('empty', 'The file is empty') : undefined;
  const safe = safeName(name ?? '');
  const type = agreedType(await sniffFile(path), safe);
  if (type === undefined) {
    return fault('forbidden-type', `Files of this type are not taken. Send ${FILE_TYPES_IN_WORDS}`);
  }
  if (type === 'lies') {
    return fault(
      'lying-name',
      'What is in the file is not what its name says. Save it again under its own type',
    );
  }
  return { field, name: safe, type, bytes: stream.bytesRead, path };
}

const finished = (stream: BusboyFileStream): Promise<void> =>
  new Promise((resolve) => {
    stream.once('end', resolve);
    stream.once('close', resolve);
    stream.once('error', () => resolve());
  });
