import { refusal, type Refusal } from '../command/refusal';
import { rowById } from '../project/row';
import type { Project } from '../project/state';

/** Why named attachments cannot be rested on: not on this project, or withdrawn. Once for each kind. */
export function missingAttachments(
  project: Project,
  ids: readonly string[],
  field: string,
): readonly Refusal[] {
  const found = ids.map((id) => rowById(project.evidence.attachments, id));
  const fix = { field, fix: { screen: 'documents' as const } };
  return [
    ...(found.some((each) => each === undefined)
      ? [refusal('no-such-row', 'An attachment named is not on this project.', fix)]
      : []),
    ...(found.some((each) => each?.withdrawn)
      ? [refusal('withdrawn-row', 'An attachment named is withdrawn.', fix)]
      : []),
  ];
}
