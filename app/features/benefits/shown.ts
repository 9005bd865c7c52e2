import type { RealisationStatus } from '~/core/benefits/realisation';
import type { Course } from '~/core/benefits/trajectory';
import type { WhyNot } from '~/core/command/sent-back';
import type { TrajectoryProps } from '~/features/charts/Trajectory';
import type { Outcome, Tone } from '~/ui/Tag';

/** Where a reading lies by the straight line from baseline to target. */
export interface ShownCourse {
  readonly state: Course;
  readonly text: string;
  readonly words: string;
}

export interface ShownReading {
  readonly id: string;
  readonly value: string;
  readonly date: string;
  readonly when: string;
  readonly source: string;
  readonly by: string;
  readonly evidence: readonly { readonly id: string; readonly name: string }[];
  readonly progress: string | undefined;
  readonly course: ShownCourse | undefined;
  readonly withdrawn: string | undefined;
  readonly whyNotWithdraw: WhyNot | undefined;
}

export interface ShownBenefit {
  readonly id: string;
  readonly category: string;
  readonly description: string;
  readonly status: RealisationStatus;
  readonly because: string;
  readonly lacks: readonly string[];
  readonly progress: string | undefined;
  readonly course: ShownCourse | undefined;
  readonly terms: {
    readonly measure: string | undefined;
    readonly direction: string | undefined;
    readonly baseline: string | undefined;
    readonly finder: string | undefined;
    readonly target: string | undefined;
    readonly realisation: string;
  };
  readonly owner:
    | {
        readonly name: string;
        readonly state: 'accepted' | 'declined' | 'asked' | 'left';
        readonly said: string;
        readonly mine: boolean;
      }
    | undefined;
  readonly readings: readonly ShownReading[];
  /** What its owner owes next. */
  readonly due: { readonly text: string; readonly late: boolean; readonly because: string } | undefined;
  readonly unit: string | undefined;
  readonly trajectory: Pick<TrajectoryProps, 'facts' | 'unit' | 'direction'>;
  readonly onward: string | undefined;
  readonly bound: boolean;
  readonly editHref: string;
  readonly whyNotOwner: WhyNot | undefined;
  readonly whyNotAccept: WhyNot | undefined;
  readonly whyNotDecline: WhyNot | undefined;
  readonly whyNotRead: WhyNot | undefined;
  readonly offersOnward: boolean;
  readonly whyNotOnward: WhyNot | undefined;
  readonly whyNotWithdraw: WhyNot | undefined;
}

export interface OtherBenefit {
  readonly id: string;
  readonly category: string;
  readonly state: string;
  readonly description: string | undefined;
  readonly because: string;
  readonly editHref: string;
}

/** How each status is called on its tag. */
export const STATUS_TAGS: Readonly<Record<RealisationStatus, Outcome>> = {
  'not-claimed': { tone: 'neutral', text: 'Not claimed' },
  claimed: { tone: 'warn', text: 'Claimed' },
  measurable: { tone: 'info', text: 'Measurable' },
  measured: { tone: 'info', text: 'Measured' },
  realised: { tone: 'good', text: 'Realised' },
};

/** How each course is toned on its tag. */
export const COURSE_TONES: Readonly<Record<Course, Tone>> = {
  'on-course': 'good',
  behind: 'warn',
  'cannot-tell': 'neutral',
};
