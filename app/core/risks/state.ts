import type { PartialDate } from '../time/partial-date';
import type { Mark, Row } from '../project/row';

/** A risk: the stated total is kept beside the computed one. */
export interface Risk extends Row {
  /** As in the form: "1". */
  readonly ref: string;
  readonly risk: string;
  readonly mitigation?: string;
  /** 1 to 5 on the scheme in force; undefined while unknown. */
  readonly likelihood?: number;
  readonly impact?: number;
  readonly statedTotal?: number;
  readonly owner?: string;
  readonly due?: PartialDate;
  readonly closed?: Mark & { readonly why: string };
  /** The sponsor's acceptance of the risk as it stood; lapses when likelihood or impact rise. */
  readonly accepted?: Mark & { readonly why: string; readonly score: number };
  /** The event that last set likelihood or impact. */
  readonly scoredSeq: number;
}

export const isOpen = (risk: Risk): boolean => !risk.withdrawn && !risk.closed;
