import { describe } from 'vitest';
import { SEED, recordOf } from '~/documents/business-case-lite/seed-for-test';
import { table, type Row } from '../../testing/criterion-table';
import { dayOfGate, readyFor } from '../../testing/whole-way';

const ready = { project: readyFor(recordOf(SEED), 2), gate: 2, day: dayOfGate(2) } as const;
const rows = (criterion: string, ...all: readonly Row[]) => table(() => ready, criterion, all);
const met: Row = { when: 'met', then: { result: 'met' } };

const { lines } = ready.project.money;
const saving = lines.findIndex((line) => line.kind === 'saving' && line.timing === 'recurring');
const ongoing = lines.findIndex((line) => line.kind === 'investment' && line.timing === 'recurring');
const claimed = ready.project.benefits.findIndex((row) => row.description.state === 'given');
const line = (field: string, to: unknown): Row['edits'] => [[['money', 'lines', saving, field], to]];
const agreed = [['money', 'nonCashable'], { declared: {}, agreed: {} }] as const;
const attested = (criterion: string) =>
  ready.project.evidence.attestations.findIndex((each) => each.criterion === criterion);
const unsigned = (criterion: string): Row => ({
  when: 'not attested',
  edits: [[['evidence', 'attestations', attested(criterion), 'withdrawn'], { why: '' }]],
  then: { result: 'not-met', says: 'Nobody has attested', screen: 'gate', by: 'lead' },
});
const benefit = (more: object): Row['edits'] => [
  [['benefits', claimed], (was: object) => ({ ...was, ...more })],
];
const validated = (fy: number, amount: number) =>
  [['money', 'lines', saving, 'cells', fy, 'validated', 'amount'], amount] as const;

describe('criteria of Gate 2', () => {
  rows(
    'benefits-measurable',
    met,
    {
      when: 'the owner has not accepted',
      edits: [[['benefits', claimed, 'owner', 'accepted'], undefined]],
      then: {
        result: 'not-met',
        says: 'its owner has not accepted it',
        screen: 'benefits',
        by: 'benefit-owner',
      },
    },
    {
      when: 'no target and no date',
      edits: benefit({ target: undefined, realisation: { state: 'tbc' } }),
      then: { result: 'not-met', says: 'no target, no realisation date', by: 'lead' },
    },
    {
      when: 'no baseline',
      edits: benefit({ baseline: undefined }),
      then: { result: 'not-met', says: 'nor a deliverable that will measure it' },
    },
    {
      when: 'a deliverable will measure it in time',
      edits: benefit({ baseline: undefined, baselineFoundBy: ready.project.schedule.deliverables[0]!.id }),
      then: { result: 'met' },
    },
    {
      when: 'a deliverable forecast after go-live will not',
      edits: [
        ...(benefit({
          baseline: undefined,
          baselineFoundBy: ready.project.schedule.deliverables[5]!.id,
        }) as []),
        [['schedule', 'deliverables', 5, 'forecastFinish'], { date: '2025-01' }],
      ],
      then: { result: 'not-met', says: 'baseline value' },
    },
    {
      when: 'no row, nothing confirmed',
      edits: [[['benefits'], []]],
      then: { result: 'not-met', says: 'nobody has confirmed' },
    },
    {
      when: 'confirmed none',
      edits: [
        [['benefits'], []],
        [['registers', 'confirmedNone', 'benefits'], {}],
      ],
      then: { result: 'not-applicable' },
    },
  );
  rows(
    'baseline-found',
    met,
    {
      when: 'the list does not cover the scope',
      edits: [[['case', 'costBaselinesCover', 'covers'], false]],
      then: {
        result: 'not-met',
        says: 'has not declared that the cost baselines cover',
        screen: 'registers',
        by: 'lead',
      },
    },
    {
      when: 'a saving that names none',
      edits: line('costBaseline', undefined),
      then: { result: 'not-met', says: 'names no cost baseline', screen: 'finance' },
    },
    {
      when: 'the cost is unknown',
      edits: [[['registers', 'costBaselines', 0, 'amount'], { state: 'tbc' }]],
      then: { result: 'not-met', says: 'whose cost is unknown', screen: 'registers' },
    },
    {
      when: 'it saves more than it costs',
      edits: [[['registers', 'costBaselines', 0, 'amount', 'value'], 19_999_999]],
      then: { result: 'not-met', says: 'more than there is' },
    },
    {
      when: 'all of it may be saved',
      edits: [[['registers', 'costBaselines', 0, 'amount', 'value'], 20_000_000]],
      then: { result: 'met' },
    },
    {
      when: 'what it saves cannot be told',
      edits: line('convention', undefined),
      then: { result: 'not-met', says: 'nobody can tell whether' },
    },
    { when: 'non-cashable', edits: [[['money', 'lines'], []], agreed], then: { result: 'not-applicable' } },
    {
      when: 'only income is claimed, though no cost is known',
      edits: [
        [['money', 'lines', saving, 'kind'], 'income'],
        [['money', 'lines', saving, 'costBaseline'], undefined],
        [['registers', 'costBaselines'], []],
      ],
      then: { result: 'not-applicable', says: 'only income' },
    },
    {
      when: 'income beside a saving that names no cost',
      edits: [
        [
          ['money', 'lines'],
          (all: readonly object[]) => [...all, { ...all[saving], id: 'income', kind: 'income' }],
        ],
        [['money', 'lines', saving, 'costBaseline'], undefined],
      ],
      then: { result: 'not-met', says: 'names no cost baseline' },
    },
    {
      when: 'nothing is claimed at all',
      edits: [[['money', 'lines'], []]],
      then: { result: 'not-met', says: 'no saving to draw on' },
    },
  );
  rows(
    'validated-enough',
    met,
    {
      when: 'exactly 60% is enough',
      edits: [validated(2024, 6_000_000), validated(2025, 6_000_000)],
      then: { result: 'met' },
    },
    {
      when: 'a penny less is not',
      edits: [validated(2024, 6_000_000), validated(2025, 5_999_999)],
      then: { result: 'not-met', says: '60% is asked for', screen: 'finance', by: 'finance' },
    },
    {
      when: 'one stale validation',
      edits: line('termsSeq', 9_999),
      then: { result: 'not-met', says: 'the validation is stale', by: 'finance' },
    },
    {
      when: 'no convention',
      edits: line('convention', undefined),
      then: { result: 'cannot-tell', says: 'has no convention', by: 'lead' },
    },
    {
      when: 'cost avoidance enters no total',
      edits: line('category', 'cost-avoidance'),
      then: { result: 'not-met', says: 'no proposed effect' },
    },
    { when: 'non-cashable', edits: [[['money', 'lines'], []], agreed], then: { result: 'not-applicable' } },
  );
  rows(
    'cost-of-change-validated',
    met,
    {
      when: 'a nil nobody confirmed',
      edits: [[['money', 'lines', ongoing, 'cells', 2026, 'validated'], undefined]],
      then: {
        result: 'not-met',
        says: '26/27: finance has not confirmed it',
        screen: 'finance',
        by: 'finance',
      },
    },
    {
      when: 'a year not answered',
      edits: [
        [['money', 'lines', ongoing, 'cells', 2026], { proposed: { answer: { state: 'blank' }, seq: 0 } }],
      ],
      then: { result: 'not-met', says: 'and it is not answered' },
    },
    {
      when: 'stale',
      edits: [[['money', 'lines', ongoing, 'termsSeq'], 9_999]],
      then: { result: 'not-met', says: 'finance has not confirmed it' },
    },
    {
      when: 'no investment line',
      edits: [[['money', 'lines'], []]],
      then: { result: 'not-met', says: 'not answered for any year', by: 'lead' },
    },
  );
  rows(
    'figures-evidenced',
    met,
    {
      when: 'no cost centre',
      edits: line('costCentre', ' '),
      then: { result: 'not-met', says: 'has no cost centre', screen: 'finance', by: 'lead' },
    },
    {
      when: 'nothing attached',
      edits: line('evidence', []),
      then: { result: 'not-met', says: 'no evidence attached' },
    },
    {
      when: 'what was attached is withdrawn',
      edits: [[['evidence', 'attachments', 0, 'withdrawn'], {}]],
      then: { result: 'not-met', says: 'no evidence attached' },
    },
    {
      when: 'no saving line',
      edits: [[['money', 'lines'], []]],
      then: { result: 'not-met', says: 'no saving with a figure' },
    },
    { when: 'non-cashable', edits: [[['money', 'lines'], []], agreed], then: { result: 'not-applicable' } },
  );
  rows(
    'route-chosen',
    met,
    unsigned('route-chosen'),
    {
      when: 'nobody says whether anything is bought',
      edits: [[['case', 'procurement', 'buying', 'answer'], { state: 'blank' }]],
      then: {
        result: 'not-met',
        says: 'not said whether money is to be spent outside',
        screen: 'case',
        by: 'lead',
      },
    },
    {
      when: 'bought without market evidence',
      edits: [[['evidence', 'attestations', attested('route-chosen'), 'attachments'], []]],
      then: { result: 'not-met', says: 'attach the market evidence' },
    },
  );
  const deliverable = (at: number, more: object) =>
    [['schedule', 'deliverables', at], (was: object) => ({ ...was, ...more })] as const;
  rows(
    'schedule-consistent',
    met,
    {
      when: 'starts after it finishes',
      edits: [deliverable(5, { forecastStart: { date: '2024-12' } })],
      then: { result: 'not-met', says: 'starts after it finishes', screen: 'schedule', by: 'pmo' },
    },
    {
      when: 'finishes after the gate that needs it',
      edits: [deliverable(4, { neededFor: 3 })],
      then: { result: 'not-met', says: 'Gate 3 needs it by Apr 2024' },
    },
    {
      when: 'the same month warns',
      edits: [deliverable(5, { neededFor: 4 })],
      then: { result: 'cannot-tell', says: 'do not tell which comes first' },
    },
    {
      when: 'complete is not late',
      edits: [deliverable(4, { neededFor: 3, completed: {} })],
      then: { result: 'met' },
    },
    {
      when: 'gates out of order',
      edits: [[['schedule', 'gates', 4, 'target', 'answer'], { state: 'given', value: '2024-02' }]],
      then: { result: 'not-met', says: 'in the wrong order' },
    },
  );
  rows('contingency-stated', met, {
    ...unsigned('contingency-stated'),
    then: { result: 'not-met', says: 'Nobody has attested', passes: true },
  });
  rows('consultees-heard', met, unsigned('consultees-heard'), {
    when: 'other changes are proposed',
    edits: [[['case', 'text', 'proposedChanges', 'answer'], { state: 'given', value: 'More' }]],
    then: { result: 'not-met', says: 'has changed since' },
  });
  rows(
    'no-double-count',
    met,
    {
      when: 'nobody has confirmed',
      edits: [[['evidence', 'attestations'], []]],
      then: {
        result: 'not-met',
        says: 'Nobody has confirmed that the 2 linked cases',
        screen: 'gate',
        by: 'finance',
      },
    },
    {
      when: 'not seen',
      edits: [[['evidence', 'attestations', attested('no-double-count'), 'seen'], undefined]],
      then: { result: 'not-met', says: 'yet to mark it seen', by: 'pmo' },
    },
    {
      when: 'the linked cases changed',
      edits: [[['registers', 'linkedCases', 0, 'name'], 'Another']],
      then: { result: 'not-met', says: 'have changed since' },
    },
    {
      when: 'more is validated than it costs',
      edits: [[['registers', 'costBaselines', 0, 'amount', 'value'], 17_999_999]],
      then: { result: 'not-met', says: 'more than its cost', screen: 'finance', by: 'finance' },
    },
    {
      when: 'what is validated cannot be told',
      edits: line('convention', undefined),
      then: { result: 'not-met', says: 'nobody can tell what is validated' },
    },
    {
      when: 'no linked case, and nobody says so',
      edits: [[['registers', 'linkedCases'], []]],
      then: {
        result: 'not-met',
        says: 'nobody has confirmed that there is none',
        screen: 'registers',
        by: 'lead',
      },
    },
    {
      when: 'no linked case, confirmed',
      edits: [
        [['registers', 'linkedCases'], []],
        [['registers', 'confirmedNone', 'linkedCases'], {}],
      ],
      then: { result: 'met' },
    },
  );
  rows('gates-dated', {
    when: 'all six are asked for from here',
    edits: [[['schedule', 'gates', 5, 'target', 'answer'], { state: 'tbc' }]],
    then: { result: 'not-met', says: 'Gate 5 has no date: it is TBC' },
  });
  rows('saving-indicated', {
    when: 'standing: asked again',
    edits: line('adopted', undefined),
    then: { result: 'not-met', says: 'no lead has adopted it' },
  });
});
