import { z } from 'zod';
import { describeAnswer, enteredAnswerSchema, isAnswered, type Answer } from '../answers/answer';
import { lineSchema, textSchema } from '../answers/text';
import { plainAnswer, saysTheSame } from '../answers/worded';
import { accept, acceptUnless, refuse } from '../command/command';
import { refusal } from '../command/refusal';
import { penceSchema } from '../money/pence';
import { projectCommand } from '../project/command';
import { happened } from '../project/events';
import type { Field } from '../project/field';
import type { Project } from '../project/state';
import { answersForEvent } from './events-answers';
import { TEXT_FIELDS, type CaseSection, type TextField } from './state';

/** Longest answer of one line, and of a text or list, in characters. */
export const LINE_LIMIT = 1_000;
export const TEXT_LIMIT = 100_000;

/** Fields that only a document states: sponsor and lead are named as people, the stage follows from the gates. */
const STATED_ONLY: readonly TextField[] = ['stageStated', 'sponsorStated', 'leadStated'];

/** The text fields of a section that people answer, in the order of the form. */
export const fieldsOfSection = (section: CaseSection): readonly TextField[] =>
  (Object.keys(TEXT_FIELDS) as TextField[]).filter(
    (field) => TEXT_FIELDS[field].section === section && !STATED_ONLY.includes(field),
  );

const lineAnswer = () => enteredAnswerSchema(lineSchema(LINE_LIMIT)).optional();
const textAnswer = () => enteredAnswerSchema(textSchema(TEXT_LIMIT)).optional();

type Answers = Partial<Record<TextField, Answer<string> | undefined>>;

/** What follows from answering fields of one section: only those that change are recorded. */
function answerFields(project: Project, section: CaseSection, answers: Answers) {
  const changed: (readonly [TextField, Answer<string>])[] = [];
  for (const field of fieldsOfSection(section)) {
    const answer = answers[field];
    if (answer && !saysTheSame(answer, project.case.text[field].answer)) changed.push([field, answer]);
  }
  return changed.length === 0
    ? accept()
    : accept(happened('fields-answered', answersForEvent(section, changed, false)));
}

const byLeadOrPmo = { who: ['lead', 'pmo'] as const, reads: ['case'] as const };

export const recordInformation = projectCommand({
  ...byLeadOrPmo,
  name: 'record-information',
  title: 'Record project information',
  purpose: 'Answers title, theme, contributory themes, department and team.',
  input: z.object({
    title: lineAnswer(),
    theme: lineAnswer(),
    contributoryThemes: lineAnswer(),
    department: lineAnswer(),
  }),
  decide: (project, input) => answerFields(project, 'information', input),
});

export const stateOpportunity = projectCommand({
  ...byLeadOrPmo,
  name: 'state-opportunity',
  title: 'State the opportunity',
  purpose: 'Answers what the opportunity is.',
  input: z.object({ opportunity: textAnswer() }),
  decide: (project, input) => answerFields(project, 'opportunity', input),
});

export const setScope = projectCommand({
  ...byLeadOrPmo,
  name: 'set-scope',
  title: 'Set the scope',
  purpose: 'Answers what is in scope and what is out of it.',
  input: z.object({ scopeIn: textAnswer(), scopeOut: textAnswer() }),
  decide: (project, input) => answerFields(project, 'scope', input),
});

export const stateObjectives = projectCommand({
  ...byLeadOrPmo,
  name: 'state-objectives',
  title: 'State the objectives',
  purpose: 'Answers the objectives, one a line.',
  input: z.object({ objectives: textAnswer() }),
  decide: (project, input) => answerFields(project, 'objectives', input),
});

export const assessCurrentPosition = projectCommand({
  ...byLeadOrPmo,
  name: 'assess-current-position',
  title: 'Assess the current position',
  purpose: 'Answers how things stand today, one point a line.',
  input: z.object({ currentPosition: textAnswer() }),
  decide: (project, input) => answerFields(project, 'current-position', input),
});

export const proposeChanges = projectCommand({
  ...byLeadOrPmo,
  name: 'propose-changes',
  title: 'Propose changes',
  purpose: 'Answers what is to change, one point a line.',
  input: z.object({ proposedChanges: textAnswer() }),
  decide: (project, input) => answerFields(project, 'proposed-changes', input),
});

export const recordFinanceNotes = projectCommand({
  ...byLeadOrPmo,
  name: 'record-finance-notes',
  title: 'Record finance notes',
  purpose: 'Answers the savings category note and the note on the MTFS.',
  input: z.object({ savingsNote: textAnswer(), mtfsCaveat: textAnswer() }),
  decide: (project, input) => answerFields(project, 'finance-notes', input),
});

export const recordStakeholders = projectCommand({
  ...byLeadOrPmo,
  name: 'record-stakeholders',
  title: 'Record resources and stakeholders',
  purpose: 'Answers direct team, governance, customers and providers; a change ends their confirmation.',
  input: z.object({
    directTeam: textAnswer(),
    governance: textAnswer(),
    customers: textAnswer(),
    providers: textAnswer(),
  }),
  decide: (project, input) => answerFields(project, 'stakeholders', input),
});

const CONFIRMABLE = (Object.keys(TEXT_FIELDS) as TextField[]).filter(
  (field) => !STATED_ONLY.includes(field),
) as [TextField, ...TextField[]];

export const confirmNone = projectCommand({
  ...byLeadOrPmo,
  name: 'confirm-none',
  title: 'Confirm that there is none',
  purpose: 'Confirms a "-" of the document: a person says that there is none.',
  input: z.object({
    fields: z
      .array(z.enum(CONFIRMABLE, { error: 'Choose a field of the case' }), {
        error: 'Choose at least one field',
      })
      .min(1, { error: 'Choose at least one field' })
      .max(CONFIRMABLE.length, { error: 'There are not that many fields' }),
  }),
  decide(project, { fields }) {
    const states = [...new Set(fields)].map((field) => [field, project.case.text[field].answer] as const);
    const refusals = states
      .filter(([, answer]) => answer.state !== 'none-unconfirmed' && answer.state !== 'none')
      .map(([field, answer]) =>
        refusal(
          'not-legal-now',
          `${TEXT_FIELDS[field].label} is ${describeAnswer(answer, () => 'given')}: there is no "-" to confirm.`,
          { field, fix: { screen: 'case', field } },
        ),
      );
    const open = states.filter(([, answer]) => answer.state === 'none-unconfirmed').map(([field]) => field);
    return acceptUnless(refusals, () =>
      [...new Set(open.map((field) => TEXT_FIELDS[field].section))].map((section) =>
        happened(
          'fields-answered',
          answersForEvent(
            section,
            open
              .filter((field) => TEXT_FIELDS[field].section === section)
              .map((field) => [field, { state: 'none' }] as const),
            false,
          ),
        ),
      ),
    );
  },
});

export const confirmStakeholders = projectCommand({
  name: 'confirm-stakeholders',
  title: 'Confirm the stakeholders',
  purpose: 'Confirms the four stakeholder answers as they stand; it lapses when one of them changes.',
  who: ['lead'],
  reads: ['case'],
  input: z.object({}),
  decide(project) {
    if (project.case.stakeholdersConfirmed) return accept();
    const owed = fieldsOfSection('stakeholders').filter(
      (field) => !isAnswered(project.case.text[field].answer),
    );
    if (owed.length === 0) return accept(happened('stakeholders-confirmed', {}));
    return refuse(
      ...owed.map((field) =>
        refusal(
          'not-answered',
          `${TEXT_FIELDS[field].label}: ${describeAnswer(project.case.text[field].answer, () => 'given')}.`,
          { field, fix: { screen: 'case', field }, by: [{ role: 'lead' }] },
        ),
      ),
    );
  },
});

const ratingAnswer = (what: string) =>
  enteredAnswerSchema(
    z
      .int({ error: `${what} is a whole number from 1 to 5` })
      .min(1, { error: `${what} must be 1 or more` })
      .max(5, { error: `${what} must be 5 or less` }),
  ).optional();

// A document's number is on no scale until a person rates it: giving the same number is then a rating too.
const isRated = (entered: Answer<number>, now: Field<number>): boolean =>
  now.fromDocument === true || !saysTheSame(entered, now.answer);

export const rateQualification = projectCommand({
  ...byLeadOrPmo,
  name: 'rate-qualification',
  title: 'Rate the qualification',
  purpose: 'Answers the stated financial benefits (pence), effort and impact (1 to 5).',
  input: z.object({
    financialBenefits: enteredAnswerSchema(penceSchema).optional(),
    effort: ratingAnswer('Effort'),
    impact: ratingAnswer('Impact'),
  }),
  decide(project, { financialBenefits, effort, impact }) {
    const now = project.case.qualification;
    const body = {
      ...(financialBenefits && isRated(financialBenefits, now.financialBenefits)
        ? { financialBenefits: plainAnswer<number>(financialBenefits) }
        : {}),
      ...(effort && isRated(effort, now.effort) ? { effort: plainAnswer<number>(effort) } : {}),
      ...(impact && isRated(impact, now.impact) ? { impact: plainAnswer<number>(impact) } : {}),
    };
    return Object.keys(body).length === 0
      ? accept()
      : accept(happened('qualification-rated', { ...body, fromDocument: false, words: {} }));
  },
});
