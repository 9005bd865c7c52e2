import { z } from 'zod';
import { answerSchema, describeAnswer, type Answer } from '../answers/answer';
import { changesOf } from '../journal/changes';
import { eventKind } from '../journal/event';
import { rowById } from '../project/row';
import type { Project } from '../project/state';
import { formatPartial, partialDateSchema } from '../time/partial-date';
import { decimalSchema } from './decimal';
import { callBenefit, endOwnership, withBenefit } from './ownership';
import { BENEFIT_CATEGORIES, type Benefit } from './state';

const on = eventKind<Project>();

const termsSchema = z.object({
  benefitId: z.string(),
  category: z.enum(BENEFIT_CATEGORIES),
  /** The state of the description's answer; its text stands under words. */
  described: z.enum(['given', 'none', 'none-unconfirmed', 'tbc', 'blank']),
  realisation: answerSchema(partialDateSchema),
  direction: z.enum(['up', 'down']).optional(),
  baseline: z.object({ value: decimalSchema, date: partialDateSchema }).optional(),
  target: decimalSchema.optional(),
  baselineFoundBy: z.string().optional(),
  words: z.object({
    description: z.string().optional(),
    measure: z.string().optional(),
    unit: z.string().optional(),
  }),
});
/** A benefit's own terms as an event carries them. */
export type BenefitTerms = z.infer<typeof termsSchema>;
type Own = Pick<
  Benefit,
  | 'category'
  | 'realisation'
  | 'direction'
  | 'baseline'
  | 'target'
  | 'baselineFoundBy'
  | 'description'
  | 'measure'
  | 'unit'
>;

/** A description as an event carries it: its state beside the figures, its text among the words. */
export function descriptionForEvent(answer: Answer<string>): {
  readonly described: BenefitTerms['described'];
  readonly words: { readonly description?: string };
} {
  const text =
    answer.state === 'given' ? answer.value : answer.state === 'none-unconfirmed' ? answer.words : undefined;
  return { described: answer.state, words: text === undefined ? {} : { description: text } };
}

function descriptionOf({ described, words }: BenefitTerms): Answer<string> {
  const text = words.description;
  if (described === 'given') return { state: described, value: text ?? '[redacted]' };
  if (described === 'none-unconfirmed' && text !== undefined) return { state: described, words: text };
  return { state: described };
}

const termsOf = (body: BenefitTerms): Own => ({
  category: body.category,
  realisation: body.realisation,
  direction: body.direction,
  baseline: body.baseline,
  target: body.target,
  baselineFoundBy: body.baselineFoundBy,
  description: descriptionOf(body),
  measure: body.words.measure,
  unit: body.words.unit,
});

const shown = (terms: Own | undefined): Readonly<Record<string, string | undefined>> =>
  terms === undefined
    ? {}
    : {
        Category: terms.category,
        Description: describeAnswer(terms.description, (text) => text),
        'Realisation date': describeAnswer(terms.realisation, formatPartial),
        Measure: terms.measure,
        Unit: terms.unit,
        Better: terms.direction === undefined ? undefined : terms.direction === 'up' ? 'more' : 'less',
        Baseline: terms.baseline && `${terms.baseline.value} (${formatPartial(terms.baseline.date)})`,
        Target: terms.target,
      };

/** The kinds of event by which a benefit and its terms come, change and go. */
export const termsEvents = {
  'benefit-recorded': on({
    v: 1,
    section: 'benefits',
    body: termsSchema.extend({ fromDocument: z.boolean() }),
    evolve(project, body, at) {
      const mark = { by: at.actor, day: at.day, seq: at.seq };
      const benefit: Benefit = {
        id: body.benefitId,
        ...termsOf(body),
        recorded: mark,
        amended: mark,
        readings: [],
        ...(body.fromDocument ? { fromDocument: true } : {}),
      };
      const { benefits: _ended, ...confirmedNone } = project.registers.confirmedNone;
      return {
        ...project,
        benefits: [...project.benefits, benefit],
        registers: { ...project.registers, confirmedNone },
      };
    },
    says: (body) => ({
      sentence: `${body.category} benefit recorded`,
      changes: changesOf({}, shown(termsOf(body))),
    }),
  }),
  'benefit-amended': on({
    v: 1,
    section: 'benefits',
    // Decided once, so that redacted words cannot change whether the owner's acceptance still stands.
    body: termsSchema.extend({ lapsesAcceptance: z.boolean() }),
    evolve(project, body, at) {
      const amended = withBenefit(project, body.benefitId, (benefit) => ({
        ...benefit,
        ...termsOf(body),
        amended: { by: at.actor, day: at.day, seq: at.seq },
        ...(benefit.owner && body.lapsesAcceptance
          ? { owner: { person: benefit.owner.person, proposed: benefit.owner.proposed } }
          : {}),
      }));
      return body.lapsesAcceptance
        ? endOwnership(amended, body.benefitId, at, 'The terms of the benefit changed')
        : amended;
    },
    says: (body, before) => ({
      sentence:
        `${callBenefit(before, body.benefitId)} changed` +
        (body.lapsesAcceptance ? '; its owner is asked to accept again' : ''),
      changes: changesOf(shown(rowById(before.benefits, body.benefitId)), shown(termsOf(body))),
    }),
  }),
  'benefit-withdrawn': on({
    v: 1,
    section: 'benefits',
    body: z.object({ benefitId: z.string(), words: z.object({ why: z.string() }) }),
    evolve: (project, body, at) =>
      endOwnership(
        withBenefit(project, body.benefitId, (benefit) => ({
          ...benefit,
          withdrawn: { by: at.actor, day: at.day, seq: at.seq, why: body.words.why },
        })),
        body.benefitId,
        at,
        'The benefit was withdrawn',
      ),
    says: (body, before) => ({
      sentence: `${callBenefit(before, body.benefitId)} withdrawn: ${body.words.why}`,
    }),
  }),
  'benefits-confirmed-none': on({
    v: 1,
    section: 'benefits',
    body: z.object({ benefitIds: z.array(z.string()) }),
    evolve: (project, body, at) =>
      body.benefitIds.reduce(
        (state, id) =>
          withBenefit(state, id, (benefit) => ({
            ...benefit,
            description: { state: 'none' },
            realisation:
              benefit.realisation.state === 'none-unconfirmed' ? { state: 'none' } : benefit.realisation,
            amended: { by: at.actor, day: at.day, seq: at.seq },
            confirmed: { by: at.actor, day: at.day, seq: at.seq },
          })),
        project,
      ),
    says: (body, before) => ({
      sentence: `Confirmed that there is none: ${body.benefitIds
        .map((id) => rowById(before.benefits, id)?.category ?? 'a benefit')
        .join(', ')}`,
    }),
  }),
};
