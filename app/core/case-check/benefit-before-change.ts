import { isClaimed } from '../benefits/state';
import { goLiveDate } from '../schedule/state';
import { compareDates, formatPartial } from '../time/partial-date';
import { areDays } from './dates';
import { listed } from '../answers/listed';
import { finding, type Rule } from './rule';
import { order } from './workings';

/** A benefit is to be realised before the change that causes it. */
export const benefitBeforeChange: Rule = {
  id: 'benefit-before-change',
  title: 'Benefit before the change',
  severity: 'error',
  concernsMoney: false,
  words: {
    looksFor: 'Benefits whose realisation date lies wholly before go-live.',
    matters: 'An effect does not come before its cause: the benefit has another cause, or one date is wrong.',
    mend: 'Move the realisation date behind go-live; or explain what causes the benefit before it.',
  },
  find(project) {
    const goLive = goLiveDate(project.schedule);
    if (goLive === undefined) return [];
    return project.benefits.filter(isClaimed).flatMap(({ id, category, realisation }) => {
      if (realisation.state !== 'given' || compareDates(realisation.value, goLive) !== 'before') return [];
      const date = realisation.value;
      return [
        finding(benefitBeforeChange, {
          subject: id,
          title: `${category}: realised before go-live`,
          because: `It is to be realised in ${formatPartial(date)}; the change that causes it goes live in ${formatPartial(goLive)}.`,
          facts: { realisation: date, goLive },
          workings: [
            order(
              { what: 'Realisation', date, fact: 'realisation' },
              { what: 'Go-live', date: goLive, fact: 'goLive' },
            ),
          ],
          fix: { screen: 'benefits', field: 'realisation', row: id },
        }),
      ];
    });
  },
  cannotTell({ schedule, benefits }) {
    const dated = benefits.filter((each) => isClaimed(each) && each.realisation.state === 'given');
    if (dated.length === 0) return undefined;
    const goLive = goLiveDate(schedule);
    if (goLive === undefined) return 'Gate 4, go-live, has no date.';
    const unsure = dated.filter(
      ({ realisation }) =>
        realisation.state === 'given' &&
        !areDays(realisation.value, goLive) &&
        compareDates(realisation.value, goLive) === 'cannot-tell',
    );
    return unsure.length === 0
      ? undefined
      : `${listed(unsure.map(({ category }) => category))} may be realised before go-live (${formatPartial(goLive)}) or after.`;
  },
};
