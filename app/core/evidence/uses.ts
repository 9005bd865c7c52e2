import type { FrameworkVersion } from '../gates/framework';
import { standing } from '../project/row';
import type { Project } from '../project/state';
import { formatFy } from '../time/financial-year';

/** What still rests on an attachment, in words; it can be withdrawn only when nothing does. */
export function usesOf(
  project: Project,
  attachmentId: string,
  framework: FrameworkVersion,
): readonly string[] {
  const names = (ids: readonly string[]): boolean => ids.includes(attachmentId);
  const uses: string[] = [];
  for (const each of project.evidence.attestations) {
    if (!each.withdrawn && names(each.attachments)) {
      const task = framework.criteria.find(({ id }) => id === each.criterion)?.task ?? each.criterion;
      uses.push(`the attestation of “${task}”`);
    }
  }
  for (const line of standing(project.money.lines)) {
    if (names(line.evidence)) uses.push(`the money line “${line.title}”`);
    for (const [fy, cell] of Object.entries(line.cells)) {
      if (cell.delivered && names(cell.delivered.evidence)) {
        uses.push(`what “${line.title}” delivered in ${formatFy(Number(fy))}`);
      }
    }
  }
  for (const benefit of standing(project.benefits)) {
    if (benefit.readings.some((reading) => !reading.withdrawn && names(reading.evidence))) {
      uses.push(`a reading of the ${benefit.category} benefit`);
    }
  }
  for (const deliverable of standing(project.schedule.deliverables)) {
    if (deliverable.completed && names(deliverable.completed.evidence)) {
      uses.push(`the completion of “${deliverable.title}”`);
    }
  }
  if (project.schedule.goLive && names(project.schedule.goLive.evidence)) uses.push('the go-live');
  for (const condition of project.gates.conditions) {
    if (!condition.withdrawn && condition.closed && names(condition.closed.evidence)) {
      uses.push(`the condition “${condition.what}”`);
    }
  }
  if (project.gates.opinions.some((opinion) => names(opinion.evidence))) uses.push('an assurance opinion');
  return uses;
}
