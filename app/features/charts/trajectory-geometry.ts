import type { Course } from '~/core/benefits/trajectory';
import type { IsoDay } from '~/core/time/iso-day';
import { intervalOf, type PartialDate } from '~/core/time/partial-date';
import { point, valueScale, type ChartScale } from './chart-scale';
import { dayAxis, todayMark, type DayAxis, type TodayMark } from './day-axis';
import { textWidth } from './fit-text';
import { placeLabels, type Box, type Label, type PlacedLabel } from './place-labels';

/** What a benefit promises and what was read of it. Values are decimal strings in its unit. */
export interface TrajectoryFacts {
  readonly today: IsoDay;
  readonly baseline?: { readonly value: string; readonly date: PartialDate } | undefined;
  readonly target?: string | undefined;
  readonly realisation?: PartialDate | undefined;
  readonly goLive?: PartialDate | undefined;
  readonly readings: readonly {
    readonly key: string;
    readonly value: string;
    readonly date: PartialDate;
    readonly course?: Course | undefined;
  }[];
}

export interface TrajectoryLayout {
  readonly width: number;
  readonly height: number;
  /** So many rules are drawn across. */
  readonly rules: number;
}

export const WIDE_TRAJECTORY: TrajectoryLayout = { width: 640, height: 264, rules: 4 };
export const NARROW_TRAJECTORY: TrajectoryLayout = { width: 340, height: 270, rules: 4 };

const TOP = 42;
const BOTTOM = 24;
const RIGHT = 6;
export const TICK_SIZE = 12;
export const LABEL_SIZE = 12;
/** How far a mark reaches from its middle. */
export const MARK = 6;

/** A value on a date: an exact day is a mark; a month or a year is a stretch with soft ends, for it names no day. */
export interface DrawnPoint {
  readonly key: string;
  readonly what: 'baseline' | 'reading' | 'target';
  readonly course?: Course | undefined;
  readonly x1: number;
  readonly x2: number;
  readonly y: number;
  readonly exact: boolean;
}

type Place = readonly [number, number];

export interface DrawnTrajectory {
  readonly axis: DayAxis;
  readonly today: TodayMark;
  readonly scale: ChartScale;
  readonly ticks: readonly { readonly y: number; readonly text: string }[];
  readonly top: number;
  readonly bottom: number;
  /** The corners of what the straight line may be; two when both its dates are days. Empty without a line. */
  readonly line: readonly Place[];
  /** From where the target is due: it stays asked for. */
  readonly after: { readonly x1: number; readonly x2: number; readonly y: number } | undefined;
  readonly points: readonly DrawnPoint[];
  /** Thin links from the end of one reading to the beginning of the next. */
  readonly links: readonly { readonly from: Place; readonly to: Place }[];
  readonly goLive: { readonly x1: number; readonly x2: number } | undefined;
  readonly labels: readonly PlacedLabel[];
}

/** A tick as words: as many decimals as the step between ticks asks for. */
export function tickWords(value: number, ticks: readonly number[]): string {
  const step = ticks.length > 1 ? Math.abs((ticks[1] ?? 0) - (ticks[0] ?? 0)) : 1;
  const decimals = step > 0 && step < 1 ? Math.min(9, Math.ceil(-Math.log10(step) - 1e-9)) : 0;
  const [units = '0', rest] = Math.abs(value).toFixed(decimals).split('.');
  const grouped = units.replace(/\B(?=(\d{3})+$)/g, ',');
  const words = rest ? `${grouped}.${rest}` : grouped;
  return value < 0 && Number(words.replace(/,/g, '')) !== 0 ? `−${words}` : words;
}

const valuesOf = ({ baseline, target, readings }: TrajectoryFacts): number[] =>
  [baseline?.value, target, ...readings.map(({ value }) => value)].flatMap((each) =>
    each === undefined ? [] : [Number(each)],
  );

const datesOf = ({ baseline, realisation, readings, goLive }: TrajectoryFacts): PartialDate[] =>
  [baseline?.date, realisation, goLive, ...readings.map(({ date }) => date)].flatMap((each) => each ?? []);

/** Whether there is anything to draw: a reading, or a baseline with a target. */
export const isDrawable = ({ baseline, target, readings }: TrajectoryFacts): boolean =>
  readings.length > 0 || (baseline !== undefined && target !== undefined);

interface Frame {
  readonly axis: DayAxis;
  readonly scale: ChartScale;
}

function pointAt(
  { axis, scale }: Frame,
  what: DrawnPoint['what'],
  given: { key: string; value: string; date: PartialDate; course?: Course | undefined },
): DrawnPoint {
  const interval = intervalOf(given.date);
  const { x1, x2 } = axis.span(interval);
  const exact = interval.from === interval.to;
  const middle = point((x1 + x2) / 2);
  return {
    key: given.key,
    what,
    course: given.course,
    x1: exact ? middle : x1,
    x2: exact ? middle : Math.max(x2, x1 + 3),
    y: point(scale.at(Number(given.value))),
    exact,
  };
}

/** Where the straight line may run: between its earliest and its latest course, as the dates leave open. */
function lineOf(
  { axis, scale }: Frame,
  { baseline, target, realisation }: TrajectoryFacts,
): readonly Place[] {
  if (!baseline || target === undefined || !realisation) return [];
  const [begins, ends] = [intervalOf(baseline.date), intervalOf(realisation)];
  const at = (day: IsoDay) => {
    const { x1, x2 } = axis.span({ from: day, to: day });
    return point((x1 + x2) / 2);
  };
  const [low, high] = [point(scale.at(Number(baseline.value))), point(scale.at(Number(target)))];
  const early: Place[] = [
    [at(begins.from), low],
    [at(ends.from), high],
  ];
  const late: Place[] = [
    [at(ends.to), high],
    [at(begins.to), low],
  ];
  return begins.from === begins.to && ends.from === ends.to ? early : [...early, ...late];
}

const inTime = (a: DrawnPoint, b: DrawnPoint): number => a.x2 - b.x2 || a.x1 - b.x1;

function linksOf(readings: readonly DrawnPoint[]): DrawnTrajectory['links'] {
  return readings.slice(1).flatMap((next, at) => {
    const last = readings[at];
    if (!last || next.x1 < last.x2) return [];
    return [{ from: [last.x2, last.y] as const, to: [next.x1, next.y] as const }];
  });
}

const boxOf = ({ x1, x2, y }: DrawnPoint): Box => ({
  x1: x1 - MARK,
  x2: x2 + MARK,
  y1: y - MARK,
  y2: y + MARK,
});

/** Labels, what matters most first: what is placed first stays. */
function labelsOf(points: readonly DrawnPoint[], facts: TrajectoryFacts): readonly Label[] {
  const { baseline, target, readings } = facts;
  const words = (drawn: DrawnPoint) =>
    drawn.what === 'baseline'
      ? `Baseline ${grouped(baseline?.value ?? '')}`
      : drawn.what === 'target'
        ? `Target ${grouped(target ?? '')}`
        : grouped(readings.find(({ key }) => key === drawn.key)?.value ?? '');
  const weight = { target: 0, baseline: 1, reading: 2 };
  const order = [...points].sort((a, b) => weight[a.what] - weight[b.what] || inTime(b, a));
  return order.map((drawn) => ({
    key: drawn.key,
    text: words(drawn),
    width: textWidth(words(drawn), LABEL_SIZE),
    size: LABEL_SIZE,
    at: boxOf(drawn),
  }));
}

/** A value as it was written, its thousands apart, with a true minus sign. */
export const grouped = (value: string): string => {
  const [units = '', decimals] = value.replace('-', '').split('.');
  const whole = units.replace(/\B(?=(\d{3})+$)/g, ',');
  return `${value.startsWith('-') ? '−' : ''}${decimals === undefined ? whole : `${whole}.${decimals}`}`;
};

/** A benefit's way from its baseline towards its target on a drawing; only for facts that are drawable. */
export function drawTrajectory(facts: TrajectoryFacts, layout: TrajectoryLayout): DrawnTrajectory {
  const { today, baseline, target, realisation, goLive } = facts;
  const bottom = layout.height - BOTTOM;
  const scale = valueScale(valuesOf(facts), bottom - 8, TOP + 8, layout.rules);
  const texts = scale.ticks.map((tick) => tickWords(tick, scale.ticks));
  const left = Math.min(
    layout.width / 2,
    Math.max(28, ...texts.map((each) => textWidth(each, TICK_SIZE) + 10)),
  );
  const axis = dayAxis(datesOf(facts).map(intervalOf), today, point(left), layout.width - RIGHT);
  const frame = { axis, scale };
  const readings = facts.readings.map((each) => pointAt(frame, 'reading', each)).sort(inTime);
  const due =
    target !== undefined && realisation
      ? [pointAt(frame, 'target', { key: 'target', value: target, date: realisation })]
      : [];
  const points = [
    ...(baseline ? [pointAt(frame, 'baseline', { key: 'baseline', ...baseline })] : []),
    ...due,
    ...readings,
  ];
  const level = target === undefined ? undefined : point(scale.at(Number(target)));
  return {
    axis,
    today: todayMark(axis, today),
    scale,
    ticks: scale.ticks.map((tick, at) => ({ y: point(scale.at(tick)), text: texts[at] ?? '' })),
    top: TOP,
    bottom,
    line: lineOf(frame, facts),
    after: level === undefined ? undefined : { x1: due[0]?.x2 ?? axis.x1, x2: axis.x2, y: level },
    points,
    links: linksOf(readings),
    goLive: goLive ? axis.span(intervalOf(goLive)) : undefined,
    labels: placeLabels(labelsOf(points, facts), points.map(boxOf), {
      x1: axis.x1 + 2,
      x2: axis.x2,
      y1: TOP - 2,
      y2: bottom - 1,
    }),
  };
}
