import type { External } from '../../command/context';
import type { Fix, Mender } from '../../command/refusal';
import type { Answer } from '../../answers/answer';
import { digestOf } from '../../answers/digest';
import type { Project } from '../../project/state';
import type { IsoDay } from '../../time/iso-day';
import type { GateNumber } from '../gate-number';
import type { Obstacle, Verdict } from '../outcome';

export type Parameters = Readonly<Record<string, number>>;

/** What facts may be gathered from: other streams as the transaction read them, and the gate asked at. */
export interface Reach {
  readonly external: External;
  readonly gate: GateNumber;
}

/**
 * One criterion's code. `facts` is all it may read: plain data, digested into the pack. `evaluate` sees nothing else
 * but its parameters and the day.
 */
export interface CriterionCode<F> {
  readonly id: string;
  readonly version: number;
  facts(project: Project, reach: Reach): F;
  evaluate(facts: F, parameters: Parameters, today: IsoDay): Verdict;
}

/** Types one criterion from its facts. */
export const criterion = <F>(
  code: Omit<CriterionCode<F>, 'version'> & { readonly version?: number },
): CriterionCode<F> => ({
  version: 1,
  ...code,
});

/** One thing that fails, where it is mended and by whom. */
export const obstacle = (
  because: string,
  fix: Fix,
  ...by: readonly (Mender['role'] | Mender)[]
): Obstacle => ({
  because,
  fix,
  by: by.map((each) => (typeof each === 'string' ? { role: each } : each)),
});

/** Not met if anything fails, cannot tell with a warning if something cannot be told, else met. */
export function verdict(
  obstacles: readonly Obstacle[],
  met: string,
  warnings: readonly Obstacle[] = [],
): Verdict {
  if (obstacles.length > 0) {
    return { result: 'not-met', because: sentences(obstacles), obstacles: [...obstacles, ...warnings] };
  }
  if (warnings.length > 0) {
    return { result: 'cannot-tell', because: sentences(warnings), obstacles: warnings, warns: true };
  }
  return { result: 'met', because: met, obstacles: [] };
}

/** Not applicable by the framework's own rule. */
export const notApplicable = (because: string): Verdict => ({
  result: 'not-applicable',
  because,
  obstacles: [],
});

/** Cannot tell, and so stops the gate. */
export const cannotTell = (...obstacles: readonly Obstacle[]): Verdict => ({
  result: 'cannot-tell',
  because: sentences(obstacles),
  obstacles,
});

const sentences = (obstacles: readonly Obstacle[]): string => obstacles.map((each) => each.because).join(' ');

/** An answer as a fact: its state, and the digest of what was given. */
export interface AnswerFact {
  readonly state: Answer<unknown>['state'];
  readonly digest?: string;
}
export const answerFact = (answer: Answer<unknown>): AnswerFact =>
  answer.state === 'given' ? { state: 'given', digest: digestOf(answer.value) } : { state: answer.state };

/** Given, or a none that a person confirmed. */
export const isSettled = (fact: AnswerFact): boolean => fact.state === 'given' || fact.state === 'none';

/** How an answer that will not do reads: "is to be confirmed", "has not been answered". */
export function lacking(fact: AnswerFact): string {
  switch (fact.state) {
    case 'given':
      return 'is given';
    case 'none':
      return 'is answered “none”';
    case 'none-unconfirmed':
      return 'is “-” in the form, which nobody has confirmed as none';
    case 'tbc':
      return 'is to be confirmed (TBC)';
    case 'blank':
      return 'is not answered';
  }
}

/** "2 risks", "1 risk". */
export const count = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;
