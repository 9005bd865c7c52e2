import { shortDay, type IsoDay } from '~/core/time/iso-day';
import { formatPartial, intervalOf, type Interval, type PartialDate } from '~/core/time/partial-date';
import { dayAxis, todayMark, type DayAxis, type TodayMark } from './day-axis';
import { fitText } from './fit-text';

/** What a date rests on; each is drawn in its own way. */
export type DateStanding = 'target' | 'forecast' | 'actual';

export interface PictureDate {
  readonly date: PartialDate;
  readonly as: DateStanding;
}

export interface ScheduleRow {
  readonly key: string;
  readonly kind: 'gate' | 'milestone' | 'deliverable';
  /** The number in a gate's circle. */
  readonly gate?: number;
  readonly label: string;
  /** Where it stands now: actual, else forecast, else target. Gates and milestones have a finish only. */
  readonly start?: PictureDate | undefined;
  readonly finish?: PictureDate | undefined;
  /** Where it was promised; drawn as a ghost where that differs. */
  readonly promised?: {
    readonly start?: PartialDate | undefined;
    readonly finish?: PartialDate | undefined;
  };
  /** "2 months late", "on time". */
  readonly slip?: string | undefined;
  readonly overdue: boolean;
  readonly done: boolean;
}

/** A gate with what is needed for it, or what belongs to none. */
export interface ScheduleGroup {
  readonly key: string;
  readonly title?: string;
  readonly rows: readonly ScheduleRow[];
}

/** Where things lie on a wide or a narrow drawing. */
export interface ScheduleLayout {
  readonly width: number;
  readonly plot: readonly [number, number];
  readonly labelWidth: number;
  readonly words: { readonly x: number; readonly width: number; readonly anchor: 'start' | 'end' };
  /** From a row's top to its bar. */
  readonly lane: number;
  readonly rowHeight: number;
  readonly fontSize: number;
}

export const WIDE: ScheduleLayout = {
  width: 870,
  plot: [258, 712],
  labelWidth: 222,
  words: { x: 722, width: 148, anchor: 'start' },
  lane: 6,
  rowHeight: 34,
  fontSize: 13,
};

export const NARROW: ScheduleLayout = {
  width: 340,
  plot: [2, 338],
  labelWidth: 190,
  words: { x: 340, width: 146, anchor: 'end' },
  lane: 36,
  rowHeight: 62,
  fontSize: 13,
};

export const HEADER = 52;
export const BAR = 11;
export const GHOST = 5;
/** So many rows go on a sheet, which print keeps on one page. */
export const SHEET_ROWS = 26;

/** A piece of a bar, soft where the date is not known to the day. */
export interface BarPiece {
  readonly x1: number;
  readonly x2: number;
  readonly fade: 'none' | 'in' | 'out' | 'both';
}

export interface DrawnRow {
  readonly row: ScheduleRow;
  readonly y: number;
  readonly label: readonly string[];
  readonly indent: number;
  /** No pieces: it is one exact day, a mark, or nothing is known. */
  readonly pieces: readonly BarPiece[];
  readonly mark: number | undefined;
  readonly as: DateStanding;
  readonly started: number | undefined;
  readonly ghost: readonly BarPiece[];
  /** From where it was promised to where it stands, at the latest. */
  readonly arrow: { readonly x1: number; readonly x2: number } | undefined;
  /** Time run past the date; it ends at today. */
  readonly tail: { readonly x1: number; readonly x2: number } | undefined;
  readonly date: string;
  readonly status: string;
}

export interface DrawnSheet {
  readonly axis: DayAxis;
  readonly today: TodayMark;
  readonly height: number;
  readonly titles: readonly { readonly key: string; readonly text: string; readonly y: number }[];
  readonly rows: readonly DrawnRow[];
}

const known = (date: PartialDate | undefined): Interval | undefined => (date ? intervalOf(date) : undefined);

const isDay = (interval: Interval): boolean => interval.from === interval.to;

/** The pieces of a bar between two dates: solid only where it is certain, soft within what a partial date leaves open. */
export function barPieces(
  axis: DayAxis,
  start: PartialDate | undefined,
  finish: PartialDate | undefined,
): readonly BarPiece[] {
  const [first, last] = [known(start), known(finish)];
  const only = first ?? last;
  if (!only) return [];
  if (!first || !last) return isDay(only) ? [] : [{ ...axis.span(only), fade: 'both' }];
  if (first.to >= last.from) {
    const all = {
      from: first.from < last.from ? first.from : last.from,
      to: first.to > last.to ? first.to : last.to,
    };
    const certain = isDay(first) && isDay(last);
    return [{ ...axis.span(all), fade: certain ? 'none' : 'both' }];
  }
  const [begin, end] = [axis.span(first), axis.span(last)];
  const inner: BarPiece = {
    x1: isDay(first) ? begin.x1 : begin.x2,
    x2: isDay(last) ? end.x2 : end.x1,
    fade: 'none',
  };
  return [
    ...(isDay(first) ? [] : [{ ...begin, fade: 'in' as const }]),
    inner,
    ...(isDay(last) ? [] : [{ ...end, fade: 'out' as const }]),
  ];
}

/** The middle of an exact day, where a mark may stand; undefined for a month or a year, which name no day. */
function exactDay(axis: DayAxis, date: PartialDate | undefined): number | undefined {
  const interval = known(date);
  if (!interval || !isDay(interval)) return undefined;
  const { x1, x2 } = axis.span(interval);
  return (x1 + x2) / 2;
}

const datesOf = ({ start, finish, promised }: ScheduleRow): Interval[] =>
  [start?.date, finish?.date, promised?.start, promised?.finish].flatMap((date) => known(date) ?? []);

/** Whether a date keeps what was promised: it lies within it, or nothing was promised. */
function keeps(promised: PartialDate | undefined, now: PartialDate | undefined): boolean {
  const [then, date] = [known(promised), known(now)];
  if (!then || !date) return then === undefined;
  return then.from <= date.from && date.to <= then.to;
}

function ghostOf(axis: DayAxis, { start, finish, promised }: ScheduleRow) {
  if (!promised || (keeps(promised.finish, finish?.date) && keeps(promised.start, start?.date)))
    return { ghost: [], arrow: undefined };
  const pieces = barPieces(axis, promised.start, promised.finish);
  const day = exactDay(axis, promised.finish);
  const ghost =
    pieces.length > 0 || day === undefined ? pieces : [{ x1: day - 3, x2: day + 3, fade: 'none' as const }];
  const [then, now] = [known(promised.finish), known(finish?.date)];
  const apart = then && now && (then.to < now.from || now.to < then.from);
  return { ghost, arrow: apart ? { x1: axis.span(then).x2, x2: axis.span(now).x2 } : undefined };
}

function tailOf(axis: DayAxis, row: ScheduleRow, today: IsoDay) {
  const last = known(row.finish?.date ?? row.start?.date);
  if (!row.overdue || !last || today <= last.to) return undefined;
  const x1 = axis.span(last).x2;
  const x2 = axis.span({ from: today, to: today }).x1;
  return x2 - x1 < 4 ? undefined : { x1, x2 };
}

/** The date in words, with what it rests on where that is a forecast. */
function dateWords({ start, finish }: ScheduleRow): string {
  const date = finish ?? start;
  if (!date) return 'No date yet';
  const words = formatPartial(date.date);
  return `${finish ? words : `from ${words}`}${date.as === 'forecast' ? ', forecast' : ''}`;
}

/** What stands under the date: "Overdue", "Done" and how far it slipped. */
function statusOf({ overdue, done, slip, kind }: ScheduleRow): string {
  const state = overdue ? 'Overdue' : done ? (kind === 'gate' ? 'Decided' : 'Done') : undefined;
  const words = [state, slip].filter((each) => each !== undefined).join(', ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function drawRow(
  axis: DayAxis,
  layout: ScheduleLayout,
  row: ScheduleRow,
  y: number,
  today: IsoDay,
): DrawnRow {
  const { start, finish } = row;
  const pieces = barPieces(axis, start?.date, finish?.date);
  const indent = row.kind === 'gate' || layout === WIDE ? 26 : 0;
  const room = layout.labelWidth - indent;
  return {
    row,
    y,
    indent,
    label: fitText(row.label, row.kind === 'gate' ? room * 0.96 : room, layout.fontSize, 2),
    pieces,
    mark: pieces.length > 0 ? undefined : exactDay(axis, (finish ?? start)?.date),
    as: (finish ?? start)?.as ?? 'target',
    started: start?.as === 'actual' ? axis.span(intervalOf(start.date)).x1 : undefined,
    ...ghostOf(axis, row),
    tail: tailOf(axis, row, today),
    date: dateWords(row),
    status: fitText(statusOf(row), layout.words.width, layout.fontSize - 1)[0] ?? '',
  };
}

type Line = { readonly title: string; readonly key: string } | ScheduleRow;

/** Groups as lines, cut into sheets; a group goes to the next sheet whole when it is short enough. */
function sheetLines(groups: readonly ScheduleGroup[]): readonly (readonly Line[])[] {
  const sheets: Line[][] = [[]];
  for (const { key, title, rows } of groups) {
    const lines: Line[] = [...(title && rows.length > 0 ? [{ title, key }] : []), ...rows];
    const sheet = sheets.at(-1) ?? [];
    if (sheet.length > 0 && sheet.length + Math.min(lines.length, SHEET_ROWS) > SHEET_ROWS) sheets.push([]);
    for (const line of lines) {
      if ((sheets.at(-1)?.length ?? 0) >= SHEET_ROWS) sheets.push([]);
      sheets.at(-1)?.push(line);
    }
  }
  return sheets.filter((sheet) => sheet.length > 0);
}

const TITLE_HEIGHT = 28;

/** A schedule as sheets of rows on one axis; none when there is no row. */
export function scheduleSheets(
  groups: readonly ScheduleGroup[],
  today: IsoDay,
  layout: ScheduleLayout,
): readonly DrawnSheet[] {
  const all = groups.flatMap(({ rows }) => rows.flatMap(datesOf));
  const axis = dayAxis(all, today, layout.plot[0], layout.plot[1]);
  return sheetLines(groups).map((lines) => {
    const titles: { key: string; text: string; y: number }[] = [];
    const rows: DrawnRow[] = [];
    let y = HEADER;
    for (const line of lines) {
      if ('title' in line) {
        titles.push({ key: line.key, text: line.title, y });
        y += TITLE_HEIGHT;
      } else {
        rows.push(drawRow(axis, layout, line, y, today));
        y += layout.rowHeight;
      }
    }
    return { axis, today: todayMark(axis, today), height: y + 6, titles, rows };
  });
}

const plural = (count: number, one: string): string => `${count} ${count === 1 ? one : `${one}s`}`;

/** A schedule in a sentence or two, for people who hear the picture. */
export function scheduleInWords(groups: readonly ScheduleGroup[], today: IsoDay): string {
  const rows = groups.flatMap((group) => group.rows);
  const count = (kind: ScheduleRow['kind']) => rows.filter((row) => row.kind === kind).length;
  const dates = rows.flatMap(datesOf);
  const from = dates.map((each) => each.from).sort()[0];
  const to = dates
    .map((each) => each.to)
    .sort()
    .at(-1);
  const span =
    from && to ? ` between ${shortDay(from)} and ${shortDay(to)} at the latest` : ', without any date';
  const undated = rows.filter((row) => datesOf(row).length === 0).length;
  return [
    `${plural(count('gate'), 'gate')}, ${plural(count('deliverable'), 'deliverable')} and ${plural(count('milestone'), 'milestone')}${span}.`,
    `Today is ${shortDay(today)}: ${rows.filter((row) => row.overdue).length} overdue, ${rows.filter((row) => row.done).length} done, ${undated} without a date.`,
    'The same dates are in the tables.',
  ].join(' ');
}
