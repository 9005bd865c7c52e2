import { digestOf } from '../../answers/digest';
import { BENEFIT_CATEGORIES, isClaimed, type Benefit } from '../../benefits/state';
import { standing } from '../../project/row';
import type { Project } from '../../project/state';
import { goLiveDate } from '../../schedule/state';
import { compareDates, formatPartial } from '../../time/partial-date';
import type { Obstacle, Verdict } from '../outcome';
import { cannotTell, count, criterion, notApplicable, obstacle, verdict } from './criterion';

/** Benefits that are claimed, with what each criterion reads of them. */
const claimedBenefits = <F>(project: Project, facts: (row: Benefit) => F) =>
  standing(project.benefits)
    .filter(isClaimed)
    .map((row) => ({ id: row.id, category: row.category, ...facts(row) }));

/**
 * Whether a person has confirmed that no benefit is claimed: of the whole register, or of every category of the form.
 * A category whose benefits were all withdrawn by change request counts: they are shown as leakage.
 */
const confirmedNone = (project: Project): boolean =>
  project.registers.confirmedNone['benefits'] !== undefined ||
  BENEFIT_CATEGORIES.every((category) => {
    const rows = standing(project.benefits).filter((row) => row.category === category);
    return rows.length > 0 && rows.every((row) => row.description.state === 'none' || row.leakage);
  });

/** What a criterion of "every claimed benefit" says where none is claimed. */
const overNone = (none: boolean, leaked = 0): Verdict =>
  none
    ? notApplicable(
        leaked > 0
          ? `Every benefit was withdrawn by change request: ${leaked} lost.`
          : 'No benefit is claimed, as a person has confirmed.',
      )
    : verdict(
        [
          obstacle(
            'No benefit is claimed, and nobody has confirmed that there is none.',
            { screen: 'benefits' },
            'lead',
          ),
        ],
        '',
      );

const theOwner = (owner: string | null) =>
  owner === null ? 'benefit-owner' : { role: 'benefit-owner', person: owner };

/** The digest of a benefit's terms, so that a pack holds what its deciders were shown. */
const termsOf = (row: Benefit): string =>
  digestOf({
    description: row.description,
    measure: row.measure ?? null,
    unit: row.unit ?? null,
    direction: row.direction ?? null,
    baseline: row.baseline ?? null,
    target: row.target ?? null,
    realisation: row.realisation,
    owner: row.owner?.person ?? null,
  });

export const benefitsDefined = criterion({
  id: 'benefits-defined',
  facts: (project) => ({
    claimed: claimedBenefits(project, (row) => ({
      terms: termsOf(row),
      owned: row.owner !== undefined && !row.owner.declined,
      measured: Boolean(row.measure?.trim()),
    })),
    confirmedNone: confirmedNone(project),
  }),
  evaluate({ claimed, confirmedNone: none }) {
    if (claimed.length === 0) return overNone(none);
    return verdict(
      claimed.flatMap((row) => {
        const lacks = [row.owned ? '' : 'proposed owner', row.measured ? '' : 'intended measure'].filter(
          Boolean,
        );
        return lacks.length === 0
          ? []
          : [
              obstacle(
                `${row.category}: no ${lacks.join(' and no ')}.`,
                { screen: 'benefits', row: row.id },
                'lead',
              ),
            ];
      }),
      `${count(claimed.length, 'claimed benefit')} described, each with a proposed owner and an intended measure.`,
    );
  },
});

/** Whether a deliverable that stands will measure the baseline, and not after go-live. */
function foundInTime(project: Project, row: Benefit): boolean {
  const finder = standing(project.schedule.deliverables).find((each) => each.id === row.baselineFoundBy);
  if (!finder) return false;
  const { answer } = finder.finish;
  const finish =
    finder.actualFinish?.date ??
    finder.forecastFinish?.date ??
    (answer.state === 'given' ? answer.value : undefined);
  const goLive = goLiveDate(project.schedule);
  return !(finish && goLive && compareDates(finish, goLive) === 'after');
}

export const benefitsMeasurable = criterion({
  id: 'benefits-measurable',
  facts: (project) => ({
    confirmedNone: confirmedNone(project),
    leaked: standing(project.benefits).filter((row) => row.leakage).length,
    claimed: claimedBenefits(project, (row) => ({
      terms: termsOf(row),
      owner: row.owner && !row.owner.declined ? row.owner.person : null,
      accepted: row.owner?.accepted !== undefined && !row.owner.declined,
      measure: Boolean(row.measure?.trim()),
      target: row.target !== undefined,
      realisation: row.realisation.state === 'given',
      baseline: row.baseline !== undefined,
      foundInTime: foundInTime(project, row),
    })),
  }),
  evaluate({ confirmedNone: none, leaked, claimed }) {
    if (claimed.length === 0) return overNone(none, leaked);
    return verdict(
      claimed.flatMap((row) => {
        const fix = { screen: 'benefits', row: row.id } as const;
        const lacks = [
          row.owner ? '' : 'owner',
          row.measure ? '' : 'measure',
          row.target ? '' : 'target',
          row.realisation ? '' : 'realisation date',
          row.baseline || row.foundInTime
            ? ''
            : 'baseline value, nor a deliverable that will measure it before go-live',
        ].filter(Boolean);
        return [
          ...(lacks.length > 0 ? [obstacle(`${row.category}: no ${lacks.join(', no ')}.`, fix, 'lead')] : []),
          ...(row.owner && !row.accepted
            ? [obstacle(`${row.category}: its owner has not accepted it.`, fix, theOwner(row.owner))]
            : []),
        ];
      }),
      `${count(claimed.length, 'claimed benefit')} measurable: owner, measure, target, date and baseline.`,
    );
  },
});

export const baselinesMeasured = criterion({
  id: 'baselines-measured',
  facts: (project) => ({
    goLive: goLiveDate(project.schedule) ?? null,
    claimed: claimedBenefits(project, (row) => ({
      owner: row.owner?.accepted ? row.owner.person : null,
      terms: termsOf(row),
      taken: [
        ...(row.baseline ? [row.baseline.date] : []),
        ...row.readings.filter((each) => !each.withdrawn).map((each) => each.date),
      ],
    })),
    confirmedNone: confirmedNone(project),
    leaked: standing(project.benefits).filter((row) => row.leakage).length,
  }),
  evaluate({ goLive, claimed, confirmedNone: none, leaked }) {
    if (claimed.length === 0) return overNone(none, leaked);
    if (goLive === null) {
      return cannotTell(
        obstacle(
          'Go-live has no date, so no reading can be told to be before it.',
          { screen: 'schedule', field: 'gate-4' },
          'pmo',
        ),
      );
    }
    const problems: Obstacle[] = [];
    for (const row of claimed) {
      const fix = { screen: 'benefits', row: row.id } as const;
      const orders = row.taken.map((date) => compareDates(date, goLive));
      if (orders.includes('before')) continue;
      problems.push(
        obstacle(
          orders.includes('cannot-tell')
            ? `${row.category}: the dates do not tell whether its baseline was read before go-live (${formatPartial(goLive)}); give the day.`
            : `${row.category}: no baseline reading taken before go-live (${formatPartial(goLive)}).`,
          fix,
          theOwner(row.owner),
        ),
      );
    }
    return verdict(
      problems,
      `${count(claimed.length, 'claimed benefit')} with a baseline taken before go-live.`,
    );
  },
});

export const benefitsMeasured = criterion({
  id: 'benefits-measured',
  facts: (project) => ({
    goLive: project.schedule.goLive?.date ?? null,
    leaked: standing(project.benefits).filter((row) => row.leakage).length,
    claimed: claimedBenefits(project, (row) => ({
      owner: row.owner?.accepted ? row.owner.person : null,
      readings: row.readings.filter((each) => !each.withdrawn).map(({ date, value }) => ({ date, value })),
    })),
    confirmedNone: confirmedNone(project),
  }),
  evaluate({ goLive, leaked, claimed, confirmedNone: none }) {
    if (claimed.length === 0) return overNone(none, leaked);
    return verdict(
      claimed
        .filter((row) => !goLive || !row.readings.some(({ date }) => compareDates(date, goLive) === 'after'))
        .map((row) =>
          obstacle(
            goLive
              ? `${row.category}: no reading since go-live (${formatPartial(goLive)}).`
              : `${row.category}: no reading since go-live, which is not recorded.`,
            { screen: 'benefits', row: row.id },
            theOwner(row.owner),
          ),
        ),
      `${count(claimed.length, 'claimed benefit')} read since go-live${leaked > 0 ? `; ${leaked} lost by change request` : ''}.`,
    );
  },
});
