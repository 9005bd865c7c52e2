import { z } from 'zod';
import { eventKind } from '../journal/event';
import type { Project } from '../project/state';
import { formatDay, isoDaySchema } from '../time/iso-day';
import { gateNumberSchema } from './gate-number';
import type { Role } from '../access/directory';
import type { Condition } from './state';
import { markOf } from './submission';
import { criterionWords } from './criterion-words';

const on = eventKind<Project>();

const withCondition = (
  project: Project,
  id: string,
  change: (condition: Condition) => Condition,
): Project => ({
  ...project,
  gates: {
    ...project.gates,
    conditions: project.gates.conditions.map((each) => (each.id === id ? change(each) : each)),
  },
});

const what = (project: Project, id: string): string =>
  project.gates.conditions.find((each) => each.id === id)?.what ?? 'a condition';

export const conditionEvents = {
  'condition-closed': on({
    v: 1,
    section: 'gates',
    body: z.object({
      conditionId: z.string(),
      evidence: z.array(z.string()),
      words: z.object({ note: z.string() }),
    }),
    evolve: (project, body, at) =>
      withCondition(project, body.conditionId, (each) => ({
        ...each,
        closed: { ...markOf(at), evidence: body.evidence, note: body.words.note },
      })),
    says: (body, before) => ({
      sentence: `Condition closed with evidence: ${what(before, body.conditionId)}`,
      changes: [{ what: 'Evidence', after: body.words.note || `${body.evidence.length} attached` }],
    }),
  }),
  'condition-sent-back': on({
    v: 1,
    section: 'gates',
    body: z.object({ conditionId: z.string(), words: z.object({ why: z.string() }) }),
    evolve: (project, body) =>
      withCondition(project, body.conditionId, ({ closed: _closed, ...open }) => open),
    says: (body, before) => ({
      sentence: `Condition not confirmed, open again: ${what(before, body.conditionId)}`,
      changes: [{ what: 'Why', after: body.words.why }],
    }),
  }),
  'condition-confirmed': on({
    v: 1,
    section: 'gates',
    body: z.object({ conditionId: z.string() }),
    evolve: (project, body, at) =>
      withCondition(project, body.conditionId, (each) => ({ ...each, confirmed: markOf(at) })),
    says: (body, before) => ({ sentence: `Condition confirmed as met: ${what(before, body.conditionId)}` }),
  }),
  'condition-reassigned': on({
    v: 1,
    section: 'gates',
    body: z.object({
      conditionId: z.string(),
      owner: z.string(),
      due: isoDaySchema,
      words: z.object({ why: z.string() }),
    }),
    evolve: (project, body) =>
      withCondition(project, body.conditionId, ({ closed: _closed, ...each }) => ({
        ...each,
        owner: body.owner,
        due: body.due,
      })),
    says(body, before, names) {
      const was = before.gates.conditions.find((each) => each.id === body.conditionId);
      return {
        sentence: `Condition re-assigned: ${what(before, body.conditionId)}`,
        changes: [
          { what: 'Owner', before: was && names.person(was.owner), after: names.person(body.owner) },
          { what: 'Due', before: was && formatDay(was.due), after: formatDay(body.due) },
          { what: 'Why', after: body.words.why },
        ],
      };
    },
  }),
  'condition-withdrawn': on({
    v: 1,
    section: 'gates',
    body: z.object({ conditionId: z.string(), words: z.object({ why: z.string() }) }),
    evolve: (project, body, at) =>
      withCondition(project, body.conditionId, (each) => ({
        ...each,
        withdrawn: { ...markOf(at), why: body.words.why },
      })),
    says: (body, before) => ({
      sentence: `Condition withdrawn: ${what(before, body.conditionId)}`,
      changes: [{ what: 'Why', after: body.words.why }],
    }),
  }),
  'criterion-waived': on({
    v: 1,
    section: 'gates',
    body: z.object({
      waiverId: z.string(),
      criterion: z.string(),
      gate: gateNumberSchema,
      role: z.string(),
      expires: isoDaySchema,
      insteadOwner: z.string(),
      insteadDue: isoDaySchema,
      words: z.object({ why: z.string(), instead: z.string() }),
    }),
    evolve: (project, body, at) => ({
      ...project,
      gates: {
        ...project.gates,
        waivers: [
          ...project.gates.waivers,
          {
            ...markOf(at),
            id: body.waiverId,
            criterion: body.criterion,
            gate: body.gate,
            role: body.role as Role,
            why: body.words.why,
            expires: body.expires,
            instead: { what: body.words.instead, owner: body.insteadOwner, due: body.insteadDue },
          },
        ],
      },
    }),
    says: (body, _before, names) => ({
      sentence: `“${criterionWords(body.criterion)}” waived for Gate ${body.gate} until ${formatDay(body.expires)}`,
      changes: [
        { what: 'Why', after: body.words.why },
        {
          what: 'Instead',
          after: `${body.words.instead} (${names.person(body.insteadOwner)}, by ${formatDay(body.insteadDue)})`,
        },
      ],
    }),
  }),
  'waiver-withdrawn': on({
    v: 1,
    section: 'gates',
    body: z.object({ waiverId: z.string(), words: z.object({ why: z.string() }) }),
    evolve: (project, body, at) => ({
      ...project,
      gates: {
        ...project.gates,
        waivers: project.gates.waivers.map((each) =>
          each.id === body.waiverId ? { ...each, withdrawn: { ...markOf(at), why: body.words.why } } : each,
        ),
      },
    }),
    says: (body) => ({ sentence: `Waiver withdrawn: ${body.words.why}` }),
  }),
};
