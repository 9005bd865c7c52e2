import type { MoneyLine } from '../finance/state';
import { formatMoney } from '../money/format-money';
import { goLiveDate } from '../schedule/state';
import { formatFy, fyOfDay } from '../time/financial-year';
import { compareDates, formatPartial, intervalOf, type PartialDate } from '../time/partial-date';
import { claimsOf, profileOf } from './money';
import { listed } from '../answers/listed';
import { finding, type Finding, type Rule } from './rule';
import { counting, order, type Working } from './workings';

function found(line: MoneyLine, goLive: PartialDate): readonly Finding[] {
  const profile = profileOf(line);
  const startsEarly =
    line.startMonth !== undefined && profile.length > 0 && compareDates(line.startMonth, goLive) === 'before';
  const start = line.startMonth ?? goLive;
  const startFy = fyOfDay(intervalOf(start).from);
  const early = profile.filter(({ fy, figure }) => fy < startFy && figure > 0);
  if (early.length === 0 && !startsEarly) return [];
  const years = listed(early.map(({ fy, figure }) => `${formatMoney(figure)} in ${formatFy(fy)}`));
  const because = [
    ...(early.length > 0 ? [`It shows ${years}, and starts in ${formatPartial(start)}.`] : []),
    ...(startsEarly
      ? [`Its start month, ${formatPartial(start)}, lies before go-live (${formatPartial(goLive)}).`]
      : []),
  ].join(' ');
  const workings: readonly Working[] = [
    ...(early.length > 0
      ? [
          counting(
            `Years before ${formatFy(startFy)}, in which it starts`,
            early.map(({ fy, figure }) => `${formatFy(fy)} ${formatMoney(figure)}`),
          ),
        ]
      : []),
    ...(startsEarly
      ? [
          order(
            { what: 'Start of the line', date: start, fact: 'start' },
            { what: 'Go-live', date: goLive, fact: 'goLive' },
          ),
        ]
      : []),
  ];
  return [
    finding(savingBeforeGoLive, {
      subject: line.id,
      title: `${line.title}: saved before anything is live`,
      because,
      facts: { start, goLive, early: early.map((each) => ({ ...each })) },
      workings,
      fix: { screen: 'finance', field: startsEarly ? 'startMonth' : 'cells', row: line.id },
    }),
  ];
}

/** A saving or income is shown before the change that brings it is live. */
export const savingBeforeGoLive: Rule = {
  id: 'saving-before-go-live',
  title: 'Saving before go-live',
  severity: 'error',
  concernsMoney: true,
  words: {
    looksFor:
      'Savings and income, one-off or recurring, with a figure in a year before the one they start in, or with a start month before go-live.',
    matters: 'What is not live saves nothing. The budget of the year is short by the whole figure.',
    mend: 'Re-phase the line behind go-live; or explain what saves already before it.',
  },
  find(project) {
    const goLive = goLiveDate(project.schedule);
    return goLive === undefined ? [] : claimsOf(project).flatMap((line) => found(line, goLive));
  },
  cannotTell: (project) =>
    goLiveDate(project.schedule) === undefined && claimsOf(project).some((line) => profileOf(line).length > 0)
      ? 'Gate 4, go-live, has no date.'
      : undefined,
};
