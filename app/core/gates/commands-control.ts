import { z } from 'zod';
import { lineSchema } from '../answers/text';
import { rolesOf } from '../access/may';
import { PROJECT_ROLES } from '../access/directory';
import { accept, acceptUnless } from '../command/command';
import { refusal } from '../command/refusal';
import { projectCommand, type ProjectCommand } from '../project/command';
import { happened } from '../project/events';
import { isoDaySchema } from '../time/iso-day';
import { adoptionCommands } from './commands-adoption';
import { changeCommands } from './commands-change';
import { conditionCommands } from './commands-conditions';
import { decisionCommands } from './commands-decision';
import { exceptionCommands } from './commands-exceptions';
import { lifeCommands } from './commands-life';
import { saysWhy, submissionCommands } from './commands-submission';
import { waiverCommands } from './commands-waivers';

const share = z
  .number({ error: 'The tolerance is a percentage' })
  .int()
  .min(0, 'A tolerance is not negative')
  .max(10_000, 'A tolerance is at most 100%');

export const giveOpinion = projectCommand({
  name: 'give-assurance-opinion',
  title: 'Give an assurance opinion',
  purpose:
    'An assurer outside the project gives a delivery-confidence rating with its scale; it is never a decision.',
  who: ['assurer'],
  input: z.object({
    rating: lineSchema(100).min(1, 'Give the rating'),
    scale: lineSchema(200).min(1, 'Name the scale the rating is on'),
    given: isoDaySchema,
    summary: saysWhy('Sum up the opinion'),
    evidence: z.array(lineSchema(100)).max(20),
  }),
  reads: ['people'],
  decide(project, { rating, scale, given, summary, evidence }, context) {
    const here = rolesOf(context.external.directory, context.actor.person, project, context.today).filter(
      (role) => (PROJECT_ROLES as readonly string[]).includes(role),
    );
    return acceptUnless(
      [
        ...(here.length > 0
          ? [refusal('separation-of-duties', 'An assurer holds no role on the project.')]
          : []),
        ...(given > context.today
          ? [refusal('contradiction', 'An opinion is not of a day to come.', { field: 'given' })]
          : []),
      ],
      () => [
        happened('assurance-opinion-given', {
          opinionId: context.ids(),
          given,
          evidence,
          words: { rating, scale, summary },
        }),
      ],
    );
  },
});

export const setTolerances = projectCommand({
  name: 'set-tolerances',
  title: 'Set the tolerances',
  purpose:
    'The sponsor sets the project’s tolerances for time (whole months), cost and benefit (hundredths of a per cent); they no longer move once Gate 3 binds.',
  who: ['sponsor'],
  input: z.object({
    timeMonths: z
      .number({ error: 'Whole months' })
      .int()
      .min(0, 'A tolerance is not negative')
      .max(24, 'At most 24 months'),
    cost: share,
    benefit: share,
  }),
  reads: ['gates'],
  decide: (project, input) =>
    acceptUnless(
      project.gates.records[3].standing.state === 'approved'
        ? [
            refusal('baseline-binds', 'The tolerances were set with the baseline Gate 3 approved.', {
              fix: { screen: 'changes' },
            }),
          ]
        : [],
      () => [happened('tolerances-set', input)],
    ),
});

export const declareConfidence = projectCommand({
  name: 'declare-confidence',
  title: 'Declare your confidence',
  purpose:
    'The lead or the PMO declares delivery confidence beside the rating by rule, which it never replaces.',
  who: ['lead', 'pmo', 'sponsor'],
  input: z.object({
    rating: z.enum(['red', 'amber', 'green'], { error: 'Choose red, amber or green' }),
    why: saysWhy('Say why'),
  }),
  reads: [],
  decide: (_project, { rating, why }) => accept(happened('confidence-declared', { rating, words: { why } })),
});

/** The commands of gates. */
export const gatesCommands: readonly ProjectCommand[] = [
  ...submissionCommands,
  ...decisionCommands,
  ...conditionCommands,
  ...waiverCommands,
  ...lifeCommands,
  ...adoptionCommands,
  ...changeCommands,
  ...exceptionCommands,
  giveOpinion,
  setTolerances,
  declareConfidence,
];
