import { conditionRefusals, outOfOrder } from '~/core/gates/before-decision';
import type { GateNumber } from '~/core/gates/gate-number';
import { nextGate } from '~/core/gates/hands';
import { gatedFacts } from '~/core/gates/pack';
import { requiredRoles } from '~/core/gates/separation';
import { activePeople, type LoadedProject } from '../load-project';
import { gateDateText, gateName } from '../project-head';
import { shownRefusal } from '../shown-refusal';
import { attachmentChoices } from './attachments';
import { changedSinceLastGate } from './changed-since';
import { conditionsOf } from './conditions';
import { checklistOf, here, inPreparation } from './criteria';
import { cameBackOf, cyclesOf } from './cycles';
import { decisionOf } from './decision';

/** What stops a gate beside its criteria: order, and conditions that must be met first. */
function alsoStopping({ project, external, today, actor }: LoadedProject, gate: GateNumber) {
  const context = { now: '', today, actor, ids: () => '', external };
  return [...outOfOrder(project, gate), ...conditionRefusals(project, gate, context)].map((each) =>
    shownRefusal(each, external.directory),
  );
}

/** Why the gate cannot be submitted by this person now, criteria left out: they stand on the page with their reasons. */
function submittingOf(loaded: LoadedProject, gate: GateNumber, stops: number) {
  const rights = here(loaded.whyNot('submit-gate'));
  if (rights) return rights;
  const refusals = loaded.wouldRefuse('submit-gate', { gate, note: '' });
  if (refusals.length === 0) return undefined;
  const listed = stops === 1 ? 'One thing stops this gate.' : `${stops} things stop this gate.`;
  const others = refusals.filter(
    (each) => each.reason === 'open-submission' || each.reason === 'not-legal-now',
  );
  return {
    because: [...others.map((each) => each.because), ...(stops > 0 ? [listed] : [])].join(' '),
  };
}

function approvedOf(loaded: LoadedProject, gate: GateNumber) {
  const { project, name } = loaded;
  const { standing } = project.gates.records[gate];
  if (standing.state !== 'approved') return undefined;
  const { decision, submission } = standing;
  return {
    outcome: decision.outcome,
    on: decision.day,
    by: name(decision.by),
    narrative: decision.narrative,
    adopted: decision.adopted && {
      decidedOn: decision.adopted.decidedOn,
      decider: decision.adopted.decider,
      reference: decision.adopted.reference,
      confirmed: decision.adopted.confirmed && {
        by: name(decision.adopted.confirmed.by),
        on: decision.adopted.confirmed.day,
      },
    },
    digest: submission?.pack.digest,
    frozenOn: submission?.day,
    revoke: here(loaded.whyNot('revoke-gate', { gate, why: 'x' })),
    isLast: (nextGate(project) ?? 6) === gate + 1,
  };
}

/** Everything the page of one gate shows to the one who looks. */
export function gateOf(loaded: LoadedProject, gate: GateNumber, conditionRows: number) {
  const { project, external, marks } = loaded;
  const { standing, cycle } = project.gates.records[gate];
  const checklist = checklistOf(loaded, gate);
  const also = standing.state === 'approved' ? [] : alsoStopping(loaded, gate);
  const submittable = inPreparation(loaded, gate);
  const needsForms = submittable || standing.state === 'submitted' || project.gates.conditions.length > 0;
  return {
    marks,
    gate,
    name: gateName(external, gate),
    date: gateDateText(project, gate),
    state: standing.state,
    life: project.life.state,
    cycle,
    deciders: requiredRoles(gate, { external }),
    checklist,
    also,
    acting: submittable,
    submit: submittable
      ? (submittingOf(loaded, gate, checklist.stops.length + also.length) ?? null)
      : undefined,
    decision: decisionOf(loaded, gate),
    approved: approvedOf(loaded, gate),
    cameBack: cameBackOf(loaded, gate),
    conditions: conditionsOf(loaded, gate),
    changed: changedSinceLastGate(loaded, gate),
    cycles: cyclesOf(loaded, gate),
    previewDigest: submittable ? gatedFacts(project, gate, external).digest : undefined,
    people: needsForms ? activePeople(loaded).map(({ id, name }) => ({ value: id, text: name })) : [],
    attachments: needsForms ? attachmentChoices(loaded) : [],
    waiverDays: external.framework.waiverDays,
    conditionRows,
  };
}

/** How many rows for conditions the address asks for: three, or up to twenty. */
export function conditionRowsAsked(request: Pick<Request, 'url'>): number {
  const asked = Number(new URL(request.url).searchParams.get('conditions'));
  return Number.isInteger(asked) && asked > 3 ? Math.min(asked, 20) : 3;
}
