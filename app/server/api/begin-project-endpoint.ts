import { z } from 'zod';
import { may } from '~/core/access/may';
import type { AnyCommand } from '~/core/streams';
import { readDocument, UnreadableDocument, type ReadDocument } from '../import-document';
import { bodyText, mediaType } from '../read-body';
import { JSON_LIMITS } from '../read-json';
import { safeName } from '../file-type';
import { beginning } from './commands-on';
import { endpoint, type ApiCall } from './endpoint';
import { faultsOf } from './faults';
import { commandIdOf, giveCommand, inputOf, notDone } from './give-command';
import { apiProblem, invalid, typedProblem } from './problem-types';
import { doneSchema } from './schemas';

const opening = beginning('open-project');
const importing = beginning('import-business-case');

/** What the answer calls a project that has just begun. */
const named = (call: ApiCall) => async (id: string) => {
  const project = await call.context.tracker.readState('project', id);
  const ref = project?.ref ?? '';
  return { ref, location: `/api/v1/projects/${ref}` };
};

async function barred(call: ApiCall, command: AnyCommand): Promise<Response | undefined> {
  const { tracker, today } = call.context;
  const { directory } = await tracker.external();
  const refusals = may(command, call.actor, directory, today);
  return refusals.length === 0 ? undefined : notDone({ kind: 'refused', refusals });
}

async function documentOf(request: Request, name: string): Promise<ReadDocument | Response> {
  const body = await bodyText(request, JSON_LIMITS);
  if (!body.ok) {
    return body.status === 400
      ? apiProblem('unreadable', body.message)
      : typedProblem({ status: body.status, title: 'The document could not be read', detail: body.message });
  }
  try {
    return readDocument(new TextEncoder().encode(body.text), name);
  } catch (error) {
    if (!(error instanceof UnreadableDocument)) throw error;
    return invalid(error.reasons.map((message) => ({ pointer: '#', message })));
  }
}

type ImportQuery = { readonly ref?: string | undefined; readonly name?: string | undefined };

async function importDocument(call: ApiCall<ImportQuery>): Promise<Response> {
  const commandId = commandIdOf(call);
  // Asked before the document is kept: what nobody may import must not fill the disk.
  const notTheirs = await barred(call, importing);
  if (notTheirs) return notTheirs;
  const read = await documentOf(call.request, safeName(call.query.name ?? 'business-case.txt'));
  if (read instanceof Response) return read;
  const { ref } = call.query;
  const input = { document: read.document, ...(ref === undefined ? {} : { ref }) };
  const faults = faultsOf(importing.input, input);
  if (faults.length > 0) return invalid(faults);
  await call.context.tracker.blobs.put(read.bytes);
  return giveCommand(call, { command: importing, input, commandId, named: named(call) });
}

const beginProject = endpoint({
  name: 'begin-project',
  method: 'POST',
  path: '/projects',
  title: 'Begin a project',
  purpose:
    'JSON with ref and title opens a project; a Business Case Lite as plain text is imported, under the ref in the query where one is given.',
  query: z.object({
    ref: z.string().max(40, 'A ref has up to 40 characters').optional(),
    name: z.string().max(200, 'The name of the document is at most 200 characters').optional(),
  }),
  takes: [
    { mediaType: 'application/json', schema: opening.input },
    { mediaType: 'text/plain', schema: z.string().meta({ description: 'A Business Case Lite' }) },
  ],
  answers: doneSchema,
  status: 201,
  problems: [
    'unreadable',
    'not-permitted',
    'too-slow',
    'command-id-used',
    'too-large',
    'unsupported-media-type',
    'refused',
    'busy',
  ],
  async handle(call) {
    const type = mediaType(call.request.headers);
    if (type === 'text/plain') return importDocument(call);
    const commandId = commandIdOf(call);
    const input = await inputOf(call.request, opening);
    return giveCommand(call, { command: opening, input, commandId, named: named(call) });
  },
});

/** The endpoint that begins projects. */
export const beginProjectEndpoints = [beginProject];
