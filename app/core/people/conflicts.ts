import type { ProjectRole } from '../access/directory';
import type { External } from '../command/context';
import { nameOf } from '../access/directory';
import { refusal, type Refusal } from '../command/refusal';
import type { Project } from '../project/state';
import { holders, openAppointments } from './state';

/** Pairs of roles on one project that no one person has: a sponsor does not lead, a BAU owner takes over from another. */
const APART: readonly (readonly [ProjectRole, ProjectRole])[] = [
  ['sponsor', 'lead'],
  ['bau-owner', 'lead'],
];

const ROLE_TITLES: Readonly<Record<ProjectRole, string>> = {
  sponsor: 'sponsor',
  lead: 'lead',
  'bau-owner': 'BAU owner',
  'benefit-owner': 'benefit owner',
};

const apartFrom = (role: ProjectRole): readonly ProjectRole[] =>
  APART.flatMap(([a, b]) => (a === role ? [b] : b === role ? [a] : []));

/**
 * Why a person cannot have a role on a project: no active account, a role kept apart from it, or (for a sponsor) PMO
 * officer or administrator. `counting` says whether roles merely offered count, as they do when somebody is named.
 */
export function conflictsOf(
  project: Project,
  role: ProjectRole,
  person: string,
  external: Pick<External, 'directory'>,
  counting: 'offered' | 'held',
): readonly Refusal[] {
  const { directory } = external;
  const facts = directory[person];
  const fix = { screen: 'people', field: role } as const;
  if (!facts?.active) {
    return [
      refusal('unknown-person', 'There is no active account for this person.', {
        field: 'person',
        fix,
        by: [{ role: 'administrator' }],
      }),
    ];
  }
  const name = nameOf(directory, person);
  const has = (other: ProjectRole): boolean =>
    (counting === 'held'
      ? holders(project.people, other)
      : openAppointments(project.people, other).map((each) => each.person)
    ).includes(person);
  const conflict = (because: string) =>
    refusal('conflicting-role', because, { field: 'person', fix, by: [{ role: 'pmo' }] });
  return [
    ...apartFrom(role)
      .filter(has)
      .map((other) =>
        conflict(
          `${name} is ${ROLE_TITLES[other]} of this project and cannot also be its ${ROLE_TITLES[role]}.`,
        ),
      ),
    ...(role === 'sponsor' && facts.roles.includes('pmo')
      ? [conflict(`${name} is a PMO officer; a sponsor is not.`)]
      : []),
    ...(role === 'sponsor' && facts.roles.includes('administrator')
      ? [conflict(`${name} is an administrator; a sponsor is not.`)]
      : []),
  ];
}
