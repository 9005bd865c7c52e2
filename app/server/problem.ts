import type { Answer } from '~/shell/answer';
import type { BodyFault } from './read-body';

/** An RFC 9457 problem. `title` and `detail` are for people and hold nothing internal. */
export interface Problem {
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly more?: Readonly<Record<string, unknown>>;
}

/** The answer of an API call that went wrong. */
export function problem(what: Problem, headers: Readonly<Record<string, string>> = {}): Response {
  const { status, title, detail, more } = what;
  return new Response(`${JSON.stringify({ type: 'about:blank', title, status, detail, ...more })}\n`, {
    status,
    headers: { 'Content-Type': 'application/problem+json', ...headers },
  });
}

/** No token, or none that is good any more. */
export const notSignedIn = (): Response =>
  problem(
    {
      status: 401,
      title: 'Not signed in',
      detail: 'Send a token that is still good, as Authorization: Bearer tkr_…',
    },
    { 'WWW-Authenticate': 'Bearer' },
  );

/** A body that could not be read. */
export const unreadable = ({ status, message }: BodyFault): Response =>
  problem({ status, title: 'The request could not be read', detail: message });

const QUOTED = /^"(\d{1,9})"$/;

/** The version an If-Match header names; undefined when there is none that can be one. Weak tags and lists are none. */
export function versionOf(ifMatch: string | null): number | undefined {
  const digits = QUOTED.exec(ifMatch?.trim() ?? '')?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** A command that needs the version it was decided on. */
export const versionWanted = (): Response =>
  problem({
    status: 428,
    title: 'Say which version you saw',
    detail: 'Send If-Match with the version of the record this was decided on, such as If-Match: "12".',
  });

/** What a command that was not done comes to as a problem: 400, 403, 404, 409, 412, 422 or 503, with every reason. */
export function problemOf(answer: Exclude<Answer, { kind: 'ok' }>): Problem {
  switch (answer.kind) {
    case 'invalid':
      return {
        status: 400,
        title: 'The input is not valid',
        detail: 'Nothing was changed. Every field that is wrong is listed.',
        more: { errors: answer.errors },
      };
    case 'refused': {
      const barred = answer.refusals.every(
        ({ reason }) => reason === 'not-permitted' || reason === 'no-account',
      );
      return {
        status: barred ? 403 : 422,
        title: barred ? 'This is not for you to do' : 'The command is refused',
        detail: answer.refusals.map(({ because }) => because).join(' '),
        more: { refusals: answer.refusals },
      };
    }
    case 'not-found':
      return {
        status: 404,
        title: 'Not found',
        detail: answer.what === 'command' ? 'There is no such command.' : 'There is no such record.',
      };
    case 'stale':
      return {
        status: 412,
        title: 'The record has moved on',
        detail: `It stands at version ${answer.version}. Nothing was changed; see what others did and send it again.`,
        more: { version: answer.version, changed: answer.changed },
      };
    case 'conflict-of-command-id':
      return {
        status: 409,
        title: 'This id was used for another command',
        detail:
          'Every command needs an id of its own; the same id is only for sending the same command again.',
      };
    case 'unavailable':
      return {
        status: 503,
        title: 'The record is busy',
        detail: 'Somebody else is writing. Nothing was changed; send it again in a moment.',
      };
  }
}
