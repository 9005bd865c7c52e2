import { z } from 'zod';
import { eventKind } from '../journal/event';
import { replaceRow, rowById } from '../project/row';
import type { Project } from '../project/state';
import type { Attachment } from './state';

const on = eventKind<Project>();

const callAttachment = (project: Project, id: string): string =>
  `“${rowById(project.evidence.attachments, id)?.name ?? 'an attachment'}”`;

const addAttachment = (project: Project, attachment: Attachment): Project => ({
  ...project,
  evidence: { ...project.evidence, attachments: [...project.evidence.attachments, attachment] },
});

const size = (bytes: number): string =>
  bytes < 1024 ? `${bytes} bytes` : `${Math.ceil(bytes / 1024).toLocaleString('en-GB')} kB`;

/** The kinds of event about files and links kept as evidence. */
export const attachmentEvents = {
  'file-attached': on({
    v: 1,
    section: 'evidence',
    body: z.object({
      attachmentId: z.string(),
      sha256: z.string(),
      bytes: z.number().int(),
      mediaType: z.string(),
      restricted: z.boolean(),
      words: z.object({ name: z.string(), note: z.string() }),
    }),
    evolve(project, body, at) {
      const mark = { by: at.actor, day: at.day, seq: at.seq };
      return addAttachment(project, {
        id: body.attachmentId,
        recorded: mark,
        amended: mark,
        name: body.words.name,
        note: body.words.note,
        restricted: body.restricted,
        content: { kind: 'file', sha256: body.sha256, bytes: body.bytes, mediaType: body.mediaType },
      });
    },
    says: (body) => ({
      sentence: `“${body.words.name}” attached (${body.mediaType}, ${size(body.bytes)})${body.restricted ? ', restricted' : ''}`,
      changes: body.words.note === '' ? [] : [{ what: 'Note', after: body.words.note }],
    }),
  }),
  'link-attached': on({
    v: 1,
    section: 'evidence',
    body: z.object({
      attachmentId: z.string(),
      restricted: z.boolean(),
      words: z.object({ name: z.string(), note: z.string(), url: z.string() }),
    }),
    evolve(project, body, at) {
      const mark = { by: at.actor, day: at.day, seq: at.seq };
      return addAttachment(project, {
        id: body.attachmentId,
        recorded: mark,
        amended: mark,
        name: body.words.name,
        note: body.words.note,
        restricted: body.restricted,
        content: { kind: 'link', url: body.words.url },
      });
    },
    says: (body) => ({
      sentence: `Link “${body.words.name}” attached`,
      changes: [{ what: 'Address', after: body.words.url }],
    }),
  }),
  'attachment-withdrawn': on({
    v: 1,
    section: 'evidence',
    body: z.object({ attachmentId: z.string(), words: z.object({ why: z.string() }) }),
    evolve: (project, body, at) => ({
      ...project,
      evidence: {
        ...project.evidence,
        attachments: replaceRow(project.evidence.attachments, body.attachmentId, (attachment) => ({
          ...attachment,
          withdrawn: { by: at.actor, day: at.day, seq: at.seq, why: body.words.why },
        })),
      },
    }),
    says: (body, before) => ({
      sentence: `${callAttachment(before, body.attachmentId)} withdrawn: ${body.words.why}`,
    }),
  }),
};
