import { z } from 'zod';
import { plainAnswerSchema, wordedAnswer } from '../answers/worded';
import { withHand } from '../gates/hands';
import { gateNumberSchema } from '../gates/gate-number';
import { changesOf } from '../journal/changes';
import { eventKind, type At } from '../journal/event';
import { answered } from '../project/field';
import { rowById, type Row } from '../project/row';
import type { Project } from '../project/state';
import { formatPartial, partialDateSchema } from '../time/partial-date';
import { withDeliverable, withMilestone } from './events-dates';
import type { Deliverable, Milestone, Schedule } from './state';

const on = eventKind<Project>();

const dateAnswer = plainAnswerSchema(partialDateSchema);
const whyWords = z.object({ why: z.string() });

const mark = (at: At) => ({ by: at.actor, day: at.day, seq: at.seq });

const onSchedule = (project: Project, change: (schedule: Schedule) => Schedule): Project => ({
  ...project,
  schedule: change(project.schedule),
});

const restored = <R extends Row>({ withdrawn: _withdrawn, ...row }: R, at: At) => ({
  ...row,
  amended: mark(at),
});

const callDeliverable = (project: Project, id: string): string =>
  `Deliverable “${rowById(project.schedule.deliverables, id)?.title ?? '?'}”`;
const callMilestone = (project: Project, id: string): string =>
  `Milestone “${rowById(project.schedule.milestones, id)?.title ?? '?'}”`;

const gateWords = (gate: number | undefined): string | undefined =>
  gate === undefined ? undefined : `Gate ${gate}`;

const shown = (
  row: Pick<Deliverable, 'title' | 'neededFor' | 'ownerId'> | undefined,
  name: (id: string) => string,
) => ({
  Title: row?.title,
  'Needed for': gateWords(row?.neededFor),
  Owner: row?.ownerId === undefined ? undefined : name(row.ownerId),
});

const deliverableEvents = {
  'deliverable-recorded': on({
    v: 1,
    section: 'schedule',
    body: z.object({
      deliverableId: z.string(),
      start: dateAnswer,
      finish: dateAnswer,
      neededFor: gateNumberSchema.optional(),
      ownerId: z.string().optional(),
      fromDocument: z.boolean(),
      words: z.object({ title: z.string(), start: z.string().optional(), finish: z.string().optional() }),
    }),
    evolve(project, { deliverableId, start, finish, neededFor, ownerId, fromDocument, words }, at) {
      const deliverable: Deliverable = {
        id: deliverableId,
        title: words.title,
        start: answered(undefined, wordedAnswer(start, words.start), at, fromDocument),
        finish: answered(undefined, wordedAnswer(finish, words.finish), at, fromDocument),
        ...(neededFor === undefined ? {} : { neededFor }),
        ...(ownerId === undefined ? {} : { ownerId }),
        ...(fromDocument ? { fromDocument } : {}),
        recorded: mark(at),
        amended: mark(at),
      };
      return onSchedule(project, (schedule) => ({
        ...schedule,
        deliverables: [...schedule.deliverables, deliverable],
      }));
    },
    says: ({ words, start, finish, fromDocument }) => ({
      sentence: `Deliverable “${words.title}” ${fromDocument ? 'taken from the document' : 'added'}`,
      changes: [
        ...(start.state === 'given' ? [{ what: 'Start', after: formatPartial(start.value) }] : []),
        ...(finish.state === 'given' ? [{ what: 'Finish', after: formatPartial(finish.value) }] : []),
      ],
    }),
  }),
  'deliverable-amended': on({
    v: 1,
    section: 'schedule',
    body: z.object({
      deliverableId: z.string(),
      neededFor: gateNumberSchema.optional(),
      ownerId: z.string().optional(),
      words: z.object({ title: z.string() }),
    }),
    evolve: (project, { deliverableId, neededFor, ownerId, words }, at) =>
      onSchedule(project, (schedule) =>
        withDeliverable(schedule, deliverableId, ({ neededFor: _gate, ownerId: _owner, ...each }) => ({
          ...each,
          title: words.title,
          ...(neededFor === undefined ? {} : { neededFor }),
          ...(ownerId === undefined ? {} : { ownerId }),
          amended: mark(at),
        })),
      ),
    says: (body, before, names) => ({
      sentence: `${callDeliverable(before, body.deliverableId)} amended`,
      changes: changesOf(
        shown(rowById(before.schedule.deliverables, body.deliverableId), names.person),
        shown({ title: body.words.title, neededFor: body.neededFor, ownerId: body.ownerId }, names.person),
      ),
    }),
  }),
  'deliverable-moved': on({
    v: 1,
    section: 'schedule',
    body: z.object({
      deliverableId: z.string(),
      from: gateNumberSchema,
      to: gateNumberSchema,
      words: whyWords,
    }),
    evolve: (project, { deliverableId, from, to, words }, at) =>
      onSchedule(project, (schedule) =>
        withDeliverable(schedule, deliverableId, (each) => ({
          ...each,
          neededFor: to,
          movedWithAgreement: { ...mark(at), from, why: words.why },
          amended: mark(at),
        })),
      ),
    says: ({ deliverableId, from, to, words }, before) => ({
      sentence: `The sponsor agreed to move ${callDeliverable(before, deliverableId)} to a later gate: ${words.why}`,
      changes: [{ what: 'Needed for', before: `Gate ${from}`, after: `Gate ${to}` }],
    }),
  }),
  // Completing names the evidence a gate will rest on: whoever does it has attested it.
  'deliverable-completed': on({
    v: 1,
    section: 'schedule',
    body: z.object({
      deliverableId: z.string(),
      finish: partialDateSchema,
      evidence: z.array(z.string()),
      words: z.object({ note: z.string() }),
    }),
    evolve: (project, { deliverableId, finish, evidence, words }, at) =>
      withHand(
        onSchedule(project, (schedule) =>
          withDeliverable(schedule, deliverableId, (each) => ({
            ...each,
            actualFinish: { ...mark(at), date: finish },
            completed: { ...mark(at), evidence, note: words.note },
          })),
        ),
        'attested',
        at.actor,
      ),
    says: ({ deliverableId, finish, words }, before) => ({
      sentence: `${callDeliverable(before, deliverableId)} complete`,
      changes: [
        { what: 'Actual finish', after: formatPartial(finish) },
        ...(words.note === '' ? [] : [{ what: 'Evidence', after: words.note }]),
      ],
    }),
  }),
  'deliverable-withdrawn': on({
    v: 1,
    section: 'schedule',
    body: z.object({ deliverableId: z.string(), words: whyWords }),
    evolve: (project, { deliverableId, words }, at) =>
      onSchedule(project, (schedule) =>
        withDeliverable(schedule, deliverableId, (each) => ({
          ...each,
          withdrawn: { ...mark(at), why: words.why },
        })),
      ),
    says: ({ deliverableId, words }, before) => ({
      sentence: `${callDeliverable(before, deliverableId)} withdrawn: ${words.why}`,
    }),
  }),
  'deliverable-restored': on({
    v: 1,
    section: 'schedule',
    body: z.object({ deliverableId: z.string() }),
    evolve: (project, { deliverableId }, at) =>
      onSchedule(project, (schedule) =>
        withDeliverable(schedule, deliverableId, (each) => restored(each, at)),
      ),
    says: ({ deliverableId }, before) => ({ sentence: `${callDeliverable(before, deliverableId)} restored` }),
  }),
};

const milestoneEvents = {
  'milestone-added': on({
    v: 1,
    section: 'schedule',
    body: z.object({
      milestoneId: z.string(),
      target: dateAnswer,
      neededFor: gateNumberSchema.optional(),
      words: z.object({ title: z.string() }),
    }),
    evolve(project, { milestoneId, target, neededFor, words }, at) {
      const milestone: Milestone = {
        id: milestoneId,
        title: words.title,
        target: answered(undefined, target, at),
        ...(neededFor === undefined ? {} : { neededFor }),
        recorded: mark(at),
        amended: mark(at),
      };
      return onSchedule(project, (schedule) => ({
        ...schedule,
        milestones: [...schedule.milestones, milestone],
      }));
    },
    says: ({ target, words }) => ({
      sentence: `Milestone “${words.title}” added`,
      changes: target.state === 'given' ? [{ what: 'Target', after: formatPartial(target.value) }] : [],
    }),
  }),
  'milestone-amended': on({
    v: 1,
    section: 'schedule',
    body: z.object({
      milestoneId: z.string(),
      neededFor: gateNumberSchema.optional(),
      words: z.object({ title: z.string() }),
    }),
    evolve: (project, { milestoneId, neededFor, words }, at) =>
      onSchedule(project, (schedule) =>
        withMilestone(schedule, milestoneId, ({ neededFor: _gate, ...each }) => ({
          ...each,
          title: words.title,
          ...(neededFor === undefined ? {} : { neededFor }),
          amended: mark(at),
        })),
      ),
    says(body, before) {
      const row = rowById(before.schedule.milestones, body.milestoneId);
      return {
        sentence: `${callMilestone(before, body.milestoneId)} amended`,
        changes: changesOf(
          { Title: row?.title, 'Needed for': gateWords(row?.neededFor) },
          { Title: body.words.title, 'Needed for': gateWords(body.neededFor) },
        ),
      };
    },
  }),
  'milestone-withdrawn': on({
    v: 1,
    section: 'schedule',
    body: z.object({ milestoneId: z.string(), words: whyWords }),
    evolve: (project, { milestoneId, words }, at) =>
      onSchedule(project, (schedule) =>
        withMilestone(schedule, milestoneId, (each) => ({
          ...each,
          withdrawn: { ...mark(at), why: words.why },
        })),
      ),
    says: ({ milestoneId, words }, before) => ({
      sentence: `${callMilestone(before, milestoneId)} withdrawn: ${words.why}`,
    }),
  }),
  'milestone-restored': on({
    v: 1,
    section: 'schedule',
    body: z.object({ milestoneId: z.string() }),
    evolve: (project, { milestoneId }, at) =>
      onSchedule(project, (schedule) => withMilestone(schedule, milestoneId, (each) => restored(each, at))),
    says: ({ milestoneId }, before) => ({ sentence: `${callMilestone(before, milestoneId)} restored` }),
  }),
};

/** Deliverables and milestones: recorded, amended, moved, completed, withdrawn and restored. */
export const rowEvents = { ...deliverableEvents, ...milestoneEvents };
