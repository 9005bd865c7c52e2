import { z } from 'zod';
import { lineSchema } from '../answers/text';
import { holdsRole } from '../access/may';
import { acceptUnless } from '../command/command';
import type { Context } from '../command/context';
import { refusal, type Refusal } from '../command/refusal';
import { ahead } from '../journal/stream';
import { projectCommand } from '../project/command';
import { happened, projectEvents } from '../project/events';
import type { Project } from '../project/state';
import { isoDaySchema } from '../time/iso-day';
import { completionEvents } from './closing-a-gate';
import { narrative, saysWhy } from './commands-submission';
import type { Condition } from './state';

const id = lineSchema(100);
const stream = { kind: 'project', events: projectEvents, upcasters: {} } as const;

type Found =
  | { readonly condition: Condition; readonly refusals: readonly Refusal[] }
  | { readonly condition: undefined; readonly refusals: readonly Refusal[] };

/** The condition if it is still in force. */
function inForce(project: Project, conditionId: string): Found {
  const condition = project.gates.conditions.find((each) => each.id === conditionId);
  if (!condition)
    return { condition, refusals: [refusal('no-such-row', 'There is no such condition on this project.')] };
  if (condition.withdrawn)
    return { condition, refusals: [refusal('withdrawn-row', 'The condition has been withdrawn.')] };
  if (condition.confirmed)
    return { condition, refusals: [refusal('already-so', 'The condition is confirmed as met.')] };
  return { condition, refusals: [] };
}

const isPmo = (project: Project, person: string, context: Context): boolean =>
  holdsRole(context.external.directory, person, 'pmo', project, context.today);

export const closeCondition = projectCommand({
  name: 'close-condition',
  title: 'Close the condition',
  purpose: 'The owner of a condition closes it with evidence; somebody else then confirms it.',
  who: ['anyone'],
  input: z.object({
    conditionId: id,
    note: narrative,
    evidence: z.array(id).max(20, 'At most 20 attachments'),
  }),
  reads: ['gates'],
  decide(project, { conditionId, note, evidence }, context) {
    const { condition, refusals } = inForce(project, conditionId);
    const unknown = evidence.filter(
      (each) => !project.evidence.attachments.some((one) => one.id === each && !one.withdrawn),
    );
    return acceptUnless(
      [
        ...refusals,
        ...(condition && condition.owner !== context.actor.person
          ? [
              refusal('not-permitted', 'A condition is closed by its owner.', {
                by: [{ role: 'owner', person: condition.owner }],
              }),
            ]
          : []),
        ...(condition?.closed && refusals.length === 0
          ? [refusal('already-so', 'The condition is closed and waits to be confirmed.')]
          : []),
        ...(note.trim() === '' && evidence.length === 0
          ? [
              refusal(
                'narrative-required',
                'Give the evidence: a file, a link, or a note naming person, date and outcome.',
                { field: 'note' },
              ),
            ]
          : []),
        ...(unknown.length > 0
          ? [
              refusal('no-such-row', 'An attachment named here is not on this project.', {
                field: 'evidence',
              }),
            ]
          : []),
      ],
      () => [happened('condition-closed', { conditionId, evidence, words: { note } })],
    );
  },
});

/** Who may confirm: the decider who set it, or a PMO officer; never its owner, whatever roles they hold. */
function notAConfirmer(
  project: Project,
  condition: Condition | undefined,
  context: Context,
): readonly Refusal[] {
  if (!condition) return [];
  const { person } = context.actor;
  if (condition.owner === person || condition.closed?.by === person) {
    return [
      refusal('separation-of-duties', 'Nobody confirms their own condition.', { by: [{ role: 'pmo' }] }),
    ];
  }
  if (condition.set.by === person || isPmo(project, person, context)) return [];
  return [
    refusal(
      'not-permitted',
      'A condition is confirmed by the decider who set it, or by a PMO officer who is not its owner.',
      {
        by: [{ role: 'pmo' }, { role: 'sponsor', person: condition.set.by }],
      },
    ),
  ];
}

export const confirmCondition = projectCommand({
  name: 'confirm-condition',
  title: 'Confirm the condition as met',
  purpose: 'The decider who set a condition, or a PMO officer who is not its owner, confirms that it is met.',
  who: ['anyone'],
  input: z.object({ conditionId: id }),
  reads: ['gates'],
  decide(project, { conditionId }, context) {
    const { condition, refusals } = inForce(project, conditionId);
    return acceptUnless(
      [
        ...refusals,
        ...notAConfirmer(project, condition, context),
        ...(condition && !condition.closed && refusals.length === 0
          ? [
              refusal('not-legal-now', 'Its owner has not closed it yet.', {
                by: [{ role: 'owner', person: condition.owner }],
              }),
            ]
          : []),
      ],
      () => {
        const confirmed = happened('condition-confirmed', { conditionId });
        return [confirmed, ...completionEvents(ahead(stream, project, [confirmed], context))];
      },
    );
  },
});

export const sendConditionBack = projectCommand({
  name: 'send-condition-back',
  title: 'Send the condition back',
  purpose: 'Who may confirm a closed condition says why it is not met; it is open again.',
  who: ['anyone'],
  input: z.object({ conditionId: id, why: saysWhy('Say why the condition is not met') }),
  reads: ['gates'],
  decide(project, { conditionId, why }, context) {
    const { condition, refusals } = inForce(project, conditionId);
    return acceptUnless(
      [
        ...refusals,
        ...notAConfirmer(project, condition, context),
        ...(condition && !condition.closed && refusals.length === 0
          ? [refusal('not-legal-now', 'The condition is open already.')]
          : []),
      ],
      () => [happened('condition-sent-back', { conditionId, words: { why } })],
    );
  },
});

export const reassignCondition = projectCommand({
  name: 'reassign-condition',
  title: 'Re-assign the condition',
  purpose: 'The PMO gives a condition another owner or another day, with the reason.',
  who: ['pmo'],
  input: z.object({
    conditionId: id,
    owner: id,
    due: isoDaySchema,
    why: saysWhy('Say why the condition is re-assigned'),
  }),
  reads: ['gates'],
  decide(project, { conditionId, owner, due, why }, context) {
    const { condition, refusals } = inForce(project, conditionId);
    const later = condition !== undefined && due > condition.due;
    return acceptUnless(
      [
        ...refusals,
        ...(context.external.directory[owner]?.active
          ? []
          : [refusal('unknown-person', 'The new owner has no active account.', { field: 'owner' })]),
        ...(due < context.today
          ? [refusal('contradiction', 'A condition is due today or later.', { field: 'due' })]
          : []),
        ...(condition?.owner === context.actor.person && later
          ? [
              refusal(
                'separation-of-duties',
                'You own this condition: another PMO officer gives it a later day.',
                { by: [{ role: 'pmo' }] },
              ),
            ]
          : []),
      ],
      () => [happened('condition-reassigned', { conditionId, owner, due, words: { why } })],
    );
  },
});

export const withdrawCondition = projectCommand({
  name: 'withdraw-condition',
  title: 'Withdraw the condition',
  purpose: 'Who set a condition, or who holds their role now, withdraws it with a reason.',
  who: ['sponsor', 'finance', 's151', 'pmo'],
  input: z.object({ conditionId: id, why: saysWhy('Say why the condition is withdrawn') }),
  reads: ['gates'],
  decide(project, { conditionId, why }, context) {
    const { condition, refusals } = inForce(project, conditionId);
    return acceptUnless(
      [...refusals, ...(condition ? notTheSetter(project, condition, context) : [])],
      () => {
        const withdrawn = happened('condition-withdrawn', { conditionId, words: { why } });
        return [withdrawn, ...completionEvents(ahead(stream, project, [withdrawn], context))];
      },
    );
  },
});

/** Withdrawn only by who set it, or, when they no longer hold the role they set it in, by their successor. */
function notTheSetter(project: Project, condition: Condition, context: Context): readonly Refusal[] {
  const { person } = context.actor;
  if (condition.owner === person)
    return [refusal('separation-of-duties', 'Nobody withdraws a condition they own.')];
  if (condition.set.by === person) return [];
  const role = roleOfSetter(project, condition);
  const { directory } = context.external;
  const setterStillHolds =
    role !== undefined && holdsRole(directory, condition.set.by, role, project, context.today);
  if (role !== undefined && !setterStillHolds && holdsRole(directory, person, role, project, context.today))
    return [];
  return [
    refusal('not-permitted', 'A condition is withdrawn by who set it, or by their successor in that role.', {
      by: [{ role: role ?? 'sponsor', person: condition.set.by }],
    }),
  ];
}

/** The role in which a condition was set: that of the approval, or of the waiver. */
function roleOfSetter(project: Project, condition: Condition) {
  if (condition.from === 'waiver')
    return project.gates.waivers.find((each) => condition.id.startsWith(`waiver-${each.id}`))?.role;
  const record = project.gates.records[condition.gate];
  const approvals = record.standing.state === 'approved' ? record.standing.decision.approvals : [];
  return approvals.find((each) => each.conditions.some((one) => one.id === condition.id))?.role;
}

export const conditionCommands = [
  closeCondition,
  confirmCondition,
  sendConditionBack,
  reassignCondition,
  withdrawCondition,
];
