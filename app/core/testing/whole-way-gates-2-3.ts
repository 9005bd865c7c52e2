import type { Project } from '../project/state';
import {
  approval,
  attachment,
  attestation,
  benefit,
  deliverable,
  lineOf,
  NONE,
  onDay,
  pounds,
  theSaving,
  unseen,
  type Cast,
  type Part,
  type Step,
} from './whole-way-step';

const reviewed = onDay('2024-01-31');
const full = onDay('2024-03-04');
const checked = onDay('2024-03-11');
const decided2 = onDay('2024-03-20');

const measurable = (category: string, baseline: string, target: string) => (project: Project) => {
  const row = benefit(project, category);
  return {
    benefitId: row.id,
    category,
    description: { state: 'given', value: row.description.state === 'given' ? row.description.value : '' },
    realisation: { state: 'given', value: '2025-03' },
    measure: row.measure,
    unit: row.unit,
    direction: row.direction,
    baseline: { value: baseline, date: '2024-01' },
    target,
  };
};

const done = (begins: string, finish: string) => (project: Project) => ({
  deliverableId: deliverable(project, begins).id,
  finish,
  evidence: [],
  note: `“${begins}…” accepted by the steering group in ${finish}.`,
});

const neededFor = (begins: string, gate: number) => (project: Project) => {
  const row = deliverable(project, begins);
  return { deliverableId: row.id, title: row.title, neededFor: gate };
};

const atFull = (line: Project['money']['lines'][number], fys: readonly number[]) => ({
  lineId: line.id,
  cells: fys.map((fy) => ({
    method: 'confidence' as const,
    fy,
    confidence: 10_000,
    seen: line.cells[fy]?.proposed.seq ?? 0,
  })),
});

const YEARS = [2023, 2024, 2025, 2026];

const attested = (
  day: (as: Part, command: string, story: string, input: unknown) => Step,
  as: Part,
  seenBy: Part,
  ...[gate, criterion, note, particulars]: Parameters<typeof attestation>
): readonly Step[] => [
  day(as, 'attest', `${criterion} is attested`, attestation(gate, criterion, note, particulars)),
  day(seenBy, 'mark-seen', `${criterion} is seen by somebody else`, unseen(criterion)),
];

/** Gate 2: the full case, decided by the sponsor and, for finance, by somebody who validated nothing. */
export const gate2Steps: readonly Step[] = [
  reviewed('lead', 'amend-deliverable', 'Gate 2 needs the review', neededFor('Review all', 2)),
  reviewed('lead', 'complete-deliverable', 'which is complete', done('Review all', '2024-01')),
  reviewed('lead', 'complete-deliverable', 'as is the benchmark', done('Benchmark', '2024-01')),
  ...(['Customer Experience', 'Employee Experience'] as const).flatMap((category) => [
    full(
      'lead',
      'amend-benefit',
      `${category} gets baseline, target and date`,
      measurable(category, '62', '75'),
    ),
    full('benefit-owner', 'accept-benefit', `The owner of ${category} accepts it`, (project: Project) => ({
      benefitId: benefit(project, category).id,
    })),
  ]),
  full('lead', 'attach-link', 'A quotation is attached', {
    url: 'https://example.org/quotations/out-of-hours',
    name: 'Quotation',
    note: '',
    restricted: false,
  }),
  full(
    'lead',
    'attach-line-evidence',
    'and stands behind the saving, whose validation goes stale',
    (project: Project) => ({
      lineId: theSaving(project).id,
      attachments: [attachment(project, 'Quotation')],
    }),
  ),
  full('lead', 'choose-route', 'The service is bought', { buying: { state: 'given', value: true } }),
  full('lead', 'attest', 'The route is chosen, with market evidence', (project: Project) =>
    attestation(2, 'route-chosen', '', { route: 'Open tender' }, [attachment(project, 'Quotation')]),
  ),
  full('pmo', 'mark-seen', 'which the PMO has seen', unseen('route-chosen')),
  ...attested(
    full,
    'lead',
    'pmo',
    2,
    'contingency-stated',
    'Ten per cent, by the programme’s practice, 4 March 2024.',
  ),
  ...attested(
    full,
    'lead',
    'pmo',
    2,
    'consultees-heard',
    'Legal, HR, ICT and information governance heard on 1 March 2024.',
  ),
  ...attested(
    full,
    'finance',
    'pmo',
    2,
    'no-double-count',
    'Compared with the savings of both linked cases on 4 March 2024.',
  ),
  full(
    'pmo',
    'submit-gate',
    'Gate 2 is refused while finance has not acted again',
    { gate: 2, note: '' },
    {
      reasons: ['criterion-does-not-pass'],
      criteria: ['validated-enough', 'cost-of-change-validated'],
    },
  ),
  checked('finance', 'validate-figures', 'Finance validates the saving', (project: Project) => ({
    ...atFull(theSaving(project), [2024, 2025]),
    cells: [2024, 2025].map((fy) => ({
      method: 'figure',
      fy,
      amount: 9_000_000,
      basis: 'Quotation less retained cost',
      seen: theSaving(project).cells[fy]?.proposed.seq ?? 0,
    })),
  })),
  checked('finance', 'validate-figures', 'and the one-off investment', (project: Project) =>
    atFull(lineOf(project, 'one-off', 'investment'), YEARS),
  ),
  checked('finance', 'validate-figures', 'and that there is no recurring one', (project: Project) =>
    atFull(lineOf(project, 'recurring', 'investment'), YEARS),
  ),
  decided2('pmo', 'submit-gate', 'Gate 2 is submitted', { gate: 2, note: '' }),
  decided2(
    'sponsor',
    'approve-gate',
    'The sponsor approves; finance has yet to decide',
    approval(2, 'sponsor'),
  ),
  decided2('finance', 'approve-gate', 'Who validated a figure does not decide it', approval(2, 'finance'), {
    reasons: ['separation-of-duties'],
    criteria: [],
  }),
  decided2('s151', 'approve-gate', 'The Section 151 officer decides for finance', approval(2, 'finance')),
];

const budget = onDay('2024-04-08');
const invested = onDay('2024-04-22');

/** Gate 3: the investment decision, which binds. */
export const gate3Steps: readonly Step[] = [
  budget(
    'lead',
    'complete-deliverable',
    'The full business case is complete',
    done('Create full', '2024-03'),
  ),
  budget('pmo', 'set-schedule', 'The benefits review moves to seven months after go-live', {
    gates: [{ gate: 5, target: { state: 'given', value: '2025-04' } }],
    deliverables: [],
    milestones: [],
  }),
  budget('lead', 'explain-change', 'The change since Gate 2 is listed with its reason', {
    what: 'gate 5',
    why: 'Six months of use are needed before benefits can be told.',
  }),
  budget('finance', 'record-mtfs', 'The MTFS takes the validated figure', (project: Project) => ({
    lineId: theSaving(project).id,
    round: 'Feb 2024',
    cells: YEARS.map((fy) => ({ fy, answer: fy === 2024 || fy === 2025 ? pounds(90_000) : NONE })),
  })),
  budget('finance', 'sign-off', 'Finance agrees the funding', {
    criterion: 'funding-agreed',
    gate: 3,
    note: '',
    particulars: { source: 'Transformation reserve', amount: '£45,000' },
  }),
  ...attested(budget, 'pmo', 'lead', 3, 'authority-recorded', 'Decision notice of 5 April 2024.', {
    authority: 'Corporate Director',
    reference: 'CD/2024/017',
    date: '2024-04-05',
    callInExpired: 'not subject to call-in',
  }),
  ...attested(
    budget,
    'lead',
    'pmo',
    3,
    'impact-assessed',
    'Equality impact assessment considered on 5 April 2024.',
  ),
  budget('assurer', 'give-assurance-opinion', 'An assurer gives an opinion', {
    rating: 'Amber/green',
    scale: 'Five-point delivery confidence',
    given: '2024-04-08',
    summary: 'Successful delivery appears probable.',
    evidence: [],
  }),
  invested('pmo', 'submit-gate', 'Gate 3 is submitted', { gate: 3, note: '' }),
  invested('sponsor', 'approve-gate', 'The sponsor approves', approval(3, 'sponsor')),
  invested(
    's151',
    'approve-gate',
    'The Section 151 officer decides: the baseline binds',
    approval(3, 's151'),
  ),
];

export const bauOwner = (_: Project, cast: Cast) => ({ person: cast('bau-owner') });
export { attested };
