import { redirect, type AppLoadContext } from '@remix-run/node';
import type { Actor } from '~/core/command/context';
import { notSignedIn } from './problem';

/** Where a sign-in leads to: a page of this site, else the front page. */
export function safeNext(next: string | null | undefined): string {
  if (!next || !/^\/(?![/\\])/.test(next) || /[\\\p{Cc}]/u.test(next)) return '/';
  const base = 'http://here.invalid';
  const url = URL.canParse(next, base) ? new URL(next, base) : undefined;
  return url?.origin === base ? `${url.pathname}${url.search}` : '/';
}

/**
 * The person who asks. Throws the answer for somebody who is not signed in: the sign-in page, which leads back here,
 * or below /api a problem 401.
 */
export function requireActor(
  request: Pick<Request, 'url' | 'method'>,
  context: Pick<AppLoadContext, 'actor'>,
): Actor {
  if (context.actor) return context.actor;
  const { pathname, search } = new URL(request.url);
  if (/^\/api(\/|$)/i.test(pathname)) throw notSignedIn();
  const back = request.method === 'GET' || request.method === 'HEAD' ? `${pathname}${search}` : pathname;
  throw redirect(back === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(back)}`);
}
