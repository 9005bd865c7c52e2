import type { CriterionCode } from './criterion';
import { gatesDated, scheduleConsistent } from './dates';
import * as evidenced from './evidenced';
import * as gate0 from './gate-0';
import * as gate1 from './gate-1';
import {
  baselineFound,
  benefitsMeasurable,
  costOfChangeValidated,
  figuresEvidenced,
  noDoubleCount,
  validatedEnough,
} from './gate-2';
import {
  assuranceGiven,
  caseUnchanged,
  mtfsReconciled,
  readyToBaseline,
  risksAccepted,
  validatedForBudget,
} from './gate-3';
import { baselinesMeasured, budgetChangeScheduled, savingsRephased } from './gate-4';
import {
  benefitsMeasured,
  conditionsClosed,
  lessonsRecorded,
  onwardOwned,
  savingsDelivered,
  timeToTell,
  varianceExplained,
} from './gate-5';

const ALL: readonly CriterionCode<unknown>[] = [
  ...Object.values(gate0),
  gatesDated,
  ...Object.values(gate1),
  benefitsMeasurable,
  baselineFound,
  validatedEnough,
  costOfChangeValidated,
  figuresEvidenced,
  scheduleConsistent,
  noDoubleCount,
  caseUnchanged,
  validatedForBudget,
  mtfsReconciled,
  readyToBaseline,
  assuranceGiven,
  risksAccepted,
  baselinesMeasured,
  savingsRephased,
  budgetChangeScheduled,
  timeToTell,
  benefitsMeasured,
  savingsDelivered,
  varianceExplained,
  onwardOwned,
  lessonsRecorded,
  conditionsClosed,
  ...Object.values(evidenced),
] as readonly CriterionCode<unknown>[];

const BY_ID = new Map(ALL.map((code) => [`${code.id}@${code.version}`, code]));

/** The evaluator of a criterion by id and evaluator version; undefined where the program has none. */
export const criterionCode = (id: string, version = 1): CriterionCode<unknown> | undefined =>
  BY_ID.get(`${id}@${version}`);

/** Every criterion this program can evaluate. */
export const criterionIds = (): readonly string[] => ALL.map((code) => code.id);
