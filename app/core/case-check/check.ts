import type { Project } from '../project/state';
import { noCostOfChange } from './no-cost-of-change';
import { partYearEffectRule } from './part-year-effect';
import { riskTotal } from './risk-total';
import type { Finding, Given, Rule } from './rule';

/** Every rule of the case check, in the order of its report. */
export const RULES: readonly Rule[] = [partYearEffectRule, riskTotal, noCostOfChange];

/** The rule with this id. */
export const ruleById = (id: string): Rule | undefined => RULES.find((rule) => rule.id === id);

/** All that the case check finds in a record, rule by rule. */
export const checkCase = (
  project: Project,
  given: Given,
  rules: readonly Rule[] = RULES,
): readonly Finding[] => rules.flatMap((rule) => rule.find(project, given));
