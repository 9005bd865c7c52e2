import { scaleLinear } from 'd3-scale';

/** A straight scale from values to points of a drawing. */
export interface ChartScale {
  /** Round values to rule lines at, ascending; 0 among them when the scale takes in 0. */
  ticks: readonly number[];
  min: number;
  max: number;
  /** Where a value stands between the two ends of the range. */
  at: (value: number) => number;
}

/** A scale that takes in every value, ending on round ones, drawn from `start` (the least) to `end` (the greatest). */
export function valueScale(values: readonly number[], start: number, end: number, count = 4): ChartScale {
  const low = values.reduce((least, value) => Math.min(least, value), values[0] ?? 0);
  const high = values.reduce((most, value) => Math.max(most, value), values[0] ?? 0);
  // One value alone has no extent: it is given room on both sides, and 0 to 1 when it is 0.
  const room = low === high ? Math.abs(low) / 2 : 0;
  const domain = low === high && low === 0 ? [0, 1] : [low - room, high + room];
  const scale = scaleLinear().domain(domain).nice(count).range([start, end]);
  const [min = 0, max = 1] = scale.domain();
  const round = high === 0 && low === 0 ? [0, 1] : scale.ticks(count);
  const ticks = round.includes(min) && round.includes(max) ? round : [...new Set([min, ...round, max])];
  return { ticks, min, max, at: (value) => scale(value) };
}

/** As valueScale, with 0 always taken in: for bars, whose length is the value. */
export function chartScale(values: readonly number[], start: number, end: number, count = 4): ChartScale {
  const reach = values.some((value) => value !== 0) ? [0, ...values] : [0];
  return valueScale(reach, start, end, count);
}

/** 1234.5 as "1,234.5": at most one decimal, a true minus sign. */
export function shortNumber(value: number): string {
  const rounded = Math.round(Math.abs(value) * 10) / 10;
  const whole = Math.abs(value) >= 10 ? Math.round(rounded) : rounded;
  const [units = '0', decimals] = String(whole).split('.');
  const grouped = units.replace(/\B(?=(\d{3})+$)/g, ',');
  const words = decimals ? `${grouped}.${decimals}` : grouped;
  return value < 0 && whole !== 0 ? `−${words}` : words;
}

/** A coordinate short enough for mark-up. */
export function point(value: number): number {
  return Math.round(value * 100) / 100;
}
