import {
  approval,
  attestation,
  benefit,
  confidenceOf,
  deliverable,
  lineOf,
  NONE,
  onDay,
  only,
  pounds,
  socialCare,
  theSaving,
  unseen,
  waiting,
  type Step,
} from './whole-way-step';
import { standing } from '../project/row';
import type { Project } from '../project/state';

const first = onDay('2023-10-01');
const named = onDay('2023-10-02');
const written = onDay('2023-10-09');
const decided = onDay('2023-10-20');

/** What refuses Gate 0 of RX-004 as imported; two advisory criteria do not stop it, and one cannot tell. */
export const STOPS_GATE_0 = [
  'cost-baseline-listed',
  'lead-named',
  'risk-recorded',
  'saving-indicated',
  'scope-answered',
  'sponsor-named',
] as const;

/** Gate 0: refused with all its reasons, mended, submitted and approved with a condition. */
export const gate0Steps: readonly Step[] = [
  first(
    'pmo',
    'submit-gate',
    'Gate 0 is refused with every reason at once',
    { gate: 0, note: '' },
    {
      reasons: ['criterion-does-not-pass'],
      criteria: STOPS_GATE_0,
    },
  ),
  first(
    'pmo',
    'name-sponsor',
    'The PMO names a sponsor',
    (_: Project, cast: (part: 'sponsor') => string) => ({
      person: cast('sponsor'),
    }),
  ),
  first('pmo', 'name-lead', 'and a lead', (_: Project, cast: (part: 'lead') => string) => ({
    person: cast('lead'),
  })),
  named('sponsor', 'accept-appointment', 'The sponsor accepts', (project: Project) =>
    waiting(project, 'sponsor'),
  ),
  named('lead', 'accept-appointment', 'The lead accepts', (project: Project) => waiting(project, 'lead')),
  written('lead', 'adopt-money-line', 'The lead adopts the saving', (project: Project) => ({
    lineId: theSaving(project).id,
  })),
  written('lead', 'amend-money-line', 'and says how it is counted', (project: Project) => ({
    lineId: theSaving(project).id,
    convention: 'incremental',
  })),
  written('lead', 'set-scope', 'What is out of scope is answered', {
    scopeOut: { state: 'given', value: 'The emergency services of police, fire and health.' },
  }),
  written(
    'lead',
    'confirm-cost-baseline',
    'The suggested cost of social care is confirmed',
    (project: Project) => ({
      rowId: only(
        standing(project.registers.costBaselines).filter((row) => row.amount.state === 'given'),
        'suggested cost baseline',
      ).id,
    }),
  ),
  written('lead', 'amend-cost-baseline', 'and gets its year and source', (project: Project) => ({
    rowId: socialCare(project).id,
    service: 'Social care out of hours',
    provider: 'Central Bedfordshire Council',
    amount: pounds(630_000),
    year: 2023,
    source: 'Budget book 2023/24',
  })),
  written(
    'lead',
    'record-cost-baseline',
    'Housing and highways are unknown, and the review finds them',
    (project: Project) => ({
      service: 'Housing and highways out of hours',
      amount: { state: 'tbc' },
      foundBy: deliverable(project, 'Review all').id,
    }),
  ),
  written('lead', 'declare-cost-baselines', 'The lead declares that the list covers the scope', {
    covers: true,
  }),
  written('lead', 'rate-qualification', 'Effort and impact are rated on the scale in force', {
    effort: { state: 'given', value: 3 },
    impact: { state: 'given', value: 4 },
  }),
  written(
    'lead',
    'amend-risk',
    'The risk gets an owner, and the total its scheme gives',
    (project: Project, cast: (part: 'lead') => string) => {
      const risk = only(standing(project.risks), 'risk');
      return {
        riskId: risk.id,
        ref: risk.ref,
        risk: risk.risk,
        mitigation: risk.mitigation,
        likelihood: 2,
        impact: 3,
        statedTotal: 6,
        owner: cast('lead'),
        due: '2024-06',
      };
    },
  ),
  written(
    'pmo',
    'attest',
    'The PMO has looked at the linked cases',
    attestation(0, 'overlap-considered', 'Compared with both linked cases on 9 October 2023: no overlap.'),
  ),
  written('lead', 'mark-seen', 'The lead has seen that', unseen('overlap-considered')),
  written('finance', 'sign-off', 'Finance knows of the opportunity', {
    criterion: 'finance-aware',
    gate: 0,
    note: '',
    particulars: {},
  }),
  decided('pmo', 'submit-gate', 'Gate 0 is submitted', { gate: 0, note: 'All criteria pass.' }),
  decided(
    'sponsor',
    'approve-gate',
    'The sponsor approves with a condition',
    approval(0, 'sponsor', (cast) => ({
      narrative: 'Go on, provided the providers are spoken to.',
      conditions: [{ what: 'Speak to both present providers.', owner: cast('lead'), due: '2023-12-20' }],
    })),
  ),
];

const appraised = onDay('2023-11-13');
const rephased = onDay('2023-11-27');
const closed = onDay('2023-12-08');
const outline = onDay('2023-12-15');

const measured = (project: Project, category: string, measure: string) => {
  const row = benefit(project, category);
  return {
    benefitId: row.id,
    category,
    description: { state: 'given', value: row.description.state === 'given' ? row.description.value : '' },
    realisation: { state: 'tbc' },
    measure,
    unit: '%',
    direction: 'up',
  };
};

const investment = (timing: 'one-off' | 'recurring') => (project: Project) => ({
  lineId: lineOf(project, timing, 'investment').id,
});

/** Gate 1: the outline case, a validation that goes stale, and the condition that blocks. */
export const gate1Steps: readonly Step[] = [
  appraised('lead', 'record-option', 'Business as usual is an option', {
    title: 'Go on as today',
    description: 'Three services, three ways.',
    reason: '',
    isBusinessAsUsual: true,
    isPreferred: false,
  }),
  appraised('lead', 'record-option', 'One contract is preferred', {
    title: 'One contract for all services',
    description: 'Consolidate and outsource.',
    reason: 'It saves most and serves residents the same at all hours.',
    isBusinessAsUsual: false,
    isPreferred: true,
  }),
  ...(['Customer Experience', 'Employee Experience'] as const).flatMap((category) => [
    appraised('lead', 'amend-benefit', `${category} gets a measure`, (project: Project) =>
      measured(project, category, `Satisfaction: ${category}`),
    ),
    appraised(
      'lead',
      'propose-benefit-owner',
      `An owner is asked for ${category}`,
      (project: Project, cast: (part: 'benefit-owner') => string) => ({
        benefitId: benefit(project, category).id,
        person: cast('benefit-owner'),
      }),
    ),
  ]),
  appraised('lead', 'adopt-money-line', 'The lead adopts the one-off investment', investment('one-off')),
  appraised('lead', 'adopt-money-line', 'and the recurring one, a nil', investment('recurring')),
  appraised('lead', 'amend-money-line', 'The one-off investment is a cost of change', (project: Project) => ({
    ...investment('one-off')(project),
    category: 'one-off-cost',
  })),
  appraised('lead', 'propose-figures', 'It costs £45,000 in 24/25 and nothing else', (project: Project) => ({
    ...investment('one-off')(project),
    cells: [2023, 2024, 2025, 2026].map((fy) => ({ fy, answer: fy === 2024 ? pounds(45_000) : NONE })),
  })),
  appraised('lead', 'confirm-none-figures', 'There is no recurring investment', (project: Project) => ({
    ...investment('recurring')(project),
    fys: [2023, 2024, 2025, 2026],
  })),
  appraised('lead', 'amend-money-line', 'The saving is £200,000 in a full year', (project: Project) => ({
    lineId: theSaving(project).id,
    category: 'budget-saving',
    costCentre: 'CC-4410',
    costBaseline: socialCare(project).id,
    fullYearEffect: 20_000_000,
  })),
  appraised(
    'finance',
    'set-confidence',
    'Finance has half a confidence in £200,000 in 24/25',
    (project: Project) => confidenceOf(theSaving(project), [2024], 5000),
  ),
  appraised(
    'lead',
    'amend-assumption',
    'The dependency gets an owner',
    (project: Project, cast: (part: 'lead') => string) => {
      const row = only(standing(project.registers.assumptions), 'dependency');
      return { rowId: row.id, kind: 'dependency', statement: row.statement, owner: cast('lead') };
    },
  ),
  appraised('lead', 'confirm-stakeholders', 'The stakeholders are confirmed as they stand', {}),
  appraised(
    'lead',
    'attest',
    'Equality and data protection are screened',
    attestation(1, 'impact-screened', 'Screened with the equality officer on 10 November 2023.', {
      equality: 'needed',
      dataProtection: 'not-needed',
      why: 'Residents are served otherwise; no new personal data.',
    }),
  ),
  appraised('pmo', 'mark-seen', 'The PMO has seen the screening', unseen('impact-screened')),
  rephased(
    'lead',
    'propose-figures',
    'The saving is re-phased: half a year in 24/25, the rest in 25/26',
    (project: Project) => ({
      lineId: theSaving(project).id,
      cells: [2023, 2024, 2025, 2026].map((fy) => ({
        fy,
        answer: fy === 2024 || fy === 2025 ? pounds(100_000) : NONE,
      })),
    }),
  ),
  rephased(
    'pmo',
    'submit-gate',
    'Gate 1 is refused: the validation is stale, and a condition is open',
    { gate: 1, note: '' },
    {
      reasons: ['criterion-does-not-pass', 'condition-outstanding'],
      criteria: ['confidence-set'],
    },
  ),
  rephased('finance', 'set-confidence', 'Finance gives its validation again', (project: Project) =>
    confidenceOf(theSaving(project), [2024, 2025], 9000),
  ),
  closed(
    'pmo',
    'submit-gate',
    'The condition alone blocks Gate 1',
    { gate: 1, note: '' },
    {
      reasons: ['condition-outstanding'],
      criteria: [],
    },
  ),
  closed('lead', 'close-condition', 'Its owner closes the condition with evidence', (project: Project) => ({
    conditionId: only(project.gates.conditions, 'condition').id,
    note: 'Both providers met on 5 December 2023; minutes are with the PMO.',
    evidence: [],
  })),
  closed(
    'pmo',
    'submit-gate',
    'Closed is not confirmed: it still blocks',
    { gate: 1, note: '' },
    {
      reasons: ['condition-outstanding'],
      criteria: [],
    },
  ),
  closed('pmo', 'confirm-condition', 'Another person confirms it', (project: Project) => ({
    conditionId: only(project.gates.conditions, 'condition').id,
  })),
  outline('pmo', 'submit-gate', 'Gate 1 is submitted', { gate: 1, note: '' }),
  outline('sponsor', 'approve-gate', 'The sponsor approves the outline case', approval(1, 'sponsor')),
];
