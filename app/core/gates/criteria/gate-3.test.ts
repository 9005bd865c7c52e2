import { describe } from 'vitest';
import { SEED, recordOf } from '~/documents/business-case-lite/seed-for-test';
import { table, type Row } from '../../testing/criterion-table';
import { dayOfGate, readyFor } from '../../testing/whole-way';

const ready = { project: readyFor(recordOf(SEED), 3), gate: 3, day: dayOfGate(3) } as const;
const rows = (criterion: string, ...all: readonly Row[]) => table(() => ready, criterion, all);
const met: Row = { when: 'met', then: { result: 'met' } };

const { lines } = ready.project.money;
const saving = lines.findIndex((line) => line.kind === 'saving' && line.timing === 'recurring');
const claimed = ready.project.benefits.findIndex((row) => row.description.state === 'given');
const line = (field: string, to: unknown): Row['edits'] => [[['money', 'lines', saving, field], to]];
const cell = (fy: number, field: string, to: unknown) =>
  [['money', 'lines', saving, 'cells', fy, field], to] as const;
const agreed = [['money', 'nonCashable'], { declared: {}, agreed: {} }] as const;
const attested = (criterion: string) =>
  ready.project.evidence.attestations.findIndex((each) => each.criterion === criterion);
const says = (criterion: string, particular: string, answer: string): Row['edits'] => [
  [['evidence', 'attestations', attested(criterion), 'particulars', particular], answer],
];
const given = (value: number) => ({ answer: { state: 'given', value } });

describe('criteria of Gate 3', () => {
  rows(
    'case-unchanged',
    met,
    {
      when: 'a change listed lapses when it changes again',
      edits: [[['schedule', 'gates', 5, 'target', 'answer', 'value'], '2025-06']],
      then: {
        result: 'not-met',
        says: 'the date of Gate 5 moved from Dec 2024 to Jun 2025',
        screen: 'changes',
        by: 'lead',
      },
    },
    {
      when: 'a date within tolerance is no change',
      edits: [[['schedule', 'gates', 4, 'target', 'answer', 'value'], '2024-10']],
      then: { result: 'met' },
    },
    {
      when: 'a date brought forward moves as well',
      edits: [[['schedule', 'gates', 4, 'target', 'answer', 'value'], '2024-07']],
      then: { result: 'not-met', says: 'the date of Gate 4' },
    },
    {
      when: 'other objectives',
      edits: [[['case', 'text', 'objectives', 'answer'], { state: 'given', value: 'Other' }]],
      then: { result: 'not-met', says: 'the objectives changed' },
    },
    {
      when: 'another scope',
      edits: [[['case', 'text', 'scopeOut', 'answer'], { state: 'none' }]],
      then: { result: 'not-met', says: 'the scope changed' },
    },
    {
      when: 'another preferred option',
      edits: [[['registers', 'options', 0, 'isPreferred'], true]],
      then: { result: 'not-met', says: 'the preferred option changed' },
    },
    {
      when: 'another figure',
      edits: [cell(2025, 'proposed', (was: object) => ({ ...was, answer: { state: 'given', value: 1 } }))],
      then: { result: 'not-met', says: 'its figures or terms' },
    },
    {
      when: 'a line withdrawn',
      edits: line('withdrawn', {}),
      then: { result: 'not-met', says: 'its figures or terms' },
    },
    {
      when: 'another benefit target',
      edits: [[['benefits', claimed, 'target'], '10']],
      then: { result: 'not-met', says: 'the target or date of' },
    },
    {
      when: 'finance’s series are not the case',
      edits: [
        cell(2025, 'mtfs', undefined),
        cell(2025, 'validated', undefined),
        cell(2027, 'proposed', { answer: { state: 'blank' }, seq: 0 }),
      ],
      then: { result: 'met' },
    },
    {
      when: 'no picture at Gate 2',
      edits: [[['gates', 'baselines'], []]],
      then: { result: 'cannot-tell', says: 'no picture of the case at Gate 2', by: 'pmo' },
    },
  );
  rows(
    'validated-for-budget',
    met,
    {
      when: 'a year not validated',
      edits: [cell(2025, 'validated', undefined)],
      then: { result: 'not-met', says: '25/26 is not validated', screen: 'finance', by: 'finance' },
    },
    {
      when: 'a penny under 80%',
      edits: [
        cell(2024, 'validated', (was: object) => ({ ...was, amount: 8_000_000 })),
        cell(2025, 'validated', (was: object) => ({ ...was, amount: 7_999_999 })),
      ],
      then: { result: 'not-met', says: '80% is asked for' },
    },
    {
      when: 'the MTFS takes another figure',
      edits: [
        cell(2024, 'mtfs', (was: object) => ({ ...was, amount: { state: 'given', value: 20_000_000 } })),
      ],
      then: { result: 'not-met', says: 'the MTFS takes £200,000', by: 'finance' },
    },
    {
      when: 'the MTFS does not take it yet',
      edits: [cell(2024, 'mtfs', undefined)],
      then: { result: 'not-met', says: 'the MTFS does not take it yet' },
    },
    {
      when: 'stale',
      edits: line('termsSeq', 9_999),
      then: { result: 'not-met', says: 'the validation is stale' },
    },
    {
      when: 'no convention',
      edits: line('convention', undefined),
      then: { result: 'cannot-tell', says: 'has no convention' },
    },
    { when: 'non-cashable', edits: [[['money', 'lines'], []], agreed], then: { result: 'not-applicable' } },
  );
  rows(
    'mtfs-reconciled',
    met,
    {
      when: 'a year without an answer',
      edits: [cell(2026, 'mtfs', undefined)],
      then: {
        result: 'not-met',
        says: '26/27: the MTFS figure is neither given',
        screen: 'finance',
        by: 'finance',
      },
    },
    {
      when: 'a “-” of a form is no answer',
      edits: [
        cell(2026, 'mtfs', {
          amount: { state: 'none-unconfirmed' },
          round: '',
          by: 'finance',
          day: '',
          seq: 1,
        }),
      ],
      then: { result: 'not-met', says: 'neither given nor a confirmed none' },
    },
    {
      when: 'a gap, felt in every later year',
      edits: [
        cell(2024, 'mtfs', (was: object) => ({ ...was, amount: { state: 'given', value: 10_000_000 } })),
      ],
      then: { result: 'not-met', says: '26/27: a gap of £10,000', by: 'finance' },
    },
    {
      when: 'a gap explained in part',
      edits: [
        cell(2024, 'mtfs', (was: object) => ({ ...was, amount: { state: 'given', value: 10_000_000 } })),
        cell(2024, 'gapParts', [
          { amount: 400_000, gap: 1_000_000, why: 'Agreed', by: 'finance', day: '', seq: 1_000_000 },
        ]),
      ],
      then: { result: 'not-met', says: 'of which £4,000 is explained', by: 'finance' },
    },
    {
      when: 'cost avoidance is not in the MTFS',
      edits: line('category', 'cost-avoidance'),
      then: { result: 'not-applicable' },
    },
    {
      when: 'no adopted saving',
      edits: line('adopted', undefined),
      then: { result: 'not-met', says: 'no adopted saving', by: 'lead' },
    },
    { when: 'non-cashable', edits: [[['money', 'lines'], []], agreed], then: { result: 'not-applicable' } },
  );
  const funding = ready.project.evidence.signOffs.findIndex((each) => each.criterion === 'funding-agreed');
  rows(
    'funding-agreed',
    met,
    {
      when: 'not signed',
      edits: [[['evidence', 'signOffs', funding, 'withdrawn'], {}]],
      then: { result: 'not-met', says: 'Nobody has signed', screen: 'gate', by: 'finance' },
    },
    {
      when: 'no source',
      edits: [[['evidence', 'signOffs', funding, 'particulars', 'source'], '']],
      then: { result: 'not-met', says: 'The source of the funding' },
    },
    {
      when: 'the amount is no amount',
      edits: [[['evidence', 'signOffs', funding, 'particulars', 'amount'], 'some']],
      then: { result: 'not-met', says: 'The amount agreed' },
    },
    {
      when: 'another investment',
      edits: [
        [
          [
            'money',
            'lines',
            lines.findIndex((each) => each.kind === 'investment'),
            'cells',
            2025,
            'proposed',
          ],
          given(5),
        ],
      ],
      then: { result: 'not-met', says: 'has changed since' },
    },
  );
  rows(
    'authority-recorded',
    met,
    {
      when: 'too low an authority',
      edits: says('authority-recorded', 'authority', 'Head of service'),
      then: {
        result: 'not-met',
        says: 'Corporate Director, or above it Executive',
        screen: 'gate',
        by: 'pmo',
      },
    },
    {
      when: 'a higher one will do',
      edits: says('authority-recorded', 'authority', 'executive (key decision)'),
      then: { result: 'met' },
    },
    {
      when: 'a decision to come',
      edits: says('authority-recorded', 'date', '2024-05-01'),
      then: { result: 'not-met', says: 'has not come yet' },
    },
    {
      when: 'call-in still runs',
      edits: says('authority-recorded', 'callInExpired', '2024-05-01'),
      then: { result: 'not-met', says: 'Call-in' },
    },
    {
      when: 'a date that is none',
      edits: says('authority-recorded', 'date', 'in April'),
      then: { result: 'not-met', says: 'is not a whole day' },
    },
    {
      when: 'no reference',
      edits: says('authority-recorded', 'reference', ' '),
      then: { result: 'not-met', says: 'The decision’s reference' },
    },
  );
  const screening = attested('impact-screened');
  const notNeeded = [
    ['evidence', 'attestations', screening, 'particulars', 'equality'],
    'not-needed',
  ] as const;
  rows(
    'impact-assessed',
    met,
    {
      when: 'none screened as needed',
      edits: [notNeeded],
      then: { result: 'not-applicable', says: 'no assessment needed' },
    },
    {
      when: 'a screening nobody has seen excuses nothing',
      edits: [notNeeded, [['evidence', 'attestations', screening, 'seen'], undefined]],
      then: { result: 'not-met', says: 'has changed since', by: 'lead' },
    },
    {
      when: 'a screening of another scope excuses nothing',
      edits: [notNeeded, [['case', 'text', 'scopeIn', 'answer'], { state: 'none' }]],
      then: { result: 'not-met', says: 'has changed since' },
    },
    {
      when: 'no screening excuses nothing',
      edits: [[['evidence', 'attestations'], []]],
      then: { result: 'not-met', says: 'Nobody has attested' },
    },
  );
  rows(
    'ready-to-baseline',
    met,
    {
      when: 'a gate without date',
      edits: [[['schedule', 'gates', 5, 'target', 'answer'], { state: 'tbc' }]],
      then: { result: 'not-met', says: 'Gate 5 has no date', screen: 'schedule', by: 'pmo' },
    },
    {
      when: 'a deliverable without finish',
      edits: [[['schedule', 'deliverables', 5, 'finish', 'answer'], { state: 'tbc' }]],
      then: { result: 'not-met', says: 'has no start or no finish' },
    },
    {
      when: 'no deliverable at all',
      edits: [[['schedule', 'deliverables'], []]],
      then: { result: 'not-met', says: 'No deliverable is recorded' },
    },
    {
      when: 'a line nobody adopted',
      edits: line('adopted', undefined),
      then: { result: 'not-met', says: 'is adopted by no lead', by: 'lead' },
    },
    {
      when: 'a figure TBC',
      edits: [cell(2026, 'proposed', { answer: { state: 'tbc' }, seq: 0 })],
      then: { result: 'not-met', says: 'is TBC in 26/27' },
    },
    {
      when: 'a benefit without target',
      edits: [[['benefits', claimed, 'target'], undefined]],
      then: { result: 'not-met', says: 'has no target or no realisation date' },
    },
  );
  rows(
    'assurance-given',
    met,
    {
      when: 'no opinion',
      edits: [[['gates', 'opinions'], []]],
      then: { result: 'not-met', says: 'No assurer', screen: 'gate', by: 'assurer', passes: true },
    },
    { when: 'three months old to the day', on: '2024-07-08', then: { result: 'met' } },
    { when: 'older', on: '2024-07-09', then: { result: 'not-met', says: 'older than 3 months' } },
    {
      when: 'its giver has a role here now',
      edits: [[['people', 0, 'person'], 'assurer']],
      then: { result: 'not-met', says: 'No assurer outside' },
    },
    {
      when: 'no scale',
      edits: [[['gates', 'opinions', 0, 'scale'], ' ']],
      then: { result: 'not-met', says: 'No assurer' },
    },
  );
  const high = (more: object): Row['edits'] => [
    [['risks', 0], (was: object) => ({ ...was, likelihood: 4, impact: 4, ...more })],
  ];
  rows(
    'risks-accepted',
    { when: 'none remains high', then: { result: 'met', says: 'No risk remains high' } },
    {
      when: 'a high one not accepted',
      edits: high({}),
      then: { result: 'not-met', says: 'remains high (16)', screen: 'risks', by: 'sponsor' },
    },
    {
      when: 'accepted as it now scores',
      edits: high({ accepted: { by: 'sponsor', day: '', seq: 9_000 } }),
      then: { result: 'met', says: 'accepted 1 high risk' },
    },
    {
      when: 'accepted before it was scored so',
      edits: high({ accepted: { by: 'sponsor', day: '', seq: 1 } }),
      then: { result: 'not-met' },
    },
  );
});
