import { describe } from 'vitest';
import { SEED, recordOf } from '~/documents/business-case-lite/seed-for-test';
import { table, type Row } from '../../testing/criterion-table';
import { dayOfGate, readyFor } from '../../testing/whole-way';

const ready = { project: readyFor(recordOf(SEED), 1), gate: 1, day: dayOfGate(1) } as const;
const rows = (criterion: string, ...all: readonly Row[]) => table(() => ready, criterion, all);
const met: Row = { when: 'met', then: { result: 'met' } };

const { lines } = ready.project.money;
const saving = lines.findIndex((line) => line.kind === 'saving' && line.timing === 'recurring');
const once = lines.findIndex((line) => line.kind === 'investment' && line.timing === 'one-off');
const ongoing = lines.findIndex((line) => line.kind === 'investment' && line.timing === 'recurring');
const claimed = ready.project.benefits.findIndex((row) => row.description.state === 'given');
const line = (at: number, field: string, to: unknown): Row['edits'] => [[['money', 'lines', at, field], to]];
const cell = (at: number, fy: number, field: string, to: unknown): Row['edits'] => [
  [['money', 'lines', at, 'cells', fy, field], to],
];
const agreed = [['money', 'nonCashable'], { declared: {}, agreed: {} }] as const;
const withdrawn = { by: 'lead', day: '2023-12-01', seq: 1, why: 'not ours' };
const NONE = { state: 'none' };

/** Every claimed benefit withdrawn; what is left are the “-” of the form. */
const unclaimed = ready.project.benefits.flatMap((row, at) =>
  row.description.state === 'given' ? [[['benefits', at, 'withdrawn'], withdrawn] as const] : [],
);
const allNone = ready.project.benefits.map((_, at) => [['benefits', at, 'description'], NONE] as const);

describe('criteria of Gate 1', () => {
  rows(
    'options-appraised',
    met,
    {
      when: 'one option',
      edits: [[['registers', 'options', 1, 'withdrawn'], withdrawn]],
      then: { result: 'not-met', says: '1 option recorded', screen: 'registers', by: 'lead' },
    },
    {
      when: 'no business as usual',
      edits: [[['registers', 'options', 0, 'isBusinessAsUsual'], false]],
      then: { result: 'not-met', says: 'Business as usual is not' },
    },
    {
      when: 'none preferred',
      edits: [[['registers', 'options', 1, 'isPreferred'], false]],
      then: { result: 'not-met', says: 'No option is preferred' },
    },
    {
      when: 'preferred without a reason',
      edits: [[['registers', 'options', 1, 'reason'], ' ']],
      then: { result: 'not-met', says: 'preferred without a reason' },
    },
    {
      when: 'no option at all',
      edits: [[['registers', 'options'], []]],
      then: { result: 'not-met', says: '0 options' },
    },
  );
  rows(
    'benefits-defined',
    met,
    {
      when: 'no owner',
      edits: [[['benefits', claimed, 'owner'], undefined]],
      then: { result: 'not-met', says: 'no proposed owner', screen: 'benefits', by: 'lead' },
    },
    {
      when: 'an owner who declined is none',
      edits: [[['benefits', claimed, 'owner', 'declined'], withdrawn]],
      then: { result: 'not-met', says: 'no proposed owner' },
    },
    {
      when: 'no measure',
      edits: [[['benefits', claimed, 'measure'], '  ']],
      then: { result: 'not-met', says: 'no intended measure' },
    },
    {
      when: 'none is claimed, and nobody says so',
      edits: unclaimed,
      then: { result: 'not-met', says: 'nobody has confirmed', by: 'lead' },
    },
    {
      when: 'no row at all is no confirmed none',
      edits: [[['benefits'], []]],
      then: { result: 'not-met', says: 'nobody has confirmed' },
    },
    { when: 'every category is a confirmed none', edits: allNone, then: { result: 'not-applicable' } },
    {
      when: 'the register is confirmed empty',
      edits: [
        [['benefits'], []],
        [['registers', 'confirmedNone', 'benefits'], { by: 'lead', day: '', seq: 1 }],
      ],
      then: { result: 'not-applicable' },
    },
  );
  rows(
    'lines-classified',
    met,
    {
      when: 'no category',
      edits: line(saving, 'category', undefined),
      then: { result: 'not-met', says: 'has no category', screen: 'finance', by: 'lead' },
    },
    {
      when: 'no full-year effect',
      edits: line(saving, 'fullYearEffect', undefined),
      then: { result: 'not-met', says: 'no full-year effect' },
    },
    {
      when: 'no start month, and go-live is only a year',
      edits: [[['schedule', 'gates', 4, 'target', 'answer'], { state: 'given', value: '2024' }]],
      then: { result: 'not-met', says: 'no start month' },
    },
    {
      when: 'no convention',
      edits: line(saving, 'convention', undefined),
      then: { result: 'not-met', says: 'no convention' },
    },
    {
      when: 'no line, and cashable',
      edits: [[['money', 'lines'], []]],
      then: { result: 'not-met', says: 'no money line' },
    },
    {
      when: 'no line, and agreed to be non-cashable',
      edits: [[['money', 'lines'], []], agreed],
      then: { result: 'not-applicable' },
    },
  );
  rows(
    'cost-of-change-answered',
    met,
    {
      when: 'a year blank',
      edits: cell(once, 2025, 'proposed', { answer: { state: 'blank' } }),
      then: { result: 'not-met', says: '25/26: is not answered', screen: 'finance', by: 'lead' },
    },
    {
      when: 'a year TBC',
      edits: cell(ongoing, 2025, 'proposed', { answer: { state: 'tbc' } }),
      then: { result: 'not-met', says: 'Recurring investment, 25/26' },
    },
    {
      when: 'a “-” of the form',
      edits: cell(ongoing, 2023, 'proposed', { answer: { state: 'none-unconfirmed' } }),
      then: { result: 'not-met', says: 'nobody has confirmed as none' },
    },
    {
      when: 'one kind is not there at all',
      edits: line(ongoing, 'withdrawn', withdrawn),
      then: { result: 'not-met', says: 'Recurring investment is not answered for any year' },
    },
    {
      when: 'nothing invested where work is planned',
      edits: cell(once, 2024, 'proposed', { answer: NONE }),
      then: { result: 'not-met', says: 'No investment is entered', by: 'lead' },
    },
    {
      when: 'no horizon',
      edits: [[['money', 'horizon'], []]],
      then: { result: 'not-met', says: 'financial years are not set' },
    },
  );
  rows(
    'confidence-set',
    met,
    {
      when: 'the default of 0% is no confidence',
      edits: cell(saving, 2024, 'validated', undefined),
      then: { result: 'not-met', says: '24/25: finance has not set', screen: 'finance', by: 'finance' },
    },
    {
      when: '0% that finance set is',
      edits: cell(saving, 2024, 'validated', (was: object) => ({ ...was, confidence: 0, amount: 0 })),
      then: { result: 'met' },
    },
    {
      when: 'the proposal changed since',
      edits: line(saving, 'termsSeq', 9_999),
      then: { result: 'not-met', says: 'changed after finance set' },
    },
    {
      when: 'nothing proposed',
      edits: line(saving, 'cells', {}),
      then: { result: 'not-met', says: 'no proposed figure', by: 'lead' },
    },
    { when: 'non-cashable', edits: [[['money', 'lines'], []], agreed], then: { result: 'not-applicable' } },
  );
  rows(
    'part-year-settled',
    met,
    {
      when: 'a whole year’s saving from September',
      edits: cell(saving, 2024, 'proposed', (was: object) => ({
        ...was,
        answer: { state: 'given', value: 20_000_000 },
      })),
      then: { result: 'not-met', says: 'It starts in Sep 2024', screen: 'finance', by: 'lead' },
    },
    {
      when: 'a later start',
      edits: line(saving, 'startMonth', '2025-01'),
      then: { result: 'not-met', says: 'It starts in Jan 2025' },
    },
  );
  rows(
    'assumptions-owned',
    met,
    {
      when: 'no owner',
      edits: [[['registers', 'assumptions', 0, 'owner'], undefined]],
      then: { result: 'not-met', says: 'has no owner', screen: 'registers', by: 'lead' },
    },
    {
      when: 'an assumption nobody will test',
      edits: [[['registers', 'assumptions', 0, 'kind'], 'assumption']],
      then: { result: 'not-met', says: 'date by which it is tested' },
    },
    {
      when: 'not sorted',
      edits: [[['registers', 'assumptions', 0, 'kind'], 'unsorted']],
      then: { result: 'not-met', says: 'has no kind' },
    },
    {
      when: 'a constraint needs no owner',
      edits: [
        [
          ['registers', 'assumptions', 0],
          (was: object) => ({ ...was, kind: 'constraint', owner: undefined }),
        ],
      ],
      then: { result: 'met' },
    },
    {
      when: 'none recorded',
      edits: [[['registers', 'assumptions'], []]],
      then: { result: 'not-met', says: 'nobody has confirmed' },
    },
    {
      when: 'confirmed none',
      edits: [
        [['registers', 'assumptions'], []],
        [['registers', 'confirmedNone', 'assumptions'], { by: 'lead', day: '', seq: 1 }],
      ],
      then: { result: 'not-applicable' },
    },
  );
  rows(
    'stakeholders-recorded',
    met,
    {
      when: 'not confirmed as they stand',
      edits: [[['case', 'stakeholdersConfirmed'], undefined]],
      then: { result: 'not-met', says: 'Nobody has confirmed', screen: 'case', by: 'lead' },
    },
    {
      when: 'one TBC',
      edits: [[['case', 'text', 'providers', 'answer'], { state: 'tbc' }]],
      then: { result: 'not-met', says: 'Providers is to be confirmed' },
    },
    {
      when: 'a confirmed none will do',
      edits: [[['case', 'text', 'providers', 'answer'], NONE]],
      then: { result: 'met' },
    },
  );
  const risk = (more: object): Row['edits'] => [[['risks', 0], (was: object) => ({ ...was, ...more })]];
  rows(
    'risks-within-appetite',
    met,
    {
      when: 'above appetite and nobody’s',
      edits: risk({ likelihood: 4, impact: 4, owner: undefined, due: undefined }),
      then: { result: 'not-met', says: 'has no owner, no due date', screen: 'risks', by: 'lead' },
    },
    {
      when: 'above appetite with all three',
      edits: risk({ likelihood: 4, impact: 4 }),
      then: { result: 'met' },
    },
    {
      when: 'its owner mends it',
      edits: risk({ likelihood: 4, impact: 4, owner: 'service-manager', due: undefined }),
      then: { result: 'not-met', says: 'no due date', by: 'service-manager' },
    },
    {
      when: 'a risk without rating',
      edits: risk({ impact: undefined }),
      then: { result: 'not-met', says: 'no likelihood or no impact' },
    },
    {
      when: 'no risk was ever recorded',
      edits: [[['risks'], []]],
      then: { result: 'not-met', says: 'No risk is recorded' },
    },
    {
      when: 'withdrawing the only risk is not dealing with it',
      edits: risk({ withdrawn }),
      then: { result: 'not-met', says: 'No risk is recorded' },
    },
    { when: 'all risks closed', edits: risk({ closed: withdrawn }), then: { result: 'met' } },
  );
  const screening = ready.project.evidence.attestations.findIndex(
    (each) => each.criterion === 'impact-screened',
  );
  rows(
    'impact-screened',
    met,
    {
      when: 'not seen',
      edits: [[['evidence', 'attestations', screening, 'seen'], undefined]],
      then: { result: 'not-met', says: 'yet to mark it seen', by: 'pmo' },
    },
    {
      when: 'another scope',
      edits: [[['case', 'text', 'scopeIn', 'answer'], NONE]],
      then: { result: 'not-met', says: 'has changed since', screen: 'gate', by: 'lead' },
    },
    {
      when: 'it does not say why',
      edits: [[['evidence', 'attestations', screening, 'particulars', 'why'], '']],
      then: { result: 'not-met', says: 'It does not say: Why' },
    },
  );
  const needed = (neededFor: number, more: object = {}) =>
    [[['schedule', 'deliverables', 0], (was: object) => ({ ...was, neededFor, ...more })]] as const;
  rows(
    'deliverables-done',
    {
      when: 'none is needed yet',
      then: { result: 'not-applicable', says: 'No deliverable is needed for Gate 1' },
    },
    {
      when: 'one needed is open',
      edits: needed(1),
      then: {
        result: 'not-met',
        says: 'is needed for Gate 1 and is not complete',
        screen: 'schedule',
        by: 'lead',
      },
    },
    {
      when: 'one needed earlier is still asked for',
      edits: needed(0),
      then: { result: 'not-met', says: 'is needed for Gate 0' },
    },
    {
      when: 'complete without evidence',
      edits: needed(1, { completed: { by: 'lead', day: '', seq: 1, evidence: [], note: ' ' } }),
      then: { result: 'not-met', says: 'not complete with evidence' },
    },
    {
      when: 'complete with a note',
      edits: needed(1, {
        completed: { by: 'lead', day: '', seq: 1, evidence: [], note: 'Accepted on 1 Dec' },
      }),
      then: { result: 'met' },
    },
    { when: 'moved to a later gate', edits: needed(2), then: { result: 'not-applicable' } },
  );
});
