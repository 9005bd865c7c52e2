import type { Mark } from '../project/row';

/** A person's explanation of a finding; it counts for a criterion once the waiver authority accepts it, and lapses when its facts change. */
export interface FindingExplanation extends Mark {
  readonly id: string;
  /** Rule id of the case check, such as `part-year-effect`. */
  readonly rule: string;
  /** What it is about: a row's id, or the rule's own word for the whole case. */
  readonly subject: string;
  /** Digest of the finding's facts when it was explained. */
  readonly rests: string;
  readonly why: string;
  readonly accepted?: Mark & { readonly role: string };
  readonly withdrawn?: Mark & { readonly why: string };
}
