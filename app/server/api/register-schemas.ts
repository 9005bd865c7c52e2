import { z } from 'zod';
import { dateOrNull, numberOrNull, penceOrNull, words, wordsOrNull } from './schemas';

const ofProject = { ref: words, projectTitle: words };

/** One figure: a line, a financial year (the year it starts in) and a series. */
export const savingSchema = z.object({
  ...ofProject,
  line: words,
  title: words,
  kind: words,
  timing: words,
  category: wordsOrNull,
  convention: wordsOrNull,
  costCentre: wordsOrNull,
  adopted: z.boolean(),
  fy: z.int().meta({ description: 'The calendar year the financial year starts in: 2024 is 24/25' }),
  series: z.enum(['proposed', 'validated', 'mtfs', 'forecast', 'delivered', 'banked']),
  state: words,
  amount: penceOrNull.meta({ description: 'Whole pence as entered; null unless the state is given' }),
  stale: z.boolean(),
  confirmed: z.boolean(),
  by: words,
  day: words,
});

/** One risk. */
export const riskSchema = z.object({
  ...ofProject,
  id: words,
  riskRef: words,
  risk: words,
  likelihood: numberOrNull,
  impact: numberOrNull,
  score: numberOrNull,
  band: wordsOrNull,
  statedTotal: numberOrNull,
  aboveAppetite: z.boolean().nullable(),
  owner: wordsOrNull,
  due: dateOrNull,
  open: z.boolean(),
  accepted: z.boolean(),
});

/** One milestone or deliverable. */
export const milestoneSchema = z.object({
  ...ofProject,
  id: words,
  kind: z.enum(['milestone', 'deliverable']),
  title: words,
  start: dateOrNull,
  target: dateOrNull,
  targetState: words,
  forecast: dateOrNull,
  actual: dateOrNull,
  current: dateOrNull,
  slipLeast: numberOrNull,
  slipMost: numberOrNull,
  neededFor: numberOrNull,
  owner: wordsOrNull,
  done: z.boolean(),
  overdue: z.boolean(),
});

/** One non-cashable benefit. */
export const benefitSchema = z.object({
  ...ofProject,
  id: words,
  category: words,
  description: wordsOrNull,
  claimed: z.boolean(),
  owner: wordsOrNull,
  ownerState: words,
  measure: wordsOrNull,
  unit: wordsOrNull,
  baseline: wordsOrNull,
  target: wordsOrNull,
  latest: wordsOrNull,
  latestOn: dateOrNull,
  realisationState: words,
  realisation: dateOrNull,
});

/** One condition of a decision or a waiver. */
export const conditionSchema = z.object({
  ...ofProject,
  id: words,
  gate: z.int(),
  what: words,
  owner: words,
  due: words,
  before: words,
  source: words,
  setBy: words,
  state: z.enum(['open', 'closed', 'confirmed', 'withdrawn']),
  overdue: z.boolean(),
});
