/** Who may open a page or call an address; what they may then do is asked of the command they give. */
export type RouteWho =
  /** Anybody, signed in or not. */
  | 'everyone'
  /** Every signed-in person: they read every project. */
  | 'signed-in'
  /** Whoever holds a token that is good, with its holder's rights; a browser's session is none. */
  | 'token'
  /** Holders of a role; others are told with 403. */
  | readonly string[];

/** What one route answers: `read` to GET, `change` to POST and the like; left out where it takes none. */
export interface RouteRow {
  readonly read?: RouteWho;
  readonly change?: RouteWho;
}

const page: RouteRow = { read: 'signed-in' };
/** A page with forms: whoever is signed in may send one, and the command says whether they may. */
const pageWithForms: RouteRow = { read: 'signed-in', change: 'signed-in' };
/** Accounts and redactions: read by those who answer for them, accounts changed by administrators alone. */
const KEEPERS = ['administrator', 'auditor'] as const;
const ADMINISTRATORS = ['administrator'] as const;
/** An address of the API: every method is answered, those it does not take with 405. */
const api: RouteRow = { read: 'token', change: 'token' };
/** What of the API holds nothing of the record. */
const apiForAll: RouteRow = { read: 'everyone', change: 'everyone' };

/**
 * Every route by its file in app/routes, written down once. Changes go through commands, and there the matrix of
 * commands says who may. A route that stands in no row fails the test.
 */
export const ROUTE_MATRIX: Readonly<Record<string, RouteRow>> = {
  healthz: { read: 'everyone' },
  'sign-in': { read: 'everyone', change: 'everyone' },
  'sign-out': { read: 'everyone', change: 'everyone' },
  _app: page,
  '_app._index': page,
  'invitation.$token': { read: 'everyone', change: 'everyone' },
  '_app.$': page,
  '_app.account._index': pageWithForms,
  '_app.account.delegates': pageWithForms,
  '_app.account.password': pageWithForms,
  '_app.account.sessions': pageWithForms,
  '_app.account.tokens': pageWithForms,
  '_app.accounts._index': { read: KEEPERS },
  '_app.accounts.$id': { read: KEEPERS, change: ADMINISTRATORS },
  '_app.accounts.new': { read: ADMINISTRATORS, change: ADMINISTRATORS },
  '_app.framework': page,
  '_app.redactions._index': { read: KEEPERS },
  '_app.redactions.$id': { read: KEEPERS, change: KEEPERS },
  '_app.redactions.ask': { read: KEEPERS, change: KEEPERS },
  '_app.demonstration.day': pageWithForms,
  '_app.projects._index': page,
  '_app.projects.import': pageWithForms,
  '_app.projects.new': pageWithForms,
  '_app.projects.$ref': page,
  '_app.projects.$ref._index': page,
  '_app.projects.$ref.people': pageWithForms,
  '_app.projects.$ref.case': pageWithForms,
  '_app.projects.$ref.case_.original': page,
  '_app.projects.$ref.documents': pageWithForms,
  '_app.projects.$ref.documents_.$id.file': page,
  '_app.projects.$ref.history': page,
  '_app.projects.$ref.history_.$seq': page,
  '_app.projects.$ref.benefits': pageWithForms,
  '_app.projects.$ref.risks': pageWithForms,
  '_app.projects.$ref.registers': pageWithForms,
  '_app.projects.$ref.findings._index': pageWithForms,
  '_app.projects.$ref.findings.$rule': page,
  'api.$': api,
  'api.v1.$': api,
  'api.v1.benefits': api,
  'api.v1.conditions': api,
  'api.v1.frameworks.$id.commands.$name': api,
  'api.v1.frameworks.$id': api,
  'api.v1.frameworks': api,
  'api.v1.me': api,
  'api.v1.milestones': api,
  'api.v1.openapi[.]json': apiForAll,
  'api.v1.people.$id.commands.$name': api,
  'api.v1.people.$id': api,
  'api.v1.people': api,
  'api.v1.problems.$type': apiForAll,
  'api.v1.programme.commands.$name': api,
  'api.v1.programme': api,
  'api.v1.projects.$ref.commands.$name': api,
  'api.v1.projects.$ref.events': api,
  'api.v1.projects.$ref.files': api,
  'api.v1.projects.$ref.findings': api,
  'api.v1.projects.$ref.gates.$gate': api,
  'api.v1.projects.$ref': api,
  'api.v1.projects': api,
  'api.v1.risks': api,
  'api.v1.savings': api,
  '_app.projects.$ref.finance._index': pageWithForms,
  '_app.projects.$ref.finance.lines.$lineId': pageWithForms,
  '_app.projects.$ref.finance.reconciliation': page,
  '_app.projects.$ref.finance.appraisal': pageWithForms,
  '_app.projects.$ref.schedule': pageWithForms,
  '_app.projects.$ref.gates._index': pageWithForms,
  '_app.projects.$ref.gates.$n._index': pageWithForms,
  '_app.projects.$ref.gates.$n.pack': page,
  '_app.projects.$ref.changes': pageWithForms,
  '_app.projects.$ref.debts': page,
  '_app.debts': page,
  '_app.projects.$ref.compare': page,
  '_app.compare': page,
};
