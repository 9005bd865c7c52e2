import type { CriterionCode } from './criterion';
import * as benefits from './benefits';
import { gatesDated, scheduleConsistent } from './dates';
import * as evidenced from './evidenced';
import * as gate0 from './gate-0';
import * as gate1 from './gate-1';
import * as gate1Money from './gate-1-money';
import {
  baselineFound,
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
import { budgetChangeScheduled, savingsRephased } from './gate-4';
import {
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
  ...Object.values(gate1Money),
  ...Object.values(benefits),
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
  savingsRephased,
  budgetChangeScheduled,
  timeToTell,
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
