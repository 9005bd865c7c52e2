import type { AppLoadContext } from '@remix-run/node';
import type { Actor } from '~/core/command/context';
import { log } from '../log';
import type { Endpoint } from './endpoint';
import { apiProblem, invalid, notFound, PROBLEM_TYPES } from './problem-types';
import { readQuery } from './query';
import { REGISTRY } from './registry';

/** What of a Remix request an API route needs. */
export interface ApiArgs {
  readonly request: Request;
  readonly context: AppLoadContext;
  readonly params: Readonly<Record<string, string | undefined>>;
}

/** Says who asks, or throws the problem for somebody who may not. */
export type WhoAsks = (context: Pick<AppLoadContext, 'actor'>) => Actor;

/** The holder of the token; a browser's session is none. Throws the problem 401. */
export const requireActorByToken: WhoAsks = ({ actor }) => {
  if (actor?.through === 'token') return actor;
  throw apiProblem(
    'not-signed-in',
    PROBLEM_TYPES['not-signed-in'].means,
    {},
    { 'WWW-Authenticate': 'Bearer' },
  );
};

/** Nobody in particular: for what holds nothing of the record. */
export const everyone: WhoAsks = ({ actor }) => actor ?? { person: '', through: 'token' };

/** The loader and the action of the route of a path: every method is answered, and every answer is JSON or a problem. */
export const apiRoute =
  (path: string, who: WhoAsks) =>
  async (args: ApiArgs): Promise<Response> =>
    finished(args.request, await answered(path, who, args));

/** The answer of addresses below /api that there are not. */
export const noSuchAddress =
  (who: WhoAsks) =>
  async ({ request, context }: ApiArgs): Promise<Response> => {
    try {
      who(context);
    } catch (thrown) {
      if (thrown instanceof Response) return finished(request, thrown);
      throw thrown;
    }
    return finished(
      request,
      notFound('There is nothing at this address. /api/v1/openapi.json lists what there is.'),
    );
  };

async function answered(path: string, who: WhoAsks, args: ApiArgs): Promise<Response> {
  const { request, context, params } = args;
  try {
    const actor = who(context);
    const here = REGISTRY.filter((each) => each.path === path);
    const found = here.find(({ method }) => method === (request.method === 'HEAD' ? 'GET' : request.method));
    if (!found) return otherMethod(request.method, here);
    if (!takesJson(request.headers.get('accept'))) {
      return apiProblem('not-acceptable', 'Send Accept: application/json, or none.');
    }
    const read = readQuery(found.query, request.url);
    if (!read.ok) return invalid(read.errors);
    return await found.handle({ request, context, params, actor, query: read.query });
  } catch (thrown) {
    if (thrown instanceof Response) return thrown;
    const { incident } = context;
    log.error({ incident, method: request.method, path, err: thrown }, 'failed');
    return apiProblem('failed', `The fault is ours and has been noted as ${incident}.`, { incident });
  }
}

function otherMethod(method: string, here: readonly Endpoint[]): Response {
  const methods = here.flatMap((each) => (each.method === 'GET' ? ['GET', 'HEAD'] : [each.method]));
  const Allow = [...methods, 'OPTIONS'].join(', ');
  if (method === 'OPTIONS') return new Response(null, { status: 204, headers: { Allow } });
  return apiProblem('method-not-allowed', `This address takes ${Allow}.`, {}, { Allow });
}

/** Whether JSON may be answered: no Accept, or one that does not rule it out. */
export function takesJson(accept: string | null): boolean {
  if (accept === null || accept.trim() === '') return true;
  return accept.split(',').some((each) => {
    const [type = '', ...parameters] = each
      .trim()
      .toLowerCase()
      .split(/\s*;\s*/);
    const ruledOut = parameters.some((parameter) => /^q=0(\.0{1,3})?$/.test(parameter));
    return (
      !ruledOut && ['*/*', 'application/*', 'application/json', 'application/problem+json'].includes(type)
    );
  });
}

/** Nothing the API says is kept on the way; HEAD gets no body. */
function finished(request: Pick<Request, 'method'>, response: Response): Response {
  response.headers.set('Cache-Control', 'no-store');
  if (request.method !== 'HEAD') return response;
  return new Response(null, { status: response.status, headers: response.headers });
}
