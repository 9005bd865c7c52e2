import type { WhyNot } from '~/core/command/sent-back';
import type { SchedulePictureProps } from '~/features/charts/SchedulePicture';
import type { FindingNote } from '~/features/findings/FindingNotes';
import type { Marks } from '~/features/forms';
import type { ChoiceOption } from '~/ui/choice';
import type { SelectOption } from '~/ui/SelectField';

/** A date in words, why it is so, and the event behind it. */
export interface DateShown {
  readonly text: string;
  readonly note?: string;
  readonly href?: string;
}

interface Dated {
  /** "2 months late"; undefined while nothing moved or it cannot be told. */
  readonly slip: string | undefined;
  readonly late: boolean;
  readonly overdue: boolean;
}

export interface GateShown extends Dated {
  readonly gate: number;
  readonly name: string;
  readonly target: DateShown;
  readonly forecast: DateShown;
  readonly actual: DateShown;
  readonly decided: string | undefined;
  /** Not decided: its dates can move. */
  readonly open: boolean;
  readonly targetBox: string;
  readonly forecastBox: string;
}

/** What something done rests on, and who said so. */
export interface DoneShown {
  readonly by: string;
  readonly href: string;
  readonly rests: string;
}

type Boxes<K extends string> = Readonly<Record<K, string>>;

export interface DeliverableShown extends Dated {
  readonly id: string;
  readonly title: string;
  readonly start: DateShown;
  readonly startForecast: DateShown;
  readonly startActual: DateShown;
  readonly finish: DateShown;
  readonly finishForecast: DateShown;
  readonly finishActual: DateShown;
  readonly neededFor: number | undefined;
  readonly owner: string | undefined;
  readonly completed: DoneShown | undefined;
  readonly withdrawn: string | undefined;
  readonly boxes: Boxes<
    'start' | 'finish' | 'forecastStart' | 'forecastFinish' | 'actualStart' | 'actualFinish'
  >;
}

export interface MilestoneShown extends Dated {
  readonly id: string;
  readonly title: string;
  readonly target: DateShown;
  readonly forecast: DateShown;
  readonly actual: DateShown;
  readonly neededFor: number | undefined;
  readonly withdrawn: string | undefined;
  readonly boxes: Boxes<'target' | 'forecast' | 'actual'>;
}

export interface OrderShown {
  readonly key: string;
  readonly verdict: string;
  readonly contradicted: boolean;
  readonly words: string;
  readonly anchor: string;
}

export interface Choices {
  readonly gates: readonly SelectOption[];
  readonly people: readonly SelectOption[];
  readonly attachments: readonly ChoiceOption[];
}

/** One deliverable with what can be done about it. */
export interface DeliverableDetail {
  readonly id: string;
  readonly title: string;
  readonly withdrawn: boolean;
  readonly neededFor: string;
  readonly owner: string;
  readonly finish: string;
  readonly note: string;
  readonly evidence: readonly string[];
  readonly complete: boolean;
  readonly moved: string | undefined;
  readonly whyNot: Readonly<
    Record<'complete' | 'amend' | 'move' | 'withdraw' | 'restore', WhyNot | undefined>
  >;
}

/** One milestone with what can be done about it. */
export interface MilestoneDetail {
  readonly id: string;
  readonly title: string;
  readonly withdrawn: boolean;
  readonly neededFor: string;
  readonly whyNot: Readonly<Record<'amend' | 'withdraw' | 'restore', WhyNot | undefined>>;
}

export interface ScheduleView {
  readonly marks: Marks;
  readonly path: string;
  readonly today: string;
  /** Gate 3's baseline holds the targets. */
  readonly binds: boolean;
  readonly gates: readonly GateShown[];
  readonly deliverables: readonly DeliverableShown[];
  readonly milestones: readonly MilestoneShown[];
  readonly late: number;
  /** What the picture draws; none while a form is open. */
  readonly picture: Omit<SchedulePictureProps, 'id' | 'title'> | undefined;
  readonly order: readonly OrderShown[];
  readonly findings: readonly FindingNote[];
  /** What a slip of go-live costs, in sentences. */
  readonly slipCosts: readonly string[];
  readonly goLive:
    | (Partial<DoneShown> & {
        /** The ISO day. */
        readonly day: string;
        readonly text: string;
        readonly note: string;
        readonly evidence: readonly string[];
      })
    | undefined;
  readonly whyNot: Readonly<
    Record<
      'targets' | 'forecasts' | 'actuals' | 'addDeliverable' | 'addMilestone' | 'goLive',
      WhyNot | undefined
    >
  >;
  readonly edit: ScheduleEdit | undefined;
  readonly choices: Choices | undefined;
  readonly deliverable: DeliverableDetail | undefined;
  readonly milestone: MilestoneDetail | undefined;
}

export type ScheduleEdit = 'dates' | 'forecast' | 'actuals' | 'add-deliverable' | 'add-milestone' | 'go-live';
