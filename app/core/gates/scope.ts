import { digestOf } from '../answers/digest';
import { standing } from '../project/row';
import type { Project } from '../project/state';
import { casePartsOf } from './baseline';
import type { Baseline, ScopePart } from './state';

export const SCOPE_PARTS = [
  'objectives',
  'scope',
  'preferred option',
  'deliverables',
] as const satisfies readonly ScopePart[];

/** Ids of the baseline's deliverables that no longer stand. */
export function deliverablesGone(project: Project, kept: Baseline): readonly string[] {
  const there = new Set(standing(project.schedule.deliverables).map((row) => row.id));
  return kept.deliverables.flatMap(({ id }) => (there.has(id) ? [] : [id]));
}

/** The digest of a part of scope as it stands: of deliverables, of which of the baseline's are gone. */
export const scopeRests = (project: Project, kept: Baseline, part: ScopePart): string =>
  part === 'deliverables' ? digestOf(deliverablesGone(project, kept)) : (casePartsOf(project)[part] ?? '');

/** Whether a part of scope is no longer as the baseline holds it. */
export const scopeMoved = (project: Project, kept: Baseline, part: ScopePart): boolean =>
  part === 'deliverables'
    ? deliverablesGone(project, kept).length > 0
    : casePartsOf(project)[part] !== kept.caseParts[part];
