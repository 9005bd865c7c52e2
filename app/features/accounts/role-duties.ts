import type { ProgrammeRole } from '~/core/access/directory';

/** What each role across the programme is for, in a line. */
export const ROLE_DUTIES: Readonly<Record<ProgrammeRole, string>> = {
  pmo: 'Keeps the record current, names sponsors and leads, submits gates',
  finance: 'Validates figures, records the MTFS, confirms and banks savings',
  s151: 'May do what finance may, decides Gate 3 with the sponsor, names delegates',
  assurer: 'Gives assurance opinions from outside the team',
  auditor: 'Reads everything, accounts too, and confirms redactions',
  viewer: 'Reads the projects',
  administrator: 'Accounts and settings; no power over projects',
};
