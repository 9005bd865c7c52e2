import { z } from 'zod';
import { describeAnswer, type Answer } from '../answers/answer';
import { plainAnswerSchema, wordedAnswer } from '../answers/worded';
import { eventKind, type Change } from '../journal/event';
import { formatMoney } from '../money/format-money';
import { penceSchema } from '../money/pence';
import { answered } from '../project/field';
import type { Project } from '../project/state';
import { TEXT_FIELDS, type Case, type CaseSection, type TextField } from './state';

const on = eventKind<Project>();

const textFields = Object.keys(TEXT_FIELDS) as [TextField, ...TextField[]];
const sections = [...new Set(Object.values(TEXT_FIELDS).map(({ section }) => section))] as [
  CaseSection,
  ...CaseSection[],
];
const stateSchema = z.enum(['given', 'none', 'none-unconfirmed', 'tbc', 'blank']);

const answersSchema = z.object({
  section: z.enum(sections),
  answers: z.partialRecord(z.enum(textFields), stateSchema),
  fromDocument: z.boolean(),
  words: z.partialRecord(z.enum(textFields), z.string()),
});
type Answers = z.infer<typeof answersSchema>;

/** What stands in the place of an answer whose words were redacted. */
const REDACTED = '[redacted]';

/** The body's answers, field by field, their text put back from under `words`. */
export function answersOf(body: Answers): readonly (readonly [TextField, Answer<string>])[] {
  const found: [TextField, Answer<string>][] = [];
  for (const field of textFields) {
    const state = body.answers[field];
    if (state === 'given') found.push([field, { state, value: body.words[field] ?? REDACTED }]);
    else if (state !== undefined) found.push([field, wordedAnswer({ state }, body.words[field])]);
  }
  return found;
}

/** Answers of one section as a body of `fields-answered` keeps them. */
export function answersForEvent(
  section: CaseSection,
  answers: readonly (readonly [TextField, Answer<string>])[],
  fromDocument: boolean,
): Answers {
  const body: Answers = { section, answers: {}, fromDocument, words: {} };
  for (const [field, answer] of answers) {
    body.answers[field] = answer.state;
    if (answer.state === 'given') body.words[field] = answer.value;
    else if (answer.state === 'none-unconfirmed' && answer.words !== undefined)
      body.words[field] = answer.words;
  }
  return body;
}

const sayText = (answer: Answer<string>): string => describeAnswer(answer, (text) => text);

const withCase = (project: Project, change: Partial<Case>): Project => ({
  ...project,
  case: { ...project.case, ...change },
});

const ratingSchema = plainAnswerSchema(z.int().min(1).max(5));
const qualificationSchema = z.object({
  financialBenefits: plainAnswerSchema(penceSchema).optional(),
  effort: ratingSchema.optional(),
  impact: ratingSchema.optional(),
  fromDocument: z.boolean(),
  words: z.partialRecord(z.enum(['financialBenefits', 'effort', 'impact']), z.string()),
});

const QUALIFICATION_WORDS = {
  financialBenefits: 'Financial benefits',
  effort: 'Effort / ease of implementation',
  impact: 'Impact',
} as const;

function rate(
  project: Project,
  body: z.infer<typeof qualificationSchema>,
  at: Parameters<typeof answered>[2],
): Project {
  const before = project.case.qualification;
  const { financialBenefits, effort, impact, fromDocument, words } = body;
  return withCase(project, {
    qualification: {
      financialBenefits: financialBenefits
        ? answered(
            before.financialBenefits,
            wordedAnswer(financialBenefits, words.financialBenefits),
            at,
            fromDocument,
          )
        : before.financialBenefits,
      effort: effort
        ? answered(before.effort, wordedAnswer(effort, words.effort), at, fromDocument)
        : before.effort,
      impact: impact
        ? answered(before.impact, wordedAnswer(impact, words.impact), at, fromDocument)
        : before.impact,
    },
  });
}

function qualificationChanges(
  project: Project,
  body: z.infer<typeof qualificationSchema>,
): readonly Change[] {
  const before = project.case.qualification;
  const { financialBenefits, effort, impact } = body;
  const change = (what: string, was: string, is: string): Change => ({ what, before: was, after: is });
  return [
    ...(financialBenefits
      ? [
          change(
            QUALIFICATION_WORDS.financialBenefits,
            describeAnswer(before.financialBenefits.answer, formatMoney),
            describeAnswer(financialBenefits, formatMoney),
          ),
        ]
      : []),
    ...(effort
      ? [
          change(
            QUALIFICATION_WORDS.effort,
            describeAnswer(before.effort.answer, String),
            describeAnswer(effort, String),
          ),
        ]
      : []),
    ...(impact
      ? [
          change(
            QUALIFICATION_WORDS.impact,
            describeAnswer(before.impact.answer, String),
            describeAnswer(impact, String),
          ),
        ]
      : []),
  ];
}

const SECTION_WORDS: Readonly<Record<CaseSection, string>> = {
  information: 'Project information',
  opportunity: 'Opportunity',
  scope: 'Scope',
  objectives: 'Objectives',
  'current-position': 'Assessment of the current position',
  'proposed-changes': 'Proposed changes',
  'finance-notes': 'Finance notes',
  stakeholders: 'Resources and stakeholders',
};

/** The case's answers: text section by section, the qualification, the route. */
export const answerEvents = {
  'fields-answered': on({
    v: 1,
    section: 'case',
    body: answersSchema,
    evolve(project, body, at) {
      const text = { ...project.case.text };
      for (const [field, answer] of answersOf(body)) {
        text[field] = answered(text[field], answer, at, body.fromDocument);
      }
      // Confirmed as they stood: a changed answer is not what was confirmed.
      const { stakeholdersConfirmed, ...rest } = project.case;
      const kept = body.section !== 'stakeholders' && stakeholdersConfirmed ? { stakeholdersConfirmed } : {};
      return { ...project, case: { ...rest, ...kept, text } };
    },
    says: (body, before) => ({
      sentence: `${SECTION_WORDS[body.section]} ${body.fromDocument ? 'taken from the document' : 'answered'}`,
      changes: answersOf(body).map(([field, answer]) => ({
        what: TEXT_FIELDS[field].label,
        before: sayText(before.case.text[field].answer),
        after: sayText(answer),
      })),
    }),
  }),
  'stakeholders-confirmed': on({
    v: 1,
    section: 'case',
    body: z.object({}),
    evolve: (project, _body, at) =>
      withCase(project, { stakeholdersConfirmed: { by: at.actor, day: at.day, seq: at.seq } }),
    says: () => ({ sentence: 'The four stakeholder answers confirmed as they stand' }),
  }),
  'qualification-rated': on({
    v: 1,
    section: 'case',
    body: qualificationSchema,
    evolve: rate,
    says: (body, before) => ({
      sentence: body.fromDocument ? 'Qualification taken from the document' : 'Qualification rated',
      changes: qualificationChanges(before, body),
    }),
  }),
  'cost-baselines-declared': on({
    v: 1,
    section: 'case',
    body: z.object({ covers: z.boolean() }),
    evolve: (project, { covers }, at) =>
      withCase(project, { costBaselinesCover: { by: at.actor, day: at.day, seq: at.seq, covers } }),
    says: ({ covers }) => ({
      sentence: covers
        ? 'The cost baselines declared to cover the scope'
        : 'The cost baselines declared not to cover the scope',
    }),
  }),
  'route-chosen': on({
    v: 1,
    section: 'case',
    body: z.object({ buying: plainAnswerSchema(z.boolean()) }),
    evolve: (project, { buying }, at) =>
      withCase(project, { procurement: { buying: answered(project.case.procurement.buying, buying, at) } }),
    says: ({ buying }, before) => ({
      sentence: 'Delivery route recorded',
      changes: [
        {
          what: 'Whether anything is bought',
          before: describeAnswer(before.case.procurement.buying.answer, (yes) => (yes ? 'yes' : 'no')),
          after: describeAnswer(buying, (yes) => (yes ? 'yes' : 'no')),
        },
      ],
    }),
  }),
};
