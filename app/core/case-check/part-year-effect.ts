import { startMonthOf } from '../finance/start-month';
import type { MoneyLine } from '../finance/state';
import { formatMoney } from '../money/format-money';
import { partYearEffect } from '../money/part-year';
import type { Pence } from '../money/pence';
import type { Project } from '../project/state';
import { formatFy, fyOfDay, monthsLeftInFy, type Fy } from '../time/financial-year';
import { formatPartial, type Month } from '../time/partial-date';
import { claimsOf, feltIn, penceOf, profileOf } from './money';
import { listed } from '../answers/listed';
import { counted, finding, type Finding, type Given, type Rule } from './rule';
import { calculation, months, pence, says, type Working } from './workings';

const felt = (line: MoneyLine, fy: Fy): Pence => penceOf(feltIn(line, fy)) ?? 0;

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
  const years = profileOf(line).map(({ fy }) => fy);
  const inStartFy = felt(line, startFy);
  const early = years
    .filter((fy) => fy < startFy)
    .map((fy) => ({ fy, felt: felt(line, fy) }))
    .find((each) => each.felt > 0);
  const most =
    line.convention === undefined
      ? Math.max(inStartFy, early?.felt ?? 0)
      : Math.max(inStartFy, ...years.map((fy) => felt(line, fy)));
  return {
    line,
    start,
    startFy,
    fullYear: line.fullYearEffect ?? most,
    fullYearGiven: line.fullYearEffect !== undefined,
    felt: inStartFy,
    ...(early ? { early } : {}),
  };
}

/** The full-year effect split at the end of the year it starts in, the month of go-live counted or not. */
function split(
  { fullYear, startFy }: Phasing,
  left: number,
  counts: boolean,
  fact: string,
): readonly Working[] {
  const part = partYearEffect(fullYear, left);
  const setting = `${counted(left, 'month')} ${counts ? 'with' : 'without'} the month of go-live`;
  return [
    calculation(
      setting,
      pence(fullYear, 'fullYear'),
      [
        ['×', months(left, fact)],
        ['÷', months(12)],
      ],
      pence(part),
      { tail: `in ${formatFy(startFy)}` },
    ),
    calculation(
      `${setting}, the rest`,
      pence(fullYear, 'fullYear'),
      [['−', pence(part)]],
      pence(fullYear - part),
      { tail: `in ${formatFy(startFy + 1)}` },
    ),
  ];
}

function found(phasing: Phasing, given: Given): readonly Finding[] {
  const { line, start, startFy, fullYear, fullYearGiven, early } = phasing;
  const counts = given.settings.goLiveMonthCounts;
  const left = monthsLeftInFy(start, counts);
  const expected = partYearEffect(fullYear, left);
  if (fullYear <= 0 || (phasing.felt <= expected && !early)) return [];
  const other = monthsLeftInFy(start, !counts);
  const beforeStart = early
    ? ` ${formatFy(early.fy)} shows ${formatMoney(early.felt)} before it starts.`
    : '';
  const premise = fullYearGiven
    ? 'the full-year effect is'
    : 'the full-year effect is, as the figure suggests,';
  const over = phasing.felt - expected;
  return [
    finding(partYearEffectRule, {
      subject: line.id,
      title: `${line.title}: more than part of the year`,
      because: `It starts in ${formatPartial(start)}, so ${formatFy(startFy)} has ${counted(left, 'month')} of it. If ${premise} ${formatMoney(fullYear)}, ${formatFy(startFy)} gets ${formatMoney(expected)}, not ${formatMoney(phasing.felt)}.${beforeStart}`,
      facts: {
        start,
        startFy,
        felt: phasing.felt,
        fullYear,
        fullYearGiven,
        monthsLeft: left,
        monthsOtherwise: other,
        expected,
        convention: line.convention ?? null,
        early: early ? { fy: early.fy, felt: early.felt } : null,
      },
      workings: [
        ...split(phasing, left, counts, 'monthsLeft'),
        ...split(phasing, other, !counts, 'monthsOtherwise'),
        ...(over > 0
          ? [
              calculation(
                `${formatFy(startFy)} as proposed, over the part of the year`,
                pence(phasing.felt, 'felt'),
                [['−', pence(expected, 'expected')]],
                pence(over),
              ),
            ]
          : []),
        ...(early ? [says(`${formatFy(early.fy)}, before it starts: ${formatMoney(early.felt)}`)] : []),
      ],
      fix: { screen: 'finance', field: 'part-year', row: line.id },
    }),
  ];
}

/** Recurring savings and income, which start somewhere in a year. */
const recurring = (project: Project): readonly MoneyLine[] =>
  claimsOf(project).filter((line) => line.timing === 'recurring');

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
    recurring(project).flatMap((line) => {
      const phasing = phasingOf(project, line);
      return phasing ? found(phasing, given) : [];
    }),
  cannotTell(project) {
    const without = recurring(project).filter(
      (line) => profileOf(line).length > 0 && startMonthOf(project, line) === undefined,
    );
    return without.length === 0
      ? undefined
      : `The month in which ${listed(without.map(({ title }) => `“${title}”`))} ${without.length === 1 ? 'starts' : 'start'} is not known.`;
  },
};
