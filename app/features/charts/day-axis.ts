import { scaleLinear } from 'd3-scale';
import { formatFy, fyInterval, fyOfDay, fyRange } from '~/core/time/financial-year';
import { addDays, daysBetween, isoDay, shortDay, type IsoDay } from '~/core/time/iso-day';
import type { Interval } from '~/core/time/partial-date';
import { point } from './chart-scale';

export interface AxisYear {
  readonly key: number;
  /** "24/25"; none where there is no room for it. */
  readonly label: string | undefined;
  readonly x1: number;
  readonly x2: number;
  readonly shaded: boolean;
}

export interface AxisQuarter {
  readonly key: string;
  readonly x: number;
  readonly middle: number;
  /** "Q1" is April to June; none where there is no room for it. */
  readonly label: string | undefined;
}

/** Where days lie on a drawing, from left to right, in whole quarters. */
export interface DayAxis {
  readonly x1: number;
  readonly x2: number;
  readonly from: IsoDay;
  readonly to: IsoDay;
  /** The left and right edge of an interval, its last day included; kept within the axis. */
  readonly span: (interval: Interval) => { readonly x1: number; readonly x2: number };
  readonly years: readonly AxisYear[];
  readonly quarters: readonly AxisQuarter[];
}

const QUARTER_RULES = 12;
const QUARTER_LABELS = 24;
const YEAR_LABEL = 40;

const quarterStart = (day: IsoDay): IsoDay => {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  return isoDay(year, month - ((month - 1) % 3), 1);
};

const nextQuarter = (day: IsoDay): IsoDay => quarterStart(addDays(quarterStart(day), 95));

/** The first and the last day drawn: whole quarters round all dates, and today if it is no long way off. */
export function axisRange(dates: readonly Interval[], today: IsoDay): Interval {
  const from = dates.reduce(
    (least, each) => (each.from < least ? each.from : least),
    dates[0]?.from ?? today,
  );
  const to = dates.reduce((most, each) => (each.to > most ? each.to : most), dates[0]?.to ?? today);
  const near = Math.max(daysBetween(from, to) / 2, 182);
  const away = today < from ? daysBetween(today, from) : today > to ? daysBetween(to, today) : 0;
  const first = away <= near && today < from ? today : from;
  const last = away <= near && today > to ? today : to;
  return { from: quarterStart(first), to: addDays(nextQuarter(last), -1) };
}

function yearsOf({ from, to }: Interval, span: DayAxis['span'], perDay: number): AxisYear[] {
  const every = Math.max(1, Math.ceil(YEAR_LABEL / (perDay * 365)));
  return fyRange(fyOfDay(from), fyOfDay(to)).map((fy, at) => {
    const { x1, x2 } = span(fyInterval(fy));
    const roomy = every === 1 ? x2 - x1 >= YEAR_LABEL - 4 : at % every === 0;
    return { key: fy, label: roomy ? formatFy(fy) : undefined, x1, x2, shaded: at % 2 === 1 };
  });
}

function quartersOf({ from, to }: Interval, span: DayAxis['span'], perDay: number): AxisQuarter[] {
  const width = perDay * 91;
  if (width < QUARTER_RULES) return [];
  const quarters: AxisQuarter[] = [];
  for (let day = from; day <= to; day = nextQuarter(day)) {
    const { x1, x2 } = span({ from: day, to: addDays(nextQuarter(day), -1) });
    const number = ((Number(day.slice(5, 7)) + 8) % 12) / 3 + 1;
    const label = width >= QUARTER_LABELS ? `Q${number}` : undefined;
    quarters.push({ key: day, x: x1, middle: point((x1 + x2) / 2), label });
  }
  return quarters;
}

/** An axis of days from `x1` to `x2` for dates, which may be none. */
export function dayAxis(dates: readonly Interval[], today: IsoDay, x1: number, x2: number): DayAxis {
  const range = axisRange(dates, today);
  const days = daysBetween(range.from, range.to) + 1;
  const scale = scaleLinear().domain([0, days]).range([x1, x2]).clamp(true);
  const span: DayAxis['span'] = (interval) => ({
    x1: point(scale(daysBetween(range.from, interval.from))),
    x2: point(scale(daysBetween(range.from, interval.to) + 1)),
  });
  const perDay = (x2 - x1) / days;
  return {
    x1,
    x2,
    ...range,
    span,
    years: yearsOf(range, span, perDay),
    quarters: quartersOf(range, span, perDay),
  };
}

export interface TodayMark {
  readonly x: number;
  readonly words: string;
  /** Today lies beyond this end of the drawing. */
  readonly beyond: 'left' | 'right' | undefined;
}

/** Where today stands: on the axis, or at the end beyond which it lies. */
export function todayMark(axis: DayAxis, today: IsoDay): TodayMark {
  const { x1, x2 } = axis.span({ from: today, to: today });
  const words = `Today ${shortDay(today)}`;
  if (today < axis.from) return { x: axis.x1, words: `← ${words}`, beyond: 'left' };
  if (today > axis.to) return { x: axis.x2, words: `${words} →`, beyond: 'right' };
  return { x: point((x1 + x2) / 2), words, beyond: undefined };
}
