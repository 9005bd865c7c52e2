import { createReadStream } from 'node:fs';
import type { NewEvent } from '~/core/journal/event';
import { fields } from '../../decode-form';
import type { SentForm } from '../../form';
import { line, text, ticked } from '../../form-fields';
import { loadProject, type PageArgs } from '../load-project';
import type { FormCommand, Prepared } from '../run-command';

const NOT_KEPT = '0'.repeat(64);

/** Keeps the file of the form and makes the command's input; nothing is kept for those who may not attach. */
async function prepareFile(args: PageArgs, value: unknown, form: SentForm): Promise<Prepared> {
  const file = form.files.find(({ field }) => field === 'file');
  if (!file) return { ok: false, errors: { file: 'Choose a file' } };
  const { blobs } = args.context.tracker;
  const mayAttach = (await loadProject(args)).may('attach-file').length === 0;
  const kept = mayAttach
    ? await blobs.put(createReadStream(file.path))
    : { sha256: NOT_KEPT, bytes: file.bytes };
  return {
    ok: true,
    input: {
      ...(value as object),
      sha256: kept.sha256,
      bytes: kept.bytes,
      name: file.name,
      mediaType: file.type,
    },
  };
}

const attachmentIn = (events: readonly Pick<NewEvent, 'body'>[]): string | undefined =>
  (events[0]?.body as { attachmentId?: string } | undefined)?.attachmentId;

/** The commands the page of documents gives; done, one comes back to the row it was about. */
export function documentCommands(args: PageArgs): Readonly<Record<string, FormCommand>> {
  const { pathname, searchParams } = new URL(args.request.url);
  const back = searchParams.get('back');
  const page = `${pathname}${back === null ? '' : `?back=${encodeURIComponent(back)}`}`;
  const then: FormCommand['then'] = ({ events }) => {
    const id = attachmentIn(events);
    return id === undefined ? page : `${page}#row-${id}`;
  };
  return {
    'attach-file': {
      fields: fields({ note: text(), restricted: ticked() }),
      files: true,
      prepare: (value, form) => prepareFile(args, value, form),
      then,
    },
    'attach-link': {
      fields: fields({ name: line(), url: line(), note: text(), restricted: ticked() }),
      then,
    },
    'withdraw-attachment': { fields: fields({ attachmentId: line(), why: text() }) },
    'mark-seen': { fields: fields({ attestationId: line() }) },
  };
}
