import type { MoneyLine } from '../../finance/state';
import { counted } from '../../project/row';
import type { Project } from '../../project/state';
import type { Fy } from '../../time/financial-year';

/** FYs in which a line proposes a figure that is not nil. */
export const proposedFys = (line: MoneyLine): readonly Fy[] =>
  Object.entries(line.cells)
    .filter(([, cell]) => cell.proposed.answer.state === 'given' && cell.proposed.answer.value !== 0)
    .map(([fy]) => Number(fy))
    .sort((a, b) => a - b);

/** Standing lines with a figure in some year: what criteria mean by "every money line". */
export const countedLines = (project: Project): readonly MoneyLine[] =>
  counted(project.money.lines).filter((line) => proposedFys(line).length > 0);

/** Standing saving and income lines with a figure. */
export const savingLines = (project: Project): readonly MoneyLine[] =>
  countedLines(project).filter((line) => line.kind !== 'investment');

/** Saving and income lines a lead stands behind. */
export const adoptedSavings = (project: Project): readonly MoneyLine[] =>
  savingLines(project).filter((line) => line.adopted !== undefined);

/** Declared non-cashable by the lead, and agreed by finance. */
export const isNonCashable = (project: Project): boolean => project.money.nonCashable?.agreed !== undefined;
