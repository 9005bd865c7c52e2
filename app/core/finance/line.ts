import type { Answer } from '../answers/answer';
import { describeAnswer } from '../answers/answer';
import type { At, Change } from '../journal/event';
import { formatMoney } from '../money/format-money';
import type { Pence } from '../money/pence';
import { answered, blankField, type Field } from '../project/field';
import { replaceRow, rowById, standing, type Mark } from '../project/row';
import type { Project } from '../project/state';
import { formatFy, type Fy } from '../time/financial-year';
import type { Cell, MoneyLine } from './state';

const EMPTY_CELL: Cell = { proposed: blankField<Pence>() };

/** Who, when and at which event, of the event being folded. */
export const markAt = (at: At): Mark => ({ by: at.actor, day: at.day, seq: at.seq });

/** One line's cell of a financial year; a year nobody has answered is a blank cell. */
export const cellOf = (line: Pick<MoneyLine, 'cells'>, fy: Fy): Cell => line.cells[fy] ?? EMPTY_CELL;

/** A line of the project, withdrawn or not. */
export const lineById = (project: Project, lineId: string): MoneyLine | undefined =>
  rowById(project.money.lines, lineId);

/** The project with one of its lines changed. */
export const withLine = (
  project: Project,
  lineId: string,
  change: (line: MoneyLine) => MoneyLine,
): Project => ({
  ...project,
  money: { ...project.money, lines: replaceRow(project.money.lines, lineId, change) },
});

/** The line with one cell changed. */
export const withCell = (line: MoneyLine, fy: Fy, change: (cell: Cell) => Cell): MoneyLine => ({
  ...line,
  cells: { ...line.cells, [fy]: change(cellOf(line, fy)) },
});

/** The line with each of some entries put into its year's cell. */
export const withCells = <E extends { readonly fy: Fy }>(
  line: MoneyLine,
  entries: readonly E[],
  change: (cell: Cell, entry: E) => Cell,
): MoneyLine =>
  entries.reduce((next, entry) => withCell(next, entry.fy, (cell) => change(cell, entry)), line);

/** The line with proposed figures answered at a point of the fold. */
export const withProposed = (
  line: MoneyLine,
  entries: readonly { readonly fy: Fy; readonly answer: Answer<Pence> }[],
  at: At,
  fromDocument = false,
): MoneyLine =>
  withCells(line, entries, (cell, { answer }) => ({
    ...cell,
    // A year opened later is owed from then, not since the record began.
    proposed: answered(cell.proposed.seq === 0 ? undefined : cell.proposed, answer, at, fromDocument),
  }));

const isNilAnswer = (field: Field<Pence>): boolean =>
  field.answer.state === 'none' || field.answer.state === 'none-unconfirmed';

/** Whether a line claims nothing: every answered year is a none, as the form's rows of "-" are. */
export function isNilLine(line: MoneyLine): boolean {
  const cells = Object.values(line.cells);
  return (
    cells.length > 0 && cells.every((cell) => isNilAnswer(cell.proposed)) && line.fullYearEffect === undefined
  );
}

/** The saving lines that claim something and stand: with one of them a case is not non-cashable. */
export const claimedSavings = (project: Project): readonly MoneyLine[] =>
  standing(project.money.lines).filter((line) => line.kind === 'saving' && !isNilLine(line));

/** The project whose declaration of being non-cashable has ended if it claims a saving. */
export function endNonCashable(project: Project): Project {
  if (!project.money.nonCashable || claimedSavings(project).length === 0) return project;
  const { nonCashable: _ended, ...money } = project.money;
  return { ...project, money };
}

/** The line's title in quotation marks, for sentences. */
export function callLine(project: Project, lineId: string): string {
  const title = lineById(project, lineId)?.title;
  return title ? `“${title}”` : 'a money line';
}

/** A figure as a sentence has it: '£200,000', 'none', 'to be confirmed'. */
export const sayAnswer = (answer: Answer<Pence>): string => describeAnswer(answer, formatMoney);

/** What stood before and after in each year's cell, for the history. */
export const cellChanges = <E extends { readonly fy: Fy }>(
  project: Project,
  lineId: string,
  entries: readonly E[],
  say: { before: (cell: Cell) => string | undefined; after: (entry: E) => string },
): readonly Change[] => {
  const line = lineById(project, lineId);
  return entries.map((entry) => {
    const before = line && say.before(cellOf(line, entry.fy));
    return {
      what: formatFy(entry.fy),
      after: say.after(entry),
      ...(before === undefined ? {} : { before }),
    };
  });
};
