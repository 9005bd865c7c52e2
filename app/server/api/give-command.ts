import type { AnyCommand } from '~/core/streams';
import type { Answer } from '~/shell/answer';
import { problemOf } from '../problem';
import { readJson } from '../read-json';
import type { ApiCall } from './endpoint';
import { faultsOf, pointerOf } from './faults';
import { recordAnswer, versionTag } from './json-answer';
import { apiProblem, invalid, typedProblem } from './problem-types';
import { stateBefore, tell } from './tell';

/** A command that is ready to be given. */
export interface Ready {
  readonly command: AnyCommand;
  /** The stream; left out where the command begins one whose id is made as it begins. */
  readonly id?: string;
  readonly input: unknown;
  /** Left out where the command begins its stream. */
  readonly expectedVersion?: number;
  readonly commandId: string;
  /** Takes out of an answer what its reader may not see. */
  readonly withhold?: <T>(value: T) => T;
  /** What the answer names the record by, and where it is to be had. */
  readonly named: (id: string) => Promise<{ readonly ref?: string; readonly location: string }>;
}

const KEY = /^[\x21-\x7e]{1,100}$/;

/** The command's id: the Idempotency-Key, with or without quotes; a fresh one where none was sent. Throws the problem. */
export function commandIdOf({ request, context }: Pick<ApiCall, 'request' | 'context'>): string {
  const sent = request.headers.get('idempotency-key');
  if (sent === null) return context.newCommandId();
  const key = sent.trim().replace(/^"(.*)"$/, '$1');
  if (KEY.test(key)) return key;
  throw invalid([
    {
      header: 'Idempotency-Key',
      message: 'An id of a command has 1 to 100 visible ASCII characters and no space',
    },
  ]);
}

/** The JSON body as the command's input. Throws the problem for one that cannot be read or is not valid. */
export async function inputOf(request: Request, command: AnyCommand): Promise<unknown> {
  const body = await readJson(request);
  if (!body.ok) {
    throw body.status === 400
      ? apiProblem('unreadable', body.message)
      : typedProblem({ status: body.status, title: 'The request could not be read', detail: body.message });
  }
  const faults = faultsOf(command.input, body.value);
  if (faults.length > 0) throw invalid(faults);
  return body.value;
}

/** Gives a command as the holder of the token and answers with what came of it. */
export async function giveCommand({ context, actor }: ApiCall, ready: Ready): Promise<Response> {
  const { tracker } = context;
  const { command, id, input, expectedVersion, commandId, withhold = (value) => value } = ready;
  const kind = command.stream;
  const seen = id === undefined ? undefined : await tracker.readState(kind, id);
  const answer = await tracker.run({
    command: command.name,
    kind,
    ...(id === undefined ? {} : { id }),
    input,
    ...(expectedVersion === undefined ? {} : { expectedVersion }),
    commandId,
    actor,
  });
  if (answer.kind !== 'ok') return notDone(withhold(answer));
  const { version, events, replayed } = answer;
  const stream = answer.answer.id;
  const { directory } = await tracker.external();
  const [first] = events;
  const told = first
    ? tell(
        tracker,
        kind,
        events,
        seen?.version === first.seq - 1 ? seen : await stateBefore(tracker, kind, stream, first.seq),
        directory,
      )
    : [];
  const { ref, location } = await ready.named(stream);
  const begun = command.begins === true;
  return recordAnswer(
    version,
    {
      id: stream,
      ...(ref === undefined ? {} : { ref }),
      version,
      commandId,
      replayed,
      events: withhold(told),
    },
    begun ? { status: 201, headers: { Location: location } } : {},
  );
}

const AGAIN_AFTER_SECONDS = '1';

/** The problem of a command that was not done. */
export function notDone(answer: Exclude<Answer, { kind: 'ok' }>): Response {
  switch (answer.kind) {
    case 'invalid':
      return invalid(
        answer.errors.map(({ path, message }) => ({ pointer: pointerOf(path.split('.')), message })),
      );
    case 'stale':
      return typedProblem(problemOf(answer), { ETag: versionTag(answer.version) });
    case 'unavailable':
      return typedProblem(problemOf(answer), { 'Retry-After': AGAIN_AFTER_SECONDS });
    default:
      return typedProblem(problemOf(answer));
  }
}
