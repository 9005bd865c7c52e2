import { z } from 'zod';
import type { Role } from '../access/directory';
import { holdsRole } from '../access/may';
import { lineSchema, textSchema } from '../answers/text';
import { accept, acceptUnless, refuse } from '../command/command';
import { refusal, type Refusal } from '../command/refusal';
import { projectCommand, type ProjectCommand } from '../project/command';
import { happened } from '../project/events';
import { rowById } from '../project/row';
import type { Project } from '../project/state';
import { choiceField, notesField, saysSomething, titleField, webAddressField } from '../registers/fields';
import { usesOf } from './uses';

const MANY_ATTACHMENTS = 1_000;
/** The largest file the tracker keeps, 50 MB; the server may set less. */
const MANY_BYTES = 50 * 1024 * 1024;

/** Everybody with a part to play; auditors and viewers read. */
export const TAKING_PART: readonly Role[] = [
  'pmo',
  'finance',
  's151',
  'assurer',
  'sponsor',
  'lead',
  'bau-owner',
  'benefit-owner',
];

const HALF_NAMES = /[\\/]|^\.{1,2}$/;
const fileName = saysSomething(lineSchema(255)).refine(
  (name) => !HALF_NAMES.test(name),
  'Give the file a name without folders',
);

const tooMany = (project: Project): readonly Refusal[] =>
  project.evidence.attachments.length >= MANY_ATTACHMENTS
    ? [
        refusal('limit-reached', `A project holds up to ${MANY_ATTACHMENTS} attachments.`, {
          fix: { screen: 'documents' },
        }),
      ]
    : [];

const attachFile = projectCommand({
  name: 'attach-file',
  title: 'Attach file',
  purpose:
    'Keeps a file, already stored under its SHA-256, as evidence; a restricted one is for those with a part in it.',
  who: TAKING_PART,
  inLife: ['open', 'held', 'completed'],
  input: z.object({
    sha256: lineSchema(64).regex(/^[0-9a-f]{64}$/, 'The file’s digest must be 64 hexadecimal digits'),
    bytes: z
      .int({ error: 'The size must be whole bytes' })
      .min(1, { error: 'The file is empty' })
      .max(MANY_BYTES, { error: 'The file is larger than 50 MB' }),
    name: fileName,
    mediaType: lineSchema(200).regex(
      /^[\w.+-]+\/[\w.+-]+$/,
      'The file’s type must be one such as application/pdf',
    ),
    note: notesField,
    restricted: choiceField,
  }),
  reads: ['evidence'],
  decide: (project, { name, note, ...file }, context) =>
    acceptUnless(tooMany(project), () => [
      happened('file-attached', { attachmentId: context.ids(), ...file, words: { name, note } }),
    ]),
});

const attachLink = projectCommand({
  name: 'attach-link',
  title: 'Attach link',
  purpose: 'Keeps a web address (http or https) as evidence.',
  who: TAKING_PART,
  inLife: ['open', 'held', 'completed'],
  input: z.object({ url: webAddressField, name: titleField, note: notesField, restricted: choiceField }),
  reads: ['evidence'],
  decide: (project, { url, name, note, restricted }, context) =>
    acceptUnless(tooMany(project), () => [
      happened('link-attached', { attachmentId: context.ids(), restricted, words: { name, note, url } }),
    ]),
});

const withdrawAttachment = projectCommand({
  name: 'withdraw-attachment',
  title: 'Withdraw attachment',
  purpose:
    'Withdraws a file or link with the reason, once nothing rests on it any more; it stays in the history.',
  who: TAKING_PART,
  inLife: ['open', 'held', 'completed'],
  input: z.object({ attachmentId: lineSchema(100), why: saysSomething(textSchema(10_000)) }),
  reads: ['evidence'],
  decide(project, { attachmentId, why }, context) {
    const attachment = rowById(project.evidence.attachments, attachmentId);
    const fix = { fix: { screen: 'documents' as const, row: attachmentId } };
    if (!attachment)
      return refuse(refusal('no-such-row', 'There is no such attachment on this project.', fix));
    if (attachment.withdrawn)
      return refuse(refusal('withdrawn-row', 'This attachment is withdrawn already.', fix));
    const refusals: Refusal[] = [];
    const { directory } = context.external;
    const isPmo = holdsRole(directory, context.actor.person, 'pmo', project, context.today);
    if (attachment.recorded.by !== context.actor.person && !isPmo) {
      refusals.push(
        refusal('not-permitted', 'An attachment is withdrawn by who attached it, or by a PMO officer.', {
          ...fix,
          by: [{ role: 'pmo' }, { role: 'owner', person: attachment.recorded.by }],
        }),
      );
    }
    const uses = usesOf(project, attachmentId, context.external.framework);
    if (uses.length > 0) {
      refusals.push(
        refusal('contradiction', `It cannot be withdrawn while these rest on it: ${uses.join('; ')}.`, fix),
      );
    }
    if (refusals.length > 0) return refuse(...refusals);
    return accept(happened('attachment-withdrawn', { attachmentId, words: { why } }));
  },
});

/** The commands about files and links. */
export const attachmentCommands: readonly ProjectCommand[] = [attachFile, attachLink, withdrawAttachment];
