import { holdsRole, ROLE_WORDS } from '../access/may';
import type { Context } from '../command/context';
import { ahead } from '../journal/stream';
import type { NewEvent } from '../journal/event';
import { happened, projectEvents } from '../project/events';
import type { Project } from '../project/state';
import { conditionsInForce } from './conditions';
import type { GateNumber } from './gate-number';
import { waiverInForce } from './assess';
import { barredFromDeciding, requiredRoles } from './separation';
import type { Approval } from './state';
import { standingApprovals } from './submission';

const stream = { kind: 'project', events: projectEvents, upcasters: {} } as const;

/** Why an approval given earlier no longer counts: its giver lost the role, or is barred by what they did since. */
function lost(project: Project, gate: GateNumber, approval: Approval, context: Context): string | undefined {
  if (!holdsRole(context.external.directory, approval.by, approval.role, project, context.today)) {
    return `the giver is no longer ${ROLE_WORDS[approval.role]}`;
  }
  const barred = barredFromDeciding(project, gate, approval.role, approval.by, context);
  return barred.length > 0 ? 'the giver has since had a hand in this cycle' : undefined;
}

/** The id of what a waiver promised instead; another one where an approval since revoked opened it before. */
function idOfWaived(project: Project, waiverId: string): string {
  const own = `waiver-${waiverId}`;
  const before = project.gates.conditions.filter((each) => each.id.startsWith(own)).length;
  return before === 0 ? own : `${own}-${before + 1}`;
}

/** The conditions that take effect with the approval: those of each decider, and what each waiver promised instead. */
function conditionsOf(project: Project, gate: GateNumber, approvals: readonly Approval[], context: Context) {
  const decided = approvals.flatMap((approval) =>
    approval.conditions.map((each) => ({ ...each, setBy: approval.by, from: 'decision' as const })),
  );
  const before = gate === 5 ? ('completion' as const) : ((gate + 1) as GateNumber);
  const waived = project.gates.waivers
    .filter(
      (each) =>
        each.gate === gate &&
        waiverInForce(project, each.criterion, gate, context.today) === each &&
        !project.gates.conditions.some((one) => one.id.startsWith(`waiver-${each.id}`) && !one.withdrawn),
    )
    .map((each) => ({
      id: idOfWaived(project, each.id),
      what: each.instead.what,
      owner: each.instead.owner,
      due: each.instead.due,
      before,
      setBy: each.by,
      from: 'waiver' as const,
    }));
  return [...decided, ...waived];
}

/**
 * What follows an approval: void approvals of those who lost their role, and, when every required role has approved,
 * the gate's approval with its conditions, and completion after Gate 5.
 */
export function closingEvents(
  project: Project,
  gate: GateNumber,
  approval: NewEvent,
  context: Context,
): readonly NewEvent[] {
  const after = ahead(stream, project, [approval], context);
  const { standing } = after.gates.records[gate];
  if (standing.state !== 'submitted') return [];
  const given = standingApprovals(standing.approvals);
  const voided = given.flatMap((each) => {
    const why = lost(after, gate, each, context);
    return why === undefined
      ? []
      : [happened('approval-voided', { gate, role: each.role, person: each.by, words: { why } })];
  });
  const missing = requiredRoles(gate, context).filter((role) => !given.some((each) => each.role === role));
  if (voided.length > 0 || missing.length > 0) return voided;
  const conditions = conditionsOf(after, gate, given, context);
  const approved = happened('gate-approved', {
    gate,
    packDigest: standing.submission.pack.digest,
    conditions: conditions.map(({ what: _what, ...terms }) => terms),
    words: {
      narrative: given
        .map((each) => each.narrative)
        .filter(Boolean)
        .join('\n\n'),
      conditions: Object.fromEntries(conditions.map((each) => [each.id, each.what])),
    },
  });
  const closed = ahead(stream, after, [approved], context);
  return [approved, ...completionEvents(closed)];
}

/** Completion, which follows by itself once Gate 5 is approved and every condition confirmed. */
export const completionEvents = (project: Project): readonly NewEvent[] =>
  project.life.state === 'open' &&
  project.gates.records[5].standing.state === 'approved' &&
  conditionsInForce(project).length === 0
    ? [happened('project-completed', {})]
    : [];
