import type { ProjectRole } from '../access/directory';
import type { Mark } from '../project/row';

/** Somebody named to a role on the project; the role is held only once accepted. */
export interface Appointment {
  readonly id: string;
  readonly role: ProjectRole;
  readonly person: string;
  readonly named: Mark;
  readonly accepted?: Mark;
  readonly declined?: Mark & { readonly why: string };
  readonly ended?: Mark & { readonly why: string };
}

/** Those who hold, or are named to, roles on the project, in the order named. */
export type Appointments = readonly Appointment[];

/** Roles that one person holds at a time: a successor's acceptance ends the one before. */
export const SINGLE_ROLES: readonly ProjectRole[] = ['sponsor', 'lead', 'bau-owner'];

/** The appointment in force or waiting for an answer. */
export const openAppointments = (appointments: Appointments, role: ProjectRole): readonly Appointment[] =>
  appointments.filter((each) => each.role === role && !each.declined && !each.ended);

/** The people who hold a role, each once: named, accepted and not ended. */
export const holders = (appointments: Appointments, role: ProjectRole): readonly string[] => [
  ...new Set(
    openAppointments(appointments, role)
      .filter((each) => each.accepted)
      .map((each) => each.person),
  ),
];
