/** What can be confirmed as empty: the registers, by their names in the record, and benefits. */
export const REGISTER_NAMES = [
  'linkedCases',
  'options',
  'benchmarks',
  'costBaselines',
  'assumptions',
  'issues',
  'decisions',
  'disBenefits',
  'lessons',
  'links',
  'populations',
  'benefits',
] as const;
export type RegisterName = (typeof REGISTER_NAMES)[number];

/** The words for each register's rows. */
export const REGISTER_WORDS: Readonly<Record<RegisterName, string>> = {
  linkedCases: 'linked cases',
  options: 'options',
  benchmarks: 'benchmarks',
  costBaselines: 'cost baselines',
  assumptions: 'dependencies, constraints or assumptions',
  issues: 'issues',
  decisions: 'logged decisions',
  disBenefits: 'dis-benefits',
  lessons: 'lessons',
  links: 'links',
  populations: 'populations',
  benefits: 'non-cashable benefits',
};
