import type { Project } from '../project/state';
import { baselineBelowSaving } from './baseline-below-saving';
import { benchmarkUnproven } from './benchmark';
import { benefitBeforeChange } from './benefit-before-change';
import { cannotTellOrder } from './cannot-tell-order';
import { conventionMissing } from './convention-missing';
import { costBaselineUnknown } from './cost-baseline-unknown';
import { deliverableOutsideGates } from './deliverable-outside-gates';
import { earlyBenefitsReview } from './early-benefits-review';
import { gatesOutOfOrderRule } from './gates-out-of-order';
import { improvedWithoutMeasure } from './improved-without-measure';
import { noCostOfChange } from './no-cost-of-change';
import { noDeliverableForCase } from './no-deliverable-for-case';
import { notValidated } from './not-validated';
import { orderOfEvidence } from './order-of-evidence';
import { overdue } from './overdue';
import { partYearEffectRule } from './part-year-effect';
import { qualificationTotal } from './qualification-total';
import { ratingWithoutScale } from './rating-without-scale';
import { riskTotal } from './risk-total';
import { riskWithoutAction } from './risk-without-action';
import type { Finding, Given, Rule } from './rule';
import { savingBeforeGoLive } from './saving-before-go-live';
import { savingClaimedTwice } from './saving-claimed-twice';
import { statedTotal } from './stated-total';
import { tbcDebt } from './tbc-debt';
import { undefinedAnswers } from './undefined-answers';
import { unmeasuredBenefit } from './unmeasured-benefit';
import { validatedAboveProposed } from './validated-above-proposed';

/** Every rule of the case check, in the order of its report: money first, then benefits, risks, answers and dates. */
export const RULES: readonly Rule[] = [
  partYearEffectRule,
  savingBeforeGoLive,
  conventionMissing,
  notValidated,
  validatedAboveProposed,
  noCostOfChange,
  costBaselineUnknown,
  baselineBelowSaving,
  benchmarkUnproven,
  savingClaimedTwice,
  statedTotal,
  qualificationTotal,
  unmeasuredBenefit,
  improvedWithoutMeasure,
  benefitBeforeChange,
  riskTotal,
  riskWithoutAction,
  tbcDebt,
  undefinedAnswers,
  ratingWithoutScale,
  earlyBenefitsReview,
  orderOfEvidence,
  noDeliverableForCase,
  gatesOutOfOrderRule,
  deliverableOutsideGates,
  cannotTellOrder,
  overdue,
];

/** The rule with this id. */
export const ruleById = (id: string): Rule | undefined => RULES.find((rule) => rule.id === id);

/** All that the case check finds in a record, rule by rule. */
export const checkCase = (
  project: Project,
  given: Given,
  rules: readonly Rule[] = RULES,
): readonly Finding[] => rules.flatMap((rule) => rule.find(project, given));

/** Rules that cannot tell, with why: what they read is not known. That is no finding. */
export const cannotTellIn = (
  project: Project,
  given: Given,
  rules: readonly Rule[] = RULES,
): readonly { readonly rule: string; readonly because: string }[] =>
  rules.flatMap((rule) => {
    const because = rule.cannotTell?.(project, given);
    return because === undefined ? [] : [{ rule: rule.id, because }];
  });
