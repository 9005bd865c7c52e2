import { currentGateDate, goLiveDate } from '../schedule/state';
import { formatPartial, monthsBetween } from '../time/partial-date';
import { listed } from '../answers/listed';
import { counted, finding, type Given, type Rule } from './rule';
import { calculation, months } from './workings';

const PRACTICE = 6;

/** The months the framework asks for between go-live and the benefits review. */
const monthsAsked = ({ framework }: Given): number =>
  framework.criteria.find((each) => each.id === 'time-to-tell')?.parameters['months'] ?? PRACTICE;

/** The benefits review is planned before the benefits can be told. */
export const earlyBenefitsReview: Rule = {
  id: 'early-benefits-review',
  title: 'Early benefits review',
  severity: 'gap',
  concernsMoney: false,
  askedBy: ['time-to-tell'],
  words: {
    looksFor: 'A Gate 5, Benefits Review Complete, planned less than six months after go-live.',
    matters:
      'Six to twelve months of use are the practice. Earlier than that a benefit can be hoped for, not measured, and Gate 5 is refused.',
    mend: 'Move Gate 5 to six to twelve months after go-live, and keep an earlier look as a milestone.',
  },
  find(project, given) {
    const goLive = goLiveDate(project.schedule);
    const review = currentGateDate(project.schedule.gates[5]);
    const decided = project.gates.records[5].standing.state === 'approved';
    if (goLive === undefined || review === undefined || decided) return [];
    const { least, most } = monthsBetween(goLive, review);
    const asked = monthsAsked(given);
    if (most < 0 || most >= asked) return [];
    return [
      finding(earlyBenefitsReview, {
        subject: 'gate-5',
        title: 'The benefits review comes early',
        because: `Gate 5 (${formatPartial(review)}) comes ${counted(most, 'month')} after go-live (${formatPartial(goLive)}); ${asked} to ${asked * 2} are the practice.`,
        facts: { goLive, review, least, most, asked },
        workings: [
          {
            kind: 'months-apart',
            from: { what: 'Go-live', date: goLive, fact: 'goLive' },
            to: { what: 'Gate 5', date: review, fact: 'review' },
            least,
            most,
          },
          calculation(
            'Months short of the practice',
            months(asked, 'asked'),
            [['−', months(most, 'most')]],
            months(asked - most),
          ),
        ],
        fix: { screen: 'schedule', field: 'gate-5' },
      }),
    ];
  },
  cannotTell({ schedule }, given) {
    const goLive = goLiveDate(schedule);
    const review = currentGateDate(schedule.gates[5]);
    if (goLive === undefined || review === undefined) {
      const undated = [
        ...(goLive === undefined ? ['Gate 4'] : []),
        ...(review === undefined ? ['Gate 5'] : []),
      ];
      return `${listed(undated)} ${undated.length === 1 ? 'has' : 'have'} no date.`;
    }
    const { least, most } = monthsBetween(goLive, review);
    const asked = monthsAsked(given);
    return least < asked && most >= asked
      ? `From ${formatPartial(goLive)} to ${formatPartial(review)} it may be ${least} months or ${most}.`
      : undefined;
  },
};
