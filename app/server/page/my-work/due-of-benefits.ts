import type { External } from '~/core/command/context';
import { nextDue } from '~/core/benefits/next-due';
import { isClaimed, type Benefit } from '~/core/benefits/state';
import type { Project } from '~/core/project/state';
import type { IsoDay } from '~/core/time/iso-day';
import { formatPartial } from '~/core/time/partial-date';
import type { WaitingThing } from './waiting';

const TITLE = 200;

const called = (benefit: Benefit): string =>
  (benefit.description.state === 'given' ? benefit.description.value : benefit.category).slice(0, TITLE);

const onBenefit = (project: Project, benefit: Benefit) => ({
  key: benefit.id,
  ref: project.ref,
  project: '',
  fix: { screen: 'benefits' as const, row: benefit.id },
  title: called(benefit),
});

const WORDS = { baseline: 'Baseline', reading: 'Reading', review: 'Review' } as const;

/** What a person owes of the benefits they own on a project: baselines, readings and reviews. */
export const benefitsDue = (project: Project, person: string, today: IsoDay): readonly WaitingThing[] =>
  project.benefits
    .filter(({ owner }) => owner?.person === person && owner.accepted !== undefined)
    .flatMap((benefit) => {
      const due = nextDue(benefit, project.schedule, today);
      if (!due) return [];
      return [
        {
          ...onBenefit(project, benefit),
          detail: due.because,
          when: `${WORDS[due.what]}${due.by === undefined ? '' : ` by ${formatPartial(due.by)}`}`,
          late: due.late,
        },
      ];
    });

/** Whether whoever accepted a benefit has no active account any more. */
export const ownerHasLeft = ({ owner }: Benefit, { directory }: Pick<External, 'directory'>): boolean =>
  owner !== undefined && !owner.declined && directory[owner.person]?.active !== true;

/** Claimed benefits whose owner declined, laid them down or has left: somebody else is to be proposed. */
export const benefitsUnowned = (project: Project, external: External): readonly WaitingThing[] =>
  project.benefits.filter(isClaimed).flatMap((benefit) => {
    const { owner } = benefit;
    const name = owner && (external.directory[owner.person]?.name ?? owner.person);
    const because = owner?.declined
      ? `${name} declined: ${owner.declined.why}`
      : ownerHasLeft(benefit, external)
        ? `${name} has no active account any more`
        : undefined;
    return because === undefined ? [] : [{ ...onBenefit(project, benefit), detail: because.slice(0, TITLE) }];
  });
