import { z } from 'zod';
import { enteredAnswerSchema } from '../answers/answer';
import { lineSchema, textSchema } from '../answers/text';
import { plainAnswer, saysTheSame } from '../answers/worded';
import { accept } from '../command/command';
import { projectCommand, type ProjectCommand } from '../project/command';
import { happened } from '../project/events';
import { importBusinessCase, openProject } from '../project/open';
import {
  assessCurrentPosition,
  confirmNone,
  confirmStakeholders,
  proposeChanges,
  rateQualification,
  recordFinanceNotes,
  recordInformation,
  recordStakeholders,
  setScope,
  stateObjectives,
  stateOpportunity,
} from './commands-answers';

export const declareCostBaselines = projectCommand({
  name: 'declare-cost-baselines',
  title: 'Declare the cost baselines',
  purpose: 'The lead says whether the list of cost baselines covers the scope.',
  who: ['lead'],
  reads: ['case', 'registers'],
  input: z.object({ covers: z.boolean({ error: 'Say whether the list covers the scope' }) }),
  decide: (project, { covers }) =>
    project.case.costBaselinesCover?.covers === covers
      ? accept()
      : accept(happened('cost-baselines-declared', { covers })),
});

export const chooseRoute = projectCommand({
  name: 'choose-route',
  title: 'Choose the delivery route',
  purpose: 'Answers whether anything is bought from outside.',
  who: ['lead', 'pmo'],
  reads: ['case'],
  input: z.object({ buying: enteredAnswerSchema(z.boolean({ error: 'Say whether anything is bought' })) }),
  decide: (project, { buying }) =>
    saysTheSame<boolean>(buying, project.case.procurement.buying.answer)
      ? accept()
      : accept(happened('route-chosen', { buying: plainAnswer<boolean>(buying) })),
});

export const comment = projectCommand({
  name: 'comment',
  title: 'Comment',
  purpose: 'Leaves a comment on the project or a part of it; it changes nothing a gate reads.',
  who: ['anyone'],
  reads: [],
  inLife: ['open', 'held', 'closed', 'completed'],
  input: z.object({
    about: lineSchema(100),
    text: textSchema(10_000).refine((text) => text.trim() !== '', 'Write the comment'),
  }),
  decide: (_project, { about, text }, context) =>
    accept(happened('comment-made', { commentId: context.ids(), about, words: { text } })),
});

/** The commands of the case, with those that begin a project. */
export const caseCommands: readonly ProjectCommand[] = [
  openProject,
  importBusinessCase,
  recordInformation,
  stateOpportunity,
  setScope,
  stateObjectives,
  assessCurrentPosition,
  proposeChanges,
  recordFinanceNotes,
  recordStakeholders,
  confirmNone,
  confirmStakeholders,
  rateQualification,
  declareCostBaselines,
  chooseRoute,
  comment,
];
