import { z } from 'zod';
import { enteredAnswerSchema } from '../answers/answer';
import { lineSchema } from '../answers/text';
import { plainAnswer } from '../answers/worded';
import { accept, acceptUnless } from '../command/command';
import { refusal } from '../command/refusal';
import { gateNumberSchema } from '../gates/gate-number';
import { projectCommand } from '../project/command';
import { happened } from '../project/events';
import { rowById } from '../project/row';
import { partialDateSchema } from '../time/partial-date';
import { notStandingMilestone } from './checks';
import { whySchema } from './commands-dates';

const rowId = lineSchema(100);
const titleSchema = lineSchema(1_000).refine((title) => title.trim() !== '', 'Enter a title');
const common = { who: ['lead', 'pmo'] as const, reads: ['schedule'] as const };
const LIMIT = 500;

export const addMilestone = projectCommand({
  ...common,
  name: 'add-milestone',
  title: 'Add a milestone',
  purpose: 'Adds a milestone beyond the six gates, with its target date.',
  input: z.object({
    title: titleSchema,
    target: enteredAnswerSchema(partialDateSchema),
    neededFor: gateNumberSchema.optional(),
  }),
  decide: (project, { title, target, neededFor }, { ids }) =>
    acceptUnless(
      project.schedule.milestones.length >= LIMIT
        ? [
            refusal('limit-reached', `A project has up to ${LIMIT} milestones.`, {
              fix: { screen: 'schedule' },
            }),
          ]
        : [],
      () => [
        happened('milestone-added', {
          milestoneId: ids(),
          target: plainAnswer(target),
          ...(neededFor === undefined ? {} : { neededFor }),
          words: { title },
        }),
      ],
    ),
});

export const amendMilestone = projectCommand({
  ...common,
  name: 'amend-milestone',
  title: 'Amend a milestone',
  purpose: 'Changes a milestone’s title or the gate it is needed for.',
  input: z.object({ milestoneId: rowId, title: titleSchema, neededFor: gateNumberSchema.optional() }),
  decide(project, { milestoneId, title, neededFor }) {
    const row = rowById(project.schedule.milestones, milestoneId);
    if (row && row.title === title && row.neededFor === neededFor) return accept();
    return acceptUnless(notStandingMilestone(project, milestoneId), () => [
      happened('milestone-amended', {
        milestoneId,
        ...(neededFor === undefined ? {} : { neededFor }),
        words: { title },
      }),
    ]);
  },
});

export const withdrawMilestone = projectCommand({
  ...common,
  name: 'withdraw-milestone',
  title: 'Withdraw a milestone',
  who: ['lead', 'pmo', 'sponsor'],
  purpose: 'Withdraws a milestone with the reason.',
  input: z.object({ milestoneId: rowId, why: whySchema }),
  decide: (project, { milestoneId, why }) =>
    acceptUnless(notStandingMilestone(project, milestoneId), () => [
      happened('milestone-withdrawn', { milestoneId, words: { why } }),
    ]),
});

export const restoreMilestone = projectCommand({
  ...common,
  name: 'restore-milestone',
  title: 'Restore a milestone',
  purpose: 'Brings a withdrawn milestone back.',
  input: z.object({ milestoneId: rowId }),
  decide(project, { milestoneId }) {
    const row = rowById(project.schedule.milestones, milestoneId);
    if (row && !row.withdrawn) return accept();
    return acceptUnless(row ? [] : notStandingMilestone(project, milestoneId), () => [
      happened('milestone-restored', { milestoneId }),
    ]);
  },
});
