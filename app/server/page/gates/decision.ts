import type { Role } from '~/core/access/directory';
import { rolesOf } from '~/core/access/may';
import { conditionRefusals, criteriaRefusals } from '~/core/gates/before-decision';
import type { GateNumber } from '~/core/gates/gate-number';
import { changedParts, gatedFacts, partInWords } from '~/core/gates/pack';
import { requiredRoles } from '~/core/gates/separation';
import type { GateStanding } from '~/core/gates/state';
import { standingApprovals } from '~/core/gates/submission';
import type { LoadedProject } from '../load-project';
import { approvalView, questionView } from './cycles';
import { here } from './criteria';

type Submitted = Extract<GateStanding, { state: 'submitted' }>;

/** The people who hold a role that decides, by name. */
const holdersOf = ({ project, external, today, name }: LoadedProject, role: Role): readonly string[] =>
  Object.keys(external.directory)
    .filter((person) => rolesOf(external.directory, person, project, today).includes(role))
    .map(name)
    .sort((a, b) => a.localeCompare(b, 'en-GB'));

/** What time or other projects changed since the pack was frozen: approving now would send it back. */
function driftOf({ project, external, today, actor }: LoadedProject, gate: GateNumber, at: Submitted) {
  const now = gatedFacts(project, gate, external);
  const context = { now: '', today, actor, ids: () => '', external };
  return [
    ...changedParts(at.submission.pack.parts, now.parts).map(
      (part) => `${partInWords(part, external)} changed.`,
    ),
    ...criteriaRefusals(project, gate, context).map((each) => each.because),
    ...conditionRefusals(project, gate, context).map((each) => each.because),
  ];
}

/** One role in which this person decides, and why they could not, outcome by outcome. */
function deciderView(loaded: LoadedProject, gate: GateNumber, role: Role, packDigest: string) {
  const approve = { gate, role, packDigest, narrative: '', conditions: [] };
  return {
    role,
    approve: here(loaded.whyNot('approve-gate', approve)),
    defer: here(loaded.whyNot('defer-gate', { gate, role, required: 'x' })),
    reject: role === 'sponsor' ? (here(loaded.whyNot('reject-gate', { gate, why: 'x' })) ?? null) : undefined,
  };
}

/** The deciders' box of a submitted gate; undefined while nothing is submitted. */
export function decisionOf(loaded: LoadedProject, gate: GateNumber) {
  const { project, roles, actor, external, name } = loaded;
  const { standing } = project.gates.records[gate];
  if (standing.state !== 'submitted') return undefined;
  const { pack } = standing.submission;
  const required = requiredRoles(gate, { external });
  const mine = required.filter((role) => roles.includes(role));
  const given = standingApprovals(standing.approvals);
  return {
    packDigest: pack.digest,
    submittedBy: name(standing.submission.by),
    submittedOn: standing.submission.day,
    note: standing.submission.note,
    required: required.map((role) => {
      const approval = given.find((each) => each.role === role);
      return {
        role,
        mine: mine.includes(role),
        holders: holdersOf(loaded, role),
        given: approval && approvalView(loaded, approval),
      };
    }),
    mine: mine.map((role) => deciderView(loaded, gate, role, pack.digest)),
    notMine: mine.length > 0 ? undefined : here(notADeciderAtAll(loaded, gate, required[0]!, pack.digest)),
    gaveMine: given.some((each) => each.by === actor.person),
    voided: standing.approvals.filter((each) => each.void).map((each) => approvalView(loaded, each)),
    questions: standing.questions.map((each) => questionView(loaded, each)),
    ask: here(loaded.whyNot('ask-question', { gate, question: 'x' })),
    answer: here(loaded.whyNot('answer-question')),
    withdraw: here(loaded.whyNot('withdraw-submission', { gate, why: 'x' })),
    drift: driftOf(loaded, gate, standing),
  };
}

const notADeciderAtAll = (loaded: LoadedProject, gate: GateNumber, role: Role, packDigest: string) =>
  loaded.whyNot('approve-gate') ??
  loaded.whyNot('approve-gate', { gate, role, packDigest, narrative: '', conditions: [] });
