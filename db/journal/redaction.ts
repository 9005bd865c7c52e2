import { canonicalJson } from '~/core/answers/canonical';
import { bodyDigest } from './digest';

/** Type of the event on the programme's stream that lets a body be redacted; its body has `event` and `digest`. */
export const BODY_REDACTED = 'body-redacted';
/** Type of the event on the programme's stream that lets a file go; its body has `sha256`. */
export const FILE_REDACTED = 'file-redacted';

/** What stands where words stood. */
export const REDACTED = '[redacted]';

/** The salt of every redacted body: nothing secret is left, and its digest must be known before it is confirmed. */
export const REDACTED_SALT = 'redacted';

/** The body without its words: every text under a member called `words` is replaced, figures, dates and ids stay. */
export function redactedBody(body: unknown): unknown {
  if (Array.isArray(body)) return body.map(redactedBody);
  if (typeof body !== 'object' || body === null) return body;
  return Object.fromEntries(
    Object.entries(body).map(([name, member]) => [
      name,
      name === 'words' ? wordless(member) : redactedBody(member),
    ]),
  );
}

function wordless(value: unknown): unknown {
  if (typeof value === 'string') return REDACTED;
  if (Array.isArray(value)) return value.map(wordless);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, wordless(member)]));
}

/** What a redaction would leave of a body, and the digest a `body-redacted` event must carry for it. */
export function redactionOf(body: unknown): { readonly text: string; readonly digest: string } {
  const text = canonicalJson(redactedBody(body));
  return { text, digest: bodyDigest(REDACTED_SALT, text) };
}
