import { z } from 'zod';
import { lineSchema } from '../answers/text';
import { PROGRAMME_ROLES, PROJECT_ROLES, type Role } from '../access/directory';
import { holdsRole, ROLE_WORDS } from '../access/may';
import { accept, acceptUnless, refuse, type Decision } from '../command/command';
import type { Context } from '../command/context';
import { refusal, type Refusal } from '../command/refusal';
import type { NewEvent } from '../journal/event';
import { projectCommand } from '../project/command';
import { happened } from '../project/events';
import type { Project } from '../project/state';
import { isoDaySchema } from '../time/iso-day';
import { conditionRefusals, criteriaRefusals, outOfOrder } from './before-decision';
import { closingEvents } from './closing-a-gate';
import { narrative, saysWhy } from './commands-submission';
import { gateNumberSchema, type GateNumber } from './gate-number';
import { nextGate, submittedGate } from './hands';
import { changedParts, gatedFacts, partInWords } from './pack';
import { barredFromDeciding, requiredRoles } from './separation';
import type { GateStanding } from './state';
import { standingApprovals } from './submission';
import { illegalMove, moveRights } from './workflow';

const roleSchema = z.enum([...PROGRAMME_ROLES, ...PROJECT_ROLES]);
type Submitted = Extract<GateStanding, { state: 'submitted' }>;

/** Why this person may not decide this gate in this role. */
function notADecider(project: Project, gate: GateNumber, role: Role, context: Context): readonly Refusal[] {
  const { directory } = context.external;
  const { person, through } = context.actor;
  const required = requiredRoles(gate, context);
  const reasons: Refusal[] = [];
  if (!required.includes(role)) {
    reasons.push(
      refusal('not-permitted', `Gate ${gate} is not decided by ${ROLE_WORDS[role]}.`, {
        by: required.map((each) => ({ role: each })),
      }),
    );
  } else if (!holdsRole(directory, person, role, project, context.today)) {
    reasons.push(
      refusal('not-permitted', `You are not ${ROLE_WORDS[role]} of this project today.`, { by: [{ role }] }),
    );
  }
  if (through === 'system')
    reasons.push(
      refusal('not-personal', 'A decision is given by a person, in a session or with a token of their own.'),
    );
  return [...reasons, ...barredFromDeciding(project, gate, role, person, context)];
}

/** What is wrong with the conditions proposed with an approval. */
function conditionProblems(
  conditions: z.infer<typeof approvalInput>['conditions'],
  gate: GateNumber,
  words: string,
  context: Context,
): readonly Refusal[] {
  const problems: Refusal[] = [];
  if (conditions.length > 0 && words.trim() === '') {
    problems.push(
      refusal('narrative-required', 'Say why the approval carries conditions.', { field: 'narrative' }),
    );
  }
  conditions.forEach((each, index) => {
    const field = `conditions[${index}]`;
    if (!context.external.directory[each.owner]?.active) {
      problems.push(
        refusal('unknown-person', 'The owner of a condition has an active account.', {
          field: `${field}.owner`,
        }),
      );
    }
    if (each.due < context.today) {
      problems.push(
        refusal('contradiction', 'A condition is due today or later.', { field: `${field}.due` }),
      );
    }
    const before = each.before ?? nextBefore(gate);
    if (before !== 'completion' && before <= gate) {
      problems.push(
        refusal('contradiction', 'A condition precedes a later gate.', { field: `${field}.before` }),
      );
    }
  });
  return problems;
}

const nextBefore = (gate: GateNumber): GateNumber | 'completion' =>
  gate === 5 ? 'completion' : ((gate + 1) as GateNumber);

const approvalInput = z.object({
  gate: gateNumberSchema,
  role: roleSchema,
  packDigest: lineSchema(100),
  narrative,
  forum: lineSchema(200).optional(),
  meetingDate: isoDaySchema.optional(),
  minute: lineSchema(200).optional(),
  conditions: z
    .array(
      z.object({
        what: saysWhy('Say what the condition is'),
        owner: lineSchema(100),
        due: isoDaySchema,
        before: z.union([gateNumberSchema, z.literal('completion')]).optional(),
      }),
    )
    .max(20, 'An approval carries at most 20 conditions'),
});

/** The submission sent back when what it rests on moved or a criterion fell since it was frozen; none while it holds. */
function sentBack(
  project: Project,
  gate: GateNumber,
  standing: Submitted,
  context: Context,
): readonly NewEvent[] {
  const now = gatedFacts(project, gate, context.external);
  const changed =
    now.digest === standing.submission.pack.digest
      ? []
      : changedParts(standing.submission.pack.parts, now.parts);
  const fallen = [
    ...criteriaRefusals(project, gate, context),
    ...conditionRefusals(project, gate, context),
    ...outOfOrder(project, gate),
  ];
  if (changed.length === 0 && fallen.length === 0) return [];
  const why = [
    ...changed.map((part) => `${partInWords(part, context.external)} changed since the pack was frozen.`),
    ...fallen.map((each) => each.because),
  ].join(' ');
  return [
    happened('submission-returned', {
      gate,
      changedParts: [...changed],
      fallen: fallen.map((each) => each.criterion ?? each.reason),
      words: { why },
    }),
  ];
}

function decideApproval(project: Project, input: z.infer<typeof approvalInput>, context: Context): Decision {
  const { gate, role } = input;
  const { standing } = project.gates.records[gate];
  const refusals: Refusal[] = [
    ...illegalMove('approve', project, gate),
    ...notADecider(project, gate, role, context),
  ];
  if (standing.state !== 'submitted') return refuse(...refusals);
  const given = standingApprovals(standing.approvals);
  if (given.some((each) => each.role === role))
    refusals.push(refusal('already-so', `Approval as ${ROLE_WORDS[role]} is given already.`));
  if (given.some((each) => each.by === context.actor.person && each.role !== role)) {
    refusals.push(
      refusal(
        'separation-of-duties',
        'You approved in another role; the required deciders are different people.',
      ),
    );
  }
  if (input.packDigest !== standing.submission.pack.digest) {
    refusals.push(
      refusal('pack-mismatch', 'This is not the pack that is before the deciders; read it again.', {
        fix: { screen: 'gate', gate },
      }),
    );
  }
  refusals.push(...conditionProblems(input.conditions, gate, input.narrative, context));
  if (refusals.length > 0) return refuse(...refusals);
  const returned = sentBack(project, gate, standing, context);
  if (returned.length > 0) return accept(...returned);
  const conditions = input.conditions.map((each) => ({
    ...each,
    id: context.ids(),
    before: each.before ?? nextBefore(gate),
  }));
  const approval = happened('approval-given', {
    gate,
    role,
    packDigest: input.packDigest,
    ...(input.meetingDate ? { meetingDate: input.meetingDate } : {}),
    conditions: conditions.map(({ what: _what, ...terms }) => terms),
    words: {
      narrative: input.narrative,
      ...(input.forum ? { forum: input.forum } : {}),
      ...(input.minute ? { minute: input.minute } : {}),
      conditions: Object.fromEntries(conditions.map((each) => [each.id, each.what])),
    },
  });
  return accept(approval, ...closingEvents(project, gate, approval, context));
}

export const approveGate = projectCommand({
  name: 'approve-gate',
  title: 'Approve',
  purpose:
    'Approves a submitted gate, with or without conditions, in one of its required roles, on the pack named by its digest.',
  ...moveRights('approve'),
  input: approvalInput,
  reads: 'exact',
  decide: decideApproval,
});

export const takeBackApproval = projectCommand({
  name: 'take-back-approval',
  title: 'Take my approval back',
  purpose: 'A decider takes their approval back while the other deciders have not all decided.',
  ...moveRights('take-back'),
  input: z.object({ gate: gateNumberSchema, why: saysWhy('Say why the approval is taken back') }),
  reads: ['gates'],
  decide(project, { gate, why }, context) {
    const { standing } = project.gates.records[gate];
    const mine =
      standing.state === 'submitted'
        ? standingApprovals(standing.approvals).find((each) => each.by === context.actor.person)
        : undefined;
    return acceptUnless(
      [
        ...illegalMove('take-back', project, gate),
        ...(standing.state === 'submitted' && !mine
          ? [refusal('no-such-row', 'You have given no approval of this gate.')]
          : []),
      ],
      () => [happened('approval-taken-back', { gate, role: mine!.role, words: { why } })],
    );
  },
});

export const deferGate = projectCommand({
  name: 'defer-gate',
  title: 'Defer',
  purpose: 'Defers a submitted gate and says what is required; it returns to preparation in its next cycle.',
  ...moveRights('defer'),
  input: z.object({
    gate: gateNumberSchema,
    role: roleSchema,
    required: saysWhy('Say what is required'),
  }),
  reads: 'exact',
  decide: (project, { gate, role, required }, context) =>
    acceptUnless(
      [...illegalMove('defer', project, gate), ...notADecider(project, gate, role, context)],
      () => [happened('gate-deferred', { gate, role, words: { required } })],
    ),
});

export const rejectGate = projectCommand({
  name: 'reject-gate',
  title: 'Reject and close the project',
  purpose: 'The sponsor rejects a submitted gate and says why; the project is closed.',
  ...moveRights('reject'),
  input: z.object({ gate: gateNumberSchema, why: saysWhy('Say why the gate is rejected') }),
  reads: 'exact',
  decide: (project, { gate, why }, context) =>
    acceptUnless(
      [...illegalMove('reject', project, gate), ...notADecider(project, gate, 'sponsor', context)],
      () => [happened('project-rejected', { gate, words: { why } })],
    ),
});

export const revokeGate = projectCommand({
  name: 'revoke-gate',
  title: 'Revoke the approval',
  purpose: 'The sponsor revokes the last approval, with nothing submitted since, and says why.',
  ...moveRights('revoke'),
  input: z.object({ gate: gateNumberSchema, why: saysWhy('Say why the approval is revoked') }),
  reads: 'exact',
  decide(project, { gate, why }, context) {
    const next = nextGate(project);
    const last = next === undefined ? 5 : next - 1;
    const open = submittedGate(project);
    const later =
      open !== undefined ||
      (next !== undefined && project.gates.records[next].past.some((each) => each.submission));
    return acceptUnless(
      [
        ...illegalMove('revoke', project, gate),
        ...(gate === last
          ? []
          : [
              refusal('not-legal-now', 'Only the last approval can be revoked.', {
                fix: { screen: 'gate', gate: last as GateNumber },
              }),
            ]),
        ...(later
          ? [refusal('open-submission', 'A later gate has been submitted since; the approval stands.')]
          : []),
        ...(context.actor.through === 'system'
          ? [refusal('not-personal', 'An approval is revoked by a person.')]
          : []),
      ],
      () => [
        happened('gate-revoked', {
          gate,
          conditionIds: project.gates.conditions
            .filter((each) => each.gate === gate && !each.confirmed && !each.withdrawn)
            .map((each) => each.id),
          words: { why },
        }),
      ],
    );
  },
});

export const decisionCommands = [approveGate, takeBackApproval, deferGate, rejectGate, revokeGate];
