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

const ANYONE: readonly Granted[] = ['signed-in'];
const LEAD: readonly Granted[] = ['lead'];
const TEAM: readonly Granted[] = ['pmo', 'lead'];
/** Who takes a row out: the sponsor alone where it stops the next gate. */
const TEAM_OR_SPONSOR: readonly Granted[] = ['pmo', 'sponsor', 'lead'];
/** Everybody with a part in a project, and so not those who only read. */
const INVOLVED: readonly Granted[] = [
  'pmo',
  'finance',
  's151',
  'assurer',
  'sponsor',
  'lead',
  'bau-owner',
  'benefit-owner',
];

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
  // The case
  'open-project': ['pmo'],
  'import-business-case': ['pmo', 'system'],
  'record-information': TEAM,
  'state-opportunity': TEAM,
  'set-scope': TEAM,
  'state-objectives': TEAM,
  'assess-current-position': TEAM,
  'propose-changes': TEAM,
  'record-finance-notes': TEAM,
  'record-stakeholders': TEAM,
  'confirm-none': TEAM,
  'confirm-stakeholders': LEAD,
  'rate-qualification': TEAM,
  'declare-cost-baselines': LEAD,
  'choose-route': TEAM,
  comment: ANYONE,
  // People on a project
  'name-sponsor': ['pmo'],
  'name-lead': ['pmo'],
  'name-bau-owner': TEAM,
  'name-benefit-owner': TEAM,
  'accept-appointment': ANYONE,
  'decline-appointment': ANYONE,
  'end-appointment': ANYONE,
  // Schedule
  'set-schedule': TEAM,
  'forecast-dates': TEAM,
  'record-actuals': TEAM,
  'add-deliverable': TEAM,
  'amend-deliverable': TEAM,
  'move-deliverable': ['sponsor'],
  'complete-deliverable': TEAM,
  'withdraw-deliverable': TEAM_OR_SPONSOR,
  'restore-deliverable': TEAM,
  'add-milestone': TEAM,
  'amend-milestone': TEAM,
  'withdraw-milestone': TEAM_OR_SPONSOR,
  'restore-milestone': TEAM,
  'record-go-live': ['bau-owner'],
  // Money
  'add-money-line': LEAD,
  'amend-money-line': LEAD,
  'adopt-money-line': LEAD,
  'withdraw-money-line': ['sponsor', 'lead'],
  'restore-money-line': LEAD,
  'attach-line-evidence': LEAD,
  'propose-figures': LEAD,
  're-phase-line': LEAD,
  'confirm-none-figures': LEAD,
  'extend-horizon': TEAM,
  'declare-non-cashable': LEAD,
  'agree-non-cashable': ['finance'],
  'validate-figures': ['finance'],
  'set-confidence': ['finance'],
  'record-mtfs': ['finance'],
  'explain-gap': ['finance'],
  'set-optimism-bias': ['finance'],
  'schedule-budget-change': ['finance'],
  'forecast-figures': LEAD,
  'confirm-forecast': ['finance'],
  'record-delivered': LEAD,
  'confirm-delivered': ['finance'],
  'explain-variance': ['finance', 'lead'],
  'bank-saving': ['finance'],
  'set-banking-status': ['finance'],
  'own-saving-onward': ['bau-owner'],
  // Benefits
  'record-benefit': TEAM,
  'amend-benefit': ['pmo', 'lead', 'benefit-owner'],
  'withdraw-benefit': TEAM_OR_SPONSOR,
  'confirm-none-benefits': TEAM,
  'propose-benefit-owner': TEAM,
  'accept-benefit': ANYONE,
  'decline-benefit': ANYONE,
  'set-onward-owner': ['bau-owner'],
  'record-reading': ['benefit-owner'],
  'withdraw-reading': ['pmo', 'benefit-owner'],
  // Risks
  'record-risk': TEAM,
  'amend-risk': ANYONE,
  'accept-risk': ['sponsor'],
  'close-risk': TEAM_OR_SPONSOR,
  'reopen-risk': TEAM,
  'withdraw-risk': TEAM_OR_SPONSOR,
  // Registers
  'record-linked-case': TEAM,
  'amend-linked-case': TEAM,
  'withdraw-linked-case': TEAM_OR_SPONSOR,
  'confirm-linked-case': TEAM,
  'resolve-linked-case': TEAM,
  'record-option': TEAM,
  'amend-option': TEAM,
  'withdraw-option': TEAM_OR_SPONSOR,
  'confirm-option': TEAM,
  'record-benchmark': ['pmo', 'finance', 'lead'],
  'amend-benchmark': ['pmo', 'finance', 'lead'],
  'withdraw-benchmark': ['pmo', 'finance', 'sponsor', 'lead'],
  'confirm-benchmark': ['pmo', 'finance', 'lead'],
  'record-cost-baseline': ['pmo', 'finance', 'lead'],
  'amend-cost-baseline': ['pmo', 'finance', 'lead'],
  'withdraw-cost-baseline': ['pmo', 'finance', 'sponsor', 'lead'],
  'confirm-cost-baseline': ['pmo', 'finance', 'lead'],
  'record-population': TEAM,
  'amend-population': TEAM,
  'withdraw-population': TEAM_OR_SPONSOR,
  'confirm-population': TEAM,
  'record-assumption': TEAM,
  'amend-assumption': TEAM,
  'withdraw-assumption': TEAM_OR_SPONSOR,
  'confirm-assumption': TEAM,
  'record-issue': ['pmo', 'sponsor', 'lead', 'bau-owner'],
  'amend-issue': ['pmo', 'sponsor', 'lead', 'bau-owner'],
  'withdraw-issue': ['pmo', 'sponsor', 'lead', 'bau-owner'],
  'confirm-issue': ['pmo', 'sponsor', 'lead', 'bau-owner'],
  'record-logged-decision': ['pmo', 'sponsor', 'lead'],
  'amend-logged-decision': ['pmo', 'sponsor', 'lead'],
  'withdraw-logged-decision': ['pmo', 'sponsor', 'lead'],
  'confirm-logged-decision': ['pmo', 'sponsor', 'lead'],
  'record-dis-benefit': ['pmo', 'sponsor', 'lead', 'bau-owner', 'benefit-owner'],
  'amend-dis-benefit': ['pmo', 'sponsor', 'lead', 'bau-owner', 'benefit-owner'],
  'withdraw-dis-benefit': ['pmo', 'sponsor', 'lead', 'bau-owner', 'benefit-owner'],
  'confirm-dis-benefit': ['pmo', 'sponsor', 'lead', 'bau-owner', 'benefit-owner'],
  'record-lesson': ['pmo', 'sponsor', 'lead', 'bau-owner', 'benefit-owner'],
  'amend-lesson': ['pmo', 'sponsor', 'lead', 'bau-owner', 'benefit-owner'],
  'withdraw-lesson': ['pmo', 'sponsor', 'lead', 'bau-owner', 'benefit-owner'],
  'confirm-lesson': ['pmo', 'sponsor', 'lead', 'bau-owner', 'benefit-owner'],
  'record-link': ['pmo', 'finance', 'sponsor', 'lead', 'bau-owner'],
  'amend-link': ['pmo', 'finance', 'sponsor', 'lead', 'bau-owner'],
  'withdraw-link': ['pmo', 'finance', 'sponsor', 'lead', 'bau-owner'],
  'confirm-link': ['pmo', 'finance', 'sponsor', 'lead', 'bau-owner'],
  'confirm-register-none': TEAM,
  // Evidence
  'attach-file': INVOLVED,
  'attach-link': INVOLVED,
  'withdraw-attachment': INVOLVED,
  attest: INVOLVED,
  'mark-seen': INVOLVED,
  'withdraw-attestation': INVOLVED,
  'sign-off': INVOLVED,
  'withdraw-sign-off': INVOLVED,
  // Findings
  'explain-finding': ['pmo', 'finance', 'sponsor', 'lead', 'bau-owner', 'benefit-owner'],
  'accept-explanation': ['pmo', 'finance', 's151', 'sponsor'],
  'withdraw-explanation': ['pmo', 'finance', 's151', 'sponsor', 'lead', 'bau-owner', 'benefit-owner'],
  // Gates
  'submit-gate': TEAM,
  'withdraw-submission': TEAM,
  'ask-question': ['finance', 's151', 'sponsor'],
  'answer-question': TEAM,
  'approve-gate': ['finance', 's151', 'sponsor'],
  'take-back-approval': ['finance', 's151', 'sponsor'],
  'defer-gate': ['finance', 's151', 'sponsor'],
  'reject-gate': ['sponsor'],
  'revoke-gate': ['sponsor'],
  'close-condition': ANYONE,
  'confirm-condition': ANYONE,
  'send-condition-back': ANYONE,
  'reassign-condition': ['pmo'],
  'withdraw-condition': ['pmo', 'finance', 's151', 'sponsor'],
  'waive-criterion': ['pmo', 'finance', 's151', 'sponsor'],
  'withdraw-waiver': ['pmo', 'finance', 's151', 'sponsor'],
  'hold-project': ['pmo', 'sponsor'],
  'resume-project': ['pmo', 'sponsor'],
  'close-project': ['sponsor'],
  'agree-closing': ['s151'],
  'take-back-closing': ['sponsor'],
  'reopen-project': ['sponsor'],
  'agree-reopening': ['s151'],
  'take-back-reopening': ['sponsor'],
  'adopt-decisions': ['pmo'],
  'confirm-adopted-decisions': ['sponsor'],
  'report-exception': TEAM,
  'direct-exception': ['sponsor'],
  'request-change': TEAM,
  'approve-change': ['s151', 'sponsor'],
  'refuse-change': ['s151', 'sponsor'],
  'withdraw-change': TEAM,
  'explain-change': LEAD,
  'give-assurance-opinion': ['assurer'],
  'set-tolerances': ['sponsor'],
  'declare-confidence': ['pmo', 'sponsor', 'lead'],
};
