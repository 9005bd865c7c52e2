import type { Fix, Screen } from '~/core/command/refusal';

/** A page of a project, as the navigation offers it. */
export interface ProjectSection {
  readonly screen: Screen;
  readonly text: string;
  /** Below `/projects/<ref>`; empty for the overview. */
  readonly path: string;
}

/** The pages of a project that there are, in the order offered. Whoever adds a page adds its line. */
export const PROJECT_SECTIONS: readonly ProjectSection[] = [
  { screen: 'overview', text: 'Overview', path: '' },
  { screen: 'case', text: 'Case', path: '/case' },
  { screen: 'schedule', text: 'Schedule', path: '/schedule' },
  { screen: 'finance', text: 'Finance', path: '/finance' },
  { screen: 'benefits', text: 'Benefits', path: '/benefits' },
  { screen: 'risks', text: 'Risks', path: '/risks' },
  { screen: 'registers', text: 'Registers', path: '/registers' },
  { screen: 'findings', text: 'Case check', path: '/findings' },
  { screen: 'gate', text: 'Gates', path: '/gates' },
  { screen: 'changes', text: 'Changes', path: '/changes' },
  { screen: 'documents', text: 'Documents', path: '/documents' },
  { screen: 'people', text: 'People', path: '/people' },
  { screen: 'history', text: 'History', path: '/history' },
];

/** The path of a project's own page, of its overview by default. */
export const projectPath = (ref: string, path = ''): string => `/projects/${encodeURIComponent(ref)}${path}`;

const PATHS: Readonly<Record<Screen, string>> = {
  overview: '',
  case: '/case',
  schedule: '/schedule',
  finance: '/finance',
  benefits: '/benefits',
  risks: '/risks',
  registers: '/registers',
  findings: '/findings',
  gate: '/gates',
  documents: '/documents',
  people: '/people',
  changes: '/changes',
  history: '/history',
};

/** The id of the element of a row, which fixes lead to. */
export const rowAnchor = (row: string): string => `row-${row}`;

/**
 * The one way a Fix becomes a link: the screen's page, at `#row-<row>` where a row is named, else at `#<field>`.
 * Pages give the elements these ids.
 */
export function fixHref(ref: string, { screen, gate, row, field }: Fix): string {
  const page = screen === 'gate' && gate !== undefined ? `/gates/${gate}` : PATHS[screen];
  const anchor = row === undefined ? field : rowAnchor(row);
  return `${projectPath(ref, page)}${anchor === undefined ? '' : `#${encodeURIComponent(anchor)}`}`;
}
