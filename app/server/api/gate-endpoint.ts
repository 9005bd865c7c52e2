import { z } from 'zod';
import type { External } from '~/core/command/context';
import { assess } from '~/core/gates/assess';
import { readGateNumber, type GateNumber } from '~/core/gates/gate-number';
import { gatedFacts } from '~/core/gates/pack';
import { requiredRoles } from '~/core/gates/separation';
import type { GateStanding } from '~/core/gates/state';
import type { Project } from '~/core/project/state';
import type { IsoDay } from '~/core/time/iso-day';
import { endpoint } from './endpoint';
import { readAnswer } from './json-answer';
import { projectAsAt } from './open-project';
import { notFound } from './problem-types';
import { dayQuery } from './query';
import { gateSchema } from './schemas';

function submittedIn(standing: GateStanding) {
  const submission = standing.state === 'preparing' ? undefined : standing.submission;
  if (!submission) return null;
  return {
    by: submission.by,
    day: submission.day,
    packDigest: submission.pack.digest,
    note: submission.note,
  };
}

function approvalsIn(standing: GateStanding) {
  if (standing.state === 'preparing') return [];
  const approvals = standing.state === 'submitted' ? standing.approvals : standing.decision.approvals;
  return approvals.map((each) => ({
    role: each.role,
    by: each.by,
    day: each.day,
    packDigest: each.packDigest,
    narrative: each.narrative,
    void: each.void !== undefined,
  }));
}

function decidedIn(standing: GateStanding) {
  if (standing.state !== 'approved') return null;
  const { outcome, by, day, narrative } = standing.decision;
  return { outcome, by, day, narrative };
}

/** How a gate of a project stands on a day, with every outcome and the digest its next submission would have. */
export function gateOf(project: Project, gate: GateNumber, external: External, today: IsoDay) {
  const { cycle, standing } = project.gates.records[gate];
  const { framework } = external;
  const wordings = new Map(framework.criteria.map((each) => [each.id, each.wording]));
  const outcomes = assess(project, gate, external, today);
  return {
    ref: project.ref,
    version: project.version,
    gate,
    decision: framework.stages.find((each) => each.gate === gate)?.decision ?? '',
    cycle,
    standing: standing.state,
    deciders: requiredRoles(gate, { external }),
    submitted: submittedIn(standing),
    approvals: approvalsIn(standing),
    decided: decidedIn(standing),
    passes: outcomes.every((each) => each.passes),
    outcomes: outcomes.map((each) => ({ ...each, wording: wordings.get(each.criterion) ?? '' })),
    digest: gatedFacts(project, gate, external).digest,
    today,
  };
}

const readGate = endpoint({
  name: 'read-gate',
  method: 'GET',
  path: '/projects/{ref}/gates/{gate}',
  title: 'A gate of a project',
  purpose:
    'How a gate from 0 to 5 stands: every criterion with its outcome, because and who mends it, the decisions taken, and the digest the next submission would be frozen under; with `asAt` at the end of that day.',
  query: z.object({ asAt: dayQuery('asAt') }),
  answers: gateSchema,
  problems: ['not-found'],
  async handle(call) {
    const gate = readGateNumber(call.params['gate'] ?? '');
    if (gate === undefined) return notFound('There are the gates 0 to 5.');
    const { project, external, today, withhold } = await projectAsAt(call, call.query.asAt);
    return readAnswer(call.request, withhold(gateOf(project, gate, external, today)));
  },
});

/** The endpoint that reads a gate. */
export const gateEndpoints = [readGate];
