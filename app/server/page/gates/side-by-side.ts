import { bindingBaseline } from '~/core/gates/baseline';
import { GATE_NUMBERS } from '~/core/gates/gate-number';
import type { Baseline } from '~/core/gates/state';
import { expectedOf } from '~/core/gates/expected';
import { formatMoney } from '~/core/money/format-money';
import { rowById } from '~/core/project/row';
import type { Project } from '~/core/project/state';
import { currentFinish, currentStart, slipOf, type Slip } from '~/core/schedule/slip';
import { currentGateDate } from '~/core/schedule/state';
import { formatFy } from '~/core/time/financial-year';
import { shortDay } from '~/core/time/iso-day';
import { formatPartial, isWhollyPast } from '~/core/time/partial-date';
import type { LoadedProject } from '../load-project';
import { gateName } from '../project-head';
import { slipWords } from '../slip-words';
import { comparePictures } from './changed-since';

const NONE = '–';
const AS_PROMISED = 'as promised';
const date = (value: string | null | undefined): string => (value ? formatPartial(value) : NONE);
const money = (value: number | null | undefined): string =>
  value === null || value === undefined ? NONE : formatMoney(value);

/** A row of a comparison: what it is of, its cells in the order of the table's headers, and whether it moved for the worse. */
export interface ComparedRow {
  readonly id: string;
  readonly label: string;
  readonly cells: readonly string[];
  readonly worse?: boolean;
}

/** A table of a comparison; the last column says what moved. */
export interface ComparedTable {
  readonly caption: string;
  readonly headers: readonly string[];
  readonly numeric: boolean;
  readonly rows: readonly ComparedRow[];
}

interface Dates {
  readonly baseline: string | null | undefined;
  readonly forecast: string | undefined;
  readonly actual: string | undefined;
  readonly current: string | undefined;
}

/** A date's row; in a plan of whole months a slip is told at the least, so a partial date is never called late. */
function dateRow(id: string, label: string, { baseline, forecast, actual, current }: Dates): ComparedRow {
  const slip: Slip | undefined = slipOf(baseline ?? undefined, current);
  return {
    id,
    label,
    cells: [date(baseline), date(forecast), date(actual), slipWords(slip) ?? NONE],
    worse: (slip?.least ?? 0) > 0,
  };
}

const DATE_HEADERS = ['Baseline', 'Forecast', 'Actual', 'Slip'];

function gateDates({ project, external }: LoadedProject, kept: Baseline): ComparedTable {
  const rows = GATE_NUMBERS.map((gate) => {
    const dates = project.schedule.gates[gate];
    return dateRow(`gate-${gate}`, `Gate ${gate}: ${gateName(external, gate)}`, {
      baseline: kept.gates[String(gate)],
      forecast: dates.forecast?.date,
      actual: dates.actual?.date,
      current: currentGateDate(dates),
    });
  });
  return { caption: 'Gate dates', headers: DATE_HEADERS, numeric: false, rows };
}

const span = (start: string | null | undefined, finish: string | null | undefined): string =>
  !start && !finish ? NONE : `${date(start)} to ${date(finish)}`;

/** A row a deliverable, start to finish; the slip is that of the finish, or of the start where only that is known. */
function deliverableDates({ project, today }: LoadedProject, kept: Baseline): ComparedTable {
  const rows = kept.deliverables.flatMap((was): ComparedRow[] => {
    const row = rowById(project.schedule.deliverables, was.id);
    const cells = [
      span(was.start, was.finish),
      span(row?.forecastStart?.date, row?.forecastFinish?.date),
      span(row?.actualStart?.date, row?.actualFinish?.date),
    ];
    if (cells.every((cell) => cell === NONE)) return [];
    const slip =
      slipOf(was.finish ?? undefined, row && currentFinish(row)) ??
      slipOf(was.start ?? undefined, row && currentStart(row));
    const due = row && !row.completed && !row.actualFinish ? currentFinish(row) : undefined;
    const late = due !== undefined && isWhollyPast(due, today);
    const moved = row?.withdrawn ? 'withdrawn' : late ? 'overdue' : (slipWords(slip) ?? NONE);
    const worse = row?.withdrawn !== undefined || late || (slip?.least ?? 0) > 0;
    return [
      { id: was.id, label: row?.title ?? 'A deliverable no longer listed', cells: [...cells, moved], worse },
    ];
  });
  return { caption: 'Deliverables, start to finish', headers: DATE_HEADERS, numeric: false, rows };
}

const difference = (was: number | null | undefined, is: number | null | undefined): number | undefined =>
  (was === null || was === undefined) && (is === null || is === undefined)
    ? undefined
    : (is ?? 0) - (was ?? 0);

const signed = (pence: number | undefined): string =>
  pence === undefined ? NONE : pence === 0 ? AS_PROMISED : `${pence > 0 ? '+' : ''}${formatMoney(pence)}`;

/** Each line's years: as baselined, as now expected and as delivered; less of a saving or more of a cost is worse. */
function figures({ project }: LoadedProject, kept: Baseline): ComparedTable {
  const rows = project.money.lines.flatMap((line) => {
    if (line.withdrawn && !kept.proposed[line.id]) return [];
    return project.money.horizon.flatMap((fy): ComparedRow[] => {
      const was = kept.proposed[line.id]?.[String(fy)];
      const expected = line.withdrawn ? undefined : expectedOf(line, fy);
      const delivered = line.cells[fy]?.delivered;
      const cells = [
        money(was),
        money(expected),
        delivered ? `${money(delivered.amount)}${delivered.toDate ? ' so far' : ''}` : NONE,
      ];
      if (cells.every((cell) => cell === NONE)) return [];
      // A year that is not over is measured by what is expected of it.
      const moved = difference(was, delivered && !delivered.toDate ? delivered.amount : expected);
      const worse = line.kind === 'investment' ? (moved ?? 0) > 0 : (moved ?? 0) < 0;
      const label = `${line.title}, ${formatFy(fy)}${line.withdrawn ? ' (withdrawn)' : ''}`;
      return [{ id: `${line.id}-${fy}`, label, cells: [...cells, signed(moved)], worse }];
    });
  });
  const headers = ['Baseline', 'Expected', 'Delivered', 'Difference'];
  return { caption: 'Figures, as their line enters them', headers, numeric: true, rows };
}

function targets({ project }: LoadedProject, kept: Baseline): ComparedTable {
  const rows = kept.benefits.map((was): ComparedRow => {
    const benefit = rowById(project.benefits, was.id);
    const reading = benefit?.readings.filter((each) => !each.withdrawn).at(-1);
    const unit = benefit?.unit ? ` ${benefit.unit}` : '';
    const withdrawn = benefit?.leakage ? 'Leakage: withdrawn by a change' : undefined;
    const moved = withdrawn ?? ((benefit?.target ?? null) === was.target ? AS_PROMISED : 'target moved');
    return {
      id: was.id,
      label: `${benefit?.category ?? 'A benefit no longer listed'}${benefit?.measure ? `: ${benefit.measure}` : ''}`,
      cells: [
        was.target === null ? NONE : `${was.target}${unit}, by ${date(was.realisation)}`,
        benefit?.target === undefined ? NONE : `${benefit.target}${unit}`,
        reading ? `${reading.value}${unit}, ${formatPartial(reading.date)}` : NONE,
        moved,
      ],
      worse: withdrawn !== undefined,
    };
  });
  const headers = ['Baseline', 'Target now', 'Last reading', 'Moved'];
  return { caption: 'Benefits', headers, numeric: false, rows };
}

const NOW = 'now';

/** The name of a kept picture, as lists of them say it. */
function pictureName({ gate, day, movedBy }: Baseline): string {
  return movedBy ? `Moved by a change request, ${shortDay(day)}` : `Gate ${gate}, approved ${shortDay(day)}`;
}

/** Which pictures are asked to be set beside each other; an address that names none gets the newest beside the record. */
export interface PicturesAsked {
  readonly baseline?: string | null;
  readonly against?: string | null;
}

const chosen = (baselines: readonly Baseline[], asked: string | null | undefined): number | undefined => {
  if (!asked || !/^\d{1,4}$/.test(asked)) return undefined;
  return baselines[Number(asked)] ? Number(asked) : undefined;
};

/** The picture a page begins with: the one that binds, else that of the last gate still approved, else the newest. */
function first(project: Project): number {
  const { baselines, records } = project.gates;
  const binding = bindingBaseline(project);
  if (binding) return baselines.indexOf(binding);
  const stands = baselines.findLastIndex(({ gate }) => records[gate].standing.state === 'approved');
  return stands < 0 ? baselines.length - 1 : stands;
}

function tablesOf(
  loaded: LoadedProject,
  kept: Baseline,
  other: Baseline | undefined,
): readonly ComparedTable[] {
  if (!other) {
    return [
      gateDates(loaded, kept),
      figures(loaded, kept),
      targets(loaded, kept),
      deliverableDates(loaded, kept),
    ];
  }
  const rows = comparePictures(loaded.project, kept, other).map(({ label, before, after }) => ({
    id: label,
    label,
    cells: [before, after],
  }));
  return [
    { caption: 'What differs', headers: [pictureName(kept), pictureName(other)], numeric: false, rows },
  ];
}

const UNMOVED = new Set([NONE, AS_PROMISED, 'on time']);

/** Whether the last cell of a row, which says what moved, says that something did. */
const hasMoved = ({ cells }: ComparedRow): boolean => !UNMOVED.has(cells.at(-1) ?? NONE);

/** Two pictures side by side, as the address asks: a kept one beside the record now, or beside another kept one. */
export function sideBySideOf(loaded: LoadedProject, asked: PicturesAsked) {
  const { project } = loaded;
  const { baselines } = project.gates;
  const index = chosen(baselines, asked.baseline) ?? first(project);
  const kept = baselines[index];
  if (!kept) return undefined;
  const againstIndex = asked.against === NOW ? undefined : chosen(baselines, asked.against);
  const other = againstIndex === undefined || againstIndex === index ? undefined : baselines[againstIndex];
  const tables = tablesOf(loaded, kept, other).filter(({ rows }) => rows.length > 0);
  const options = baselines.map((each, at) => ({ value: String(at), text: pictureName(each) }));
  return {
    chosen: { baseline: String(index), against: other ? String(againstIndex) : NOW },
    options: {
      baseline: [...options].reverse(),
      against: [{ value: NOW, text: 'The record now' }, ...[...options].reverse()],
    },
    title: pictureName(kept),
    other: other && pictureName(other),
    binds: bindingBaseline(project) === kept,
    tables,
    differ: tables.flatMap(({ rows }) => rows).filter((row) => other ?? hasMoved(row)).length,
  };
}
