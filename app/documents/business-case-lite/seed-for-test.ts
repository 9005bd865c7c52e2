import { readFileSync } from 'node:fs';
import type { CaseDocument } from '~/core/case/case-document';
import { emptyProject } from '~/core/project/empty';
import type { Project } from '~/core/project/state';
import { scenario, type Outcome } from '~/core/testing/scenario';
import { readBusinessCase } from './read';

/** The seed document as it stands in the repository. */
export const SEED = readFileSync(
  new URL('../../../db/seed/RX-004-business-case-lite.txt', import.meta.url),
  'utf8',
);

/** The document a text reads to; throws with every error when it does not. */
export function documentOf(text: string): CaseDocument {
  const reading = readBusinessCase(text, 'case.txt');
  if (!reading.ok)
    throw new Error(reading.errors.map(({ line, message }) => `${line}: ${message}`).join('\n'));
  return reading.document;
}

/** The import command given by the tracker itself on a fresh stream. */
export const importing = (document: CaseDocument): Outcome =>
  scenario({ project: emptyProject('project-1'), today: '2023-10-01' }).when(
    'import-business-case',
    { document },
    { as: 'system', through: 'system' },
  );

/** The record a text is imported into. */
export const recordOf = (text: string): Project => importing(documentOf(text)).accepted().project;
