import type { Answer } from '~/core/answers/answer';
import { intervalOf, type PartialDate } from '~/core/time/partial-date';
import type { Slip } from '~/core/schedule/slip';
import type { ProjectionRow } from './projection';

/** The first and last day a date may mean, as two columns named after it. */
export function daysOf<N extends string>(
  name: N,
  date: PartialDate | undefined,
): Record<`${N}From` | `${N}To`, string | null> {
  const interval = date === undefined ? undefined : intervalOf(date);
  return { [`${name}From`]: interval?.from ?? null, [`${name}To`]: interval?.to ?? null } as Record<
    `${N}From` | `${N}To`,
    string | null
  >;
}

/** A given value, else null. */
export const givenOrNull = <T>(answer: Answer<T>): T | null =>
  answer.state === 'given' ? answer.value : null;

/** A slip as its two columns. */
export const slipColumns = (slip: Slip | undefined): Pick<ProjectionRow, 'slipLeast' | 'slipMost'> => ({
  slipLeast: slip?.least ?? null,
  slipMost: slip?.most ?? null,
});
