import { describe } from 'vitest';
import { SEED, recordOf } from '~/documents/business-case-lite/seed-for-test';
import type { MoneyLine } from '../../finance/state';
import { table, type Row } from '../../testing/criterion-table';
import { dayOfGate, readyFor } from '../../testing/whole-way';
import { proposedFys } from './lines';

const ready = { project: readyFor(recordOf(SEED), 4), gate: 4, day: dayOfGate(4) } as const;
const rows = (criterion: string, ...all: readonly Row[]) => table(() => ready, criterion, all);
const met: Row = { when: 'met', then: { result: 'met' } };

const { lines } = ready.project.money;
const saving = lines.findIndex((line) => line.kind === 'saving' && line.timing === 'recurring');
const claimed = ready.project.benefits.findIndex((row) => row.description.state === 'given');
const line = (field: string, to: unknown): Row['edits'] => [[['money', 'lines', saving, field], to]];
const forecast = (fy: number, more: object | undefined) =>
  [
    ['money', 'lines', saving, 'cells', fy, 'forecast'],
    more && ((was: object) => ({ ...was, ...more })),
  ] as const;
const tolerances = (benefit: number, cost: number) =>
  [['gates', 'tolerances'], { timeMonths: 1, benefit, cost }] as const;
const investment = lines.findIndex(
  (each) => each.kind === 'investment' && proposedFys(each).length > 0 && each.adopted !== undefined,
);
/** All that is spent forecast as so many tenths of what is proposed. */
const spending = (tenths: number) =>
  [
    ['money', 'lines', investment, 'cells'],
    (cells: MoneyLine['cells']) =>
      Object.fromEntries(
        Object.entries(cells).map(([fy, cell]) => {
          const { answer } = cell.proposed;
          const amount = ((answer.state === 'given' ? answer.value : 0) / 10) * tenths;
          return [fy, { ...cell, forecast: { amount } }];
        }),
      ),
  ] as const;
const agreed = [['money', 'nonCashable'], { declared: {}, agreed: {} }] as const;
const attested = (criterion: string) =>
  ready.project.evidence.attestations.findIndex((each) => each.criterion === criterion);
const particular = (criterion: string, name: string, answer: string): Row['edits'] => [
  [['evidence', 'attestations', attested(criterion), 'particulars', name], answer],
];
const without = (criterion: string, then: Partial<Row['then']> = {}): Row => ({
  when: 'not attested',
  edits: [[['evidence', 'attestations', attested(criterion), 'withdrawn'], {}]],
  then: { result: 'not-met', says: 'Nobody has attested', screen: 'gate', by: 'lead', ...then },
});
const signed = (criterion: string) =>
  ready.project.evidence.signOffs.findIndex((each) => each.criterion === criterion);

describe('criteria of Gate 4', () => {
  rows(
    'contract-awarded',
    met,
    without('contract-awarded'),
    {
      when: 'no price',
      edits: particular('contract-awarded', 'price', 'tbc'),
      then: { result: 'not-met', says: 'The price' },
    },
    {
      when: 'no supplier',
      edits: particular('contract-awarded', 'supplier', ''),
      then: { result: 'not-met', says: 'Supplier' },
    },
    {
      when: 'nothing is bought',
      edits: [[['case', 'procurement', 'buying', 'answer', 'value'], false]],
      then: { result: 'not-applicable', says: 'Nothing is bought' },
    },
    {
      when: 'a blank is not nothing',
      edits: [[['case', 'procurement', 'buying', 'answer'], { state: 'blank' }]],
      then: { result: 'not-met', says: 'has changed since' },
    },
  );
  rows(
    'bau-owner-accepts',
    met,
    {
      when: 'not signed',
      edits: [[['evidence', 'signOffs', signed('bau-owner-accepts'), 'withdrawn'], {}]],
      then: { result: 'not-met', says: 'Nobody has signed', by: 'bau-owner' },
    },
    {
      when: 'nobody holds the role',
      edits: [
        [
          ['people'],
          (people: readonly { role: string }[]) => people.filter((each) => each.role !== 'bau-owner'),
        ],
      ],
      then: { result: 'not-met', says: 'No BAU owner is named', screen: 'people', by: 'pmo' },
    },
    {
      when: 'a successor has not accepted it',
      edits: [
        [
          ['people', ready.project.people.findIndex((each) => each.role === 'bau-owner'), 'person'],
          'service-manager',
        ],
      ],
      then: { result: 'not-met', says: 'has changed since', by: 'service-manager' },
    },
  );
  rows('acceptance-passed', met, without('acceptance-passed'), {
    when: 'snags not listed',
    edits: particular('acceptance-passed', 'snags', ''),
    then: { result: 'not-met', says: 'Open snags' },
  });
  rows(
    'baselines-measured',
    met,
    {
      when: 'never read',
      edits: [[['benefits', claimed, 'baseline'], undefined]],
      then: {
        result: 'not-met',
        says: 'no baseline reading taken before go-live (Sep 2024)',
        screen: 'benefits',
        by: 'benefit-owner',
      },
    },
    {
      when: 'read in the month of go-live',
      edits: [[['benefits', claimed, 'baseline', 'date'], '2024-09']],
      then: { result: 'not-met', says: 'give the day' },
    },
    {
      when: 'read after',
      edits: [[['benefits', claimed, 'baseline', 'date'], '2024-10']],
      then: { result: 'not-met', says: 'no baseline reading' },
    },
    {
      when: 'no date of go-live',
      edits: [[['schedule', 'gates', 4], { target: { answer: { state: 'tbc' } } }]],
      then: { result: 'cannot-tell', says: 'Go-live has no date', screen: 'schedule', by: 'pmo' },
    },
    {
      when: 'no benefit row is no confirmed none',
      edits: [[['benefits'], []]],
      then: { result: 'not-met', says: 'nobody has confirmed' },
    },
  );
  rows(
    'savings-rephased',
    met,
    {
      when: 'no forecast',
      edits: [forecast(2025, undefined)],
      then: { result: 'not-met', says: '25/26: no forecast', screen: 'finance', by: 'lead' },
    },
    {
      when: 'not confirmed by finance',
      edits: [forecast(2025, { confirmed: undefined })],
      then: { result: 'not-met', says: 'finance has not confirmed the forecast', by: 'finance' },
    },
    {
      when: 'the start moved since',
      edits: line('termsSeq', 9_999),
      then: { result: 'not-met', says: 'finance has not confirmed' },
    },
    {
      when: 'the contract was awarded since',
      edits: [[['evidence', 'attestations', attested('contract-awarded'), 'seq'], 9_999]],
      then: { result: 'not-met', says: 'the contract’s award last changed' },
    },
    {
      when: 'more than the months left allow',
      edits: [forecast(2024, { amount: 10_000_001 })],
      then: { result: 'not-met', says: 'which leaves £100,000' },
    },
    {
      when: 'a forecast before the start',
      edits: line('startMonth', '2025-04'),
      then: { result: 'not-met', says: 'which leaves £0' },
    },
    { when: 'at the tolerance', edits: [forecast(2024, { amount: 8_000_000 })], then: { result: 'met' } },
    {
      when: 'a penny beyond it',
      edits: [forecast(2024, { amount: 7_999_999 })],
      then: { result: 'not-met', says: 'beyond tolerance', screen: 'changes', by: 'lead' },
    },
    {
      when: 'beyond the tolerance of benefit, however wide that of cost',
      edits: [tolerances(0, 10_000), forecast(2024, { amount: 9_999_999 })],
      then: { result: 'not-met', says: 'beyond tolerance' },
    },
    {
      when: 'within the tolerance of benefit, however narrow that of cost',
      edits: [tolerances(1000, 0), forecast(2024, { amount: 8_000_000 })],
      then: { result: 'met' },
    },
    {
      when: 'spending at the tolerance of cost',
      edits: [tolerances(1000, 1000), spending(11)],
      then: { result: 'met' },
    },
    {
      when: 'spending beyond the tolerance of cost, though within that of benefit',
      edits: [tolerances(1000, 999), spending(11)],
      then: { result: 'not-met', says: 'beyond tolerance of the baseline', screen: 'changes', by: 'lead' },
    },
    {
      when: 'no adopted saving',
      edits: line('adopted', undefined),
      then: { result: 'not-met', says: 'no adopted saving' },
    },
    { when: 'non-cashable', edits: [[['money', 'lines'], []], agreed], then: { result: 'not-applicable' } },
  );
  rows(
    'budget-change-scheduled',
    met,
    {
      when: 'no month',
      edits: line('budgetFalls', undefined),
      then: {
        result: 'not-met',
        says: 'no month from which the budget falls',
        screen: 'finance',
        by: 'finance',
      },
    },
    {
      when: 'no adopted saving',
      edits: line('adopted', undefined),
      then: { result: 'not-met', says: 'no adopted saving' },
    },
    { when: 'non-cashable', edits: [[['money', 'lines'], []], agreed], then: { result: 'not-applicable' } },
  );
  rows('reversion-planned', met, without('reversion-planned', { passes: true }));
  rows(
    'risks-handed-over',
    met,
    {
      when: 'not signed',
      edits: [[['evidence', 'signOffs', signed('risks-handed-over'), 'withdrawn'], {}]],
      then: { result: 'not-met', says: 'Nobody has signed', by: 'bau-owner' },
    },
    {
      when: 'a risk grew since',
      edits: [[['risks', 0, 'impact'], 5]],
      then: { result: 'not-met', says: 'has changed since' },
    },
  );
  rows('validated-enough', {
    when: 'standing: asked again',
    edits: line('termsSeq', 9_999),
    then: { result: 'not-met', says: 'the validation is stale' },
  });
});
