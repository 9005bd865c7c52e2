import { describe, expect, it } from 'vitest';
import { recordOf, SEED } from '~/documents/business-case-lite/seed-for-test';
import { assess, stopping } from '../gates/assess';
import { CLEAN_DAY, cleanCaseSteps } from '../testing/clean-case';
import { scenario } from '../testing/scenario';
import { walk } from '../testing/whole-way';
import { cannotTellIn, checkCase, RULES } from './check';
import type { Finding, Given } from './rule';

const imported = recordOf(SEED);
const { external } = scenario().context;
const on = (today: string): Given => ({ ...external, today, surroundings: { linked: [] } });

/** The thirteen findings the design asks for on the first day, each with the figures that must be in it. */
const THIRTEEN: readonly (readonly [string, readonly (readonly [string, readonly string[]])[]])[] = [
  [
    'part-year effect',
    [
      [
        'part-year-effect',
        [
          'Sep 2024',
          '£200,000 × 6 ÷ 12 = £100,000 in 24/25',
          '£200,000 × 7 ÷ 12 = £116,666.67 in 24/25',
          '£200,000 − £116,666.67 = £83,333.33 in 25/26',
        ],
      ],
    ],
  ],
  [
    'convention missing',
    [
      [
        'convention-missing',
        [
          'the run rate is £200,000 and £600,000 is felt to 26/27',
          'it is lost in 25/26: the run rate is £0 and £200,000 is felt',
        ],
      ],
    ],
  ],
  [
    'risk total',
    [['risk-total', ['states a total of 12', 'likelihood 2 and impact 3 score 6', '12 − 6 = 6']]],
  ],
  ['early benefits review', [['early-benefits-review', ['3 months after go-live', '6 to 12', '6 − 3 = 3']]]],
  ['no cost of change', [['no-cost-of-change', ['investment: £0', 'procurement (1)', 'implement (1)']]]],
  [
    'not validated',
    [
      [
        'not-validated',
        ['0% of the £200,000', '£200,000 × 0% = £0', 'covers 23/24 and 24/25: 2 of the horizon’s 4 years'],
      ],
    ],
  ],
  [
    'benchmark',
    [
      [
        'benchmark',
        [
          '£500,000 ÷ 259,000 × 225,000 = £434,363',
          '£630,000 − £434,363 = £195,637',
          'plus the unknown spend, less retained cost and the cost of change',
          '“Conservative” is unproven',
          'one benchmark only',
          'the spend on Housing and Highways is unknown',
          'approximate',
          'undated',
          'not shown to be like for like',
          'unconfirmed',
        ],
      ],
    ],
  ],
  [
    'cost baseline',
    [['cost-baseline', ['only for Social Care', '“All services”', 'Housing', 'Highways', '£630,000']]],
  ],
  [
    'unmeasured benefits',
    [
      ['unmeasured-benefit', ['Improved experience', 'no measure, no baseline, no target and no owner']],
      ['unmeasured-benefit', ['Improved visibility', 'no measure, no baseline, no target and no owner']],
    ],
  ],
  [
    'TBC debt',
    [
      [
        'tbc-debt',
        [
          'Project sponsor',
          'Project lead',
          'Customer Experience: realisation date',
          'Employee Experience: realisation date',
          'Approval of the Project Sponsor: name',
          'Approval of the Project Sponsor: date',
          '(6)',
        ],
      ],
    ],
  ],
  [
    'undefined answers',
    [
      ['undefined-answers', ['Out of scope is blank']],
      ['rating-without-scale', ['Effort 3 and Impact 4', 'names no scale']],
    ],
  ],
  [
    'cannot tell',
    [
      ['cannot-tell-order', ['Gate 1 (Dec 2023)', 'Review all', 'Benchmark', 'Create service specification']],
      ['cannot-tell-order', ['Gate 2 (Mar 2024)', '“Create full business case” finishes']],
      ['cannot-tell-order', ['Gate 3 (Apr 2024)', '“Enter procurement process to select supplier” starts']],
      ['cannot-tell-order', ['Gate 4 (Sep 2024)', '“Implement New Contract” finishes']],
    ],
  ],
  [
    'order of evidence',
    [
      ['order-of-evidence', ['Review all', 'Benchmark', '(Jan 2024)', 'after Gate 1 (Dec 2023)']],
      ['no-deliverable-for-case', ['outline business case', 'none of the 6 deliverables']],
    ],
  ],
];

const toldIn = ({ because, arithmetic }: Finding): string => [because, ...arithmetic].join('\n');

/** The finding of a rule that says all of it, of those a record has. */
const saying = (found: readonly Finding[], rule: string, words: readonly string[]): readonly Finding[] =>
  found.filter((each) => each.rule === rule && words.every((word) => toldIn(each).includes(word)));

describe('the case check on RX-004 as imported', () => {
  const first = checkCase(imported, on('2023-10-01'));

  it.each(THIRTEEN)('finds on 1 October 2023: %s', (_name, parts) => {
    for (const [rule, words] of parts) expect([rule, saying(first, rule, words).length]).toEqual([rule, 1]);
  });

  it('finds nothing of another kind, and beside these only the two benefits worded as improvements', () => {
    const asked = new Set(THIRTEEN.flatMap(([, parts]) => parts.map(([rule]) => rule)));
    expect(first.filter(({ rule }) => !asked.has(rule)).map(({ rule }) => rule)).toEqual([
      'improved-without-measure',
      'improved-without-measure',
    ]);
    expect(cannotTellIn(imported, on('2023-10-01'))).toEqual([]);
  });

  it('finds the same today, and that every gate and deliverable date is past', () => {
    const today = checkCase(imported, on('2026-11-29'));
    expect(today.filter(({ rule }) => rule !== 'overdue')).toEqual(first);
    const [late, ...more] = today.filter(({ rule }) => rule === 'overdue');
    expect(more).toEqual([]);
    expect(late?.because).toBe(
      '6 gates and 6 deliverables have a date that is past, the first Gate 0 (Oct 2023): none of them is done or forecast anew.',
    );
    expect(late?.facts['past']).toHaveLength(12);
  });

  it('says of each what it rests on, works it out, and names what mends it', () => {
    for (const each of checkCase(imported, on('2026-11-29'))) {
      expect(Object.keys(each.facts).length).toBeGreaterThan(0);
      expect(each.arithmetic.length).toBeGreaterThan(0);
      expect(each.fix.field ?? each.fix.row).toBeDefined();
    }
  });

  it('has one finding a rule and subject at most', () => {
    const keys = checkCase(imported, on('2026-11-29')).map(({ rule, subject }) => `${rule}/${subject}`);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe('the case check on a clean, fully answered case', () => {
  const clean = walk(imported, cleanCaseSteps).project;

  it('passes Gate 2', () => {
    const outcomes = assess(clean, 2, { ...external, surroundings: { linked: [] } }, CLEAN_DAY);
    expect(stopping(outcomes).map(({ criterion, because }) => [criterion, because])).toEqual([]);
    scenario({ project: clean, today: CLEAN_DAY })
      .when('submit-gate', { gate: 2, note: '' }, { as: 'pmo' })
      .accepted();
  });

  it.each(RULES)('has nothing for $id to find, nor to doubt', (rule) => {
    expect(rule.find(clean, on(CLEAN_DAY)).map(({ because }) => because)).toEqual([]);
    expect(rule.cannotTell?.(clean, on(CLEAN_DAY))).toBeUndefined();
  });
});
