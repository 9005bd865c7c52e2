import type { ProjectRole, Role } from '~/core/access/directory';

/** What a role is called in a list or a label. */
export const ROLE_TITLES: Readonly<Record<Role, string>> = {
  pmo: 'PMO officer',
  finance: 'Finance',
  s151: 'Section 151 officer',
  assurer: 'Assurer',
  auditor: 'Auditor',
  viewer: 'Viewer',
  administrator: 'Administrator',
  sponsor: 'Sponsor',
  lead: 'Project lead',
  'bau-owner': 'BAU owner',
  'benefit-owner': 'Benefit owner',
};

/** The roles of one project in the order they are shown. */
export const ROLES_SHOWN: readonly ProjectRole[] = ['sponsor', 'lead', 'bau-owner', 'benefit-owner'];
