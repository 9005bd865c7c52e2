import { createHash } from 'node:crypto';

const JSON_TYPE = { 'Content-Type': 'application/json; charset=utf-8' };

/** The tag of a record at a version: what If-Match of a command takes. */
export const versionTag = (version: number): string => `"${version}"`;

const digestTag = (text: string): string =>
  `"sha256-${createHash('sha256').update(text).digest('base64url').slice(0, 32)}"`;

/** Whether If-None-Match names the tag. */
function alreadyHas(request: Pick<Request, 'headers'>, tag: string): boolean {
  const sent = request.headers.get('if-none-match');
  if (sent === null) return false;
  return sent.split(',').some((each) => each.trim().replace(/^W\//, '') === tag || each.trim() === '*');
}

/** What a read answers, tagged by its content; 304 to somebody who has the very same. */
export function readAnswer(request: Pick<Request, 'headers'>, body: unknown): Response {
  const text = `${JSON.stringify(body)}\n`;
  const tag = digestTag(text);
  if (alreadyHas(request, tag)) return new Response(null, { status: 304, headers: { ETag: tag } });
  return new Response(text, { headers: { ...JSON_TYPE, ETag: tag } });
}

/**
 * A record as it stands, tagged by its version so that the tag can be sent back as If-Match. Never 304: a redaction
 * takes words out of a record without making a version of it.
 */
export const recordAnswer = (
  version: number,
  body: unknown,
  more: { readonly status?: number; readonly headers?: Readonly<Record<string, string>> } = {},
): Response =>
  new Response(`${JSON.stringify(body)}\n`, {
    status: more.status ?? 200,
    headers: { ...JSON_TYPE, ETag: versionTag(version), ...more.headers },
  });
