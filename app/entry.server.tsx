import { PassThrough, Transform } from 'node:stream';
import {
  createReadableStreamFromReadable,
  type ActionFunctionArgs,
  type AppLoadContext,
  type EntryContext,
  type LoaderFunctionArgs,
} from '@remix-run/node';
import { isRouteErrorResponse, RemixServer } from '@remix-run/react';
import { isbot } from 'isbot';
import { renderToPipeableStream } from 'react-dom/server';
import { PageRequestContext } from './incident';
import { pageOn } from './server/past-page';
import { log } from './server/log';

/** Milliseconds until a stream of single fetch data is given up. */
export const streamTimeout = 10_000;

/** The past day that a page about to be drawn shows, as its loaders say. */
function pastDayOf({ staticHandlerContext: { loaderData, errors } }: EntryContext): string | undefined {
  if (errors) return undefined;
  for (const data of Object.values(loaderData) as unknown[]) {
    const past = typeof data === 'object' && data !== null && 'past' in data ? data.past : undefined;
    if (typeof past === 'object' && past !== null && 'day' in past) return String(past.day);
  }
  return undefined;
}

/** Takes a page whole and passes it on as one of a past day. */
function onDay(day: string): Transform {
  const pieces: Buffer[] = [];
  return new Transform({
    transform(piece: Buffer, _encoding, done) {
      pieces.push(piece);
      done();
    },
    flush(done) {
      done(null, pageOn(Buffer.concat(pieces).toString('utf8'), day));
    },
  });
}

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  { nonce, incident }: AppLoadContext,
): Promise<Response> {
  const day = pastDayOf(remix);
  // Robots, and anything drawn for print, get the page in one piece; so is a page of a past day.
  const whole = isbot(request.headers.get('user-agent') ?? '') || remix.isSpaMode || day !== undefined;
  return new Promise((resolve, reject) => {
    let answered = false;
    let outcome = status;
    const send = () => {
      answered = true;
      const body = day === undefined ? new PassThrough() : onDay(day);
      headers.set('Content-Type', 'text/html; charset=utf-8');
      resolve(new Response(createReadableStreamFromReadable(body), { headers, status: outcome }));
      page.pipe(body);
    };
    const page = renderToPipeableStream(
      <PageRequestContext.Provider value={{ nonce, incident, still: day !== undefined }}>
        <RemixServer context={remix} url={request.url} nonce={nonce} abortDelay={streamTimeout} />
      </PageRequestContext.Provider>,
      {
        nonce,
        [whole ? 'onAllReady' : 'onShellReady']: send,
        onShellError: reject,
        onError(error: unknown) {
          outcome = 500;
          // Before the shell is sent, the failure is thrown on and logged by handleError.
          if (answered) log.error({ incident, err: error }, 'page drawn in part');
        },
      },
    );
    setTimeout(() => page.abort(), streamTimeout + 1_000).unref();
  });
}

/** Notes an unexpected failure of a loader, an action or a page under the incident the reader is shown. */
export function handleError(
  error: unknown,
  { request, context }: LoaderFunctionArgs | ActionFunctionArgs,
): void {
  if (request.signal.aborted) return;
  // A page that is not there is the reader's news, not ours.
  if (isRouteErrorResponse(error) && error.status < 500) return;
  const path = new URL(request.url).pathname;
  log.error({ incident: context.incident, method: request.method, path, err: error }, 'failed');
}
