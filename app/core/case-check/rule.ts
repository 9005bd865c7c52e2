import { digestOf } from '../answers/digest';
import type { External } from '../command/context';
import type { Fix } from '../command/refusal';
import type { Project } from '../project/state';
import type { IsoDay } from '../time/iso-day';

export const SEVERITIES = ['error', 'gap', 'note'] as const;
/** An error contradicts itself, a gap lacks what it needs, a note asks a question. */
export type Severity = (typeof SEVERITIES)[number];

/** Data a digest can be taken of: no fractions, no undefined in lists. */
export type Fact = string | number | boolean | null | readonly Fact[] | { readonly [name: string]: Fact };
export type Facts = Readonly<Record<string, Fact>>;

/** The subject of a finding about the whole case and no single row. */
export const WHOLE_CASE = 'case';

/** What the case check says about a record. */
export interface Finding {
  /** Rule id. */
  readonly rule: string;
  /** The row it is about, or WHOLE_CASE. */
  readonly subject: string;
  readonly severity: Severity;
  readonly title: string;
  readonly because: string;
  readonly facts: Facts;
  /** The sums, one step a line. */
  readonly arithmetic: readonly string[];
  readonly fix: Fix;
  /** Digest of rule, subject and facts: an explanation counts only while this is the same. */
  readonly rests: string;
}

/** What a rule may know besides the record. Without a day, rules that need one find nothing. */
export interface Given {
  readonly framework: External['framework'];
  readonly settings: External['settings'];
  readonly today?: IsoDay;
}

/** One rule: pure, in a file of its own, with the words of its page. */
export interface Rule {
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  /** Whether an explanation of it is for finance to accept. */
  readonly concernsMoney: boolean;
  /** The criterion that reads it, whose authority accepts explanations where no money is concerned. */
  readonly readBy?: string;
  readonly words: { readonly looksFor: string; readonly matters: string; readonly mend: string };
  find(project: Project, given: Given): readonly Finding[];
}

/** Builds a finding of a rule: its severity, and the digest of its facts. */
export const finding = (
  rule: Pick<Rule, 'id' | 'severity'>,
  found: Omit<Finding, 'rule' | 'severity' | 'rests'>,
): Finding => ({
  ...found,
  rule: rule.id,
  severity: rule.severity,
  rests: digestOf({ rule: rule.id, subject: found.subject, facts: found.facts }),
});
