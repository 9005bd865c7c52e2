import type { Answer } from '../answers/answer';
import type { Pence } from '../money/pence';
import type { Fy } from '../time/financial-year';
import type { PartialDate } from '../time/partial-date';
import type { Mark, Row } from '../project/row';

/** A case this one is linked to: by name until resolved to a project. */
export interface LinkedCase extends Row {
  readonly name: string;
  readonly projectRef?: string;
}
export interface Option extends Row {
  readonly title: string;
  readonly description: string;
  readonly isBusinessAsUsual: boolean;
  readonly isPreferred: boolean;
  /** Why it is preferred, or why not. */
  readonly reason: string;
  readonly cost?: Pence;
}
export interface Benchmark extends Row {
  readonly organisation: string;
  readonly annualCost?: Pence;
  readonly population?: number;
  readonly costApproximate: boolean;
  readonly asOf?: PartialDate;
  readonly likeForLike: boolean;
  readonly source: string;
}
/** What the service costs today. */
export interface CostBaseline extends Row {
  readonly service: string;
  /** Given, or TBC for unknown. */
  readonly amount: Answer<Pence>;
  readonly year?: Fy;
  readonly provider?: string;
  readonly source?: string;
  readonly contractEnd?: PartialDate;
  readonly noticeMonths?: number;
  /** The deliverable that finds an unknown amount. */
  readonly foundBy?: string;
}
export const ASSUMPTION_KINDS = ['dependency', 'constraint', 'assumption', 'unsorted'] as const;
/** A dependency, constraint or assumption. */
export interface Assumption extends Row {
  readonly kind: (typeof ASSUMPTION_KINDS)[number];
  readonly statement: string;
  readonly owner?: string;
  /** When an assumption is tested. */
  readonly testBy?: PartialDate;
}
export interface Issue extends Row {
  readonly issue: string;
  readonly action: string;
  readonly owner?: string;
  readonly due?: PartialDate;
  readonly resolved: boolean;
}
export interface LoggedDecision extends Row {
  readonly decision: string;
  readonly takenOn?: PartialDate;
  readonly takenBy: string;
}
/** What the change is expected to make worse, for whom, and what is done about it. */
export interface DisBenefit extends Row {
  readonly disBenefit: string;
  /** Who bears it. */
  readonly bearer: string;
  /** How it will be told whether it came, and what would be too much of it. */
  readonly measure: string;
  readonly action: string;
  readonly owner?: string;
  readonly reviewOn?: PartialDate;
  /** What came of it, once it was looked at. */
  readonly outcome: string;
}
export interface Lesson extends Row {
  readonly lesson: string;
  readonly recommendation: string;
}
/** A place outside the tracker worth knowing. */
export interface Link extends Row {
  readonly title: string;
  readonly url: string;
}
/** How large the area or service is: residents, for benchmarks. */
export interface Population extends Row {
  readonly place: string;
  readonly residents: number;
}

export interface Registers {
  readonly linkedCases: readonly LinkedCase[];
  readonly options: readonly Option[];
  readonly benchmarks: readonly Benchmark[];
  readonly costBaselines: readonly CostBaseline[];
  readonly assumptions: readonly Assumption[];
  readonly issues: readonly Issue[];
  readonly decisions: readonly LoggedDecision[];
  readonly disBenefits: readonly DisBenefit[];
  readonly lessons: readonly Lesson[];
  readonly links: readonly Link[];
  readonly populations: readonly Population[];
  /** Registers a person confirmed as having nothing in them, by register name. */
  readonly confirmedNone: Readonly<Record<string, Mark>>;
}
