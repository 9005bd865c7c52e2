import type { Project } from '../project/state';
import { goLiveDate } from '../schedule/state';
import { fyOfDay, type Fy } from '../time/financial-year';
import { monthOf, type Month } from '../time/partial-date';
import type { MoneyLine } from './state';

/** The month a line without its own starts in: go-live's; undefined while no month is known. */
export function defaultStartMonth(project: Project): Month | undefined {
  const date = goLiveDate(project.schedule);
  return date === undefined ? undefined : monthOf(date);
}

/** The month a recurring line starts in: its own, else go-live's; undefined while neither is known. */
export const startMonthOf = (project: Project, line: MoneyLine): Month | undefined =>
  line.startMonth ?? defaultStartMonth(project);

/** The last FY the horizon has to reach: two full years after the one of go-live; undefined while no month is known. */
export function horizonNeeded(project: Project): Fy | undefined {
  const month = defaultStartMonth(project);
  return month === undefined ? undefined : fyOfDay(`${month}-01`) + 2;
}

const withLines = (project: Project, change: (line: MoneyLine) => MoneyLine): Project => ({
  ...project,
  money: { ...project.money, lines: project.money.lines.map(change) },
});

/**
 * The project after an event that may have moved go-live: where that moved a default start month, the lines that
 * rest on it have new terms as of event `seq`, and their validations are stale. The schedule's evolve calls it.
 */
export function withDerivedTerms(before: Project, after: Project, seq: number): Project {
  if (defaultStartMonth(before) === defaultStartMonth(after)) return after;
  return withLines(after, (line) =>
    line.timing === 'recurring' && line.startMonth === undefined ? { ...line, termsSeq: seq } : line,
  );
}

/** The project after a cost baseline's amount changed: lines that draw on it have new terms. The registers' evolve calls it. */
export const withBaselineChanged = (project: Project, baselineId: string, seq: number): Project =>
  withLines(project, (line) => (line.costBaseline === baselineId ? { ...line, termsSeq: seq } : line));
