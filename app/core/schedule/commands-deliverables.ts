import { z } from 'zod';
import { enteredAnswerSchema } from '../answers/answer';
import { lineSchema, textSchema } from '../answers/text';
import { plainAnswer } from '../answers/worded';
import { accept, acceptUnless, refuse } from '../command/command';
import { refusal, type Refusal } from '../command/refusal';
import { gateNumberSchema, type GateNumber } from '../gates/gate-number';
import { projectCommand } from '../project/command';
import { happened } from '../project/events';
import { rowById } from '../project/row';
import type { Project } from '../project/state';
import { partialDateSchema } from '../time/partial-date';
import { cannotRestOn, gateDecided, notActive, notStandingDeliverable, notYet } from './checks';
import { evidenceSchema, whySchema } from './commands-dates';
import type { Deliverable } from './state';

const rowId = lineSchema(100);
const titleSchema = lineSchema(1_000).refine((title) => title.trim() !== '', 'Enter a title');
const dateAnswer = enteredAnswerSchema(partialDateSchema);
const common = { who: ['lead', 'pmo'] as const, reads: ['schedule'] as const };
const LIMIT = 500;

export const addDeliverable = projectCommand({
  ...common,
  name: 'add-deliverable',
  title: 'Add a deliverable',
  purpose: 'Adds a project deliverable with its target dates and the gate it is needed for.',
  input: z.object({
    title: titleSchema,
    start: dateAnswer,
    finish: dateAnswer,
    neededFor: gateNumberSchema.optional(),
    ownerId: lineSchema(100).optional(),
  }),
  decide(project, { title, start, finish, neededFor, ownerId }, { ids, external }) {
    const refusals = [
      ...notActive(external.directory, ownerId),
      ...(neededFor === undefined ? [] : gateDecided(project, neededFor)),
      ...(project.schedule.deliverables.length >= LIMIT
        ? [
            refusal('limit-reached', `A project has up to ${LIMIT} deliverables.`, {
              fix: { screen: 'schedule' },
            }),
          ]
        : []),
    ];
    return acceptUnless(refusals, () => [
      happened('deliverable-recorded', {
        deliverableId: ids(),
        start: plainAnswer(start),
        finish: plainAnswer(finish),
        ...(neededFor === undefined ? {} : { neededFor }),
        ...(ownerId === undefined ? {} : { ownerId }),
        fromDocument: false,
        words: { title },
      }),
    ]);
  },
});

/** Once a gate is set, needing it later or for no gate at all is the sponsor's to agree. */
function laterThanAgreed(
  row: Deliverable | undefined,
  neededFor: GateNumber | undefined,
): readonly Refusal[] {
  if (row?.neededFor === undefined) return [];
  if (neededFor !== undefined && neededFor <= row.neededFor) return [];
  return [
    refusal(
      'not-permitted',
      `It is needed for Gate ${row.neededFor}; only the sponsor moves it to a later gate.`,
      {
        field: 'neededFor',
        fix: { screen: 'schedule', row: row.id },
        by: [{ role: 'sponsor' }],
      },
    ),
  ];
}

export const amendDeliverable = projectCommand({
  ...common,
  name: 'amend-deliverable',
  title: 'Amend a deliverable',
  purpose: 'Changes title and owner, and sets the gate it is needed for (an earlier one once it is set).',
  input: z.object({
    deliverableId: rowId,
    title: titleSchema,
    neededFor: gateNumberSchema.optional(),
    ownerId: lineSchema(100).optional(),
  }),
  decide(project, { deliverableId, title, neededFor, ownerId }, { external }) {
    const row = rowById(project.schedule.deliverables, deliverableId);
    if (row && row.title === title && row.neededFor === neededFor && row.ownerId === ownerId) return accept();
    const moves = row !== undefined && neededFor !== undefined && neededFor !== row.neededFor;
    const refusals = [
      ...notStandingDeliverable(project, deliverableId),
      ...laterThanAgreed(row, neededFor),
      ...(moves ? gateDecided(project, neededFor) : []),
      ...(ownerId === row?.ownerId ? [] : notActive(external.directory, ownerId)),
    ];
    return acceptUnless(refusals, () => [
      happened('deliverable-amended', {
        deliverableId,
        ...(neededFor === undefined ? {} : { neededFor }),
        ...(ownerId === undefined ? {} : { ownerId }),
        words: { title },
      }),
    ]);
  },
});

function cannotMove(project: Project, row: Deliverable, to: GateNumber): readonly Refusal[] {
  const fix = { screen: 'schedule', row: row.id, field: 'neededFor' } as const;
  if (row.neededFor === undefined) {
    return [
      refusal('not-legal-now', 'No gate is set yet: the lead sets it.', { fix, by: [{ role: 'lead' }] }),
    ];
  }
  return [
    ...gateDecided(project, row.neededFor),
    ...(to > row.neededFor
      ? []
      : [
          refusal('contradiction', `Gate ${to} is not later than Gate ${row.neededFor}.`, {
            field: 'to',
            fix,
          }),
        ]),
    ...(row.completed ? [refusal('not-legal-now', 'It is complete already.', { fix })] : []),
  ];
}

export const moveDeliverable = projectCommand({
  name: 'move-deliverable',
  title: 'Move a deliverable to a later gate',
  purpose: 'The sponsor agrees, with the reason, that a deliverable is needed only for a later gate.',
  who: ['sponsor'],
  reads: ['schedule', 'gates'],
  input: z.object({ deliverableId: rowId, to: gateNumberSchema, why: whySchema }),
  decide(project, { deliverableId, to, why }) {
    const row = rowById(project.schedule.deliverables, deliverableId);
    const refusals = [
      ...notStandingDeliverable(project, deliverableId),
      ...(row && !row.withdrawn ? cannotMove(project, row, to) : []),
    ];
    if (refusals.length > 0 || row?.neededFor === undefined) return refuse(...refusals);
    return accept(happened('deliverable-moved', { deliverableId, from: row.neededFor, to, words: { why } }));
  },
});

export const completeDeliverable = projectCommand({
  ...common,
  name: 'complete-deliverable',
  title: 'Complete a deliverable',
  purpose: 'Records the actual finish with the evidence: attachments, or a note that names it.',
  input: z.object({
    deliverableId: rowId,
    finish: partialDateSchema,
    evidence: evidenceSchema,
    note: textSchema(10_000),
  }),
  decide(project, { deliverableId, finish, evidence, note }, { today }) {
    const row = rowById(project.schedule.deliverables, deliverableId);
    const done = row?.completed;
    const same =
      done?.note === note && done.evidence.join() === evidence.join() && row?.actualFinish?.date === finish;
    if (same && !row?.withdrawn) return accept();
    const refusals = [
      ...notStandingDeliverable(project, deliverableId),
      ...notYet(finish, today, 'finish', deliverableId),
      ...cannotRestOn(project, evidence, note),
    ];
    return acceptUnless(refusals, () => [
      happened('deliverable-completed', { deliverableId, finish, evidence, words: { note } }),
    ]);
  },
});

export const withdrawDeliverable = projectCommand({
  ...common,
  name: 'withdraw-deliverable',
  title: 'Withdraw a deliverable',
  who: ['lead', 'pmo', 'sponsor'],
  purpose:
    'Withdraws a deliverable with the reason; not one that a gate still needs, and the sponsor alone one that stops the next gate.',
  input: z.object({ deliverableId: rowId, why: whySchema }),
  decide(project, { deliverableId, why }) {
    const row = rowById(project.schedule.deliverables, deliverableId);
    // Withdrawing what a gate waits for would pass the gate without it.
    const needed =
      row && !row.withdrawn && row.neededFor !== undefined && !row.completed
        ? [
            refusal(
              'not-legal-now',
              `Gate ${row.neededFor} needs it: complete it, or have the sponsor move it to a later gate.`,
              {
                fix: { screen: 'schedule', row: deliverableId },
                by: [{ role: 'lead' }, { role: 'sponsor' }],
              },
            ),
          ]
        : [];
    return acceptUnless([...notStandingDeliverable(project, deliverableId), ...needed], () => [
      happened('deliverable-withdrawn', { deliverableId, words: { why } }),
    ]);
  },
});

export const restoreDeliverable = projectCommand({
  ...common,
  name: 'restore-deliverable',
  title: 'Restore a deliverable',
  purpose: 'Brings a withdrawn deliverable back.',
  input: z.object({ deliverableId: rowId }),
  decide(project, { deliverableId }) {
    const row = rowById(project.schedule.deliverables, deliverableId);
    if (row && !row.withdrawn) return accept();
    return acceptUnless(row ? [] : notStandingDeliverable(project, deliverableId), () => [
      happened('deliverable-restored', { deliverableId }),
    ]);
  },
});
