import { z } from 'zod';
import { enteredAnswerSchema } from '../answers/answer';
import { canonicalJson } from '../answers/canonical';
import { lineSchema, textSchema } from '../answers/text';
import { accept, acceptUnless, refuse } from '../command/command';
import type { Context } from '../command/context';
import { refusal, type Refusal } from '../command/refusal';
import { projectCommand, type ProjectCommand } from '../project/command';
import { happened } from '../project/events';
import { rowById } from '../project/row';
import type { Project } from '../project/state';
import { saysSomething } from '../registers/fields';
import { holdsRole } from '../access/may';
import { intervalOf, partialDateSchema } from '../time/partial-date';
import { boundTerms, boundWithdrawal } from './binding';
import { decimalSchema } from './decimal';
import { descriptionForEvent } from './events-terms';
import { notStandingBenefit } from './standing-benefit';
import { BENEFIT_CATEGORIES, type Benefit } from './state';

const MANY_BENEFITS = 200;
const benefitId = lineSchema(100);

const terms = {
  category: z.enum(BENEFIT_CATEGORIES, { error: 'Choose a category of benefit' }),
  description: enteredAnswerSchema(textSchema(20_000)),
  realisation: enteredAnswerSchema(partialDateSchema),
  measure: lineSchema(1_000).optional(),
  unit: lineSchema(50).optional(),
  direction: z.enum(['up', 'down'], { error: 'Choose whether more or less is better' }).optional(),
  baseline: z
    .object({ value: decimalSchema, date: partialDateSchema }, { error: 'Enter a value and its date' })
    .optional(),
  target: decimalSchema.optional(),
  baselineFoundBy: lineSchema(100).optional(),
};
const termsInput = z.object(terms);
type TermsInput = z.infer<typeof termsInput>;

const bodyOf = (id: string, { description, measure, unit, ...rest }: TermsInput) => ({
  benefitId: id,
  ...rest,
  described: description.state,
  words: {
    ...descriptionForEvent(description).words,
    ...(measure === undefined ? {} : { measure }),
    ...(unit === undefined ? {} : { unit }),
  },
});

/** Why terms cannot stand: a baseline measured in the future, a deliverable that is not there. */
function notFit(project: Project, input: TermsInput, context: Context): readonly Refusal[] {
  const refusals: Refusal[] = [];
  if (input.baseline && intervalOf(input.baseline.date).from > context.today) {
    refusals.push(
      refusal('contradiction', 'The baseline cannot have been measured in the future.', {
        field: 'baseline.date',
      }),
    );
  }
  if (input.baselineFoundBy !== undefined) {
    const deliverable = rowById(project.schedule.deliverables, input.baselineFoundBy);
    if (!deliverable || deliverable.withdrawn) {
      refusals.push(
        refusal('no-such-row', 'The deliverable that measures the baseline is not on this project.', {
          field: 'baselineFoundBy',
          fix: { screen: 'schedule' },
        }),
      );
    }
  }
  return refusals;
}

const recordBenefit = projectCommand({
  name: 'record-benefit',
  title: 'Record benefit',
  purpose: 'Records a non-cashable benefit; it is claimed once its description is given.',
  who: ['lead', 'pmo'],
  input: termsInput,
  reads: ['benefits'],
  decide: (project, input, context) =>
    acceptUnless(
      [
        ...notFit(project, input, context),
        ...(project.benefits.length >= MANY_BENEFITS
          ? [
              refusal('limit-reached', `A project holds up to ${MANY_BENEFITS} benefits.`, {
                fix: { screen: 'benefits' },
              }),
            ]
          : []),
      ],
      () => [happened('benefit-recorded', { ...bodyOf(context.ids(), input), fromDocument: false })],
    ),
});

const termsOf = (each: TermsInput | Benefit) => ({
  category: each.category,
  description: each.description,
  realisation: each.realisation,
  measure: each.measure,
  unit: each.unit,
  direction: each.direction,
  baseline: each.baseline,
  target: each.target,
});

const same = (a: unknown, b: unknown): boolean => canonicalJson([a ?? null]) === canonicalJson([b ?? null]);

/**
 * Whether the owner must accept again. They answer for every term, so any change by somebody else asks them anew; all
 * but a baseline value found where there was none, which is what the terms they accepted foresaw.
 */
function lapsesAcceptance(benefit: Benefit, input: TermsInput, by: string): boolean {
  if (!benefit.owner?.accepted || benefit.owner.person === by) return false;
  const before = termsOf(benefit);
  const after = termsOf(input);
  return !same(
    { ...before, baseline: before.baseline ?? null },
    { ...after, baseline: before.baseline === undefined ? null : after.baseline },
  );
}

const mayAmend = (project: Project, benefit: Benefit | undefined, context: Context): boolean =>
  benefit === undefined ||
  (['lead', 'pmo'] as const).some((role) =>
    holdsRole(context.external.directory, context.actor.person, role, project, context.today),
  ) ||
  (benefit.owner?.accepted !== undefined && benefit.owner.person === context.actor.person);

const amendBenefit = projectCommand({
  name: 'amend-benefit',
  title: 'Change benefit',
  purpose:
    'Sets a benefit’s terms anew, by lead, PMO or its own owner; a change by another than the owner asks the owner to accept again.',
  who: ['lead', 'pmo', 'benefit-owner'],
  input: z.object({ benefitId, ...terms }),
  reads: ['benefits'],
  decide(project, { benefitId: id, ...input }, context) {
    const benefit = rowById(project.benefits, id);
    const refusals = [
      ...notStandingBenefit(project, id),
      ...(mayAmend(project, benefit, context)
        ? []
        : [
            refusal('not-permitted', 'A benefit owner changes only the benefit they own.', {
              by: [{ role: 'lead' }, { role: 'pmo' }],
            }),
          ]),
      ...(benefit ? boundTerms(project, benefit, input) : []),
      ...notFit(project, input, context),
    ];
    if (refusals.length > 0 || !benefit) return refuse(...refusals);
    const unchanged =
      same(termsOf(benefit), termsOf(input)) && same(benefit.baselineFoundBy, input.baselineFoundBy);
    if (unchanged) return accept();
    return accept(
      happened('benefit-amended', {
        ...bodyOf(id, input),
        lapsesAcceptance: lapsesAcceptance(benefit, input, context.actor.person),
      }),
    );
  },
});

const withdrawBenefit = projectCommand({
  name: 'withdraw-benefit',
  title: 'Withdraw benefit',
  purpose:
    'Withdraws a benefit with the reason (the sponsor alone where it stops the next gate); one in the binding baseline is withdrawn by change request instead.',
  who: ['lead', 'pmo', 'sponsor'],
  input: z.object({ benefitId, why: saysSomething(textSchema(10_000)) }),
  reads: ['benefits'],
  decide(project, { benefitId: id, why }) {
    const benefit = rowById(project.benefits, id);
    return acceptUnless(
      [...notStandingBenefit(project, id), ...(benefit ? boundWithdrawal(project, benefit) : [])],
      () => [happened('benefit-withdrawn', { benefitId: id, words: { why } })],
    );
  },
});

const confirmNone = projectCommand({
  name: 'confirm-none-benefits',
  title: 'Confirm that there is none',
  purpose: 'Confirms several benefits of the form that say “-” as none.',
  who: ['lead', 'pmo'],
  input: z.object({
    benefitIds: z
      .array(benefitId, { error: 'Choose the benefits to confirm as none' })
      .min(1, { error: 'Choose at least one benefit' })
      .max(MANY_BENEFITS, { error: `Choose up to ${MANY_BENEFITS} benefits` }),
  }),
  reads: ['benefits'],
  decide(project, { benefitIds }) {
    const ids = [...new Set(benefitIds)];
    const refusals = ids.flatMap((id) => {
      const benefit = rowById(project.benefits, id);
      const state = benefit?.description.state;
      return state === undefined || state === 'none' || state === 'none-unconfirmed'
        ? notStandingBenefit(project, id)
        : [
            refusal(
              'contradiction',
              `The ${benefit?.category ?? ''} benefit does not say “-”: answer it, or withdraw it.`,
              {
                fix: { screen: 'benefits', row: id },
              },
            ),
          ];
    });
    if (refusals.length > 0) return refuse(...refusals);
    const open = ids.filter((id) => rowById(project.benefits, id)?.description.state === 'none-unconfirmed');
    return open.length === 0 ? accept() : accept(happened('benefits-confirmed-none', { benefitIds: open }));
  },
});

/** The commands by which benefits and their terms come, change and go. */
export const termsCommands: readonly ProjectCommand[] = [
  recordBenefit,
  amendBenefit,
  withdrawBenefit,
  confirmNone,
];
