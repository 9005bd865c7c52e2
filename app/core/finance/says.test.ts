import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { happened, projectEvents } from '../project/events';
import { scenario, type Scenario } from '../testing/scenario';
import type { Said } from '../journal/event';
import type { NewEvent } from '../journal/event';
import { financeCommands } from './commands';
import { financeEvents } from './events';

const names = { person: (id: string) => id };
const given = (value: number) => ({ state: 'given' as const, value });
const LINE = { lineId: 'L' };

/** One event of each kind of this topic, in an order in which they make sense. */
const ONE_OF_EACH: readonly NewEvent[] = [
  happened('horizon-extended', { horizon: [2024, 2025] }),
  happened('non-cashable-declared', { words: { why: 'A duty' } }),
  happened('non-cashable-agreed', {}),
  happened('money-line-recorded', {
    ...LINE,
    kind: 'saving',
    timing: 'recurring',
    cells: [
      { fy: 2024, answer: given(20_000_000) },
      { fy: 2025, answer: { state: 'none-unconfirmed' } },
    ],
    evidence: [],
    fromDocument: true,
    words: { title: 'One contract' },
  }),
  happened('money-line-adopted', LINE),
  happened('nones-confirmed', { ...LINE, fys: [2025] }),
  happened('money-line-amended', {
    ...LINE,
    timing: 'recurring',
    convention: 'incremental',
    startMonth: '2024-09',
    fullYearEffect: 20_000_000,
    words: { title: 'One contract' },
  }),
  happened('line-evidence-attached', { ...LINE, attached: ['quotation'], detached: [] }),
  happened('figures-proposed', { ...LINE, cells: [{ fy: 2024, answer: given(10_000_000) }] }),
  happened('figures-validated', {
    ...LINE,
    cells: [
      { method: 'confidence', fy: 2024, confidence: 6_250, amount: 6_250_000, of: given(10_000_000) },
      { method: 'figure', fy: 2025, amount: 0, of: { state: 'none' } },
    ],
    words: { basis: { 2025: 'Nothing is expected' } },
  }),
  happened('mtfs-recorded', {
    ...LINE,
    cells: [{ fy: 2024, answer: given(7_000_000) }],
    words: { round: 'Feb 2024' },
  }),
  happened('gap-explained', { ...LINE, fy: 2024, amount: 750_000, words: { why: 'Agreed' } }),
  happened('gap-part-explained', { ...LINE, fy: 2024, amount: 5, gap: 750_000, words: { why: 'Agreed' } }),
  happened('optimism-bias-set', { investment: 2_400, savings: 0, words: { why: 'Reference class' } }),
  happened('budget-change-scheduled', { ...LINE, month: '2024-10' }),
  happened('proposal-moved', {
    changeRequestId: 'C',
    proposedBy: 'lead',
    moves: [{ ...LINE, fy: 2024, amount: 5 }],
  }),
  happened('figures-forecast', { ...LINE, cells: [{ fy: 2024, amount: 4 }], words: { why: 'Late' } }),
  happened('forecast-confirmed', { ...LINE, fys: [2024] }),
  happened('delivery-recorded', {
    ...LINE,
    fy: 2024,
    amount: 3,
    toDate: true,
    evidence: [],
    words: { note: 'Ledger' },
  }),
  happened('delivery-confirmed', { ...LINE, fys: [2024] }),
  happened('variance-explained', {
    ...LINE,
    fy: 2024,
    mitigation: { amount: 2, owner: 'lead' },
    words: { why: 'Late', mitigation: 'A vacancy' },
  }),
  happened('banking-status-set', { ...LINE, fy: 2024, status: 'scheduled', words: { why: 'Next budget' } }),
  happened('saving-banked', {
    ...LINE,
    fy: 2024,
    amount: 3,
    month: '2024-10',
    permanence: 'permanent',
    words: { journalReference: 'J-17' },
  }),
  happened('money-line-withdrawn', { ...LINE, words: { why: 'Claimed elsewhere' } }),
  happened('money-line-restored', LINE),
];

function told(): Readonly<Record<string, Said>> {
  let so: Scenario = scenario();
  const said: Record<string, Said> = {};
  for (const event of ONE_OF_EACH) {
    const kind = projectEvents[event.type as keyof typeof financeEvents];
    said[event.type] = kind.says(event.body as never, so.project, names);
    so = so.given(event);
  }
  return said;
}

describe('the history of money', () => {
  it('tells every kind of event of the topic in a sentence', () => {
    const said = told();
    expect(Object.keys(said).sort()).toEqual(Object.keys(financeEvents).sort());
    for (const { sentence } of Object.values(said)) expect(sentence).toMatch(/^\S.*\S$/u);
  });

  it('shows what stood before and after', () => {
    const said = told();
    expect(said['figures-proposed']).toEqual({
      sentence: 'Figures of “One contract” proposed',
      changes: [{ what: '24/25', before: '£200,000', after: '£100,000' }],
    });
    expect(said['figures-validated']!.changes).toEqual([
      { what: '24/25', after: '£62,500 (62.5% of £100,000)' },
      { what: '25/26', after: "£0 (finance's figure)" },
    ]);
    expect(said['optimism-bias-set']!.changes).toEqual([
      { what: 'Added to investment', after: '24%' },
      { what: 'Taken off savings and income', after: '0%' },
    ]);
    expect(said['money-line-amended']!.changes).toContainEqual({ what: 'Start month', after: 'Sep 2024' });
  });
});

describe('the commands of money', () => {
  it('export their inputs as JSON Schema', () => {
    for (const command of financeCommands) {
      expect(z.toJSONSchema(command.input, { io: 'input' })).toHaveProperty('type', 'object');
    }
  });

  it('refuse a line that is not there, whatever the command', () => {
    const cells = [{ fy: 2024, answer: { state: 'none' } }];
    const why = 'x';
    const inputs: Readonly<Record<string, [object, string]>> = {
      'amend-money-line': [{}, 'lead'],
      'adopt-money-line': [{}, 'lead'],
      'withdraw-money-line': [{ why }, 'lead'],
      'restore-money-line': [{}, 'lead'],
      'attach-line-evidence': [{ attachments: [] }, 'lead'],
      'propose-figures': [{ cells }, 'lead'],
      'confirm-none-figures': [{ fys: [2024] }, 'lead'],
      'set-confidence': [{ cells: [{ fy: 2024, confidence: 0, seen: 0 }] }, 'finance'],
      'record-mtfs': [{ round: 'Feb 2024', cells }, 'finance'],
      'explain-gap': [{ fy: 2024, why }, 'finance'],
      'schedule-budget-change': [{ month: '2024-10' }, 'finance'],
      'forecast-figures': [{ cells: [{ fy: 2024, amount: 1 }], why }, 'lead'],
      'confirm-forecast': [{ fys: [2024] }, 'finance'],
      'record-delivered': [{ fy: 2024, amount: 1, toDate: false }, 'lead'],
      'confirm-delivered': [{ fys: [2024] }, 'finance'],
      'explain-variance': [{ fy: 2024, why }, 'lead'],
      'set-banking-status': [{ fy: 2024, status: 'scheduled', why }, 'finance'],
    };
    for (const [name, [input, as]] of Object.entries(inputs)) {
      scenario()
        .when(name, { lineId: 'no-such', ...input }, { as })
        .thenRefused('no-such-row');
    }
  });
});
