/** Who may open a page or call an address; what they may then do is asked of the command they give. */
export type RouteWho =
  /** Anybody, signed in or not. */
  | 'everyone'
  /** Every signed-in person: they read every project. */
  | 'signed-in'
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
  '_app.projects.$ref': page,
  '_app.projects.$ref._index': page,
  '_app.projects.$ref.people': pageWithForms,
};
