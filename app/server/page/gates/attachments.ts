import { rowById, standing } from '~/core/project/row';
import type { LoadedProject } from '../load-project';

type Has = Pick<LoadedProject, 'project'>;

/** Attachments by name, those withdrawn since said to be so. */
export const attachmentNames = ({ project }: Has, ids: readonly string[]) =>
  ids.map((id) => {
    const row = rowById(project.evidence.attachments, id);
    return { id, name: row?.name ?? 'A file no longer listed', withdrawn: row?.withdrawn !== undefined };
  });

/** The files and links that can be chosen as evidence, newest first. */
export const attachmentChoices = ({ project }: Has) =>
  standing(project.evidence.attachments)
    .map(({ id, name, note }) => ({ value: id, label: name, hint: note === '' ? undefined : note }))
    .reverse();
