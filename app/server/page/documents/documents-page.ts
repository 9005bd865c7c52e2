import { mayOpen } from '~/core/evidence/opening';
import type { Attachment, Attestation } from '~/core/evidence/state';
import { usesOf } from '~/core/evidence/uses';
import { criterionData } from '~/core/gates/assess';
import { rowById } from '~/core/project/row';
import { FILE_TYPES, FILE_TYPES_IN_WORDS } from '../../file-type';
import { describeBytes } from '../../read-body';
import { UPLOAD_LIMITS } from '../../read-form';
import { safeNext } from '../../require-actor';
import type { LoadedProject } from '../load-project';

const KIND_WORDS: Readonly<Record<string, string>> = {
  'application/pdf': 'PDF',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'Word',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'Excel',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'PowerPoint',
  'image/png': 'PNG image',
  'image/jpeg': 'JPEG image',
  'text/csv': 'CSV',
  'text/plain': 'Text',
};

/** Any words do to ask whether a withdrawal would be taken. */
const SOME_WORDS = 'A reason';

/** What there is to open, for those who may. */
function contentOf({ content }: Attachment, opens: boolean) {
  if (content.kind === 'link') return { kind: 'Link', size: '', url: opens ? content.url : undefined };
  return {
    kind: KIND_WORDS[content.mediaType] ?? content.mediaType,
    size: describeBytes(content.bytes),
    sha256: opens ? content.sha256 : undefined,
  };
}

function attachmentOf(loaded: LoadedProject, attachment: Attachment) {
  const { project, name, roles } = loaded;
  const { id, restricted, recorded, withdrawn, note } = attachment;
  const opens = mayOpen(attachment, roles);
  return {
    id,
    name: attachment.name,
    note,
    restricted,
    opens,
    ...contentOf(attachment, opens),
    by: name(recorded.by),
    day: recorded.day,
    seq: recorded.seq,
    uses: withdrawn ? [] : usesOf(project, id, loaded.external.framework),
    withdrawn: withdrawn && { by: name(withdrawn.by), day: withdrawn.day, why: withdrawn.why },
    whyNotWithdraw: withdrawn
      ? undefined
      : loaded.whyNot('withdraw-attachment', { attachmentId: id, why: SOME_WORDS }),
  };
}

function attestationOf(loaded: LoadedProject, each: Attestation) {
  const { project, name, external, actor } = loaded;
  const criterion = criterionData(external.framework, each.criterion);
  return {
    id: each.id,
    gate: each.gate,
    criterion: each.criterion,
    wording: criterion?.wording ?? each.criterion,
    note: each.note,
    attachments: each.attachments.map((id) => ({
      id,
      name: rowById(project.evidence.attachments, id)?.name ?? 'An attachment',
    })),
    by: name(each.by),
    day: each.day,
    seq: each.seq,
    seen: each.seen && { by: name(each.seen.by), day: each.seen.day },
    withdrawn: each.withdrawn && {
      by: name(each.withdrawn.by),
      day: each.withdrawn.day,
      why: each.withdrawn.why,
    },
    mine: each.by === actor.person,
    whyNotSeen:
      each.withdrawn || each.seen ? undefined : loaded.whyNot('mark-seen', { attestationId: each.id }),
  };
}

/** The page of this tracker a link asked to lead back to; undefined for every other address. */
export function backOf(asked: string | null): string | undefined {
  const path = safeNext(asked);
  return path.startsWith('/projects/') ? path : undefined;
}

/** Files and links kept as evidence, what rests on each, and the attestations with who has seen them. */
export function documentsOf(loaded: LoadedProject, back: string | null) {
  const { evidence } = loaded.project;
  const attachments = [...evidence.attachments].reverse().map((each) => attachmentOf(loaded, each));
  return {
    marks: loaded.marks,
    back: backOf(back),
    whyNotAttach: loaded.whyNot('attach-file'),
    taken: {
      words: `${FILE_TYPES_IN_WORDS}, up to ${describeBytes(UPLOAD_LIMITS.fileBytes)}`,
      accept: Object.values(FILE_TYPES)
        .flat()
        .map((end) => `.${end}`)
        .join(','),
    },
    attachments: attachments.filter(({ withdrawn }) => !withdrawn),
    withdrawn: attachments.filter(({ withdrawn }) => withdrawn),
    attestations: [...evidence.attestations].reverse().map((each) => attestationOf(loaded, each)),
  };
}
