import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromScaled, scaled } from './decimal';
import type { Benefit } from './state';
import { courseOf, expectedOn } from './trajectory';

const mark = { by: 'x', day: '2024-01-01', seq: 1 };
const benefit = (change: Partial<Benefit> = {}): Benefit => ({
  id: 'b',
  recorded: mark,
  amended: mark,
  category: 'Customer Experience',
  description: { state: 'given', value: 'Calls are answered' },
  realisation: { state: 'given', value: '2025-01-01' },
  baseline: { value: '60', date: '2024-01-01' },
  target: '75',
  readings: [],
  ...change,
});

describe('the trajectory of a benefit', () => {
  it('is a straight line from its baseline to its target, level before and after', () => {
    const line = benefit({ baseline: { value: '0', date: '2024-01-01' }, target: '366' });
    const on = (date: string) => expectedOn(line, date);
    expect(on('2024-01-01')).toEqual({ least: '0', most: '0' });
    expect(on('2024-07-01')).toEqual({ least: '182', most: '182' });
    expect(on('2025-01-01')).toEqual({ least: '366', most: '366' });
    expect(on('2030')).toEqual({ least: '366', most: '366' });
    expect(on('2020')).toEqual({ least: '0', most: '0' });
  });

  it('takes partial dates both ways', () => {
    const line = benefit({ baseline: { value: '0', date: '2024-01-01' }, target: '366' });
    expect(expectedOn(line, '2024-07')).toEqual({ least: '182', most: '212' });
  });

  it('is none without baseline, target or realisation date', () => {
    for (const lacking of [
      { baseline: undefined },
      { target: undefined },
      { realisation: { state: 'tbc' } },
    ]) {
      expect(expectedOn({ ...benefit(), ...lacking } as Benefit, '2024-06')).toBeUndefined();
      expect(
        courseOf({ ...benefit(), ...lacking } as Benefit, { value: '70', date: '2024-06' }),
      ).toBeUndefined();
    }
  });

  it('tells who is behind, whichever way is better, and says where dates leave it open', () => {
    const course = (value: string, date: string, of = benefit()) => courseOf(of, { value, date });
    expect(course('67.5', '2024-07-02')).toBe('on-course');
    expect(course('67.4', '2024-07-02')).toBe('behind');
    const fewer = benefit({ baseline: { value: '100', date: '2024-01-01' }, target: '40' });
    expect(course('71', '2024-07-02', fewer)).toBe('behind');
    expect(course('69', '2024-07-02', fewer)).toBe('on-course');
    expect(course('68', '2024-07')).toBe('cannot-tell');
  });

  it('of one more day is never further from the target, and a later date never asks for less', () => {
    const value = fc.integer({ min: -1_000, max: 1_000 }).map(String);
    const day = fc.integer({ min: 1, max: 28 }).map((n) => `2024-06-${String(n).padStart(2, '0')}`);
    fc.assert(
      fc.property(value, value, day, day, (from, to, a, b) => {
        const line = benefit({ baseline: { value: from, date: '2024-01-15' }, target: to });
        const [first, second] = a <= b ? [a, b] : [b, a];
        const gap = (on: string) => {
          const left = scaled(to) - scaled(expectedOn(line, on)!.least);
          return left < 0n ? -left : left;
        };
        expect(gap(second) <= gap(first)).toBe(true);
      }),
    );
  });

  it('writes values as they are', () => {
    expect(['0', '62.5', '-0.000001', '12.34'].map((text) => fromScaled(scaled(text)))).toEqual([
      '0',
      '62.5',
      '-0.000001',
      '12.34',
    ]);
  });
});
