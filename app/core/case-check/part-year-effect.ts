import { effect } from '../finance/effect';
import { startMonthOf } from '../finance/start-month';
import type { MoneyLine } from '../finance/state';
import { formatMoney } from '../money/format-money';
import { partYearEffect } from '../money/part-year';
import type { Pence } from '../money/pence';
import { standing } from '../project/row';
import type { Project } from '../project/state';
import { formatFy, fyOfDay, monthsLeftInFy, type Fy } from '../time/financial-year';
import { formatPartial, type Month } from '../time/partial-date';
import { finding, type Finding, type Given, type Rule } from './rule';

/** The proposed pence by FY, where given. */
function proposedOf(line: MoneyLine): Readonly<Record<Fy, Pence>> {
  return Object.fromEntries(
    Object.entries(line.cells).flatMap(([fy, cell]) =>
      cell.proposed.answer.state === 'given' ? [[fy, cell.proposed.answer.value]] : [],
    ),
  );
}

/** The effect felt in a year; without a convention, the year's own figure. */
function feltIn(line: MoneyLine, amounts: Readonly<Record<Fy, Pence>>, fy: Fy): Pence {
  const felt = effect({ timing: line.timing, convention: line.convention ?? 'annual', amounts }, fy);
  return felt.kind === 'figure' ? felt.pence : 0;
}

interface Phasing {
  readonly line: MoneyLine;
  readonly start: Month;
  readonly startFy: Fy;
  readonly fullYear: Pence;
  readonly fullYearGiven: boolean;
  readonly felt: Pence;
  /** The first year before the start in which something is felt already. */
  readonly early?: { readonly fy: Fy; readonly felt: Pence };
}

/**
 * How a line is phased about its start. Where nobody gave a full-year effect it is the most the line comes to, or,
 * without a convention, the figure of the year itself.
 */
function phasingOf(project: Project, line: MoneyLine): Phasing | undefined {
  const start = startMonthOf(project, line);
  if (start === undefined) return undefined;
  const startFy = fyOfDay(`${start}-01`);
  const amounts = proposedOf(line);
  const years = Object.keys(amounts).map(Number);
  const felt = feltIn(line, amounts, startFy);
  const early = years
    .filter((fy) => fy < startFy)
    .sort((a, b) => a - b)
    .map((fy) => ({ fy, felt: feltIn(line, amounts, fy) }))
    .find((each) => each.felt > 0);
  const most =
    line.convention === undefined
      ? Math.max(felt, early?.felt ?? 0)
      : Math.max(felt, ...years.map((fy) => feltIn(line, amounts, fy)));
  const fullYear = line.fullYearEffect ?? most;
  return {
    line,
    start,
    startFy,
    fullYear,
    fullYearGiven: line.fullYearEffect !== undefined,
    felt,
    ...(early ? { early } : {}),
  };
}

const months = (n: number): string => `${n} month${n === 1 ? '' : 's'}`;

function split(phasing: Phasing, left: number): string {
  const { fullYear, startFy } = phasing;
  const part = partYearEffect(fullYear, left);
  return `${formatMoney(fullYear)} × ${left} ÷ 12 = ${formatMoney(part)} in ${formatFy(startFy)} and ${formatMoney(fullYear - part)} in ${formatFy(startFy + 1)}`;
}

function found(phasing: Phasing, given: Given): readonly Finding[] {
  const { line, start, startFy, fullYear, fullYearGiven, felt, early } = phasing;
  const counts = given.settings.goLiveMonthCounts;
  const left = monthsLeftInFy(start, counts);
  const expected = partYearEffect(fullYear, left);
  if (fullYear <= 0 || (felt <= expected && !early)) return [];
  const other = monthsLeftInFy(start, !counts);
  const beforeStart = early
    ? ` ${formatFy(early.fy)} shows ${formatMoney(early.felt)} before it starts.`
    : '';
  const premise = fullYearGiven
    ? 'the full-year effect is'
    : 'the full-year effect is, as the figure suggests,';
  return [
    finding(partYearEffectRule, {
      subject: line.id,
      title: `${line.title}: more than part of the year`,
      because: `It starts in ${formatPartial(start)}, so ${formatFy(startFy)} has ${months(left)} of it. If ${premise} ${formatMoney(fullYear)}, ${formatFy(startFy)} gets ${formatMoney(expected)}, not ${formatMoney(felt)}.${beforeStart}`,
      facts: {
        start,
        startFy,
        felt,
        fullYear,
        fullYearGiven,
        monthsLeft: left,
        expected,
        convention: line.convention ?? null,
        early: early ? { fy: early.fy, felt: early.felt } : null,
      },
      arithmetic: [
        `${formatFy(startFy)} has ${months(left)} left ${counts ? 'with' : 'without'} the month of go-live: ${split(phasing, left)}`,
        `${months(other)} ${counts ? 'without' : 'with'} it: ${split(phasing, other)}`,
      ],
      fix: { screen: 'finance', field: 'part-year', row: line.id },
    }),
  ];
}

/** A recurring saving or income shows more of its full-year effect in the year it starts than the months left allow. */
export const partYearEffectRule: Rule = {
  id: 'part-year-effect',
  title: 'Part-year effect',
  severity: 'error',
  concernsMoney: true,
  readBy: 'part-year-settled',
  words: {
    looksFor:
      'Recurring savings and income whose figure in the year they start is more than the full-year effect for the months left.',
    matters:
      'A budget cut by a full year’s saving that starts part-way through the year is short by the rest.',
    mend: 'Give the full-year effect and re-phase the cells; or explain why the year’s figure holds, for finance to accept.',
  },
  find: (project, given) =>
    standing(project.money.lines)
      .filter((line) => line.timing === 'recurring' && line.kind !== 'investment')
      .flatMap((line) => {
        const phasing = phasingOf(project, line);
        return phasing ? found(phasing, given) : [];
      }),
};
