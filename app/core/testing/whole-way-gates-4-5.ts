import type { Project } from '../project/state';
import { attested, bauOwner } from './whole-way-gates-2-3';
import { approval, benefit, onDay, theSaving, waiting, type Cast, type Step } from './whole-way-step';

const built = onDay('2024-08-27');
const confirmed = onDay('2024-09-03');
const decided4 = onDay('2024-09-06');
const live = onDay('2024-09-10');

/** Gate 4: the contract, the hand-over and the forecast; go-live is recorded by who takes the service over. */
export const gate4Steps: readonly Step[] = [
  built('pmo', 'name-bau-owner', 'The PMO names who takes the service over', bauOwner),
  built('bau-owner', 'accept-appointment', 'who accepts', (project: Project) =>
    waiting(project, 'bau-owner'),
  ),
  ...attested(built, 'lead', 'pmo', 4, 'contract-awarded', 'Contract signed on 30 July 2024.', {
    supplier: 'Out of Hours Ltd',
    price: '£430,000',
    award: 'Award notice of 22 July 2024',
    replaced: 'Ends 1 September 2024; notice given in April',
  }),
  ...attested(built, 'lead', 'pmo', 4, 'acceptance-passed', 'Acceptance passed on 23 August 2024.', {
    snags: 'none',
  }),
  ...attested(
    built,
    'lead',
    'pmo',
    4,
    'reversion-planned',
    'Calls can go back to the former lines for three months.',
  ),
  built('bau-owner', 'sign-off', 'The service is accepted', {
    criterion: 'bau-owner-accepts',
    gate: 4,
    note: '',
    particulars: {},
  }),
  built('bau-owner', 'sign-off', 'and its remaining risks', {
    criterion: 'risks-handed-over',
    gate: 4,
    note: '',
    particulars: {},
  }),
  confirmed('lead', 'forecast-figures', 'The lead forecasts the saving', (project: Project) => ({
    lineId: theSaving(project).id,
    cells: [
      { fy: 2024, amount: 9_500_000 },
      { fy: 2025, amount: 10_000_000 },
    ],
    why: 'As awarded',
  })),
  confirmed('finance', 'confirm-forecast', 'Finance confirms the forecast', (project: Project) => ({
    lineId: theSaving(project).id,
    fys: [2024, 2025],
  })),
  confirmed(
    'finance',
    'schedule-budget-change',
    'and sets the month from which the budget falls',
    (project: Project) => ({
      lineId: theSaving(project).id,
      month: '2024-10',
    }),
  ),
  decided4('lead', 'submit-gate', 'Gate 4 is submitted', { gate: 4, note: '' }),
  decided4('sponsor', 'approve-gate', 'The sponsor approves the go-live', approval(4, 'sponsor')),
  live('bau-owner', 'record-go-live', 'The BAU owner records the go-live', {
    date: '2024-09-09',
    evidence: [],
    note: 'First night served by the new contract; call log of 9 September 2024.',
  }),
];

const early = onDay('2025-01-20');
const told = onDay('2025-04-07');
const decided5 = onDay('2025-04-14');

const onSaving = (more: object) => (project: Project) => ({ lineId: theSaving(project).id, ...more });

/** Gate 5: what was delivered, banked and measured, seven months after go-live. */
export const gate5Steps: readonly Step[] = [
  early(
    'pmo',
    'submit-gate',
    'Gate 5 is refused: it is too early to tell',
    { gate: 5, note: '' },
    {
      reasons: ['criterion-does-not-pass'],
      criteria: ['time-to-tell', 'benefits-measured', 'savings-delivered', 'onward-owned'],
    },
  ),
  ...(['Customer Experience', 'Employee Experience'] as const).flatMap((category) => [
    told('benefit-owner', 'record-reading', `${category} is measured`, (project: Project) => ({
      benefitId: benefit(project, category).id,
      value: '74',
      date: '2025-03-31',
      source: 'Survey of March 2025',
      evidence: [],
    })),
    told(
      'bau-owner',
      'set-onward-owner',
      `${category} has an owner in the service`,
      (project: Project, cast: Cast) => ({
        benefitId: benefit(project, category).id,
        owner: cast('bau-owner'),
        reviewDate: '2025-10',
      }),
    ),
  ]),
  told(
    'lead',
    'record-delivered',
    '£85,000 was delivered in 24/25',
    onSaving({
      fy: 2024,
      amount: 8_500_000,
      toDate: false,
      note: 'Ledger of 31 March 2025',
    }),
  ),
  told(
    'lead',
    'record-delivered',
    'and £2,000 so far in 25/26',
    onSaving({
      fy: 2025,
      amount: 200_000,
      toDate: true,
      note: 'Ledger of 5 April 2025',
    }),
  ),
  told('finance', 'confirm-delivered', 'Finance confirms both', onSaving({ fys: [2024, 2025] })),
  told(
    'finance',
    'bank-saving',
    'and has banked the first',
    onSaving({
      fy: 2024,
      amount: 8_500_000,
      month: '2024-10',
      permanence: 'permanent',
      journalReference: 'J-2024-1187',
    }),
  ),
  told(
    'finance',
    'set-banking-status',
    'and scheduled the second',
    onSaving({
      fy: 2025,
      status: 'scheduled',
      why: 'Budget falls with the first quarter’s monitoring',
    }),
  ),
  told(
    'lead',
    'explain-variance',
    'The shortfall is explained, and made up for',
    (project: Project, cast: Cast) =>
      onSaving({
        fy: 2024,
        why: 'Two weeks of double running.',
        mitigation: { what: 'Contract credit for the start', amount: 500_000, owner: cast('bau-owner') },
      })(project),
  ),
  told(
    'bau-owner',
    'own-saving-onward',
    'What is still to come has an owner',
    (project: Project, cast: Cast) => onSaving({ owner: cast('bau-owner'), reviewDate: '2025-10' })(project),
  ),
  told('lead', 'record-lesson', 'A lesson is recorded', {
    lesson: 'Ask for the cost of every service before the outline case.',
    recommendation: '',
  }),
  decided5('pmo', 'submit-gate', 'Gate 5 is submitted', { gate: 5, note: '' }),
  decided5('sponsor', 'approve-gate', 'The sponsor approves', approval(5, 'sponsor')),
  decided5(
    's151',
    'approve-gate',
    'The Section 151 officer decides: the project completes',
    approval(5, 'finance'),
  ),
];
