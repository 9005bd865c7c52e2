import { PROGRAMME_ROLES, PROJECT_ROLES, type Role } from './directory';

/** Those the matrix of rights tells apart: each role alone, any signed-in person, a person about themself, nobody. */
export const MATRIX_COLUMNS = [
  ...PROGRAMME_ROLES,
  ...PROJECT_ROLES,
  'signed-in',
  'self',
  'signed-out',
  'system',
] as const;
export type MatrixColumn = (typeof MATRIX_COLUMNS)[number];

/** yes: on every record; own: only on the project where the role is held, or on one's own record; no: never. */
export type MayCell = 'yes' | 'own' | 'no';

type Granted = Role | 'signed-in' | 'self' | 'system';
const OWN: readonly Granted[] = [...PROJECT_ROLES, 'self'];

/** What one row of the written table says of a column. */
export function mayCell(granted: readonly Granted[], column: MatrixColumn): MayCell {
  if (column === 'signed-out') return 'no';
  if (column === 'system') return granted.includes('system') ? 'yes' : 'no';
  if (granted.includes('signed-in')) return 'yes';
  // Whoever holds s151 may do what finance may.
  if (column === 's151' && granted.includes('finance')) return 'yes';
  if (!granted.includes(column)) return 'no';
  return OWN.includes(column) ? 'own' : 'yes';
}

/**
 * Who may give which command, written down once and by hand: not read from the commands but compared with what they
 * do. Roles on a project count on that project alone. A command that stands in no row fails the test.
 */
export const COMMAND_MATRIX: Readonly<Record<string, readonly Granted[]>> = {
  // People
  'register-person': ['administrator', 'system'],
  'rename-person': ['administrator', 'self'],
  'grant-role': ['administrator', 'system'],
  'revoke-role': ['administrator'],
  'deactivate-person': ['administrator'],
  'reactivate-person': ['administrator'],
  'name-delegate': ['s151'],
  'end-delegation': ['s151', 'administrator', 'self'],
  // Programme
  'begin-programme': ['system'],
  'rename-programme': ['administrator'],
  'set-go-live-month': ['finance'],
  'move-day': ['signed-in', 'system'],
  'ask-redaction': ['administrator'],
  'confirm-redaction': ['auditor'],
  'decline-redaction': ['auditor'],
  // Frameworks
  'publish-framework': ['pmo', 'system'],
  'publish-framework-version': ['pmo', 'system'],
  // Risks
  'close-risk': ['pmo', 'lead'],
};
