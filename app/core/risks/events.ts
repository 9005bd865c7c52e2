import { z } from 'zod';
import { changesOf } from '../journal/changes';
import { eventKind, type Names } from '../journal/event';
import { replaceRow, rowById } from '../project/row';
import type { Project } from '../project/state';
import { formatPartial, partialDateSchema } from '../time/partial-date';
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
/** A risk's own terms as an event carries them. */
export type RiskTerms = z.infer<typeof termsSchema>;
type Own = Pick<
  Risk,
  'ref' | 'risk' | 'mitigation' | 'likelihood' | 'impact' | 'statedTotal' | 'owner' | 'due'
>;

const termsOf = ({ ref, likelihood, impact, statedTotal, owner, due, words }: RiskTerms): Own => ({
  ref,
  likelihood,
  impact,
  statedTotal,
  owner,
  due,
  risk: words.risk,
  mitigation: words.mitigation,
});

const withRisk = (project: Project, id: string, change: (risk: Risk) => Risk): Project => ({
  ...project,
  risks: replaceRow(project.risks, id, change),
});

const callIt = (project: Project, id: string): string => `Risk ${rowById(project.risks, id)?.ref ?? '?'}`;

const shown = (terms: Own | undefined, names: Names): Readonly<Record<string, string | undefined>> => ({
  Ref: terms?.ref,
  Risk: terms?.risk,
  Mitigation: terms?.mitigation,
  Likelihood: terms?.likelihood?.toString(),
  Impact: terms?.impact?.toString(),
  'Total as stated': terms?.statedTotal?.toString(),
  Owner: terms?.owner === undefined ? undefined : names.person(terms.owner),
  Due: terms?.due === undefined ? undefined : formatPartial(terms.due),
});

const why = z.object({ riskId: z.string(), words: z.object({ why: z.string() }) });

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
    says: (body, _before, names) => ({
      sentence: `Risk ${body.ref} recorded`,
      changes: changesOf({}, shown(termsOf(body), names)),
    }),
  }),
  'risk-amended': on({
    v: 1,
    section: 'risks',
    // Whether the sponsor's acceptance still covers the risk is decided once, so that redacted words cannot change it.
    body: termsSchema.extend({ lapsesAcceptance: z.boolean() }),
    evolve: (project, body, at) =>
      withRisk(project, body.riskId, (risk) => {
        const { accepted, ...rest } = risk;
        const rescored = risk.likelihood !== body.likelihood || risk.impact !== body.impact;
        return {
          ...rest,
          ...(accepted && !body.lapsesAcceptance ? { accepted } : {}),
          ...termsOf(body),
          amended: { by: at.actor, day: at.day, seq: at.seq },
          scoredSeq: rescored ? at.seq : risk.scoredSeq,
        };
      }),
    says: (body, before, names) => ({
      sentence: `${callIt(before, body.riskId)} changed${body.lapsesAcceptance ? '; its acceptance lapsed' : ''}`,
      changes: changesOf(shown(rowById(before.risks, body.riskId), names), shown(termsOf(body), names)),
    }),
  }),
  'risk-accepted': on({
    v: 1,
    section: 'risks',
    body: why.extend({ score: z.number().int() }),
    evolve: (project, body, at) =>
      withRisk(project, body.riskId, (risk) => ({
        ...risk,
        accepted: { by: at.actor, day: at.day, seq: at.seq, why: body.words.why, score: body.score },
      })),
    says: (body, before) => ({
      sentence: `${callIt(before, body.riskId)} accepted at a score of ${body.score}: ${body.words.why}`,
    }),
  }),
  'risk-closed': on({
    v: 1,
    section: 'risks',
    body: why,
    evolve: (project, body, at) =>
      withRisk(project, body.riskId, (risk) => ({
        ...risk,
        closed: { by: at.actor, day: at.day, seq: at.seq, why: body.words.why },
      })),
    says: (body, before) => ({ sentence: `${callIt(before, body.riskId)} closed: ${body.words.why}` }),
  }),
  'risk-reopened': on({
    v: 1,
    section: 'risks',
    body: why,
    // What was accepted was the risk before it closed; a risk that came back is accepted again.
    evolve: (project, body, at) =>
      withRisk(project, body.riskId, ({ closed: _closed, accepted: _accepted, ...risk }) => ({
        ...risk,
        amended: { by: at.actor, day: at.day, seq: at.seq },
      })),
    says: (body, before) => ({ sentence: `${callIt(before, body.riskId)} reopened: ${body.words.why}` }),
  }),
  'risk-withdrawn': on({
    v: 1,
    section: 'risks',
    body: why,
    evolve: (project, body, at) =>
      withRisk(project, body.riskId, (risk) => ({
        ...risk,
        withdrawn: { by: at.actor, day: at.day, seq: at.seq, why: body.words.why },
      })),
    says: (body, before) => ({ sentence: `${callIt(before, body.riskId)} withdrawn: ${body.words.why}` }),
  }),
};
