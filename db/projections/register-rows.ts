import { isClaimed, type Benefit } from '~/core/benefits/state';
import { debtsOf } from '~/core/debts/debts';
import { rolesAsked } from '~/core/gates/change-effect';
import type { Condition } from '~/core/gates/state';
import type { FrameworkVersion } from '~/core/gates/framework';
import type { Appointment } from '~/core/people/state';
import { standing } from '~/core/project/row';
import type { Project } from '~/core/project/state';
import { bandOf, riskScore } from '~/core/risks/score';
import { isOpen } from '~/core/risks/state';
import { daysOf, givenOrNull } from './columns';
import type { ProjectionRow } from './projection';

/** One row a risk that stands, scored by the framework's scheme. */
export const riskRowsOf = (project: Project, { riskScheme }: FrameworkVersion): readonly ProjectionRow[] =>
  standing(project.risks).map((risk, position) => {
    const score = riskScore(risk, riskScheme);
    return {
      project: project.id,
      id: risk.id,
      position,
      ref: risk.ref,
      risk: risk.risk,
      likelihood: risk.likelihood ?? null,
      impact: risk.impact ?? null,
      score: score ?? null,
      band: bandOf(score, riskScheme) ?? null,
      aboveAppetite: score === undefined ? null : score > riskScheme.appetite,
      statedTotal: risk.statedTotal ?? null,
      owner: risk.owner ?? null,
      due: risk.due ?? null,
      ...daysOf('due', risk.due),
      open: isOpen(risk),
      accepted: risk.accepted !== undefined,
    };
  });

/** One row a benefit that stands. */
export const benefitRowsOf = (project: Project): readonly ProjectionRow[] =>
  standing(project.benefits).map((benefit, position) => {
    const realisation = givenOrNull(benefit.realisation);
    const latest = benefit.readings.filter((reading) => !reading.withdrawn).at(-1);
    return {
      project: project.id,
      id: benefit.id,
      position,
      category: benefit.category,
      description: givenOrNull(benefit.description),
      claimed: isClaimed(benefit),
      owner: benefit.owner?.person ?? null,
      ownerState: ownerState(benefit),
      measure: benefit.measure ?? null,
      unit: benefit.unit ?? null,
      baseline: benefit.baseline?.value ?? null,
      target: benefit.target ?? null,
      latest: latest?.value ?? null,
      latestOn: latest?.date ?? null,
      realisationState: benefit.realisation.state,
      realisation,
      ...daysOf('realisation', realisation ?? undefined),
    };
  });

function ownerState({ owner }: Benefit): 'none' | 'proposed' | 'accepted' | 'declined' {
  if (!owner) return 'none';
  if (owner.declined) return 'declined';
  return owner.accepted ? 'accepted' : 'proposed';
}

/** One row a condition. */
export const conditionRowsOf = (project: Project): readonly ProjectionRow[] =>
  project.gates.conditions.map((condition) => ({
    project: project.id,
    id: condition.id,
    gate: condition.gate,
    what: condition.what,
    owner: condition.owner,
    due: condition.due,
    before: String(condition.before),
    source: condition.from,
    setBy: condition.set.by,
    state: conditionState(condition),
  }));

function conditionState(condition: Condition): 'open' | 'closed' | 'confirmed' | 'withdrawn' {
  if (condition.withdrawn) return 'withdrawn';
  if (condition.confirmed) return 'confirmed';
  return condition.closed ? 'closed' : 'open';
}

/** One row a naming to a role, whatever became of it. */
export const appointmentRowsOf = (project: Project): readonly ProjectionRow[] =>
  project.people.map((each) => ({
    project: project.id,
    id: each.id,
    role: each.role,
    person: each.person,
    state: appointmentState(each),
    day: (each.ended ?? each.declined ?? each.accepted ?? each.named).day,
  }));

function appointmentState(each: Appointment): 'named' | 'accepted' | 'declined' | 'ended' {
  if (each.ended) return 'ended';
  if (each.declined) return 'declined';
  return each.accepted ? 'accepted' : 'named';
}

/** One row a change request, with whose decision it still wants. */
export const changeRowsOf = (project: Project): readonly ProjectionRow[] =>
  project.gates.changeRequests.map((request) => {
    const wants = (role: 'sponsor' | 's151'): boolean =>
      request.outcome === undefined &&
      rolesAsked(request).includes(role) &&
      !request.approvals.some((each) => each.role === role);
    return {
      project: project.id,
      id: request.id,
      day: request.day,
      by: request.by,
      why: request.why,
      state: request.outcome?.how ?? 'open',
      wantsSponsor: wants('sponsor'),
      wantsS151: wants('s151'),
    };
  });

/** One row an answer that is owed. */
export const debtRowsOf = (project: Project): readonly ProjectionRow[] =>
  debtsOf(project).map(({ key, kind, what, since }, position) => ({
    project: project.id,
    id: key,
    position,
    kind,
    what,
    since,
  }));
