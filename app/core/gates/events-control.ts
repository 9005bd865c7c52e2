import { z } from 'zod';
import { ROLE_WORDS } from '../access/may';
import type { Role } from '../access/directory';
import { withBenefitTarget, withLeakage } from '../benefits/binding';
import { eventKind } from '../journal/event';
import { formatMoney } from '../money/format-money';
import { penceSchema } from '../money/pence';
import type { Project } from '../project/state';
import { formatDay, isoDaySchema } from '../time/iso-day';
import { formatFy, fySchema } from '../time/financial-year';
import { formatPartial, partialDateSchema } from '../time/partial-date';
import { bindingBaseline } from './baseline';
import { gateNumberSchema } from './gate-number';
import { movedBaseline } from './moved-baseline';
import { SCOPE_PARTS } from './scope';
import type { ChangeRequest, ProposedMove, ScopePart } from './state';
import { markOf } from './submission';

const on = eventKind<Project>();

/** What a change request would move. */
export const proposedMoveSchema = z.discriminatedUnion('what', [
  z.object({ what: z.literal('gate'), gate: gateNumberSchema, to: partialDateSchema }),
  z.object({
    what: z.literal('deliverable'),
    deliverable: z.string().max(100),
    start: partialDateSchema.optional(),
    finish: partialDateSchema.optional(),
  }),
  z.object({ what: z.literal('proposal'), line: z.string().max(100), fy: fySchema, to: penceSchema }),
  z.object({ what: z.literal('withdraw-benefit'), benefit: z.string().max(100) }),
  z.object({ what: z.literal('benefit-target'), benefit: z.string().max(100), to: z.string().max(50) }),
  z.object({ what: z.literal('scope'), part: z.enum(SCOPE_PARTS), rests: z.string().max(100) }),
]);

/** A part of scope as sentences name it. */
export const SCOPE_WORDS: Readonly<Record<ScopePart, string>> = {
  objectives: 'the objectives as now worded',
  scope: 'the scope as now worded',
  'preferred option': 'the preferred option as it now is',
  deliverables: 'the deliverables without those withdrawn',
};

const benefitWords = (project: Project, id: string): string =>
  project.benefits.find((each) => each.id === id)?.category ?? 'a benefit';

/** One proposed move in words. */
export function moveInWords(move: ProposedMove, project: Project): string {
  const title = (rows: readonly { id: string; title: string }[], id: string) =>
    rows.find((each) => each.id === id)?.title ?? 'a row no longer listed';
  const benefit = (id: string) => benefitWords(project, id);
  switch (move.what) {
    case 'gate':
      return `Gate ${move.gate} to ${formatPartial(move.to)}`;
    case 'deliverable': {
      const dates = [
        move.start && `start ${formatPartial(move.start)}`,
        move.finish && `finish ${formatPartial(move.finish)}`,
      ];
      return `“${title(project.schedule.deliverables, move.deliverable)}”: ${dates.filter(Boolean).join(', ')}`;
    }
    case 'proposal':
      return `“${title(project.money.lines, move.line)}”, ${formatFy(move.fy)}, to ${formatMoney(move.to)}`;
    case 'withdraw-benefit':
      return `Withdraw the benefit ${benefit(move.benefit)}`;
    case 'benefit-target':
      return `Target of ${benefit(move.benefit)} to ${move.to}`;
    case 'scope':
      return `Baseline ${SCOPE_WORDS[move.part]}`;
  }
}

const withRequest = (
  project: Project,
  id: string,
  change: (request: ChangeRequest) => ChangeRequest,
): Project => ({
  ...project,
  gates: {
    ...project.gates,
    changeRequests: project.gates.changeRequests.map((each) => (each.id === id ? change(each) : each)),
  },
});

export const controlEvents = {
  'change-requested': on({
    v: 1,
    section: 'gates',
    body: z.object({
      changeId: z.string(),
      moves: z.array(proposedMoveSchema),
      words: z.object({ why: z.string() }),
    }),
    evolve: (project, body, at) => ({
      ...project,
      gates: {
        ...project.gates,
        changeRequests: [
          ...project.gates.changeRequests,
          { ...markOf(at), id: body.changeId, moves: body.moves, why: body.words.why, approvals: [] },
        ],
      },
    }),
    says: (body, before) => ({
      sentence: `Change requested: ${body.words.why}`,
      changes: body.moves.map((move) => ({ what: 'Would move', after: moveInWords(move, before) })),
    }),
  }),
  'change-approved': on({
    v: 1,
    section: 'gates',
    body: z.object({ changeId: z.string(), role: z.string() }),
    evolve: (project, body, at) =>
      withRequest(project, body.changeId, (each) => ({
        ...each,
        approvals: [...each.approvals, { ...markOf(at), role: body.role as Role }],
      })),
    says: (body) => ({ sentence: `Change approved as ${ROLE_WORDS[body.role as Role] ?? body.role}` }),
  }),
  'change-ended': on({
    v: 1,
    section: 'gates',
    body: z.object({
      changeId: z.string(),
      how: z.enum(['approved', 'refused', 'withdrawn']),
      words: z.object({ why: z.string() }),
    }),
    evolve: (project, body, at) =>
      withRequest(project, body.changeId, (each) => ({
        ...each,
        outcome: { ...markOf(at), how: body.how, why: body.words.why },
      })),
    says: (body) => ({
      sentence:
        body.how === 'approved' ? 'Change decided: it takes effect' : `Change ${body.how}: ${body.words.why}`,
    }),
  }),
  'baseline-moved': on({
    v: 1,
    section: 'gates',
    body: z.object({ changeId: z.string() }),
    evolve(project, body, at) {
      const kept = bindingBaseline(project);
      const request = project.gates.changeRequests.find((each) => each.id === body.changeId);
      if (!kept || !request) return project;
      const moved = movedBaseline(project, kept, request, markOf(at));
      return { ...project, gates: { ...project.gates, baselines: [...project.gates.baselines, moved] } };
    },
    says: () => ({ sentence: 'The binding baseline moved as the change request says, and in nothing else' }),
  }),
  'benefits-moved-by-change': on({
    v: 1,
    section: 'benefits',
    body: z.object({
      changeRequestId: z.string(),
      withdrawn: z.array(z.string()),
      targets: z.array(z.object({ benefitId: z.string(), target: z.string() })),
    }),
    evolve(project, body, at) {
      const targeted = body.targets.reduce(
        (so, each) => withBenefitTarget(so, each.benefitId, each.target, at),
        project,
      );
      return body.withdrawn.reduce((so, each) => withLeakage(so, each, body.changeRequestId, at), targeted);
    },
    says: (body, before) => ({
      sentence: 'Benefits moved by an approved change request',
      changes: [
        ...body.targets.map((each) => ({
          what: `Target of ${benefitWords(before, each.benefitId)}`,
          before: before.benefits.find((one) => one.id === each.benefitId)?.target,
          after: each.target,
        })),
        ...body.withdrawn.map((each) => ({
          what: benefitWords(before, each),
          after: 'withdrawn: shown as leakage',
        })),
      ],
    }),
  }),
  'change-explained': on({
    v: 1,
    section: 'gates',
    body: z.object({ what: z.string(), rests: z.string(), words: z.object({ why: z.string() }) }),
    evolve: (project, body, at) => ({
      ...project,
      gates: {
        ...project.gates,
        explainedChanges: [
          ...project.gates.explainedChanges,
          { ...markOf(at), what: body.what, rests: body.rests, why: body.words.why },
        ],
      },
    }),
    says: (body) => ({ sentence: `Change since Gate 2 explained: ${body.words.why}` }),
  }),
  'assurance-opinion-given': on({
    v: 1,
    section: 'gates',
    body: z.object({
      opinionId: z.string(),
      given: isoDaySchema,
      evidence: z.array(z.string()),
      words: z.object({ rating: z.string(), scale: z.string(), summary: z.string() }),
    }),
    evolve: (project, body, at) => ({
      ...project,
      gates: {
        ...project.gates,
        opinions: [
          ...project.gates.opinions,
          { ...markOf(at), id: body.opinionId, given: body.given, evidence: body.evidence, ...body.words },
        ],
      },
    }),
    says: (body) => ({
      sentence: `Assurance opinion of ${formatDay(body.given)}: ${body.words.rating}, on the scale ${body.words.scale}`,
      changes: [{ what: 'Summary', after: body.words.summary }],
    }),
  }),
  'tolerances-set': on({
    v: 1,
    section: 'gates',
    body: z.object({ timeMonths: z.number().int(), cost: z.number().int(), benefit: z.number().int() }),
    evolve: (project, body, at) => ({
      ...project,
      gates: { ...project.gates, tolerances: { ...markOf(at), ...body } },
    }),
    says: (body) => ({
      sentence: `Tolerances set: ${body.timeMonths} months, cost ${body.cost / 100}%, benefit ${body.benefit / 100}%`,
    }),
  }),
  'confidence-declared': on({
    v: 1,
    section: 'gates',
    body: z.object({ rating: z.enum(['red', 'amber', 'green']), words: z.object({ why: z.string() }) }),
    evolve: (project, body, at) => ({
      ...project,
      gates: {
        ...project.gates,
        declaredConfidence: { ...markOf(at), rating: body.rating, why: body.words.why },
      },
    }),
    says: (body) => ({ sentence: `Confidence declared ${body.rating}: ${body.words.why}` }),
  }),
  'framework-moved': on({
    v: 1,
    section: 'gates',
    body: z.object({ id: z.string(), version: z.number().int(), words: z.object({ why: z.string() }) }),
    evolve: (project, body) => ({
      ...project,
      gates: { ...project.gates, framework: { id: body.id, version: body.version } },
    }),
    says: (body) => ({ sentence: `Moved to version ${body.version} of the framework: ${body.words.why}` }),
  }),
};
