import type { At } from '../journal/event';
import { replaceRow, rowById } from '../project/row';
import type { Project } from '../project/state';
import type { Benefit } from './state';

/** The project with one benefit changed. */
export const withBenefit = (
  project: Project,
  id: string,
  change: (benefit: Benefit) => Benefit,
): Project => ({
  ...project,
  benefits: replaceRow(project.benefits, id, change),
});

/** A benefit's name in a sentence. */
export const callBenefit = (project: Project, id: string): string =>
  `${rowById(project.benefits, id)?.category ?? 'Unknown'} benefit`;

// The appointment is found by its benefit; the event's number keeps a second acceptance apart from the first.
const appointmentPrefix = (benefitId: string): string => `benefit:${benefitId}:`;

/** The project in which a person, by accepting a benefit, holds the role of benefit owner until the ownership ends. */
export function beginOwnership(project: Project, benefitId: string, at: At): Project {
  const owner = rowById(project.benefits, benefitId)?.owner;
  if (!owner) return project;
  const appointment = {
    id: `${appointmentPrefix(benefitId)}${at.seq}`,
    role: 'benefit-owner' as const,
    person: owner.person,
    named: owner.proposed,
    accepted: { by: at.actor, day: at.day, seq: at.seq },
  };
  return { ...project, people: [...project.people, appointment] };
}

/** The project in which nobody holds the role through this benefit any more. */
export const endOwnership = (project: Project, benefitId: string, at: At, why: string): Project => ({
  ...project,
  people: project.people.map((each) =>
    each.id.startsWith(appointmentPrefix(benefitId)) && !each.ended
      ? { ...each, ended: { by: at.actor, day: at.day, seq: at.seq, why } }
      : each,
  ),
});
