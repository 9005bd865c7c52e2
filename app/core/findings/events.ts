import { z } from 'zod';
import { eventKind, type At } from '../journal/event';
import type { Project } from '../project/state';
import type { FindingExplanation } from './state';

const on = eventKind<Project>();

const ROLES = [
  'pmo',
  'finance',
  's151',
  'assurer',
  'auditor',
  'viewer',
  'administrator',
  'sponsor',
  'lead',
  'bau-owner',
  'benefit-owner',
] as const;

const markAt = (at: At) => ({ by: at.actor, day: at.day, seq: at.seq });

const withExplanation = (
  project: Project,
  id: string,
  change: (explanation: FindingExplanation) => FindingExplanation,
): Project => ({
  ...project,
  explanations: project.explanations.map((each) => (each.id === id ? change(each) : each)),
});

const ruleOf = (project: Project, id: string): string =>
  project.explanations.find((each) => each.id === id)?.rule ?? '?';

/** The kinds of event about explained findings, by type. */
export const findingsEvents = {
  'finding-explained': on({
    v: 1,
    section: 'findings',
    body: z.object({
      explanationId: z.string(),
      rule: z.string(),
      subject: z.string(),
      rests: z.string(),
      words: z.object({ why: z.string() }),
    }),
    evolve: (project, body, at) => ({
      ...project,
      explanations: [
        ...project.explanations.map((each) =>
          each.rule === body.rule && each.subject === body.subject && !each.withdrawn
            ? { ...each, withdrawn: { ...markAt(at), why: 'Explained again' } }
            : each,
        ),
        {
          ...markAt(at),
          id: body.explanationId,
          rule: body.rule,
          subject: body.subject,
          rests: body.rests,
          why: body.words.why,
        },
      ],
    }),
    says: (body) => ({ sentence: `The finding “${body.rule}” explained: ${body.words.why}` }),
  }),
  'explanation-accepted': on({
    v: 1,
    section: 'findings',
    body: z.object({ explanationId: z.string(), role: z.enum(ROLES) }),
    evolve: (project, body, at) =>
      withExplanation(project, body.explanationId, (each) => ({
        ...each,
        accepted: { ...markAt(at), role: body.role },
      })),
    says: (body, before) => ({
      sentence: `The explanation of “${ruleOf(before, body.explanationId)}” accepted`,
    }),
  }),
  'explanation-withdrawn': on({
    v: 1,
    section: 'findings',
    body: z.object({ explanationId: z.string(), words: z.object({ why: z.string() }) }),
    evolve: (project, body, at) =>
      withExplanation(project, body.explanationId, (each) => ({
        ...each,
        withdrawn: { ...markAt(at), why: body.words.why },
      })),
    says: (body, before) => ({
      sentence: `The explanation of “${ruleOf(before, body.explanationId)}” withdrawn: ${body.words.why}`,
    }),
  }),
};
