import type { IncomingHttpHeaders } from 'node:http';
import type { RequestHandler } from 'express';
import type { Config } from './config';
import { plainPage, sendProblem } from './plain-answers';

type Rules = Pick<Config, 'baseUrl' | 'trustProxy' | 'mode'>;
type Asked = { method: string; headers: IncomingHttpHeaders };

/** Why a request is turned away before any page sees it; undefined when it may pass. */
export type Refusal = { title: string; detail: string };

const LOOPBACK = new Set(['localhost', '127.0.0.1']);
const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

const strangeHost: Refusal = {
  title: 'This address is not the tracker’s',
  detail: 'The request named a host that this tracker does not answer for. Use the address you were given.',
};
const strangeOrigin: Refusal = {
  title: 'This request came from another site',
  detail: 'Nothing was changed. Open the tracker itself and try again there.',
};

const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value.join(',') : value);

/**
 * Judges Host against the allow-list and, for a request that may change something, Origin and Sec-Fetch-Site.
 * Remix would believe any X-Forwarded-Host and answer 500 to a foreign or null Origin, so this comes first.
 */
export function judgeRequest(request: Asked, rules: Rules): Refusal | undefined {
  const host = hostAsked(request.headers, rules);
  if (host === undefined || !hostAllowed(host, rules)) return strangeHost;
  if (SAFE_METHODS.has(request.method.toUpperCase())) return undefined;
  const site = one(request.headers['sec-fetch-site']);
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return strangeOrigin;
  const origin = one(request.headers.origin);
  if (origin !== undefined && origin !== originOf(host, rules)) return strangeOrigin;
  return undefined;
}

function hostAsked(headers: IncomingHttpHeaders, rules: Rules): string | undefined {
  const forwarded = rules.trustProxy > 0 ? one(headers['x-forwarded-host']) : undefined;
  return (forwarded ?? headers.host)?.trim().toLowerCase();
}

// A name that leads to another host by a trick of DNS is stopped here; loopback names are this machine's own.
function hostAllowed(host: string, rules: Rules): boolean {
  if (host === new URL(rules.baseUrl).host) return true;
  const match = /^([a-z0-9.-]+)(?::\d{1,5})?$/.exec(host);
  return rules.mode === 'demonstration' && match !== null && LOOPBACK.has(match[1] ?? '');
}

function originOf(host: string, rules: Rules): string {
  const base = new URL(rules.baseUrl);
  return host === base.host ? base.origin : `http://${host}`;
}

/** Turns away foreign hosts and cross-site changes with 403, as a page or, below /api, as a problem. */
export function originGuard(rules: Rules): RequestHandler {
  return (request, response, next) => {
    const health = request.method === 'GET' && request.path === '/healthz';
    if (rules.trustProxy === 0) dropForwarded(request.headers);
    const refusal = judgeRequest(request, rules);
    if (refusal && health) request.headers.host = 'localhost';
    if (!refusal || health) return next();
    if (/^\/api(\/|$)/.test(request.path)) return sendProblem(response, 403, refusal.title, refusal.detail);
    response.status(403).type('html').send(plainPage(refusal.title, refusal.detail));
  };
}

/** Removes what only a proxy in front may say, in place. */
export function dropForwarded(headers: IncomingHttpHeaders): void {
  for (const name of Object.keys(headers)) {
    if (name === 'forwarded' || name.startsWith('x-forwarded-')) delete headers[name];
  }
}
