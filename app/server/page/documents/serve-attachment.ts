import { createReadStream } from 'node:fs';
import { createReadableStreamFromReadable } from '@remix-run/node';
import { mayOpen } from '~/core/evidence/opening';
import { rowById } from '~/core/project/row';
import { plainPage } from '../../plain-answers';
import { loadProject, type PageArgs } from '../load-project';

const page = (status: number, title: string, detail: string): Response =>
  new Response(plainPage(title, detail), {
    status,
    headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' },
  });

/** The name for saving under: in ASCII for old browsers, and exactly, percent-encoded as RFC 8187 asks. */
export function dispositionOf(name: string): string {
  const ascii = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\x20-\x7e]|["\\%]/g, '_');
  // Half a character cannot be percent-encoded; with `u` only such halves are surrogates.
  const exact = encodeURIComponent(name.replace(/\p{Cs}/gu, '_')).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${exact}`;
}

/**
 * A file kept as evidence, to be saved and never run: an attachment under a sandbox. The server's own headers stay:
 * its type is not guessed (nosniff) and no copy is stored (no-store). Restricted ones are for those with a part in it;
 * others are told so on a page with 403.
 */
export async function serveAttachment(args: PageArgs): Promise<Response> {
  const { project, roles } = await loadProject(args);
  const attachment = rowById(project.evidence.attachments, args.params['id'] ?? '');
  if (attachment?.content.kind !== 'file')
    return page(404, 'Document not found', 'There is no such file on this project.');
  if (!mayOpen(attachment, roles)) {
    return page(
      403,
      'This document is restricted',
      'It is for those with a role on the project, for finance, the Section 151 officer, PMO and auditors.',
    );
  }
  const { sha256, bytes, mediaType } = attachment.content;
  const { blobs } = args.context.tracker;
  if (!(await blobs.has(sha256)))
    return page(404, 'Document not found', 'The file is no longer kept. The history says why.');
  const headers = {
    'Content-Type': mediaType.startsWith('text/') ? `${mediaType}; charset=utf-8` : mediaType,
    'Content-Disposition': dispositionOf(attachment.name),
    'Content-Security-Policy': "sandbox; default-src 'none'",
    ETag: `"${sha256}"`,
  };
  const known = args.request.headers.get('If-None-Match')?.split(',') ?? [];
  if (known.some((tag) => tag.trim().replace(/^W\//, '') === headers.ETag))
    return new Response(null, { status: 304, headers });
  return new Response(createReadableStreamFromReadable(createReadStream(blobs.pathOf(sha256))), {
    headers: { ...headers, 'Content-Length': String(bytes) },
  });
}
