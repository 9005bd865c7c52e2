import { describe } from 'vitest';
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

const work = (begins: string, ...more: readonly string[]) => [
  'schedule',
  'deliverables',
  indexOf(clean.schedule.deliverables, ({ title }) => title.startsWith(begins)),
  ...more,
];
const claimed = indexOf(clean.benefits, ({ category }) => category === 'Customer Experience');
const benefit = (...more: readonly string[]) => ['benefits', claimed, ...more];
const risk = (...more: readonly string[]) => ['risks', 0, ...more];

const TABLE: readonly RuleRow[] = [
  {
    rule: 'unmeasured-benefit',
    when: 'a target is missing',
    edits: [[benefit('target'), undefined]],
    then: 'found',
    says: 'no target',
  },
  {
    rule: 'unmeasured-benefit',
    when: 'its baseline is found by a deliverable',
    edits: [
      [benefit('baseline'), undefined],
      [benefit('baselineFoundBy'), clean.schedule.deliverables[0]!.id],
    ],
    then: 'silent',
  },
  {
    rule: 'improved-without-measure',
    when: 'it is “improved” and measures nothing',
    edits: [[benefit('measure'), ' ']],
    then: 'found',
    says: '“improved”',
  },
  {
    rule: 'improved-without-measure',
    when: 'it compares nothing',
    edits: [
      [benefit('measure'), ''],
      [benefit('description'), { state: 'given', value: 'Every call is answered' }],
    ],
    then: 'silent',
  },
  {
    rule: 'benefit-before-change',
    when: 'it is realised a month before',
    edits: [[benefit('realisation'), { state: 'given', value: '2024-08' }]],
    then: 'found',
    says: 'Aug 2024',
  },
  {
    rule: 'benefit-before-change',
    when: 'it is realised in the month of go-live',
    edits: [[benefit('realisation'), { state: 'given', value: '2024-09' }]],
    then: 'cannot tell',
    says: 'Customer Experience',
  },
  {
    rule: 'benefit-before-change',
    when: 'it is realised the day after',
    edits: [[benefit('realisation'), { state: 'given', value: '2024-10-01' }]],
    then: 'silent',
  },
  {
    rule: 'risk-total',
    when: 'the stated total is another',
    edits: [[risk('statedTotal'), 12]],
    then: 'found',
    says: '12',
  },
  {
    rule: 'risk-total',
    when: 'the risk is closed',
    edits: [
      [risk('statedTotal'), 12],
      [risk('closed'), { ...lateMark, why: 'x' }],
    ],
    then: 'silent',
  },
  {
    rule: 'risk-total',
    when: 'its impact is unknown',
    edits: [
      [risk('statedTotal'), 12],
      [risk('impact'), undefined],
    ],
    then: 'cannot tell',
    says: 'Risk 1',
  },
  {
    rule: 'risk-without-action',
    when: 'it is above appetite and nobody’s',
    edits: [
      [risk('likelihood'), 5],
      [risk('impact'), 5],
      [risk('owner'), undefined],
    ],
    then: 'found',
    says: 'no owner',
  },
  {
    rule: 'risk-without-action',
    when: 'it is within appetite',
    edits: [
      [risk('likelihood'), 1],
      [risk('impact'), 1],
      [risk('owner'), undefined],
    ],
    then: 'silent',
  },
  {
    rule: 'risk-without-action',
    when: 'it has no score',
    edits: [[risk('likelihood'), undefined]],
    then: 'cannot tell',
    says: 'Risk 1',
  },
  {
    rule: 'tbc-debt',
    when: 'an answer is to be confirmed',
    edits: [[['case', 'text', 'objectives'], { answer: { state: 'tbc' }, ...lateMark }]],
    then: 'found',
    says: 'Objectives',
  },
  {
    rule: 'tbc-debt',
    when: 'somebody says there is none',
    edits: [[['case', 'text', 'objectives'], { answer: { state: 'none' }, ...lateMark }]],
    then: 'silent',
  },
  {
    rule: 'undefined-answers',
    when: 'an answer is blank',
    edits: [[['case', 'text', 'scopeOut'], BLANK]],
    then: 'found',
    says: 'Out of scope',
  },
  {
    rule: 'undefined-answers',
    when: 'the note under a table is',
    edits: [[['case', 'text', 'savingsNote'], BLANK]],
    then: 'silent',
  },
  {
    rule: 'rating-without-scale',
    when: 'the number is the form’s',
    edits: [[['case', 'qualification', 'effort'], { ...answer(3), fromDocument: true }]],
    then: 'found',
    says: 'Effort 3',
  },
  {
    rule: 'rating-without-scale',
    when: 'a person rated it',
    edits: [[['case', 'qualification', 'effort'], answer(3)]],
    then: 'silent',
  },
  {
    rule: 'early-benefits-review',
    when: 'it comes after five months',
    edits: [[gate(5), answer('2025-02-28')]],
    then: 'found',
    says: '6 to 12',
  },
  {
    rule: 'early-benefits-review',
    when: 'it comes after six',
    edits: [[gate(5), answer('2025-03-30')]],
    then: 'silent',
  },
  {
    rule: 'early-benefits-review',
    when: 'the dates allow both',
    edits: [[gate(5), answer('2025')]],
    then: 'cannot tell',
    says: 'may be',
  },
  {
    rule: 'order-of-evidence',
    when: 'costs are found after Gate 1',
    edits: [
      [['gates', 'records', 1, 'standing'], { state: 'preparing' }],
      [['schedule', 'gates', 1], { target: answer('2023-12') }],
      [work('Benchmark', 'completed'), undefined],
      [work('Benchmark', 'finish'), answer('2024-01')],
      [work('Benchmark', 'actualFinish'), undefined],
    ],
    then: 'found',
    says: 'Jan 2024',
  },
  {
    rule: 'order-of-evidence',
    when: 'they are found in its month',
    edits: [
      [['gates', 'records', 1, 'standing'], { state: 'preparing' }],
      [['schedule', 'gates', 1], { target: answer('2024-01') }],
      [work('Benchmark', 'completed'), undefined],
      [work('Benchmark', 'finish'), answer('2024-01')],
    ],
    then: 'silent',
  },
  {
    rule: 'order-of-evidence',
    when: 'nobody knows when they are found',
    edits: [
      [work('Benchmark', 'completed'), undefined],
      [work('Benchmark', 'actualFinish'), undefined],
      [work('Benchmark', 'finish'), BLANK],
    ],
    then: 'cannot tell',
    says: 'Benchmark',
  },
  {
    rule: 'no-deliverable-for-case',
    when: 'nothing makes the full case',
    edits: [[work('Create full', 'title'), 'Write to everybody']],
    then: 'found',
    says: 'full business case',
  },
  {
    rule: 'no-deliverable-for-case',
    when: 'it is called FBC',
    edits: [[work('Create full', 'title'), 'FBC']],
    then: 'silent',
  },
  {
    rule: 'gates-out-of-order',
    when: 'Gate 3 lies before Gate 2',
    edits: [[gate(3), answer('2024-02')]],
    then: 'found',
    says: 'Gate 3 (Feb 2024)',
  },
  {
    rule: 'gates-out-of-order',
    when: 'both are decided on one day',
    edits: [[gate(3), answer('2024-03-20')]],
    then: 'silent',
  },
  {
    rule: 'deliverable-outside-gates',
    when: 'it finishes after the gate that needs it',
    edits: [[work('Implement', 'neededFor'), 3]],
    then: 'found',
    says: 'Gate 3',
  },
  {
    rule: 'deliverable-outside-gates',
    when: 'it finishes before it starts',
    edits: [[work('Implement', 'finish'), answer('2024-05')]],
    then: 'found',
    says: 'starts after it finishes',
  },
  {
    rule: 'deliverable-outside-gates',
    when: 'it finishes in time',
    edits: [[work('Implement', 'neededFor'), 4]],
    then: 'silent',
  },
  {
    rule: 'cannot-tell-order',
    when: 'work starts in the month of a gate',
    edits: [[work('Enter procurement', 'start'), answer('2024-04')]],
    then: 'found',
    says: 'Gate 3',
  },
  {
    rule: 'cannot-tell-order',
    when: 'it starts on the day of the gate',
    edits: [[work('Enter procurement', 'start'), answer('2024-04-22')]],
    then: 'silent',
  },
  {
    rule: 'overdue',
    when: 'a gate’s day is past',
    given: { today: '2024-03-21' },
    then: 'found',
    says: 'Gate 2 (20 Mar 2024)',
  },
  { rule: 'overdue', when: 'it is the day itself', given: { today: '2024-03-20' }, then: 'silent' },
  {
    rule: 'overdue',
    when: 'the project is closed',
    edits: [[['life', 'state'], 'closed']],
    given: { today: '2026-01-01' },
    then: 'silent',
  },
  {
    rule: 'overdue',
    when: 'no day is given',
    given: { today: undefined },
    then: 'cannot tell',
    says: 'No day',
  },
];

describe('each rule about benefits, risks, answers and dates', () => ruleTable(RULES.slice(12), TABLE));
