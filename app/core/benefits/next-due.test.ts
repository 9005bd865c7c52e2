import { describe, expect, it } from 'vitest';
import { nextDue } from './next-due';
import type { Benefit, Reading } from './state';

const mark = { by: 'x', day: '2024-01-01', seq: 1 };
const reading = (value: string, date: string, more: Partial<Reading> = {}): Reading => ({
  ...mark,
  id: date,
  value,
  date,
  source: 'Survey',
  evidence: [],
  ...more,
});
const benefit = (change: Partial<Benefit> = {}): Benefit => ({
  id: 'b',
  recorded: mark,
  amended: mark,
  category: 'Customer Experience',
  description: { state: 'given', value: 'Calls are answered' },
  realisation: { state: 'given', value: '2025-03' },
  measure: 'Satisfaction',
  baseline: { value: '60', date: '2024-01' },
  target: '75',
  readings: [],
  ...change,
});
const live = { goLive: { ...mark, date: '2024-09-09', evidence: [], note: '' } };
const due = (of: Benefit, today = '2024-12-01', schedule: object = live) => nextDue(of, schedule, today);

describe('what is due next of a benefit', () => {
  it('is its baseline before go-live, and nothing once that is there', () => {
    const { baseline: _none, ...without } = benefit();
    expect(due(without, '2024-06-01', {})).toMatchObject({ what: 'baseline', late: false });
    expect(due(benefit(), '2024-06-01', {})).toBeUndefined();
  });

  it('is a reading by its date once it is live, late when that is wholly past', () => {
    expect(due(benefit())).toEqual({
      what: 'reading',
      by: '2025-03',
      late: false,
      because: 'Nobody has read it since go-live on 9 Sep 2024.',
    });
    expect(due(benefit(), '2025-03-31')?.late).toBe(false);
    expect(due(benefit(), '2025-04-01')?.late).toBe(true);
  });

  it('is another reading until one was taken at its date or reaches the target', () => {
    const short = benefit({ readings: [reading('70', '2024-11')] });
    expect(due(short, '2025-04-01')).toMatchObject({
      what: 'reading',
      late: true,
      because: 'Last read for Nov 2024, short of the target.',
    });
    expect(due(benefit({ readings: [reading('70', '2025-03-20')] }))).toBeUndefined();
    expect(due(benefit({ readings: [reading('75', '2024-11')] }))).toBeUndefined();
  });

  it('does not go by readings that were withdrawn or taken before go-live', () => {
    const before = benefit({ readings: [reading('80', '2024-05')] });
    const gone = benefit({
      readings: [reading('80', '2024-11', { withdrawn: { ...mark, why: 'Mistyped' } })],
    });
    for (const each of [before, gone]) expect(due(each)?.because).toMatch(/^Nobody has read it/);
  });

  it('is the review in the service once it is settled, until it was read by then', () => {
    const onward = { ...mark, owner: 'bau-owner', reviewDate: '2025-10' };
    const settled = benefit({ onward, readings: [reading('80', '2025-03')] });
    expect(due(settled, '2025-11-01')).toMatchObject({ what: 'review', by: '2025-10', late: true });
    const again = benefit({ onward, readings: [reading('80', '2025-03'), reading('81', '2025-10-02')] });
    expect(due(again, '2025-11-01')).toBeUndefined();
  });

  it('is nothing of what is not claimed or cannot be read, and has no day while none is given', () => {
    expect(due(benefit({ description: { state: 'tbc' } }))).toBeUndefined();
    expect(due(benefit({ measure: ' ' }))).toBeUndefined();
    const { target: _none, ...targetless } = benefit();
    expect(due(targetless)).toBeUndefined();
    const undated = due(benefit({ realisation: { state: 'tbc' } }), '2040-01-01');
    expect([undated?.by, undated?.late]).toEqual([undefined, false]);
  });
});
