import { digestOf } from '../answers/digest';
import type { External } from '../command/context';
import type { Fix } from '../command/refusal';
import type { Project } from '../project/state';
import type { IsoDay } from '../time/iso-day';
import type { Severity } from './severity';
import type { Surroundings } from './surroundings';
import { tellWorking, type Working } from './workings';

export { SEVERITIES, type Severity } from './severity';

/** Data a digest can be taken of: no fractions, no undefined in lists. */
export type Fact = string | number | boolean | null | readonly Fact[] | { readonly [name: string]: Fact };
export type Facts = Readonly<Record<string, Fact>>;

/** The subject of a finding about the whole case and no single row. */
export const WHOLE_CASE = 'case';

/** What the case check says about a record. */
export interface Finding {
  /** Rule id. */
  readonly rule: string;
  /** The row it is about, or WHOLE_CASE; a rule has at most one finding about a subject. */
  readonly subject: string;
  readonly severity: Severity;
  readonly title: string;
  readonly because: string;
  /** Ids and values it read; an explanation lapses when they change. */
  readonly facts: Facts;
  /** The sums, one step a line, so that they can be worked again from the facts. */
  readonly workings: readonly Working[];
  /** The same sums in words. */
  readonly arithmetic: readonly string[];
  readonly fix: Fix;
  /** Digest of rule, subject and facts: an explanation counts only while this is the same. */
  readonly rests: string;
}

/** What a rule may know besides the record. Without a day or surroundings, rules that need them find nothing. */
export interface Given {
  readonly framework: External['framework'];
  readonly settings: External['settings'];
  readonly today?: IsoDay;
  readonly surroundings?: Surroundings;
}

/** One rule: pure, in a file of its own, with the words of its page. */
export interface Rule {
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  /** Whether an explanation of it is for finance to accept. */
  readonly concernsMoney: boolean;
  /** The criterion that reads it: an explanation counts for a gate only once that criterion's authority accepts it. */
  readonly readBy?: string;
  /** Criteria that ask for the same thing by themselves, whatever is said of the finding. */
  readonly askedBy?: readonly string[];
  readonly words: { readonly looksFor: string; readonly matters: string; readonly mend: string };
  find(project: Project, given: Given): readonly Finding[];
  /** Why it cannot tell, where what it reads is not known; that is no finding. */
  cannotTell?(project: Project, given: Given): string | undefined;
}

/** Builds a finding of a rule: its severity, the arithmetic in words, and the digest of its facts. */
export const finding = (
  rule: Pick<Rule, 'id' | 'severity'>,
  found: Omit<Finding, 'rule' | 'severity' | 'rests' | 'arithmetic'>,
): Finding => ({
  ...found,
  arithmetic: [...new Set(found.workings.map(tellWorking))],
  rule: rule.id,
  severity: rule.severity,
  rests: digestOf({ rule: rule.id, subject: found.subject, facts: found.facts }),
});

/** "1 month", "6 months". */
export const counted = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;
