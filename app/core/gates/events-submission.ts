import { z } from 'zod';
import { ROLE_WORDS } from '../access/may';
import type { Role } from '../access/directory';
import { eventKind } from '../journal/event';
import type { Project } from '../project/state';
import { formatDay, isoDaySchema } from '../time/iso-day';
import { gateNumberSchema } from './gate-number';
import { withGate, withHand } from './hands';
import { outcomeSchema } from './outcome-schema';
import { backToPreparing, markOf, nextCycle, withApprovals } from './submission';

const on = eventKind<Project>();
const gate = gateNumberSchema;
const role = z.string();
const before = z.union([gateNumberSchema, z.literal('completion')]);

/** A condition in an event: who, when and before what; its text stands under `words` by the same id. */
export const conditionTermsSchema = z.object({
  id: z.string(),
  owner: z.string(),
  due: isoDaySchema,
  before,
});

export const submissionEvents = {
  'gate-submitted': on({
    v: 1,
    section: 'gates',
    body: z.object({
      gate,
      cycle: z.number().int(),
      digest: z.string(),
      parts: z.record(z.string(), z.string()),
      outcomes: z.array(outcomeSchema),
      versions: z.record(z.string(), z.number().int()),
      words: z.object({ note: z.string(), facts: z.record(z.string(), z.unknown()) }),
    }),
    evolve(project, body, at) {
      const pack = {
        digest: body.digest,
        parts: body.parts,
        facts: body.words.facts,
        outcomes: body.outcomes,
        frozenOn: at.day,
        frozenAt: at.recordedAt,
        versions: body.versions,
      };
      const submission = { ...markOf(at), pack, note: body.words.note };
      return withGate(withHand(project, 'submitted', at.actor), body.gate, (record) => ({
        ...record,
        standing: { state: 'submitted', submission, approvals: [], questions: [] },
      }));
    },
    says: (body) => ({
      sentence: `Gate ${body.gate} submitted; the pack’s mark is ${body.digest.slice(0, 16)}`,
      ...(body.words.note ? { changes: [{ what: 'Note', after: body.words.note }] } : {}),
    }),
  }),
  'submission-withdrawn': on({
    v: 1,
    section: 'gates',
    body: z.object({ gate, words: z.object({ why: z.string() }) }),
    evolve: (project, body, at) =>
      backToPreparing(project, body.gate, { ...markOf(at), how: 'withdrawn', why: body.words.why }),
    says: (body) => ({ sentence: `Submission of Gate ${body.gate} withdrawn: ${body.words.why}` }),
  }),
  'submission-returned': on({
    v: 1,
    section: 'gates',
    body: z.object({
      gate,
      changedParts: z.array(z.string()),
      fallen: z.array(z.string()),
      words: z.object({ why: z.string() }),
    }),
    evolve: (project, body, at) =>
      backToPreparing(project, body.gate, { ...markOf(at), how: 'returned', why: body.words.why }),
    says: (body) => ({
      sentence: `Submission of Gate ${body.gate} sent back to preparation: ${body.words.why}`,
    }),
  }),
  'question-asked': on({
    v: 1,
    section: 'comments',
    body: z.object({ gate, questionId: z.string(), words: z.object({ question: z.string() }) }),
    evolve: (project, body, at) =>
      withGate(project, body.gate, (record) =>
        record.standing.state === 'submitted'
          ? {
              ...record,
              standing: {
                ...record.standing,
                questions: [
                  ...record.standing.questions,
                  { id: body.questionId, question: body.words.question, ...markOf(at) },
                ],
              },
            }
          : record,
      ),
    says: (body) => ({ sentence: `Asked about Gate ${body.gate}: ${body.words.question}` }),
  }),
  'question-answered': on({
    v: 1,
    section: 'comments',
    body: z.object({ gate, questionId: z.string(), words: z.object({ answer: z.string() }) }),
    evolve: (project, body, at) =>
      withGate(project, body.gate, (record) =>
        record.standing.state === 'submitted'
          ? {
              ...record,
              standing: {
                ...record.standing,
                questions: record.standing.questions.map((each) =>
                  each.id === body.questionId
                    ? { ...each, answered: { ...markOf(at), answer: body.words.answer } }
                    : each,
                ),
              },
            }
          : record,
      ),
    says: (body) => ({ sentence: `Answered a question about Gate ${body.gate}: ${body.words.answer}` }),
  }),
  'approval-given': on({
    v: 1,
    section: 'gates',
    body: z.object({
      gate,
      role,
      packDigest: z.string(),
      meetingDate: isoDaySchema.optional(),
      conditions: z.array(conditionTermsSchema),
      words: z.object({
        narrative: z.string(),
        forum: z.string().optional(),
        minute: z.string().optional(),
        conditions: z.record(z.string(), z.string()),
      }),
    }),
    evolve: (project, body, at) =>
      withApprovals(project, body.gate, (approvals) => [
        ...approvals,
        {
          ...markOf(at),
          role: body.role as Role,
          packDigest: body.packDigest,
          narrative: body.words.narrative,
          forum: body.words.forum,
          minute: body.words.minute,
          meetingDate: body.meetingDate,
          conditions: body.conditions.map((each) => ({
            ...each,
            what: body.words.conditions[each.id] ?? '',
          })),
        },
      ]),
    says: (body, _before, names) => ({
      sentence: `Approval of Gate ${body.gate} given as ${ROLE_WORDS[body.role as Role] ?? body.role}`,
      changes: [
        ...(body.words.narrative ? [{ what: 'Narrative', after: body.words.narrative }] : []),
        ...body.conditions.map((each) => ({
          what: 'Condition',
          after: `${body.words.conditions[each.id] ?? ''} (${names.person(each.owner)}, by ${formatDay(each.due)})`,
        })),
      ],
    }),
  }),
  'approval-taken-back': on({
    v: 1,
    section: 'gates',
    body: z.object({ gate, role, words: z.object({ why: z.string() }) }),
    evolve: (project, body, at) =>
      withApprovals(project, body.gate, (approvals) =>
        approvals.map((each) =>
          each.by === at.actor && each.role === body.role && !each.void
            ? { ...each, void: { why: `Taken back: ${body.words.why}` } }
            : each,
        ),
      ),
    says: (body) => ({ sentence: `Approval of Gate ${body.gate} taken back: ${body.words.why}` }),
  }),
  'approval-voided': on({
    v: 1,
    section: 'gates',
    body: z.object({ gate, role, person: z.string(), words: z.object({ why: z.string() }) }),
    evolve: (project, body) =>
      withApprovals(project, body.gate, (approvals) =>
        approvals.map((each) =>
          each.by === body.person && each.role === body.role && !each.void
            ? { ...each, void: { why: body.words.why } }
            : each,
        ),
      ),
    says: (body, _before, names) => ({
      sentence: `Approval of Gate ${body.gate} by ${names.person(body.person)} is void: ${body.words.why}`,
    }),
  }),
  'gate-deferred': on({
    v: 1,
    section: 'gates',
    body: z.object({ gate, role, words: z.object({ required: z.string() }) }),
    evolve: (project, body, at) =>
      nextCycle(project, body.gate, { ...markOf(at), how: 'deferred', why: body.words.required }),
    says: (body) => ({ sentence: `Gate ${body.gate} deferred; required: ${body.words.required}` }),
  }),
  'project-rejected': on({
    v: 1,
    section: 'gates',
    body: z.object({ gate, words: z.object({ why: z.string() }) }),
    evolve(project, body, at) {
      const ended = nextCycle(project, body.gate, { ...markOf(at), how: 'rejected', why: body.words.why });
      // An early closing that was waiting has come to nothing: the project is closed already.
      const { pendingLife: _settled, ...gates } = ended.gates;
      return {
        ...ended,
        gates,
        life: {
          state: 'closed',
          since: markOf(at),
          how: 'rejected',
          why: body.words.why,
          fates: [],
          before: 'open',
        },
      };
    },
    says: (body) => ({ sentence: `Gate ${body.gate} rejected and the project closed: ${body.words.why}` }),
  }),
};
