import { problem, type Problem } from '../problem';

/** Every kind of problem the API answers with: its status, its title and what it means. docs/api.md lists the same. */
export const PROBLEM_TYPES = {
  invalid: {
    status: 400,
    title: 'The input is not valid',
    means: 'Fields or parameters are wrong; `errors` names each one with a message. Nothing was changed.',
  },
  unreadable: {
    status: 400,
    title: 'The request could not be read',
    means: 'The body is not JSON or not UTF-8, or broke off. Nothing was changed.',
  },
  'not-signed-in': {
    status: 401,
    title: 'Not signed in',
    means:
      'There is no bearer token, or it is unknown, expired or revoked, or its holder’s account is closed.',
  },
  'not-permitted': {
    status: 403,
    title: 'This is not for you to do',
    means: 'The holder of the token has not the role for it; `refusals` says who has.',
  },
  'not-found': {
    status: 404,
    title: 'Not found',
    means:
      'There is no such address, project, gate, person or command, or the record had not begun on that day.',
  },
  'method-not-allowed': {
    status: 405,
    title: 'This method is not taken here',
    means: 'The address exists; `Allow` lists the methods it takes.',
  },
  'not-acceptable': {
    status: 406,
    title: 'Only JSON is answered',
    means: 'The Accept header rules out application/json.',
  },
  'too-slow': { status: 408, title: 'The request took too long', means: 'The body did not arrive in time.' },
  'command-id-used': {
    status: 409,
    title: 'This id was used for another command',
    means: 'The Idempotency-Key was used by this person for another command or another input.',
  },
  stale: {
    status: 412,
    title: 'The record has moved on',
    means:
      'Since the version in If-Match something changed that the command rests on; `changed` tells what, `version` is where the record stands.',
  },
  'too-large': {
    status: 413,
    title: 'Too large',
    means: 'The body is over the limit that the detail names.',
  },
  'unsupported-media-type': {
    status: 415,
    title: 'This kind of content is not taken',
    means: 'The Content-Type, or the kind of file sent, is not one that is taken here.',
  },
  refused: {
    status: 422,
    title: 'The command is refused',
    means:
      'The rules of the programme forbid it now. `refusals` holds every reason, with where it is mended and by whom. Nothing was changed.',
  },
  'version-wanted': {
    status: 428,
    title: 'Say which version you saw',
    means: 'A command needs If-Match with the version it was decided on, such as "12".',
  },
  failed: {
    status: 500,
    title: 'Something went wrong',
    means: 'The fault is the tracker’s; it was noted under `incident`. Nothing was half done.',
  },
  busy: {
    status: 503,
    title: 'The record is busy',
    means: 'Somebody else is writing. Nothing was changed; Retry-After says when to send it again.',
  },
} as const satisfies Record<string, { status: number; title: string; means: string }>;
export type ProblemType = keyof typeof PROBLEM_TYPES;

/** Where a type of problem is explained: its `type`, the same for ever. */
export const problemTypeUrl = (type: ProblemType): string => `/api/v1/problems/${type}`;

type More = Readonly<Record<string, unknown>>;
type Headers = Readonly<Record<string, string>>;

/** A problem of one of the types, as it is answered. */
export const apiProblem = (
  type: ProblemType,
  detail: string,
  more: More = {},
  headers: Headers = {},
): Response =>
  problem(
    {
      status: PROBLEM_TYPES[type].status,
      title: PROBLEM_TYPES[type].title,
      detail,
      more: { ...more, type: problemTypeUrl(type) },
    },
    headers,
  );

const BY_STATUS: Readonly<Record<number, ProblemType>> = {
  400: 'invalid',
  403: 'not-permitted',
  404: 'not-found',
  408: 'too-slow',
  409: 'command-id-used',
  412: 'stale',
  413: 'too-large',
  415: 'unsupported-media-type',
  422: 'refused',
  503: 'busy',
};

/** A problem told elsewhere, under the type of its status. */
export const typedProblem = (what: Problem, headers: Headers = {}): Response => {
  const type = BY_STATUS[what.status] ?? 'failed';
  return problem({ ...what, more: { ...what.more, type: problemTypeUrl(type) } }, headers);
};

/** One field or parameter that is wrong: `pointer` into the body (RFC 6901, as a fragment), or the parameter's or header's name. */
export type Fault = { readonly message: string } & (
  { readonly pointer: string } | { readonly parameter: string } | { readonly header: string }
);

/** At most so many faults are listed: a list of thousands of wrong rows needs no thousands of messages. */
const MOST_FAULTS = 100;

/** What was sent is wrong at the places named. */
export const invalid = (errors: readonly Fault[]): Response =>
  apiProblem('invalid', 'Nothing was changed. Every field that is wrong is listed.', {
    errors: errors.slice(0, MOST_FAULTS),
  });

/** There is no such thing, said in a sentence. */
export const notFound = (detail: string): Response => apiProblem('not-found', detail);
