import type { LoadedProject } from '../load-project';
import { findingsOf } from './case-findings';
import { rowsOf } from './case-rows';
import { editedSection, sectionsOf } from './case-sections';
import type { ShownField } from './shown-field';

const MOST_COMMENTS = 50;

function commentsOf({ project, name, whyNot }: LoadedProject) {
  return {
    total: project.comments.length,
    whyNot: whyNot('comment'),
    shown: project.comments
      .slice(-MOST_COMMENTS)
      .reverse()
      .map(({ id, about, by, day, seq, words }) => ({ id, about, by: name(by), day, seq, words })),
  };
}

/** The documents a record came from: what found no place, what was not found, and what they are checked against. */
const sourcesOf = ({ project, name }: LoadedProject) =>
  project.documents.map(({ name: title, programme, sha256, by, day, seq, unplaced, missing }) => ({
    name: title,
    programme,
    sha256,
    by: name(by),
    day,
    seq,
    unplaced,
    missing,
  }));

/** Everything of the case that is still owed, in the order of the form. */
const owedIn = (fields: readonly ShownField[]) =>
  fields
    .filter(({ state }) => state === 'tbc' || state === 'blank' || state === 'none-unconfirmed')
    .map(({ name, label, state, owed }) => ({ name, label, state, days: owed?.days }));

/** The page of the case: every field of the form as it stands, and the section that is being edited. */
export function caseOf(loaded: LoadedProject, edit: string | null) {
  const sections = sectionsOf(loaded);
  const { text, stated, qualification, route } = sections;
  const fieldsOf = (key: string) => text.find((each) => each.key === key)?.fields ?? [];
  const inOrder = [
    ...fieldsOf('information'),
    ...(stated.sponsor.named ? [] : [stated.sponsor.field]),
    ...(stated.lead.named ? [] : [stated.lead.field]),
    ...text.filter(({ key }) => key !== 'information').flatMap(({ fields }) => fields),
    ...qualification.fields,
    route.field,
  ];
  return {
    marks: loaded.marks,
    edit: editedSection(edit)?.key,
    asked: inOrder.length,
    owed: owedIn(inOrder),
    sections,
    rows: rowsOf(loaded),
    findings: findingsOf(loaded),
    sources: sourcesOf(loaded),
    comments: commentsOf(loaded),
  };
}
