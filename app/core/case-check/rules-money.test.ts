import { describe } from 'vitest';
import type { Project } from '../project/state';
import {
  answer,
  BLANK,
  clean,
  gate,
  indexOf,
  lateMark,
  ruleTable,
  type RuleRow,
} from '../testing/rule-table';
import { RULES } from './check';

type Edited = NonNullable<RuleRow['edits']>[number];

const saving = indexOf(
  clean.money.lines,
  ({ kind, timing, withdrawn }) => kind === 'saving' && timing === 'recurring' && !withdrawn,
);
const line = (...more: readonly string[]) => ['money', 'lines', saving, ...more];
const proposed = (fy: number) => ['money', 'lines', saving, 'cells', fy, 'proposed'];
const cost = indexOf(
  clean.registers.costBaselines,
  ({ amount, withdrawn }) => amount.state === 'given' && !withdrawn,
);
const baseline = (...more: readonly string[]) => ['registers', 'costBaselines', cost, ...more];
const hackney = (...more: readonly string[]) => ['registers', 'benchmarks', 0, ...more];
const linked: Edited = [
  ['registers', 'linkedCases'],
  [
    {
      id: 'linked',
      recorded: lateMark,
      amended: lateMark,
      name: 'Service Integration',
      projectRef: 'RX-001',
    },
  ],
];
const about = (costCentre: string): RuleRow['given'] => ({
  surroundings: { linked: [{ ref: 'RX-001', savings: [{ lineId: 'l', title: 'Contracts', costCentre }] }] },
});
const stated = (total: string): Edited => [
  ['documents', 0, 'stated'],
  [
    { table: 'recurring', row: 'Recurring Savings', column: '23/24', words: '-' },
    { table: 'recurring', row: 'Recurring Savings', column: '24/25', words: '£200,000' },
    { table: 'recurring', row: 'Recurring Savings', column: 'Total', words: total },
  ],
];
const unadopted: Edited = [
  ['money', 'lines'],
  (lines: Project['money']['lines']) => lines.map(({ adopted: _adopted, ...each }) => each),
];

const TABLE: readonly RuleRow[] = [
  {
    rule: 'part-year-effect',
    when: 'the year it starts in has the whole',
    edits: [
      [proposed(2024), answer(20_000_000)],
      [proposed(2025), answer(0)],
    ],
    then: 'found',
    says: '£100,000',
  },
  {
    rule: 'part-year-effect',
    when: 'it has a penny less than its part',
    edits: [[proposed(2024), answer(9_999_999)]],
    then: 'silent',
  },
  {
    rule: 'part-year-effect',
    when: 'nobody knows when it starts',
    edits: [[gate(4), answer('2024')]],
    then: 'cannot tell',
    says: 'The month',
  },
  {
    rule: 'saving-before-go-live',
    when: 'a year before it starts has a figure',
    edits: [[proposed(2023), answer(1)]],
    then: 'found',
    says: '23/24',
  },
  {
    rule: 'saving-before-go-live',
    when: 'its start month lies before go-live',
    edits: [[line('startMonth'), '2024-08']],
    then: 'found',
    says: 'Aug 2024',
  },
  {
    rule: 'saving-before-go-live',
    when: 'it starts in the month of go-live',
    edits: [[line('startMonth'), '2024-09']],
    then: 'silent',
  },
  {
    rule: 'saving-before-go-live',
    when: 'go-live has no date',
    edits: [[gate(4), BLANK]],
    then: 'cannot tell',
    says: 'Gate 4',
  },
  {
    rule: 'convention-missing',
    when: 'a recurring line has none',
    edits: [[line('convention'), undefined]],
    then: 'found',
    says: 'run rate',
  },
  {
    rule: 'convention-missing',
    when: 'the line is one-off',
    edits: [
      [line('convention'), undefined],
      [line('timing'), 'one-off'],
    ],
    then: 'silent',
  },
  {
    rule: 'not-validated',
    when: 'a figure changed since',
    edits: [[proposed(2024), { ...answer(10_000_001) }]],
    then: 'found',
    says: 'stale',
  },
  {
    rule: 'not-validated',
    when: 'nothing is proposed',
    edits: [
      [proposed(2024), answer(0)],
      [proposed(2025), answer(0)],
    ],
    then: 'silent',
  },
  {
    rule: 'validated-above-proposed',
    when: 'finance counts more',
    edits: [[[...proposed(2024).slice(0, -1), 'validated', 'amount'], 10_000_001]],
    then: 'found',
    says: '£100,000.01 of £100,000',
  },
  {
    rule: 'validated-above-proposed',
    when: 'finance counts all of it',
    edits: [[[...proposed(2024).slice(0, -1), 'validated', 'amount'], 10_000_000]],
    then: 'silent',
  },
  {
    rule: 'no-cost-of-change',
    when: 'no investment stands',
    edits: [
      [
        ['money', 'lines'],
        (lines: Project['money']['lines']) => lines.filter(({ kind }) => kind !== 'investment'),
      ],
    ],
    then: 'found',
    says: 'procurement',
  },
  {
    rule: 'no-cost-of-change',
    when: 'nor is anything bought or built',
    edits: [
      [['money', 'lines'], []],
      [['schedule', 'deliverables'], []],
      [['case', 'text', 'proposedChanges'], answer('We talk to each other')],
      [['case', 'procurement', 'buying'], answer(false)],
    ],
    then: 'silent',
  },
  {
    rule: 'cost-baseline',
    when: 'a cost is unknown',
    edits: [[baseline('amount'), { state: 'tbc' }]],
    then: 'found',
    says: 'Unknown',
  },
  {
    rule: 'cost-baseline',
    when: 'the lead says that the list does not cover the scope',
    edits: [[['case', 'costBaselinesCover', 'covers'], false]],
    then: 'found',
    says: 'does not cover',
  },
  {
    rule: 'cost-baseline',
    when: 'the unknown row is withdrawn',
    edits: [
      [baseline('amount'), { state: 'tbc' }],
      [baseline('withdrawn'), { ...lateMark, why: 'x' }],
    ],
    then: 'silent',
  },
  {
    rule: 'baseline-below-saving',
    when: 'the cost is a penny less than the saving',
    edits: [
      [line('costBaseline'), clean.registers.costBaselines[cost]!.id],
      [baseline('amount', 'value'), 19_999_999],
    ],
    then: 'found',
    says: '£199,999.99',
  },
  {
    rule: 'baseline-below-saving',
    when: 'all of it is saved',
    edits: [
      [line('costBaseline'), clean.registers.costBaselines[cost]!.id],
      [baseline('amount', 'value'), 20_000_000],
    ],
    then: 'silent',
  },
  {
    rule: 'benchmark',
    when: 'it is undated',
    edits: [[hackney('asOf'), undefined]],
    then: 'found',
    says: 'undated',
  },
  {
    rule: 'benchmark',
    when: 'it leaves less than is claimed',
    edits: [[hackney('annualCost'), 80_000_000]],
    then: 'found',
    says: 'more than that',
  },
  {
    rule: 'benchmark',
    when: 'it is withdrawn',
    edits: [
      [hackney('asOf'), undefined],
      [hackney('withdrawn'), { ...lateMark, why: 'x' }],
    ],
    then: 'silent',
  },
  {
    rule: 'saving-claimed-twice',
    when: 'a linked project saves on the cost centre',
    edits: [linked, [line('costCentre'), 'cc 12']],
    given: about('CC 12 '),
    then: 'found',
    says: 'RX-001',
  },
  {
    rule: 'saving-claimed-twice',
    when: 'it saves on another',
    edits: [linked, [line('costCentre'), 'cc 12']],
    given: about('CC 13'),
    then: 'silent',
  },
  {
    rule: 'saving-claimed-twice',
    when: 'nothing is known of it',
    edits: [linked, [line('costCentre'), 'cc 12']],
    given: { surroundings: { linked: [] } },
    then: 'cannot tell',
    says: 'RX-001',
  },
  {
    rule: 'stated-total',
    when: 'the form’s total is another',
    edits: [unadopted, stated('£210,000')],
    then: 'found',
    says: '£210,000',
  },
  { rule: 'stated-total', when: 'it is the sum', edits: [unadopted, stated('£200,000')], then: 'silent' },
  { rule: 'stated-total', when: 'the lead has adopted figures', edits: [stated('£210,000')], then: 'silent' },
  {
    rule: 'qualification-total',
    when: 'another benefit was rated',
    edits: [[['case', 'qualification', 'financialBenefits'], answer(25_000_000)]],
    then: 'found',
    says: '£250,000',
  },
  {
    rule: 'qualification-total',
    when: 'it is what one year comes to',
    edits: [[['case', 'qualification', 'financialBenefits'], answer(10_000_000)]],
    then: 'silent',
  },
  {
    rule: 'qualification-total',
    when: 'the figures are too large to sum up',
    edits: [
      [proposed(2024), answer(9e15)],
      [proposed(2025), answer(9e15)],
    ],
    then: 'cannot tell',
    says: 'cannot be summed up',
  },
];

describe('each rule about money', () => ruleTable(RULES.slice(0, 12), TABLE));
