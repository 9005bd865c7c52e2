import { mkdtemp, open, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { may } from '~/core/access/may';
import { refusal } from '~/core/command/refusal';
import { allCommands } from '~/core/streams';
import { MAX_BLOB_BYTES } from '~/shell/blobs';
import { agreedType, FILE_TYPES_IN_WORDS, safeName, sniffFile, type FileType } from '../file-type';
import { bodyChunks, BodyFaultError } from '../read-body';
import type { Tracker } from '../tracker';
import { endpoint, type ApiCall } from './endpoint';
import { notDone } from './give-command';
import { readAnswer } from './json-answer';
import { openedProject } from './open-project';
import { apiProblem, invalid, typedProblem } from './problem-types';

const LIMITS = { bytes: MAX_BLOB_BYTES, ms: 60_000 };
const attachFile = allCommands.find((each) => each.name === 'attach-file');

/** The body in a passing file that is there for as long as the work takes. */
async function withPassingFile<T>(request: Request, work: (path: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'tracker-file-'));
  const path = join(folder, 'coming');
  try {
    const file = await open(path, 'wx');
    try {
      for await (const chunk of bodyChunks(request, LIMITS)) await file.writeFile(chunk);
    } finally {
      await file.close();
    }
    return await work(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The type of a file whose name tells it truly; else the problem. */
async function typeOf(path: string, name: string): Promise<FileType | Response> {
  const type = agreedType(await sniffFile(path), name);
  if (type === undefined) {
    return apiProblem('unsupported-media-type', `Files taken are ${FILE_TYPES_IN_WORDS}; macros are not.`);
  }
  if (type !== 'lies') return type;
  return invalid([{ parameter: 'name', message: 'The end of the name does not fit what is in the file' }]);
}

async function kept(call: ApiCall, given: string): Promise<Response> {
  const { tracker } = call.context;
  const name = safeName(given);
  return withPassingFile(call.request, async (path) => {
    if ((await stat(path)).size === 0) return invalid([{ pointer: '#', message: 'The file is empty' }]);
    const mediaType = await typeOf(path, name);
    if (mediaType instanceof Response) return mediaType;
    const { sha256, bytes } = await tracker.blobs.put(await readFile(path));
    return readAnswer(call.request, { sha256, bytes, mediaType, name });
  });
}

const keepFile = endpoint({
  name: 'keep-file',
  method: 'POST',
  path: '/projects/{ref}/files',
  title: 'Keep a file',
  purpose:
    'Keeps the bytes of a file, up to 25 MB, and answers with what the command attach-file takes; until that is given the record does not refer to it.',
  query: z.object({
    name: z.string('Give the name of the file').min(1, 'Give the name of the file').max(200),
  }),
  takes: [{ mediaType: 'application/octet-stream', schema: z.string().meta({ format: 'binary' }) }],
  answers: z.object({ sha256: z.string(), bytes: z.int(), mediaType: z.string(), name: z.string() }),
  problems: ['not-permitted', 'not-found', 'too-slow', 'too-large', 'unsupported-media-type'],
  async handle(call) {
    const { project, external } = await openedProject(call);
    const { today } = call.context;
    const refusals = attachFile ? may(attachFile, call.actor, external.directory, today, { project }) : [];
    if (refusals.length > 0) return notDone({ kind: 'refused', refusals });
    try {
      return await kept(call, call.query.name);
    } catch (error) {
      if (!(error instanceof BodyFaultError)) throw error;
      const { status, message } = error.fault;
      return status === 400
        ? apiProblem('unreadable', message)
        : typedProblem({ status, title: 'The file could not be read', detail: message });
    }
  },
});

const attached = z.object({ sha256: z.string(), bytes: z.number(), mediaType: z.string(), name: z.string() });

/** Refuses to attach a file that is not kept, or that is not what is said of it: the record must be able to show it. */
export async function checkedFile(tracker: Tracker, input: unknown): Promise<Response | undefined> {
  const { sha256, bytes, mediaType, name } = attached.parse(input);
  if (!(await tracker.blobs.has(sha256))) {
    const because = 'No file of this digest is kept: send it to /projects/{ref}/files first.';
    return notDone({ kind: 'refused', refusals: [refusal('no-such-row', because, { field: 'sha256' })] });
  }
  const path = tracker.blobs.pathOf(sha256);
  const wrong = [
    ...((await stat(path)).size === bytes
      ? []
      : [refusal('contradiction', 'The file has another size.', { field: 'bytes' })]),
    ...(agreedType(await sniffFile(path), name) === mediaType
      ? []
      : [
          refusal('contradiction', 'The file is of another type, or its name says another.', {
            field: 'mediaType',
          }),
        ]),
  ];
  return wrong.length === 0 ? undefined : notDone({ kind: 'refused', refusals: wrong });
}

/** The endpoint that takes files. */
export const fileEndpoints = [keepFile];
