import { z } from 'zod';
import { eventKind } from '../journal/event';
import { replaceRow, rowById } from '../project/row';
import type { Project } from '../project/state';
import { partialDateSchema } from '../time/partial-date';
import type { Risk } from './state';

const on = eventKind<Project>();

const termsSchema = z.object({
  riskId: z.string(),
  ref: z.string(),
  likelihood: z.number().int().min(1).max(5).optional(),
  impact: z.number().int().min(1).max(5).optional(),
  statedTotal: z.number().int().optional(),
  owner: z.string().optional(),
  due: partialDateSchema.optional(),
  words: z.object({ risk: z.string(), mitigation: z.string().optional() }),
});
type Terms = z.infer<typeof termsSchema>;

const termsOf = ({ ref, likelihood, impact, statedTotal, owner, due, words }: Terms) => ({
  ref,
  likelihood,
  impact,
  statedTotal,
  owner,
  due,
  ...words,
});

const withRisk = (project: Project, id: string, change: (risk: Risk) => Risk): Project => ({
  ...project,
  risks: replaceRow(project.risks, id, change),
});

const callIt = (project: Project, id: string): string => `Risk ${rowById(project.risks, id)?.ref ?? '?'}`;

/** The kinds of event of risks, by type. */
export const risksEvents = {
  'risk-recorded': on({
    v: 1,
    section: 'risks',
    body: termsSchema.extend({ fromDocument: z.boolean() }),
    evolve(project, body, at) {
      const mark = { by: at.actor, day: at.day, seq: at.seq };
      const risk: Risk = {
        id: body.riskId,
        ...termsOf(body),
        recorded: mark,
        amended: mark,
        scoredSeq: at.seq,
        ...(body.fromDocument ? { fromDocument: true } : {}),
      };
      return { ...project, risks: [...project.risks, risk] };
    },
    says: (body) => ({ sentence: `Risk ${body.ref} recorded`, changes: [{ what: 'Risk', after: body.words.risk }] }),
  }),
  'risk-closed': on({
    v: 1,
    section: 'risks',
    body: z.object({ riskId: z.string(), words: z.object({ why: z.string() }) }),
    evolve: (project, body, at) =>
      withRisk(project, body.riskId, (risk) => ({
        ...risk,
        closed: { by: at.actor, day: at.day, seq: at.seq, why: body.words.why },
      })),
    says: (body, before) => ({ sentence: `${callIt(before, body.riskId)} closed: ${body.words.why}` }),
  }),
};
