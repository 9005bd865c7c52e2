/** A straight scale from values to points of a drawing. */
export interface ChartScale {
  /** Round values to rule lines at, ascending, 0 among them. */
  ticks: readonly number[];
  min: number;
  max: number;
  /** Where a value stands between the two ends of the range. */
  at: (value: number) => number;
}

const STEPS = [1, 2, 2.5, 5, 10];

/** The smallest round step that covers the span in at most `count` steps. Whole numbers only above 1. */
function roundStep(span: number, count: number): number {
  const rough = span / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = STEPS.find((candidate) => candidate * power >= rough) ?? 10;
  return step * power;
}

/** A scale that takes in every value and 0, drawn from `start` (the least) to `end` (the greatest). */
export function chartScale(values: readonly number[], start: number, end: number, count = 4): ChartScale {
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  const step = high === low ? 1 : roundStep(high - low, count);
  const first = Math.floor(low / step);
  const last = Math.max(Math.ceil(high / step), first + 1);
  const ticks = Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step);
  const min = first * step;
  const max = last * step;
  return { ticks, min, max, at: (value) => start + ((value - min) / (max - min)) * (end - start) };
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
