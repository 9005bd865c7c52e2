import { describe, expect, it } from 'vitest';
import { intervalOf } from '~/core/time/partial-date';
import { axisRange, dayAxis, todayMark } from './day-axis';

const dates = (...texts: string[]) => texts.map(intervalOf);

describe('an axis of days', () => {
  it('runs over whole quarters round every date', () => {
    expect(axisRange(dates('2023-10-24', '2024-09'), '2024-01-15')).toEqual({
      from: '2023-10-01',
      to: '2024-09-30',
    });
  });

  it('takes today in when it is near, and not when the dates would be pressed together', () => {
    expect(axisRange(dates('2023-10', '2024-09'), '2025-01-20').to).toBe('2025-03-31');
    expect(axisRange(dates('2023-10', '2024-09'), '2023-07-02').from).toBe('2023-07-01');
    expect(axisRange(dates('2023-10', '2024-09'), '2026-11-24').to).toBe('2024-09-30');
  });

  it('stands on today’s quarter when there is no date', () => {
    expect(axisRange([], '2024-02-29')).toEqual({ from: '2024-01-01', to: '2024-03-31' });
  });

  it('gives an interval its last day, and a day the width of a day', () => {
    const axis = dayAxis(dates('2024-04', '2024-06'), '2024-05-01', 0, 91);
    expect(axis.span(intervalOf('2024-04'))).toEqual({ x1: 0, x2: 30 });
    expect(axis.span(intervalOf('2024-05-01'))).toEqual({ x1: 30, x2: 31 });
    expect(axis.span(intervalOf('2024-06-30')).x2).toBe(91);
  });

  it('keeps what lies outside at its ends', () => {
    const axis = dayAxis(dates('2024-04', '2024-06'), '2024-05-01', 10, 110);
    expect(axis.span(intervalOf('1990'))).toEqual({ x1: 10, x2: 10 });
    expect(axis.span(intervalOf('2100'))).toEqual({ x1: 110, x2: 110 });
  });

  it('names financial years and their quarters, April to June first', () => {
    const axis = dayAxis(dates('2023-10', '2024-12'), '2024-01-01', 0, 500);
    expect(axis.years.map(({ label }) => label)).toEqual(['23/24', '24/25']);
    expect(axis.quarters.map(({ label }) => label)).toEqual(['Q3', 'Q4', 'Q1', 'Q2', 'Q3']);
  });

  it('thins its labels over a century instead of writing one on the other', () => {
    const axis = dayAxis(dates('1990', '2100'), '2024-01-01', 0, 450);
    expect(axis.quarters).toEqual([]);
    const labelled = axis.years.filter(({ label }) => label);
    expect(labelled.length).toBeGreaterThan(3);
    expect(labelled.length).toBeLessThan(13);
  });

  it('marks today where it is, or points beyond the end it lies past', () => {
    const axis = dayAxis(dates('2023-10', '2024-09'), '2026-11-24', 0, 366);
    expect(todayMark(axis, '2026-11-24')).toEqual({
      x: 366,
      words: 'Today 24 Nov 2026 →',
      beyond: 'right',
    });
    expect(todayMark(axis, '2020-01-01').beyond).toBe('left');
    expect(todayMark(axis, '2023-10-01')).toEqual({ x: 0.5, words: 'Today 1 Oct 2023', beyond: undefined });
  });
});
