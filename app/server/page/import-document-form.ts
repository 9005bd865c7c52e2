import { readFile } from 'node:fs/promises';
import { data, redirect } from '@remix-run/node';
import type { SentBack } from '~/core/command/sent-back';
import { refuseOnAPastDay } from '../as-at';
import { fieldOf, type SentForm } from '../form';
import { UPLOAD_LIMITS, withUploads } from '../read-form';
import { requireActor } from '../require-actor';
import { readDocumentSafely, previewOf } from './import-preview';
import { forbidden, notFound, type PageArgs } from './load-project';
import { whyNotGive } from './programme-page';
import { noteSentBack, readOrThrow, type FormCommand, type Prepared } from './run-command';

/** A Business Case Lite is a few pages of text. */
const MOST_BYTES = 1_048_576;

const DIGEST = /^[0-9a-f]{64}$/;

function refused(context: PageArgs['context'], message: string) {
  noteSentBack(context);
  const back: SentBack = {
    command: 'read-document',
    form: '',
    why: { kind: 'invalid' },
    errors: { document: message },
    typed: {},
    understood: {},
  };
  return data(back, { status: 400 });
}

/** First step: keeps the uploaded document and goes to its preview; a file that is none is told at its field. */
export async function receiveDocument(args: PageArgs) {
  requireActor(args.request, args.context);
  refuseOnAPastDay(args.request.url);
  if (await whyNotGive(args, 'import-business-case')) throw forbidden();
  const limits = { ...UPLOAD_LIMITS, files: 1, fileBytes: MOST_BYTES, bytes: 2 * MOST_BYTES };
  return withUploads(args.request, limits, async (reading) => {
    const form = readOrThrow(reading);
    const [fault] = form.faults;
    if (fault) return refused(args.context, fault.message);
    const [file] = form.files;
    if (!file) return refused(args.context, 'Choose the document: a text file');
    if (file.type !== 'text/plain')
      return refused(args.context, `${file.name} is not a text file; save the form as text first`);
    const read = readDocumentSafely(await readFile(file.path), file.name);
    if (!read.ok) return refused(args.context, read.reasons.join('. '));
    const { sha256 } = await args.context.tracker.blobs.put(read.bytes);
    return redirect(`/projects/import?document=${sha256}&name=${encodeURIComponent(file.name)}`, 303);
  });
}

/** Second step: what was understood of the document the address names; undefined where it names none. Throws 404. */
export async function previewAsked(args: PageArgs) {
  const actor = requireActor(args.request, args.context);
  const { searchParams } = new URL(args.request.url);
  const sha256 = searchParams.get('document');
  if (sha256 === null || (await whyNotGive(args, 'import-business-case'))) return undefined;
  const name = searchParams.get('name') ?? '';
  const read = await keptDocument(args, sha256, name);
  if (!read?.ok) throw notFound();
  return { ...(await previewOf(read.document, actor, args.context)), sha256, name };
}

async function keptDocument({ context }: Pick<PageArgs, 'context'>, sha256: string, name: string) {
  if (!DIGEST.test(sha256) || name.length > 300) return undefined;
  const bytes = await context.tracker.blobs.get(sha256);
  return bytes && bytes.length <= MOST_BYTES ? readDocumentSafely(bytes, name || 'document.txt') : undefined;
}

/** Third step: the input of the import, read again from the document kept. */
export const prepareImport: NonNullable<FormCommand['prepare']> = async (
  value,
  form: SentForm,
  context,
): Promise<Prepared> => {
  const { ref } = value as { ref?: string };
  const read = await keptDocument({ context }, fieldOf(form, 'sha256') ?? '', fieldOf(form, 'name') ?? '');
  if (!read?.ok) return { ok: false, errors: { sha256: 'The document is no longer there. Send it again.' } };
  return { ok: true, input: { document: read.document, ...(ref === undefined ? {} : { ref }) } };
};
