import { effect as effectOf, type Figure } from '~/core/finance/effect';
import { goLiveSlip, type SlipSoFar } from '~/core/finance/go-live-slip';
import { cellOf } from '~/core/finance/line';
import {
  lostInYear,
  phasedCells,
  phasingOf,
  type Phased,
  type PhasingWanting,
  type StartSource,
} from '~/core/finance/phasing';
import { writtenSeries } from '~/core/finance/series';
import type { LineKind, MoneyLine } from '~/core/finance/state';
import { bindingBaseline } from '~/core/gates/baseline';
import { formatMoney, plainPounds } from '~/core/money/format-money';
import type { Pence } from '~/core/money/pence';
import { formatFy, type Fy } from '~/core/time/financial-year';
import { formatPartial } from '~/core/time/partial-date';
import { answerText, shownFigure } from './finance-words';
import type { LoadedProject } from './load-project';

type Loaded = Pick<LoadedProject, 'project' | 'external'>;

/** The part-year effect of a recurring line, its sum shown, and the cells it gives. */
export interface Profile {
  /** "£200,000 a year × 6 of 12 months left after go-live in Sep 2024 = £100,000 in 24/25, and £100,000 more in 25/26." */
  readonly sentence: string;
  readonly months: string;
  readonly perMonth: string;
  readonly counting: string;
  readonly years: readonly {
    readonly fy: Fy;
    readonly year: string;
    readonly text: string;
    readonly plain: string;
  }[];
  readonly conventionAssumed: boolean;
}

const SOURCES: Readonly<Record<StartSource, string>> = {
  line: 'the line’s own start month',
  'go-live': 'go-live as recorded',
  'gate-4': 'the day Gate 4 was decided',
  forecast: 'Gate 4’s forecast',
  target: 'Gate 4’s target',
};

function wantingWords(phasing: PhasingWanting): string {
  if (phasing.kind === 'cannot-tell') {
    const bounds = phasing.bounds.map(({ fy, least, most }) =>
      least === most
        ? `${formatFy(fy)} ${formatMoney(most)}`
        : `${formatFy(fy)} ${formatMoney(least)} to ${formatMoney(most)}`,
    );
    return `Cannot tell: it starts in ${formatPartial(phasing.start.date)} by ${SOURCES[phasing.start.source]}, in a month nobody has said. Felt in the year: ${bounds.join(', ')}.`;
  }
  return phasing.wants === 'start'
    ? 'Neither go-live nor the line has a month yet; without one there is no part-year effect.'
    : 'Say the full-year effect in the terms, and the part-year effect is worked out here.';
}

const monthsWords = (months: number): string => `${months} ${months === 1 ? 'month' : 'months'}`;

/** What later months do to the year it starts in: an investment that starts later is spent later, and a loss is spared. */
function perMonthWords({ fullYear, month, startFy }: Phased, counts: boolean, kind: LineKind): string {
  const later = (months: number) => lostInYear(fullYear, month, counts, months);
  if (later(1) === 0) {
    return `A later month costs nothing more in ${formatFy(startFy)}: nothing of the year is left after ${formatPartial(month)}.`;
  }
  const costs = kind === 'investment' ? later(1) < 0 : later(1) > 0;
  const [one, three] = [later(1), later(3)].map((pence) => formatMoney(Math.abs(pence)));
  return `Each month of slip ${costs ? 'costs' : 'spares'} ${one} in ${formatFy(startFy)}; three ${costs ? 'cost' : 'spare'} ${three}.`;
}

/** How a line's full-year effect falls over the horizon; or what is wanting before that can be said. */
export function profileOf(
  { project, external }: Loaded,
  line: MoneyLine,
): Profile | { readonly wanting: string } | undefined {
  const counts = external.settings.goLiveMonthCounts;
  const phasing = phasingOf(project, line, counts);
  if (!phasing) return undefined;
  if (phasing.kind !== 'phased') return { wanting: wantingWords(phasing) };
  const { fullYear, monthsLeft, startFy, month, inYear } = phasing;
  return {
    sentence: `${formatMoney(fullYear)} a year × ${monthsLeft} of 12 months left after ${formatPartial(month)} = ${formatMoney(inYear)} in ${formatFy(startFy)}, and ${formatMoney(fullYear - inYear)} more in ${formatFy(startFy + 1)}.`,
    months: String(monthsLeft),
    perMonth: perMonthWords(phasing, counts, line.kind),
    counting: `The month of go-live is ${counts ? '' : 'not '}counted (finance's setting).`,
    years: phasedCells(phasing, line.convention ?? 'incremental').map(({ fy, amount }) => ({
      fy,
      year: formatFy(fy),
      text: formatMoney(amount),
      plain: plainPounds(amount),
    })),
    conventionAssumed: line.convention === undefined,
  };
}

/** The re-phased profile of a line beside its cells as they are, and what would be sent to accept it. */
export interface Rephasing {
  readonly into: 'proposed' | 'forecast';
  readonly start: string;
  readonly rows: readonly {
    readonly fy: Fy;
    readonly year: string;
    readonly now: string;
    readonly felt: string;
    readonly then: string;
    readonly feltThen: string;
    readonly same: boolean;
    readonly stale: boolean;
    readonly plain: string;
  }[];
  readonly same: boolean;
  /** What the other setting of the go-live month would give. */
  readonly other: string;
  readonly keeps: string;
}

function otherSetting(loaded: Loaded, line: MoneyLine, counts: boolean): string {
  const other = phasingOf(loaded.project, line, !counts);
  if (other?.kind !== 'phased') return '';
  const { inYear, fullYear, startFy } = other;
  return `Were the month of go-live ${counts ? 'not ' : ''}counted, ${monthsWords(other.monthsLeft)} would fall in ${formatFy(startFy)}: ${formatMoney(inYear)}, and ${formatMoney(fullYear - inYear)} more in ${formatFy(startFy + 1)}.`;
}

/** The re-phased profile beside today's; undefined while the line has no full-year effect, start month or convention. */
export function rephasingOf(loaded: Loaded, line: MoneyLine): Rephasing | undefined {
  const { project, external } = loaded;
  const counts = external.settings.goLiveMonthCounts;
  const phasing = phasingOf(project, line, counts);
  const { convention } = line;
  if (phasing?.kind !== 'phased' || convention === undefined) return undefined;
  const into = bindingBaseline(project) ? 'forecast' : 'proposed';
  const written = writtenSeries(line, into);
  const cells = phasedCells(phasing, convention);
  const rows = cells.map(({ fy, amount }, at) => {
    const cell = cellOf(line, fy);
    const now = into === 'forecast' ? cell.forecast?.amount : valueNow(line, fy);
    const felt: Figure = effectOf(written, fy);
    return {
      fy,
      year: formatFy(fy),
      now:
        into === 'forecast'
          ? cell.forecast
            ? formatMoney(cell.forecast.amount)
            : '–'
          : answerText(cell.proposed.answer),
      felt: shownFigure(felt).text,
      then: formatMoney(amount),
      feltThen: formatMoney(phasing.years[at]?.effect ?? 0),
      same: now === amount,
      stale: into === 'proposed' && cell.validated !== undefined && now !== amount,
      plain: plainPounds(amount),
    };
  });
  return {
    into,
    start: `Starts ${formatPartial(phasing.month)}, by ${SOURCES[phasing.start.source]}; ${monthsWords(phasing.monthsLeft)} of ${formatFy(phasing.startFy)} are left.`,
    rows,
    same: rows.every((row) => row.same),
    other: otherSetting(loaded, line, counts),
    keeps: `The full-year effect stays ${formatMoney(phasing.fullYear)}, to the penny.`,
  };
}

/** The pence a proposed cell stands for: none is nil, a year not answered is nothing. */
function valueNow(line: MoneyLine, fy: Fy): Pence | undefined {
  const { answer } = cellOf(line, fy).proposed;
  if (answer.state === 'given') return answer.value;
  return answer.state === 'none' || answer.state === 'none-unconfirmed' ? 0 : undefined;
}

/** "costs £33,333.33 in 24/25": what later months cost a year, or earlier ones gain it. */
function lostWords({ fy, cost }: { readonly fy: Fy; readonly cost: Figure }): string {
  if (cost.kind === 'cannot-tell') return `costs what nobody can tell in ${formatFy(fy)}`;
  return `${cost.pence < 0 ? 'gains' : 'costs'} ${formatMoney(Math.abs(cost.pence))} in ${formatFy(fy)}`;
}

function soFarWords({ from, to, months, lost }: SlipSoFar, happened: boolean, of: string): string {
  const by = `${monthsWords(Math.abs(months))} ${months > 0 ? 'later' : 'earlier'}`;
  const moved = happened
    ? `Go-live was in ${formatPartial(to)}, ${by} than its target of ${formatPartial(from)}`
    : `Go-live has moved from ${formatPartial(from)} to ${formatPartial(to)}, ${by}`;
  return `${moved}: that ${lost.map(lostWords).join(' and ') || 'costs nothing'}, of ${of}.`;
}

/** What a slip of go-live costs, in sentences for the schedule and the finance page; none while nobody can tell. */
export function goLiveSlipWords({ project, external }: Loaded): readonly string[] {
  const slip = goLiveSlip(project, external.framework, external.settings.goLiveMonthCounts);
  if (!slip) return [];
  const { soFar, goLive, nextMonth, lines, fy } = slip;
  const happened = (project.schedule.goLive ?? project.schedule.gates[4].actual) !== undefined;
  const of =
    lines.length === 1 ? 'the line that starts with it' : `the ${lines.length} lines that start with it`;
  return [
    ...(soFar ? [soFarWords(soFar, happened, of)] : []),
    ...(happened
      ? []
      : [
          `Each ${soFar ? 'further ' : ''}month of slip from ${formatPartial(goLive)} ${lostWords({ fy, cost: nextMonth })}, of ${of}.`,
        ]),
  ];
}
