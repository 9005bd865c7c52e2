import { describe, expect, it } from 'vitest';
import { SEED, recordOf } from '~/documents/business-case-lite/seed-for-test';
import type { External } from '../../command/context';
import { assess } from '../assess';
import { outcomeIn, table, type Row } from '../../testing/criterion-table';
import { edit } from '../../testing/edit';
import { scenario } from '../../testing/scenario';
import { dayOfGate, readyFor } from '../../testing/whole-way';

const imported = recordOf(SEED);
const ready = { project: readyFor(imported, 0), gate: 0, day: dayOfGate(0) } as const;
const { external } = scenario().context;

const BLANK = { state: 'blank' };
const TBC = { state: 'tbc' };
const inactive =
  (person: string) =>
  (given: External): External => ({ ...given, directory: edit(given.directory, [person, 'active'], false) });
const text = (field: string, answer: object): Row['edits'] => [[['case', 'text', field, 'answer'], answer]];
const saving = ready.project.money.lines.findIndex(
  (line) => line.kind === 'saving' && line.timing === 'recurring',
);
const line = (field: string, to: unknown): Row['edits'] => [[['money', 'lines', saving, field], to]];
const appointment = (role: string) => ready.project.people.findIndex((each) => each.role === role);
const rows = (criterion: string, ...all: readonly Row[]) => table(() => ready, criterion, all);
const met: Row = { when: 'met', then: { result: 'met' } };

describe('RX-004 as imported, at Gate 0', () => {
  const outcomes = (day: string) => assess(imported, 0, external, day);
  const notMet = (day: string) =>
    outcomes(day)
      .filter((each) => each.result === 'not-met')
      .map((each) => each.criterion);
  const NOT_MET = [
    'sponsor-named',
    'lead-named',
    'scope-answered',
    'cost-baseline-listed',
    'saving-indicated',
    'risk-recorded',
    'overlap-considered',
    'finance-aware',
  ];

  it('fails on 1 October 2023 where the form leaves off, cannot tell the rating, and meets the rest', () => {
    expect(notMet('2023-10-01')).toEqual(NOT_MET);
    const others = outcomes('2023-10-01').filter((each) => each.result !== 'not-met');
    expect(Object.fromEntries(others.map((each) => [each.criterion, each.result]))).toEqual({
      'identity-recorded': 'met',
      'opportunity-stated': 'met',
      'qualification-rated': 'cannot-tell',
      'gates-dated': 'met',
    });
  });

  it('fails on today’s day for its dates as well: every one is past', () => {
    expect(notMet('2026-11-23').sort()).toEqual([...NOT_MET, 'gates-dated'].sort());
    const { obstacles } = outcomeIn(imported, 'gates-dated', 0, '2026-11-23');
    expect(obstacles.filter((each) => each.because.includes('is not decided'))).toHaveLength(6);
  });

  it('says of the cost what the text suggests, and of the risk both totals', () => {
    expect(outcomeIn(imported, 'cost-baseline-listed', 0, '2023-10-01').because).toMatch(
      /suggested from the text/,
    );
    const { because } = outcomeIn(imported, 'risk-recorded', 0, '2023-10-01');
    expect(because).toMatch(/12/);
    expect(because).toMatch(/6/);
    expect(because).toMatch(/no owner/);
  });
});

describe('criteria of Gate 0', () => {
  rows(
    'identity-recorded',
    met,
    {
      when: 'TBC is not given',
      edits: text('theme', TBC),
      then: {
        result: 'not-met',
        says: 'Transformation theme is to be confirmed (TBC)',
        screen: 'case',
        by: 'lead',
      },
    },
    {
      when: 'a none is not given either',
      edits: text('department', { state: 'none' }),
      then: { result: 'not-met', says: 'is answered “none”' },
    },
    {
      when: 'nor a blank',
      edits: text('title', BLANK),
      then: { result: 'not-met', says: 'is not answered' },
    },
  );
  rows(
    'sponsor-named',
    met,
    {
      when: 'nobody is named',
      edits: [[['people'], []]],
      then: { result: 'not-met', says: 'The form says TBC', screen: 'people', by: 'pmo' },
    },
    {
      when: 'named and silent',
      edits: [[['people', appointment('sponsor'), 'accepted'], undefined]],
      then: { result: 'not-met', says: 'has not accepted', screen: 'people', by: 'sponsor' },
    },
    {
      when: 'the account is not active',
      external: inactive('sponsor'),
      then: { result: 'not-met', says: 'not active', by: 'pmo' },
    },
  );
  rows(
    'lead-named',
    met,
    {
      when: 'nobody is named',
      edits: [[['people'], []]],
      then: { result: 'not-met', says: 'Nobody is named as lead', screen: 'people', by: 'pmo' },
    },
    {
      when: 'named and silent',
      edits: [[['people', appointment('lead'), 'accepted'], undefined]],
      then: { result: 'not-met', says: 'has not accepted', by: 'lead' },
    },
    {
      when: 'the lead is the sponsor too',
      edits: [[['people', appointment('lead'), 'person'], 'sponsor']],
      then: { result: 'not-met', says: 'also the sponsor', by: 'pmo' },
    },
    {
      when: 'the account is not active',
      external: inactive('lead'),
      then: { result: 'not-met', says: 'not active', by: 'pmo' },
    },
  );
  rows(
    'opportunity-stated',
    met,
    {
      when: 'no opportunity',
      edits: text('opportunity', TBC),
      then: { result: 'not-met', says: 'Opportunity is to be', screen: 'case', by: 'lead' },
    },
    {
      when: 'no objective, not even by a confirmed none',
      edits: text('objectives', { state: 'none' }),
      then: { result: 'not-met', says: 'Objectives' },
    },
  );
  rows(
    'scope-answered',
    met,
    { when: 'a confirmed none will do', edits: text('scopeOut', { state: 'none' }), then: { result: 'met' } },
    {
      when: 'a “-” of the form will not',
      edits: text('scopeOut', { state: 'none-unconfirmed' }),
      then: { result: 'not-met', says: 'nobody has confirmed as none', screen: 'case', by: 'lead' },
    },
    {
      when: 'blank',
      edits: text('scopeIn', BLANK),
      then: { result: 'not-met', says: 'In scope is not answered' },
    },
  );
  rows(
    'cost-baseline-listed',
    met,
    {
      when: 'none is listed',
      edits: [[['registers', 'costBaselines'], []]],
      then: { result: 'not-met', says: 'No cost baseline is confirmed', screen: 'registers', by: 'lead' },
    },
    {
      when: 'a cost without year',
      edits: [[['registers', 'costBaselines', 0, 'year'], undefined]],
      then: { result: 'not-met', says: 'has no year' },
    },
    {
      when: 'a cost without source',
      edits: [[['registers', 'costBaselines', 0, 'source'], undefined]],
      then: { result: 'not-met', says: 'has no source' },
    },
    {
      when: 'unknown, and nothing finds it',
      edits: [[['registers', 'costBaselines', 0, 'amount'], TBC]],
      then: { result: 'not-met', says: 'no deliverable is named' },
    },
    {
      when: 'the lead has not declared what they cover',
      edits: [[['case', 'costBaselinesCover'], undefined]],
      then: { result: 'not-met', says: 'has not declared' },
    },
    {
      when: 'a list that does not cover is a declaration too',
      edits: [[['case', 'costBaselinesCover', 'covers'], false]],
      then: { result: 'met' },
    },
  );
  rows(
    'saving-indicated',
    met,
    {
      when: 'no lead stands behind it',
      edits: line('adopted', undefined),
      then: { result: 'not-met', says: 'no lead has adopted it', screen: 'finance', by: 'lead' },
    },
    {
      when: 'no convention',
      edits: line('convention', undefined),
      then: { result: 'not-met', says: 'has no convention', screen: 'finance', by: 'lead' },
    },
    {
      when: 'a one-off needs none',
      edits: [...(line('convention', undefined) as []), [['money', 'lines', saving, 'timing'], 'one-off']],
      then: { result: 'met' },
    },
    {
      when: 'no figure in any year',
      edits: line('cells', {}),
      then: { result: 'not-met', says: 'No saving has a figure' },
    },
    {
      when: 'non-cashable, not agreed',
      edits: [
        [['money', 'lines'], []],
        [['money', 'nonCashable'], { declared: {} }],
      ],
      then: { result: 'not-met', says: 'finance has not agreed', by: 'finance' },
    },
    {
      when: 'non-cashable, agreed',
      edits: [
        [['money', 'lines'], []],
        [['money', 'nonCashable'], { declared: {}, agreed: {} }],
      ],
      then: { result: 'met' },
    },
    {
      when: 'withdrawn lines are no saving',
      edits: line('withdrawn', { by: 'lead', day: '', seq: 1, why: '' }),
      then: { result: 'not-met' },
    },
  );
  rows(
    'qualification-rated',
    met,
    {
      when: 'TBC',
      edits: [[['case', 'qualification', 'effort', 'answer'], TBC]],
      then: { result: 'not-met', says: 'Effort is to be', screen: 'case', by: 'lead', passes: true },
    },
    {
      when: 'a number of the form',
      edits: [[['case', 'qualification', 'impact', 'fromDocument'], true]],
      then: { result: 'cannot-tell', says: 'names no scale', screen: 'case', passes: true },
    },
  );
  rows(
    'risk-recorded',
    met,
    {
      when: 'no risk',
      edits: [[['risks'], []]],
      then: { result: 'not-met', says: 'No risk is recorded', screen: 'risks', by: 'lead' },
    },
    {
      when: 'only a closed one',
      edits: [[['risks', 0, 'closed'], { by: 'lead', day: '', seq: 1, why: '' }]],
      then: { result: 'not-met', says: 'No risk is recorded' },
    },
    {
      when: 'no owner and no mitigation',
      edits: [
        [['risks', 0, 'owner'], undefined],
        [['risks', 0, 'mitigation'], ' '],
      ],
      then: { result: 'not-met', says: 'has no owner and no mitigation' },
    },
    {
      when: 'another total than the scheme’s',
      edits: [[['risks', 0, 'statedTotal'], 12]],
      then: { result: 'not-met', says: '12', screen: 'risks', by: 'lead' },
    },
  );
  const gate = (n: number, date: string) =>
    [['schedule', 'gates', n, 'target', 'answer'], { state: 'given', value: date }] as const;
  rows(
    'gates-dated',
    met,
    {
      when: 'the next gate is TBC',
      edits: [[['schedule', 'gates', 1, 'target', 'answer'], TBC]],
      then: { result: 'not-met', says: 'Gate 1 has no date: it is TBC', screen: 'schedule', by: 'pmo' },
    },
    {
      when: 'the one after the next two may wait',
      edits: [[['schedule', 'gates', 2, 'target', 'answer'], TBC]],
      then: { result: 'met' },
    },
    {
      when: 'a contradicted order',
      edits: [gate(3, '2024-02')],
      then: { result: 'not-met', says: 'in the wrong order', by: 'pmo' },
    },
    {
      when: 'the same month cannot tell, and warns',
      edits: [gate(3, '2024-03')],
      then: { result: 'cannot-tell', says: 'do not tell which comes first' },
    },
    {
      when: 'a vague date between two does not hide that they contradict',
      edits: [gate(2, '2023-12'), gate(3, '2023'), gate(4, '2023-11')],
      then: { result: 'not-met', says: 'Gate 2 (Dec 2023) and Gate 4 (Nov 2023)' },
    },
    { when: 'the last day of its month is not past', on: '2023-10-31', then: { result: 'met' } },
    {
      when: 'the day after is',
      on: '2023-11-01',
      then: { result: 'not-met', says: 'Gate 0 was due Oct 2023 and is not decided', by: 'pmo' },
    },
  );
  rows(
    'overlap-considered',
    met,
    {
      when: 'nobody has attested',
      edits: [[['evidence', 'attestations'], []]],
      then: { result: 'not-met', says: 'Nobody has attested', screen: 'gate', by: 'pmo', passes: true },
    },
    {
      when: 'nobody else has seen it',
      edits: [[['evidence', 'attestations', 0, 'seen'], undefined]],
      then: { result: 'not-met', says: 'somebody else has yet to mark it seen' },
    },
    {
      when: 'another linked case',
      edits: [[['registers', 'linkedCases', 0, 'name'], 'Something else']],
      then: { result: 'not-met', says: 'has changed since' },
    },
    {
      when: 'a withdrawn attestation is none',
      edits: [[['evidence', 'attestations', 0, 'withdrawn'], { why: '' }]],
      then: { result: 'not-met', says: 'Nobody has attested' },
    },
  );
  rows(
    'finance-aware',
    met,
    {
      when: 'not signed',
      edits: [[['evidence', 'signOffs'], []]],
      then: { result: 'not-met', says: 'Nobody has signed', by: 'finance', passes: true },
    },
    {
      when: 'another opportunity',
      edits: text('opportunity', { state: 'given', value: 'Something else' }),
      then: { result: 'not-met', says: 'has changed since' },
    },
  );
});
