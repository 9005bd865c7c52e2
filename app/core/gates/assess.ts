import type { External } from '../command/context';
import type { Mender } from '../command/refusal';
import { menderFor } from '../access/may';
import type { Role } from '../access/directory';
import type { Project } from '../project/state';
import type { IsoDay } from '../time/iso-day';
import { criterionCode } from './criteria/registry';
import { annualSaving, wholeLifeSpend } from './criteria/value';
import type { CriterionData, FrameworkVersion } from './framework';
import type { GateNumber } from './gate-number';
import type { Outcome, Verdict } from './outcome';
import type { Waiver } from './state';

/** The criteria asked at a gate: its own, and the standing ones of the gates before it. */
export const criteriaAt = (framework: FrameworkVersion, gate: GateNumber): readonly CriterionData[] =>
  framework.criteria.filter((each) => each.on && (each.gate === gate || (each.standing && each.gate < gate)));

/** A criterion of the framework by id. */
export const criterionData = (framework: FrameworkVersion, id: string): CriterionData | undefined =>
  framework.criteria.find((each) => each.id === id);

/** The level in force: "A/W" is advisory while annual saving and whole-life spend are both below the threshold. */
export function levelOf(
  criterion: CriterionData,
  project: Project,
  framework: FrameworkVersion,
): 'mandatory' | 'waivable' | 'advisory' {
  if (criterion.level !== 'advisory-below-threshold') return criterion.level;
  const small =
    annualSaving(project) < framework.proportionalityThreshold &&
    wholeLifeSpend(project) < framework.proportionalityThreshold;
  return small ? 'advisory' : 'waivable';
}

/** The waiver of a criterion at a gate that counts on a day: not withdrawn, not expired. */
export const waiverInForce = (
  project: Project,
  criterion: string,
  gate: GateNumber,
  today: IsoDay,
): Waiver | undefined =>
  project.gates.waivers.find(
    (each) => each.criterion === criterion && each.gate === gate && !each.withdrawn && each.expires >= today,
  );

function passes(verdict: Verdict): boolean {
  if (verdict.result === 'met' || verdict.result === 'not-applicable') return true;
  return verdict.result === 'cannot-tell' && verdict.warns === true;
}

/** `owner` in an obstacle becomes the criterion's owner; a role becomes the person where just one holds it. */
const resolve = (mender: Mender, criterion: CriterionData, project: Project): Mender => {
  if (mender.person) return mender;
  const role = (mender.role === 'owner' ? criterion.owner : mender.role) as Role;
  return menderFor(role, project);
};

function outcomeOf(
  criterion: CriterionData,
  gate: GateNumber,
  project: Project,
  external: External,
  today: IsoDay,
): Outcome {
  const code = criterionCode(criterion.id, criterion.evaluator);
  const level = levelOf(criterion, project, external.framework);
  const common = { criterion: criterion.id, gate, from: criterion.gate, level };
  if (!code) {
    const because = `This program has no evaluator ${criterion.evaluator} for “${criterion.id}”.`;
    return {
      ...common,
      result: 'cannot-tell',
      passes: level === 'advisory',
      because,
      obstacles: [],
      warns: false,
    };
  }
  const verdict = code.evaluate(code.facts(project, { external, gate }), criterion.parameters, today);
  const obstacles = verdict.obstacles.map((each) => ({
    ...each,
    by: each.by.map((mender) => resolve(mender, criterion, project)),
  }));
  if (passes(verdict)) {
    return {
      ...common,
      result: verdict.result,
      passes: true,
      because: verdict.because,
      obstacles,
      warns: verdict.warns === true,
    };
  }
  const waiver = level === 'waivable' ? waiverInForce(project, criterion.id, gate, today) : undefined;
  if (waiver) {
    return { ...common, result: 'waived', passes: true, because: verdict.because, obstacles, warns: false };
  }
  return {
    ...common,
    result: verdict.result,
    passes: level === 'advisory',
    because: verdict.because,
    obstacles,
    warns: false,
  };
}

/**
 * How every criterion asked at a gate stands on a day. The same outcomes draw the checklist, block the button,
 * refuse the command and go into the pack.
 */
export const assess = (
  project: Project,
  gate: GateNumber,
  external: External,
  today: IsoDay,
): readonly Outcome[] =>
  criteriaAt(external.framework, gate).map((criterion) =>
    outcomeOf(criterion, gate, project, external, today),
  );

/** The outcomes that stop the gate. */
export const stopping = (outcomes: readonly Outcome[]): readonly Outcome[] =>
  outcomes.filter((each) => !each.passes);
