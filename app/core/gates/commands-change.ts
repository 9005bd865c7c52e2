import { z } from 'zod';
import { lineSchema } from '../answers/text';
import { holdsRole, ROLE_WORDS } from '../access/may';
import type { Role } from '../access/directory';
import { acceptUnless } from '../command/command';
import type { Context } from '../command/context';
import { refusal, type Refusal } from '../command/refusal';
import { isClaimed } from '../benefits/state';
import { projectCommand } from '../project/command';
import { happened } from '../project/events';
import { standing } from '../project/row';
import type { Project } from '../project/state';
import { bindingBaseline } from './baseline';
import { effectOfChange, rolesAsked } from './change-effect';
import { saysWhy } from './commands-submission';
import { changesSinceGate2 } from './criteria/gate-3';
import { proposedMoveSchema } from './events-control';
import { scopeMoved, scopeRests } from './scope';
import type { ChangeRequest, ProposedMove } from './state';

const id = lineSchema(100);

/** What is wrong with a proposed move: nothing there to move, or no move at all. */
function moveProblem(project: Project, move: ProposedMove, index: number): readonly Refusal[] {
  const field = `moves[${index}]`;
  const missing = (what: string) => [
    refusal('no-such-row', `There is no such ${what} on this project.`, { field }),
  ];
  switch (move.what) {
    case 'gate':
      return project.gates.records[move.gate].standing.state === 'approved'
        ? [refusal('not-legal-now', `Gate ${move.gate} is decided; its date no longer moves.`, { field })]
        : [];
    case 'deliverable': {
      if (!standing(project.schedule.deliverables).some((each) => each.id === move.deliverable))
        return missing('deliverable');
      return move.start || move.finish
        ? []
        : [refusal('not-answered', 'Give the new start or finish.', { field })];
    }
    case 'proposal': {
      if (!standing(project.money.lines).some((each) => each.id === move.line)) return missing('money line');
      return project.money.horizon.includes(move.fy)
        ? []
        : [refusal('contradiction', 'The year lies outside the horizon.', { field })];
    }
    case 'withdraw-benefit':
    case 'benefit-target':
      return standing(project.benefits).some((each) => each.id === move.benefit && isClaimed(each))
        ? []
        : missing('claimed benefit');
    case 'scope':
      return scopeProblem(project, move, field);
  }
}

/** Scope is taken as it stood when it was asked: nobody approves words they have not been shown. */
function scopeProblem(
  project: Project,
  { part, rests }: Extract<ProposedMove, { what: 'scope' }>,
  field: string,
): readonly Refusal[] {
  const kept = bindingBaseline(project);
  if (!kept) return [];
  if (!scopeMoved(project, kept, part))
    return [refusal('already-so', 'The baseline holds this part of scope as it stands.', { field })];
  return scopeRests(project, kept, part) === rests
    ? []
    : [
        refusal(
          'not-legal-now',
          'This part of scope changed since it was asked: withdraw the request and ask anew.',
          { field },
        ),
      ];
}

/** Only what binds is moved by change request; Gate 3 may have been revoked since one was asked for. */
const nothingBinds = (project: Project): readonly Refusal[] =>
  bindingBaseline(project)
    ? []
    : [refusal('not-legal-now', 'No baseline binds before Gate 3 is approved: change it directly.')];

export const requestChange = projectCommand({
  name: 'request-change',
  title: 'Request a change',
  purpose: 'The lead or the PMO asks to move what Gate 3’s baseline binds; only its approval moves it.',
  who: ['lead', 'pmo'],
  input: z.object({
    moves: z
      .array(proposedMoveSchema)
      .min(1, 'Say what would move')
      .max(100, 'A change moves at most 100 things'),
    why: saysWhy('Say why'),
  }),
  reads: ['gates', 'schedule', 'finance', 'benefits'],
  decide(project, { moves, why }, context) {
    const open = project.gates.changeRequests.filter((each) => !each.outcome).length;
    return acceptUnless(
      [
        ...nothingBinds(project),
        ...(open >= 20 ? [refusal('limit-reached', 'At most 20 change requests are open at once.')] : []),
        ...moves.flatMap((move, index) => moveProblem(project, move, index)),
      ],
      () => [happened('change-requested', { changeId: context.ids(), moves, words: { why } })],
    );
  },
});

/** The open request, or why there is none. */
function openRequest(
  project: Project,
  changeId: string,
): { request?: ChangeRequest; refusals: readonly Refusal[] } {
  const request = project.gates.changeRequests.find((each) => each.id === changeId);
  if (!request)
    return {
      refusals: [refusal('no-such-row', 'There is no such change request.', { fix: { screen: 'changes' } })],
    };
  if (request.outcome)
    return {
      request,
      refusals: [refusal('already-so', `The change request is ${request.outcome.how} already.`)],
    };
  return { request, refusals: [] };
}

/** Why this person may not decide this change in this role. */
function notADecider(
  project: Project,
  request: ChangeRequest,
  role: Role,
  context: Context,
): readonly Refusal[] {
  const { person } = context.actor;
  const asked = rolesAsked(request);
  return [
    ...(asked.some((each) => each === role)
      ? holdsRole(context.external.directory, person, role, project, context.today)
        ? []
        : [
            refusal('not-permitted', `You are not ${ROLE_WORDS[role]} of this project today.`, {
              by: [{ role }],
            }),
          ]
      : [
          refusal(
            'not-permitted',
            'This change is decided by the sponsor, and by the Section 151 officer when money moves.',
            { by: asked.map((each) => ({ role: each })) },
          ),
        ]),
    ...(request.by === person
      ? [refusal('separation-of-duties', 'Nobody decides a change they asked for.')]
      : []),
    ...(request.approvals.some((each) => each.by === person && each.role !== role)
      ? [
          refusal(
            'separation-of-duties',
            'You approved this change in another role; the deciders are different people.',
          ),
        ]
      : []),
    ...(request.approvals.some((each) => each.role === role)
      ? [refusal('already-so', 'This role has approved already.')]
      : []),
  ];
}

const decider = z.enum(['sponsor', 's151'], {
  error: 'A change is decided as sponsor or as Section 151 officer',
});

export const approveChange = projectCommand({
  name: 'approve-change',
  title: 'Approve the change',
  purpose:
    'The sponsor, and the Section 151 officer when money moves, approve a change request; with the last approval it takes effect and the baseline moves.',
  who: ['sponsor', 's151'],
  input: z.object({ changeId: id, role: decider }),
  reads: 'exact',
  decide(project, { changeId, role }, context) {
    const { request, refusals } = openRequest(project, changeId);
    const problems = request
      ? [
          ...nothingBinds(project),
          ...notADecider(project, request, role, context),
          ...request.moves.flatMap((move, index) => moveProblem(project, move, index)),
        ]
      : [];
    return acceptUnless([...refusals, ...problems], () => {
      const approved = happened('change-approved', { changeId, role });
      const given = new Set([...request!.approvals.map((each) => each.role), role]);
      if (rolesAsked(request!).some((each) => !given.has(each))) return [approved];
      return [
        approved,
        happened('change-ended', { changeId, how: 'approved', words: { why: request!.why } }),
        ...effectOfChange(request!),
      ];
    });
  },
});

export const refuseChange = projectCommand({
  name: 'refuse-change',
  title: 'Refuse the change',
  purpose: 'A decider of a change request refuses it, with the reason; nothing moves.',
  who: ['sponsor', 's151'],
  input: z.object({ changeId: id, role: decider, why: saysWhy('Say why the change is refused') }),
  reads: ['gates'],
  decide(project, { changeId, role, why }, context) {
    const { request, refusals } = openRequest(project, changeId);
    return acceptUnless(
      [...refusals, ...(request ? notADecider(project, request, role, context) : [])],
      () => [happened('change-ended', { changeId, how: 'refused', words: { why } })],
    );
  },
});

export const withdrawChange = projectCommand({
  name: 'withdraw-change',
  title: 'Withdraw the change request',
  purpose: 'Who asked for a change withdraws the request.',
  who: ['lead', 'pmo'],
  input: z.object({ changeId: id, why: saysWhy('Say why it is withdrawn') }),
  reads: ['gates'],
  decide(project, { changeId, why }, context) {
    const { request, refusals } = openRequest(project, changeId);
    return acceptUnless(
      [
        ...refusals,
        ...(request && request.by !== context.actor.person
          ? [
              refusal('not-permitted', 'A change request is withdrawn by who asked for it.', {
                by: [{ role: 'lead', person: request.by }],
              }),
            ]
          : []),
      ],
      () => [happened('change-ended', { changeId, how: 'withdrawn', words: { why } })],
    );
  },
});

export const explainChange = projectCommand({
  name: 'explain-change',
  title: 'List the change with its reason',
  purpose:
    'The lead lists a change of the case since Gate 2 with its reason, for Gate 3’s pack; it lapses when the thing changes again.',
  who: ['lead'],
  input: z.object({ what: lineSchema(200), why: saysWhy('Say why it changed') }),
  reads: ['gates', 'case', 'finance', 'benefits', 'schedule', 'registers'],
  decide(project, { what, why }, context) {
    const change = changesSinceGate2(project, context.external.framework).find((each) => each.what === what);
    return acceptUnless(
      [
        ...(change
          ? []
          : [refusal('no-such-row', 'Nothing of that name has changed since Gate 2.', { field: 'what' })]),
        ...(change?.explained ? [refusal('already-so', 'It is listed with a reason already.')] : []),
      ],
      () => [happened('change-explained', { what, rests: change!.rests, words: { why } })],
    );
  },
});

export const changeCommands = [requestChange, approveChange, refuseChange, withdrawChange, explainChange];
