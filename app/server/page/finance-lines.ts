import { isAvoidance } from '~/core/finance/figures';
import { cellOf, isNilLine } from '~/core/finance/line';
import { SERIES, countedAsValidated, type Series } from '~/core/finance/series';
import { startMonthOf } from '~/core/finance/start-month';
import { isStale, type Cell, type MoneyLine } from '~/core/finance/state';
import { formatMoney } from '~/core/money/format-money';
import { formatConfidence } from '~/core/money/read-money';
import { formatFy } from '~/core/time/financial-year';
import { formatPartial } from '~/core/time/partial-date';
import { answerText, byWords, eventHref, kindWords, linePath, SERIES_NAMES } from './finance-words';
import type { LoadedProject } from './load-project';

type Tone = 'good' | 'bad' | 'warn' | 'info' | 'neutral';
interface Tag {
  readonly tone: Tone;
  readonly text: string;
}

/** One cell of a line in one series as shown: the figure as written, what goes with it, and the event behind it. */
export interface CellShown {
  readonly text: string;
  readonly note?: string;
  readonly stale?: boolean;
  readonly href?: string;
}

const EMPTY: CellShown = { text: '–' };

function validatedCell(line: MoneyLine, cell: Cell, href: string): CellShown {
  const { validated } = cell;
  if (!validated) return EMPTY;
  const how = validated.method === 'confidence' ? `${formatConfidence(validated.confidence)}` : 'own figure';
  if (!isStale(line, cell)) return { text: formatMoney(validated.amount), note: how, href };
  const counts = `counts as ${formatMoney(countedAsValidated(line, cell))}`;
  return { text: formatMoney(validated.amount), note: `${how}, stale: ${counts}`, stale: true, href };
}

function mtfsCell({ mtfs }: Cell, href: string): CellShown {
  return mtfs ? { text: answerText(mtfs.amount), note: mtfs.round, href } : EMPTY;
}

function forecastCell({ forecast }: Cell, href: string): CellShown {
  if (!forecast) return EMPTY;
  return {
    text: formatMoney(forecast.amount),
    note: forecast.confirmed ? 'confirmed' : 'unconfirmed',
    href,
  };
}

function deliveredCell({ delivered }: Cell, href: string): CellShown {
  if (!delivered) return EMPTY;
  const note = `${delivered.toDate ? 'to date, ' : ''}${delivered.confirmed ? 'confirmed' : 'unconfirmed'}`;
  return { text: formatMoney(delivered.amount), note, href };
}

function bankedCell({ banked, banking }: Cell, ref: string): CellShown {
  if (banked) {
    const lasts = banked.permanence === 'permanent' ? 'permanent' : 'one year';
    return {
      text: formatMoney(banked.amount),
      note: `${formatPartial(banked.month)}, ${lasts}, ${banked.journalReference}`,
      href: eventHref(ref, banked.seq),
    };
  }
  if (!banking) return EMPTY;
  return {
    text: banking.status === 'scheduled' ? 'scheduled' : 'not bankable',
    href: eventHref(ref, banking.seq),
  };
}

/** A line's cell of one series and year. */
export function cellShown(loaded: LoadedProject, line: MoneyLine, series: Series, fy: number): CellShown {
  const { ref } = loaded.project;
  const cell = cellOf(line, fy);
  const { proposed } = cell;
  switch (series) {
    case 'proposed':
      return proposed.seq === 0
        ? EMPTY
        : { text: answerText(proposed.answer), href: eventHref(ref, proposed.seq) };
    case 'validated':
      return validatedCell(line, cell, eventHref(ref, cell.validated?.seq ?? 0));
    case 'mtfs':
      return mtfsCell(cell, eventHref(ref, cell.mtfs?.seq ?? 0));
    case 'forecast':
      return forecastCell(cell, eventHref(ref, cell.forecast?.seq ?? 0));
    case 'delivered':
      return deliveredCell(cell, eventHref(ref, cell.delivered?.seq ?? 0));
    case 'banked':
      return bankedCell(cell, ref);
  }
}

/** The figures of a line as they are written, series by series; series without any figure are left out but for proposed and validated. */
export const cellRows = (loaded: LoadedProject, line: MoneyLine) => {
  const { horizon } = loaded.project.money;
  return SERIES.map((series) => ({
    key: series,
    name: SERIES_NAMES[series],
    cells: horizon.map((fy) => cellShown(loaded, line, series, fy)),
  }));
};

/** What stands out about a line. */
export function lineTags({ project, external }: LoadedProject, line: MoneyLine): readonly Tag[] {
  const stale = Object.values(line.cells).filter((cell) => isStale(line, cell)).length;
  const unconfirmed = Object.values(line.cells).some(
    (cell) => cell.proposed.answer.state === 'none-unconfirmed',
  );
  const open = line.timing === 'recurring' && !line.convention && !isNilLine(line);
  return [
    ...(line.withdrawn ? [{ tone: 'neutral' as const, text: 'Withdrawn' }] : []),
    ...(line.adopted || line.withdrawn ? [] : [{ tone: 'warn' as const, text: 'Not adopted' }]),
    ...(stale > 0 ? [{ tone: 'bad' as const, text: `${stale} stale` }] : []),
    ...(open ? [{ tone: 'bad' as const, text: 'No convention' }] : []),
    ...(unconfirmed ? [{ tone: 'warn' as const, text: 'None, unconfirmed' }] : []),
    ...(isAvoidance(external.framework, line) ? [{ tone: 'info' as const, text: 'Cost avoidance' }] : []),
    ...(project.money.lines.length > 0 &&
    line.adopted &&
    !line.withdrawn &&
    stale === 0 &&
    !open &&
    !unconfirmed
      ? [{ tone: 'good' as const, text: 'Adopted' }]
      : []),
  ];
}

const CONVENTION_WORDS = {
  incremental: 'Incremental: each year holds the change to the base budget in that year',
  annual: 'Annual: each year holds the effect felt in that year',
} as const;

/** A line's terms as names and values; what is not said is said to be wanting. */
export function termRows({ project, external }: LoadedProject, line: MoneyLine) {
  const category = external.framework.categories.find((each) => each.id === line.category);
  const baseline = project.registers.costBaselines.find((each) => each.id === line.costBaseline);
  const start = startMonthOf(project, line);
  const recurring =
    line.timing === 'recurring'
      ? [
          { key: 'Convention', value: line.convention ? CONVENTION_WORDS[line.convention] : 'Not stated' },
          {
            key: 'Full-year effect',
            value: line.fullYearEffect === undefined ? 'Not stated' : formatMoney(line.fullYearEffect),
          },
          {
            key: 'Start month',
            value:
              start === undefined
                ? 'Not known: go-live has no month'
                : `${formatPartial(start)}${line.startMonth ? '' : ', from go-live'}`,
          },
        ]
      : [];
  return [
    { key: 'Kind', value: kindWords(line) },
    { key: 'Category', value: category?.title ?? 'Not stated' },
    ...recurring,
    { key: 'Cost centre', value: line.costCentre ?? 'Not stated' },
    { key: 'Cost baseline', value: baseline?.service ?? 'None named' },
    ...(line.budgetFalls ? [{ key: 'Budget falls from', value: formatPartial(line.budgetFalls.month) }] : []),
  ];
}

/** Who adopted a line and when, or that it waits for the lead. */
export const adoptionOf = (loaded: LoadedProject, line: MoneyLine) =>
  line.withdrawn
    ? {
        text: `Withdrawn by ${byWords(loaded, line.withdrawn)}: ${line.withdrawn.why}`,
        seq: line.withdrawn.seq,
      }
    : line.adopted
      ? { text: `Adopted by ${byWords(loaded, line.adopted)}`, seq: line.adopted.seq }
      : { text: 'From the form. It counts in no total until the lead adopts it', seq: line.recorded.seq };

const nilWords = (line: MoneyLine): string =>
  Object.values(line.cells).some((cell) => cell.proposed.answer.state === 'none-unconfirmed')
    ? 'None in any year: the form has “-”, which nobody has confirmed'
    : 'None in any year, confirmed';

/** A line as the finance page shows it; a line that claims nothing is told in a sentence. */
export function lineCard(loaded: LoadedProject, line: MoneyLine) {
  const { project, name } = loaded;
  const adoption = adoptionOf(loaded, line);
  const attachments = project.evidence.attachments.filter((each) => line.evidence.includes(each.id));
  return {
    id: line.id,
    title: line.title,
    href: linePath(project.ref, line.id),
    words: kindWords(line),
    investment: line.kind === 'investment',
    tags: lineTags(loaded, line),
    adoption: { text: adoption.text, href: eventHref(project.ref, adoption.seq) },
    nil: isNilLine(line) ? nilWords(line) : undefined,
    withdrawn: line.withdrawn !== undefined,
    terms: termRows(loaded, line).map(({ key, value }) => `${key}: ${value}`),
    rows: cellRows(loaded, line).filter(
      ({ key, cells }) => key === 'proposed' || key === 'validated' || cells.some(({ text }) => text !== '–'),
    ),
    evidence: attachments.map((each) => each.name),
    onward: line.onward
      ? `${name(line.onward.owner)}, next looked at ${formatPartial(line.onward.reviewDate)}`
      : undefined,
  };
}

/** The headings of the years. */
export const yearHeadings = ({ project }: Pick<LoadedProject, 'project'>): readonly string[] =>
  project.money.horizon.map(formatFy);
