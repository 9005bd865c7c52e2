import type { Role } from '~/core/access/directory';
import { ROLE_TITLES } from '~/features/people/role-titles';
import { projectPath } from '~/features/projects/sections';
import { RowList } from '~/ui/RowList';
import type { OnProject } from './account-view';

/** The roles somebody holds, or is asked to hold, on single projects. */
export function OnProjects({ projects }: { projects: readonly OnProject[] }) {
  if (projects.length === 0) return <p className="govuk-body app-muted">No role on any project.</p>;
  return (
    <RowList
      rows={projects.map(({ ref, title, role, accepted }) => ({
        key: `${ref}-${role}`,
        tag: accepted ? { tone: 'good', text: 'Accepted' } : { tone: 'warn', text: 'Asked' },
        title: `${ref} ${title}`,
        href: projectPath(ref, '/people'),
        detail: ROLE_TITLES[role as Role] ?? role,
      }))}
    />
  );
}
