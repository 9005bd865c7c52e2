import type { Response } from 'express';

const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escape = (text: string) => text.replace(/[&<>"']/g, (character) => escapes[character] ?? '');

/** A whole page in plain words for when Remix cannot or must not answer. Both texts are escaped. */
export function plainPage(title: string, detail: string): string {
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)} – Transformation tracker</title></head>
<body><main><h1>${escape(title)}</h1><p>${escape(detail)}</p><p><a href="/">Go to the tracker</a></p></main></body>
</html>
`;
}

/** An RFC 9457 problem. `title` and `detail` are for people and must hold nothing internal. */
export function sendProblem(
  response: Response,
  status: number,
  title: string,
  detail: string,
  extra: Record<string, unknown> = {},
): void {
  response
    .status(status)
    .type('application/problem+json')
    .send(JSON.stringify({ type: 'about:blank', title, status, detail, ...extra }));
}
