import type { Result } from '~/core/gates/outcome';
import type { Outcome } from '~/ui/Tag';
import type { Ending } from './gate-view';

/** How a criterion's outcome is tagged: the word carries the meaning, the tone helps the eye. */
export const RESULT_TAGS: Readonly<Record<Result, Outcome>> = {
  met: { tone: 'good', text: 'Met' },
  'not-met': { tone: 'bad', text: 'Not met' },
  'cannot-tell': { tone: 'neutral', text: 'Cannot tell' },
  'not-applicable': { tone: 'neutral', text: 'Not applicable' },
  waived: { tone: 'warn', text: 'Waived' },
};

/** The tag of a criterion: one that does not stop the gate is no alarm, even when it is not met. */
export const resultTag = (each: { readonly result: Result; readonly passes: boolean }): Outcome => {
  const tag = RESULT_TAGS[each.result];
  if (each.result === 'not-met' && each.passes) return { ...tag, tone: 'neutral' };
  if (each.result === 'cannot-tell' && !each.passes) return { ...tag, tone: 'bad' };
  return tag;
};

export const ENDING_TAGS: Readonly<Record<Ending, Outcome>> = {
  approved: { tone: 'good', text: 'Approved' },
  'approved-with-conditions': { tone: 'good', text: 'Approved with conditions' },
  adopted: { tone: 'good', text: 'Adopted' },
  deferred: { tone: 'warn', text: 'Deferred' },
  rejected: { tone: 'bad', text: 'Rejected' },
  revoked: { tone: 'bad', text: 'Revoked' },
  returned: { tone: 'warn', text: 'Sent back' },
  withdrawn: { tone: 'neutral', text: 'Withdrawn' },
};

/** "1 thing", "3 things". */
export const countOf = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

/** What a condition precedes: "before Gate 2", "before completion". */
export const beforeWords = (before: number | 'completion'): string =>
  before === 'completion' ? 'before completion' : `before Gate ${before}`;

/** The mark of a pack in four short groups, as it is compared by eye. */
export const shortMark = (digest: string): string =>
  `${digest.slice(0, 4)} ${digest.slice(4, 8)} … ${digest.slice(-4)}`;
