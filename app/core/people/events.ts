import { z } from 'zod';
import { PROJECT_ROLES } from '../access/directory';
import { withHand } from '../gates/hands';
import { eventKind } from '../journal/event';
import type { Project } from '../project/state';
import { SINGLE_ROLES, type Appointment } from './state';

const on = eventKind<Project>();

const ROLE_TITLES = {
  sponsor: 'sponsor',
  lead: 'project lead',
  'bau-owner': 'BAU owner',
  'benefit-owner': 'benefit owner',
} as const;

const appointment = (project: Project, id: string): Appointment | undefined =>
  project.people.find((each) => each.id === id);

const withAppointment = (
  project: Project,
  id: string,
  change: (each: Appointment) => Appointment,
): Project => ({
  ...project,
  people: project.people.map((each) => (each.id === id ? change(each) : each)),
});

const titleOf = (project: Project, id: string): string => {
  const role = appointment(project, id)?.role;
  return role ? ROLE_TITLES[role] : 'a role';
};

/** The kinds of event of people's roles on a project, by type. */
export const peopleEvents = {
  // Naming replaces whoever was named before and has not answered; who holds the role keeps it until the new one accepts.
  'person-named': on({
    v: 1,
    section: 'people',
    body: z.object({ appointmentId: z.string(), role: z.enum(PROJECT_ROLES), person: z.string() }),
    evolve(project, { appointmentId, role, person }, at) {
      const mark = { by: at.actor, day: at.day, seq: at.seq };
      const replaced = project.people.map((each) =>
        SINGLE_ROLES.includes(role) && each.role === role && !each.accepted && !each.declined && !each.ended
          ? { ...each, ended: { ...mark, why: 'Somebody else was named before this was answered' } }
          : each,
      );
      return { ...project, people: [...replaced, { id: appointmentId, role, person, named: mark }] };
    },
    says: ({ role, person }, _before, names) => ({
      sentence: `${names.person(person)} named as ${ROLE_TITLES[role]}`,
    }),
  }),
  'appointment-accepted': on({
    v: 1,
    section: 'people',
    body: z.object({ appointmentId: z.string() }),
    evolve(project, { appointmentId }, at) {
      const mine = appointment(project, appointmentId);
      if (!mine) return project;
      const mark = { by: at.actor, day: at.day, seq: at.seq };
      const people = project.people.map((each) => {
        if (each.id === appointmentId) return { ...each, accepted: mark };
        const succeeded =
          SINGLE_ROLES.includes(mine.role) && each.role === mine.role && each.accepted && !each.ended;
        return succeeded ? { ...each, ended: { ...mark, why: 'A successor accepted' } } : each;
      });
      const next = { ...project, people };
      return mine.role === 'lead' ? withHand(next, 'led', mine.person) : next;
    },
    says: ({ appointmentId }, before, names) => ({
      sentence: `${names.person(appointment(before, appointmentId)?.person ?? '')} accepted as ${titleOf(before, appointmentId)}`,
    }),
  }),
  'appointment-declined': on({
    v: 1,
    section: 'people',
    body: z.object({ appointmentId: z.string(), words: z.object({ why: z.string() }) }),
    evolve: (project, { appointmentId, words }, at) =>
      withAppointment(project, appointmentId, (each) => ({
        ...each,
        declined: { by: at.actor, day: at.day, seq: at.seq, why: words.why },
      })),
    says: ({ appointmentId, words }, before, names) => ({
      sentence: `${names.person(appointment(before, appointmentId)?.person ?? '')} declined to be ${titleOf(before, appointmentId)}: ${words.why}`,
    }),
  }),
  'appointment-ended': on({
    v: 1,
    section: 'people',
    body: z.object({ appointmentId: z.string(), words: z.object({ why: z.string() }) }),
    evolve: (project, { appointmentId, words }, at) =>
      withAppointment(project, appointmentId, (each) => ({
        ...each,
        ended: { by: at.actor, day: at.day, seq: at.seq, why: words.why },
      })),
    says: ({ appointmentId, words }, before, names) => ({
      sentence: `${names.person(appointment(before, appointmentId)?.person ?? '')} is no longer ${titleOf(before, appointmentId)}: ${words.why}`,
    }),
  }),
};
