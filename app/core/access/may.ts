import type { Command } from '../command/command';
import type { Actor } from '../command/context';
import { refusal, type Refusal } from '../command/refusal';
import { holders } from '../people/state';
import type { Project } from '../project/state';
import type { IsoDay } from '../time/iso-day';
import { holdsProgrammeRole, PROGRAMME_ROLES, PROJECT_ROLES, type Directory, type Role } from './directory';

/** Whether a role is held on one project. */
export const isProjectRole = (role: string): role is (typeof PROJECT_ROLES)[number] =>
  (PROJECT_ROLES as readonly string[]).includes(role);
const isProgrammeRole = (role: string): role is (typeof PROGRAMME_ROLES)[number] =>
  (PROGRAMME_ROLES as readonly string[]).includes(role);

/** Roles of the programme that a sponsor does not have on the project they sponsor, whichever came first. */
const NOT_WHILE_SPONSOR: readonly Role[] = ['pmo', 'administrator'];

/**
 * Every role a person holds on a project on a day: across the programme, and on the project once accepted. Somebody
 * made PMO officer or administrator after they became sponsor is neither on the project they sponsor.
 */
export function rolesOf(
  directory: Directory,
  person: string,
  project: Project | undefined,
  day: IsoDay,
): readonly Role[] {
  if (!directory[person]?.active) return [];
  const across = PROGRAMME_ROLES.filter((role) => holdsProgrammeRole(directory, person, role, day));
  const here = project ? PROJECT_ROLES.filter((role) => holders(project.people, role).includes(person)) : [];
  return here.includes('sponsor')
    ? [...across.filter((role) => !NOT_WHILE_SPONSOR.includes(role)), ...here]
    : [...across, ...here];
}

/** Whether a person holds a role, on the project or across the programme. */
export const holdsRole = (
  directory: Directory,
  person: string,
  role: Role,
  project: Project | undefined,
  day: IsoDay,
): boolean => rolesOf(directory, person, project, day).includes(role);

/** The words for a role, with its article. */
export const ROLE_WORDS: Readonly<Record<Role, string>> = {
  pmo: 'a PMO officer',
  finance: 'finance',
  s151: 'the Section 151 officer or a delegate',
  assurer: 'an assurer',
  auditor: 'an auditor',
  viewer: 'a viewer',
  administrator: 'an administrator',
  sponsor: 'the sponsor',
  lead: 'the project lead',
  'bau-owner': 'the BAU owner',
  'benefit-owner': "a benefit's owner",
};

/**
 * The one answer to "may this person give this command?": the refusals, none when they may.
 * `self` is the person whose stream it is; project roles count only where there is a project.
 */
export function may(
  command: Pick<Command<unknown, unknown>, 'who' | 'title'>,
  actor: Actor,
  directory: Directory,
  day: IsoDay,
  about: { readonly project?: Project; readonly self?: string } = {},
): readonly Refusal[] {
  if (actor.through === 'system') {
    return command.who.includes('system')
      ? []
      : [refusal('not-permitted', `“${command.title}” is given by a person.`)];
  }
  if (!directory[actor.person]?.active) {
    return [refusal('no-account', 'This account is not active.', { by: [{ role: 'administrator' }] })];
  }
  if (command.who.includes('anyone')) return [];
  if (command.who.includes('self') && about.self === actor.person) return [];
  const roles = rolesOf(directory, actor.person, about.project, day);
  if (command.who.some((who) => (roles as readonly string[]).includes(who))) return [];
  const permitted = command.who.filter((who): who is Role => isProjectRole(who) || isProgrammeRole(who));
  return [
    refusal(
      'not-permitted',
      `“${command.title}” is for ${listOf(permitted.map((role) => ROLE_WORDS[role]))}.`,
      {
        by: permitted.map((role) => menderFor(role, about.project)),
      },
    ),
  ];
}

/** "a, b or c". */
export const listOf = (words: readonly string[]): string =>
  words.length < 2
    ? (words[0] ?? 'nobody')
    : `${words.slice(0, -1).join(', ')} or ${words[words.length - 1]}`;

/** Who can mend what a role owns: the person who holds it on the project where there is just one. */
export function menderFor(role: Role, project: Project | undefined): { role: string; person?: string } {
  if (!project || !isProjectRole(role)) return { role };
  const people = holders(project.people, role);
  if (people.length === 1) return { role, person: people[0]! };
  if (people.length === 0) return { role: role === 'benefit-owner' ? 'lead' : 'pmo' };
  return { role };
}
