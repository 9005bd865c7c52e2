import type { Answer } from '../answers/answer';
import type { PartialDate } from '../time/partial-date';
import type { Mark, Row } from '../project/row';

export const BENEFIT_CATEGORIES = [
  'Customer Experience',
  'Employee Experience',
  'Productivity',
  'Social',
  'Economic',
  'Environmental',
] as const;
export type BenefitCategory = (typeof BENEFIT_CATEGORIES)[number];

/** One measurement; values are decimal strings, in the benefit's unit. */
export interface Reading extends Mark {
  readonly id: string;
  readonly value: string;
  readonly date: PartialDate;
  readonly source: string;
  readonly evidence: readonly string[];
  readonly withdrawn?: Mark & { readonly why: string };
}

/** A non-cashable benefit. It is claimed when its description is given and it is not withdrawn. */
export interface Benefit extends Row {
  readonly category: BenefitCategory;
  readonly description: Answer<string>;
  readonly realisation: Answer<PartialDate>;
  readonly measure?: string;
  readonly unit?: string;
  /** Whether more or less of the measure is better. */
  readonly direction?: 'up' | 'down';
  readonly baseline?: { readonly value: string; readonly date: PartialDate };
  readonly target?: string;
  /** The deliverable that will measure the baseline before go-live. */
  readonly baselineFoundBy?: string;
  readonly owner?: {
    readonly person: string;
    readonly proposed: Mark;
    readonly accepted?: Mark;
    readonly declined?: Mark & { readonly why: string };
  };
  readonly readings: readonly Reading[];
  /** Who in the service owns what is still to come, and when it is next looked at. */
  readonly onward?: Mark & { readonly owner: string; readonly reviewDate: PartialDate };
  /** Withdrawn by change request after the baseline: shown as leakage. */
  readonly leakage?: Mark & { readonly changeRequest: string };
}

/** Whether the benefit is claimed. */
export const isClaimed = (benefit: Benefit): boolean =>
  !benefit.withdrawn && !benefit.leakage && benefit.description.state === 'given';
