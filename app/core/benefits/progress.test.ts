import { describe, expect, it } from 'vitest';
import { progressOf } from './progress';
import type { Benefit } from './state';

const mark = { by: 'lead', day: '2024-01-15', seq: 1 };
const benefit = (more: Partial<Benefit> = {}): Benefit => ({
  id: 'b-1',
  recorded: mark,
  amended: mark,
  category: 'Productivity',
  description: { state: 'given', value: 'Fewer calls' },
  realisation: { state: 'tbc' },
  baseline: { value: '60', date: '2023-11' },
  target: '80',
  readings: [],
  ...more,
});

describe('the progress of a reading', () => {
  it.each([
    ['60', 'It stands where the baseline stood.'],
    ['60.0', 'It stands where the baseline stood.'],
    ['55', 'It is further from the target than the baseline was.'],
    ['60.01', 'It has moved less than 1% of the way to the target.'],
    ['65', 'It has come 25% of the way from the baseline to the target.'],
    ['79.9999', 'It has come 99% of the way from the baseline to the target.'],
    ['80.0', 'It reaches the target.'],
    ['95', 'It reaches the target.'],
  ])('of %s between 60 and 80 is: %s', (value, words) => {
    expect(progressOf(benefit(), { value })).toBe(words);
  });

  it('goes down where less is better', () => {
    const fewer = benefit({ baseline: { value: '30', date: '2023' }, target: '10' });
    expect(progressOf(fewer, { value: '25' })).toBe(
      'It has come 25% of the way from the baseline to the target.',
    );
    expect(progressOf(fewer, { value: '31' })).toBe('It is further from the target than the baseline was.');
    expect(progressOf(fewer, { value: '9' })).toBe('It reaches the target.');
  });

  it('is not told without a baseline or a target', () => {
    const { baseline: _baseline, ...unmeasured } = benefit();
    const { target: _target, ...aimless } = benefit();
    expect(progressOf(unmeasured, { value: '70' })).toBeUndefined();
    expect(progressOf(aimless, { value: '70' })).toBeUndefined();
  });
});
