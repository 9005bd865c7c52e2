import { z } from 'zod';
import { lineSchema } from '../answers/text';
import { formatPartial, partialDateSchema } from '../time/partial-date';
import { register } from './definition';
import { choiceField, notesField, personField, proseField, titleField, webAddressField } from './fields';
import { notActivePerson } from './owner';
import {
  ASSUMPTION_KINDS,
  type Assumption,
  type DisBenefit,
  type Issue,
  type Lesson,
  type Link,
  type LoggedDecision,
} from './state';

const named = (owner: string | undefined, person: (id: string) => string) =>
  owner === undefined ? undefined : person(owner);

/** Dependencies, constraints and assumptions. */
export const assumptionRegister = register<Assumption>()({
  name: 'assumption',
  key: 'assumptions',
  noun: 'Assumption',
  who: ['lead', 'pmo'],
  figures: {
    kind: z.enum(ASSUMPTION_KINDS, { error: 'Choose dependency, constraint, assumption or not yet sorted' }),
    owner: personField.optional(),
    testBy: partialDateSchema.optional(),
  },
  words: { statement: proseField },
  row: (own) => own,
  headline: (row) => row.statement,
  shown: (row, person) => ({
    Kind: row.kind === 'unsorted' ? 'not yet sorted' : row.kind,
    Statement: row.statement,
    Owner: named(row.owner, person),
    'Tested by': row.testBy && formatPartial(row.testBy),
  }),
  check: (_project, terms, _rowId, context) => notActivePerson(terms.owner, context),
});

/** What went wrong or stands in the way now. */
export const issueRegister = register<Issue>()({
  name: 'issue',
  key: 'issues',
  noun: 'Issue',
  who: ['lead', 'pmo', 'sponsor', 'bau-owner'],
  figures: { owner: personField.optional(), due: partialDateSchema.optional(), resolved: choiceField },
  words: { issue: proseField, action: notesField },
  row: (own) => own,
  headline: (row) => row.issue,
  shown: (row, person) => ({
    Issue: row.issue,
    Action: row.action,
    Owner: named(row.owner, person),
    Due: row.due && formatPartial(row.due),
    Resolved: row.resolved ? 'yes' : 'no',
  }),
  check: (_project, terms, _rowId, context) => notActivePerson(terms.owner, context),
});

/** Decisions on the project's work, beside the decisions of gates. */
export const loggedDecisionRegister = register<LoggedDecision>()({
  name: 'logged-decision',
  key: 'decisions',
  noun: 'Logged decision',
  who: ['lead', 'pmo', 'sponsor'],
  figures: { takenOn: partialDateSchema.optional() },
  words: { decision: proseField, takenBy: lineSchema(500) },
  row: (own) => own,
  headline: (row) => row.decision,
  shown: (row) => ({
    Decision: row.decision,
    'Taken on': row.takenOn && formatPartial(row.takenOn),
    'Taken by': row.takenBy,
  }),
});

/** What the change makes worse, for whom; listed beside the benefits so that nobody decides on one side alone. */
export const disBenefitRegister = register<DisBenefit>()({
  name: 'dis-benefit',
  key: 'disBenefits',
  noun: 'Dis-benefit',
  who: ['lead', 'pmo', 'sponsor', 'bau-owner', 'benefit-owner'],
  figures: { owner: personField.optional(), reviewOn: partialDateSchema.optional() },
  words: {
    disBenefit: proseField,
    bearer: titleField,
    measure: notesField,
    action: notesField,
    outcome: notesField,
  },
  row: (own) => own,
  headline: (row) => row.disBenefit,
  shown: (row, person) => ({
    'Dis-benefit': row.disBenefit,
    'Who bears it': row.bearer,
    Measure: row.measure,
    'What is done about it': row.action,
    Owner: named(row.owner, person),
    'Looked at on': row.reviewOn && formatPartial(row.reviewOn),
    'What came of it': row.outcome,
  }),
  check: (_project, terms, _rowId, context) => notActivePerson(terms.owner, context),
});

/** What others should know before they do the like. */
export const lessonRegister = register<Lesson>()({
  name: 'lesson',
  key: 'lessons',
  noun: 'Lesson',
  who: ['lead', 'pmo', 'sponsor', 'bau-owner', 'benefit-owner'],
  figures: {},
  words: { lesson: proseField, recommendation: notesField },
  row: (own) => own,
  headline: (row) => row.lesson,
  shown: (row) => ({ Lesson: row.lesson, Recommendation: row.recommendation }),
});

/** Places outside the tracker worth knowing. */
export const linkRegister = register<Link>()({
  name: 'link',
  key: 'links',
  noun: 'Link',
  who: ['lead', 'pmo', 'sponsor', 'bau-owner', 'finance'],
  figures: {},
  words: { title: titleField, url: webAddressField },
  row: (own) => own,
  headline: (row) => row.title,
  shown: (row) => ({ Title: row.title, Address: row.url }),
});
