import { z } from 'zod';
import { answerSchema, given } from '../answers/answer';
import { eventKind } from '../journal/event';
import { answered } from '../project/field';
import type { Project } from '../project/state';
import { formatFy, fySchema } from '../time/financial-year';
import { answerEvents } from './events-answers';
import type { SourceDocument } from './document';

const on = eventKind<Project>();

const cellWords = z.object({ table: z.string(), row: z.string(), column: z.string(), words: z.string() });

const documentSchema = z.object({
  sha256: z.string(),
  /** The ids of its statements, in order: statements are referred to while their words may be redacted. */
  statementIds: z.array(z.string()),
  words: z.object({
    name: z.string(),
    programme: z.string().optional(),
    statements: z.array(
      z.object({
        about: z.enum(['finance-validation', 'approval', 'mtfs', 'other']),
        words: z.string(),
        cells: z.array(cellWords),
        name: answerSchema(z.string()).optional(),
        role: z.string().optional(),
        date: answerSchema(z.string()).optional(),
      }),
    ),
    stated: z.array(cellWords),
    unplaced: z.array(z.object({ line: z.number().int(), words: z.string(), why: z.string().optional() })),
    missing: z.array(z.string()),
  }),
});

/** The kinds of event of the case, by type. */
export const caseEvents = {
  ...answerEvents,
  'project-opened': on({
    v: 1,
    section: 'project',
    body: z.object({
      ref: z.string(),
      framework: z.object({ id: z.string(), version: z.number().int() }),
      horizon: z.array(fySchema),
      words: z.object({ title: z.string().optional() }),
    }),
    evolve(project, { ref, framework, horizon, words }, at) {
      const { title } = words;
      const text =
        title === undefined
          ? project.case.text
          : { ...project.case.text, title: answered(project.case.text.title, given(title), at) };
      return {
        ...project,
        ref,
        opened: { by: at.actor, day: at.day, seq: at.seq },
        case: { ...project.case, text },
        money: { ...project.money, horizon },
        gates: { ...project.gates, framework },
      };
    },
    says: ({ ref, horizon, words }) => ({
      sentence: `Project ${ref} opened`,
      changes: [
        ...(words.title === undefined ? [] : [{ what: 'Project title', after: words.title }]),
        { what: 'Horizon', after: horizon.map(formatFy).join(', ') },
      ],
    }),
  }),
  'document-recorded': on({
    v: 1,
    section: 'case',
    body: documentSchema,
    evolve(project, { sha256, statementIds, words }, at) {
      const { statements, ...rest } = words;
      const document: SourceDocument = {
        by: at.actor,
        day: at.day,
        seq: at.seq,
        sha256,
        ...rest,
        statements: statements.map((statement, index) => ({
          id: statementIds[index] ?? String(index),
          ...statement,
        })),
      };
      return { ...project, documents: [...project.documents, document] };
    },
    says: ({ words }) => ({
      sentence: `Document “${words.name}” taken in`,
      changes: [
        { what: 'Statements kept', after: String(words.statements.length) },
        { what: 'Lines not placed', after: String(words.unplaced.length) },
      ],
    }),
  }),
  'comment-made': on({
    v: 1,
    section: 'comments',
    body: z.object({ commentId: z.string(), about: z.string(), words: z.object({ text: z.string() }) }),
    evolve: (project, { commentId, about, words }, at) => ({
      ...project,
      comments: [
        ...project.comments,
        { id: commentId, about, by: at.actor, day: at.day, seq: at.seq, words: words.text },
      ],
    }),
    says: ({ words }) => ({ sentence: 'Comment', changes: [{ what: 'Comment', after: words.text }] }),
  }),
};
