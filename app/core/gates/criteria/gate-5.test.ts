import { describe } from 'vitest';
import { SEED, recordOf } from '~/documents/business-case-lite/seed-for-test';
import { table, type Row } from '../../testing/criterion-table';
import { dayOfGate, readyFor } from '../../testing/whole-way';

const ready = { project: readyFor(recordOf(SEED), 5), gate: 5, day: dayOfGate(5) } as const;
const rows = (criterion: string, ...all: readonly Row[]) => table(() => ready, criterion, all);
const met: Row = { when: 'met', then: { result: 'met' } };

const { lines } = ready.project.money;
const saving = lines.findIndex((line) => line.kind === 'saving' && line.timing === 'recurring');
const claimed = ready.project.benefits.findIndex((row) => row.description.state === 'given');
const line = (field: string, to: unknown): Row['edits'] => [[['money', 'lines', saving, field], to]];
const cell = (fy: number, field: string, to: unknown) =>
  [['money', 'lines', saving, 'cells', fy, field], to] as const;
const delivered = (fy: number, more: object) => cell(fy, 'delivered', (was: object) => ({ ...was, ...more }));
const agreed = [['money', 'nonCashable'], { declared: {}, agreed: {} }] as const;
const leakage = { by: 'sponsor', day: '', seq: 1, changeRequest: 'c' };

describe('criteria of Gate 5', () => {
  rows(
    'time-to-tell',
    met,
    { when: 'six months to the day', on: '2025-03-09', then: { result: 'met' } },
    {
      when: 'a day short of six months',
      on: '2025-03-08',
      then: { result: 'not-met', says: '6 months are up on 9 March 2025', screen: 'schedule' },
    },
    {
      when: 'no go-live',
      edits: [[['schedule', 'goLive'], undefined]],
      then: { result: 'not-met', says: 'has not recorded the go-live', by: 'bau-owner' },
    },
    {
      when: 'no evidence',
      edits: [[['schedule', 'goLive', 'note'], ' ']],
      then: { result: 'not-met', says: 'no evidence' },
    },
    {
      when: 'only a month',
      edits: [[['schedule', 'goLive', 'date'], '2024-09']],
      then: { result: 'not-met', says: 'not a full date' },
    },
  );
  rows(
    'benefits-measured',
    met,
    {
      when: 'no reading',
      edits: [[['benefits', claimed, 'readings'], []]],
      then: { result: 'not-met', says: 'no reading since go-live', screen: 'benefits', by: 'benefit-owner' },
    },
    {
      when: 'a reading from before',
      edits: [[['benefits', claimed, 'readings', 0, 'date'], '2024-08']],
      then: { result: 'not-met', says: 'no reading since go-live' },
    },
    {
      when: 'a withdrawn reading',
      edits: [[['benefits', claimed, 'readings', 0, 'withdrawn'], {}]],
      then: { result: 'not-met' },
    },
    {
      when: 'go-live not recorded',
      edits: [[['schedule', 'goLive'], undefined]],
      then: { result: 'not-met', says: 'which is not recorded' },
    },
    {
      when: 'one withdrawn by change request shows as leakage',
      edits: [[['benefits', claimed, 'leakage'], leakage]],
      then: { result: 'met', says: '1 lost by change request' },
    },
    {
      when: 'all withdrawn by change request',
      edits: ready.project.benefits.map((row, at) => [
        ['benefits', at],
        { ...row, ...(row.description.state === 'given' ? { leakage } : { description: { state: 'none' } }) },
      ]),
      then: { result: 'not-applicable', says: '2 lost' },
    },
    {
      when: 'none there at all',
      edits: [[['benefits'], []]],
      then: { result: 'not-met', says: 'nobody has confirmed' },
    },
  );
  rows(
    'savings-delivered',
    met,
    {
      when: 'nothing recorded',
      edits: [cell(2024, 'delivered', undefined)],
      then: {
        result: 'not-met',
        says: '24/25: nothing is recorded as delivered',
        screen: 'finance',
        by: 'lead',
      },
    },
    {
      when: 'nothing to date in the year that runs',
      edits: [cell(2025, 'delivered', undefined)],
      then: { result: 'not-met', says: 'delivered to date' },
    },
    {
      when: 'only to date of a year that is over',
      edits: [delivered(2024, { toDate: true })],
      then: { result: 'not-met', says: 'the year is over' },
    },
    {
      when: 'no evidence',
      edits: [delivered(2024, { note: ' ' })],
      then: { result: 'not-met', says: 'has no evidence' },
    },
    {
      when: 'not confirmed',
      edits: [delivered(2024, { confirmed: undefined })],
      then: { result: 'not-met', says: 'finance has not confirmed', by: 'finance' },
    },
    {
      when: 'no forecast of the year that runs',
      edits: [cell(2025, 'forecast', undefined)],
      then: { result: 'not-met', says: 'the year runs and has no forecast' },
    },
    {
      when: 'neither banked nor settled',
      edits: [cell(2024, 'banked', undefined)],
      then: { result: 'not-met', says: 'neither banked, scheduled', by: 'finance' },
    },
    {
      when: 'formally not bankable will do',
      edits: [cell(2024, 'banked', undefined), cell(2024, 'banking', { status: 'not-bankable', why: 'x' })],
      then: { result: 'met' },
    },
    {
      when: 'a category that is not banked',
      edits: [cell(2024, 'banked', undefined), [['money', 'lines', saving, 'category'], 'efficiency']],
      then: { result: 'met' },
    },
    {
      when: 'years to come are not asked for',
      edits: [cell(2026, 'delivered', undefined)],
      then: { result: 'met' },
    },
    { when: 'non-cashable', edits: [[['money', 'lines'], []], agreed], then: { result: 'not-applicable' } },
    {
      when: 'no adopted saving',
      edits: line('adopted', undefined),
      then: { result: 'not-met', says: 'no adopted saving' },
    },
  );
  rows(
    'variance-explained',
    met,
    {
      when: 'not explained',
      edits: [cell(2024, 'variance', undefined)],
      then: {
        result: 'not-met',
        says: 'delivered £85,000, validated £90,000, MTFS £90,000; not explained',
        screen: 'finance',
        by: 'finance',
      },
    },
    {
      when: 'a shortfall without mitigation',
      edits: [cell(2024, 'variance', (was: object) => ({ ...was, mitigation: undefined }))],
      then: { result: 'not-met', says: 'a shortfall of £5,000' },
    },
    {
      when: 'delivered changed since',
      edits: [delivered(2024, { seq: 9_999 })],
      then: { result: 'not-met', says: 'not explained' },
    },
    {
      when: 'delivered as promised needs no words',
      edits: [delivered(2024, { amount: 9_000_000 }), cell(2024, 'variance', undefined)],
      then: { result: 'met' },
    },
    {
      when: 'more than promised is a variance too',
      edits: [delivered(2024, { amount: 9_100_000 }), cell(2024, 'variance', undefined)],
      then: { result: 'not-met', says: 'not explained' },
    },
    {
      when: 'a year the MTFS relied on before the saving began',
      edits: [
        cell(2023, 'mtfs', (was: object) => ({ ...was, amount: { state: 'given', value: 1_000_000 } })),
      ],
      then: { result: 'not-met', says: '23/24: delivered nothing recorded' },
    },
  );
  rows(
    'onward-owned',
    met,
    {
      when: 'a benefit without',
      edits: [[['benefits', claimed, 'onward'], undefined]],
      then: { result: 'not-met', says: 'no owner in the service', screen: 'benefits', by: 'bau-owner' },
    },
    {
      when: 'a saving without',
      edits: line('onward', undefined),
      then: {
        result: 'not-met',
        says: 'what is still to come has no owner',
        screen: 'finance',
        by: 'bau-owner',
      },
    },
    {
      when: 'a review that is past',
      edits: [[['money', 'lines', saving, 'onward', 'reviewDate'], '2025-02']],
      then: { result: 'not-met', says: 'the next review, Feb 2025, is past' },
    },
    {
      when: 'a recurring saving goes on after the horizon',
      on: '2027-10-01',
      edits: line('onward', undefined),
      then: { result: 'not-met', says: 'what is still to come' },
    },
    {
      when: 'nothing to come',
      edits: [
        [['benefits'], []],
        [['money', 'lines'], []],
      ],
      then: { result: 'not-applicable', says: 'Nothing is still to come' },
    },
  );
  rows('lessons-recorded', met, {
    when: 'none',
    edits: [[['registers', 'lessons'], []]],
    then: { result: 'not-met', says: 'No lesson', screen: 'registers', by: 'lead', passes: true },
  });
  rows(
    'conditions-closed',
    met,
    {
      when: 'one open',
      edits: [
        [['gates', 'conditions', 0], (was: object) => ({ ...was, closed: undefined, confirmed: undefined })],
      ],
      then: { result: 'not-met', says: 'is open', screen: 'gate', by: 'lead' },
    },
    {
      when: 'one closed and not confirmed',
      edits: [[['gates', 'conditions', 0, 'confirmed'], undefined]],
      then: { result: 'not-met', says: 'not yet confirmed', by: 'pmo' },
    },
    {
      when: 'one withdrawn',
      edits: [
        [['gates', 'conditions', 0], (was: object) => ({ ...was, confirmed: undefined, withdrawn: {} })],
      ],
      then: { result: 'met' },
    },
  );
});
