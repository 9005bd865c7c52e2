import { checkCase, ruleById } from '../case-check/check';
import type { Finding, Given } from '../case-check/rule';
import type { External } from '../command/context';
import type { Project } from '../project/state';
import type { IsoDay } from '../time/iso-day';
import type { FindingExplanation } from './state';

type About = Pick<Finding, 'rule' | 'subject' | 'rests'>;

/** What the case check may know on a day, of all that lies outside a project. */
export const givenOn = (
  { framework, settings, surroundings }: External,
  today: IsoDay,
): Given & { readonly today: IsoDay } => ({
  framework,
  settings,
  today,
  ...(surroundings ? { surroundings } : {}),
});

/** The standing explanation of a finding as it now is; one made of other facts has lapsed and is not given. */
export const explanationOf = (project: Project, finding: About): FindingExplanation | undefined =>
  project.explanations
    .filter(
      (each) =>
        !each.withdrawn &&
        each.rule === finding.rule &&
        each.subject === finding.subject &&
        each.rests === finding.rests,
    )
    .at(-1);

/** A finding with what was said of it. */
export interface ExplainedFinding extends Finding {
  readonly explanation?: FindingExplanation;
  /** Whether it is settled: explained and, where a criterion reads it, the explanation accepted. */
  readonly settled: boolean;
}

/** Whether an explanation settles a finding of a rule. */
const settles = (ruleId: string, explanation: FindingExplanation | undefined): boolean =>
  explanation !== undefined && (explanation.accepted !== undefined || ruleById(ruleId)?.readBy === undefined);

/** All findings of a record, each with its standing explanation. */
export const explainedFindings = (project: Project, given: Given): readonly ExplainedFinding[] =>
  checkCase(project, given).map((finding) => {
    const explanation = explanationOf(project, finding);
    return {
      ...finding,
      ...(explanation ? { explanation } : {}),
      settled: settles(finding.rule, explanation),
    };
  });

/** The findings of one rule that are open: not explained, or by an explanation that does not count yet. */
export function openFindings(project: Project, ruleId: string, given: Given): readonly Finding[] {
  const rule = ruleById(ruleId);
  if (!rule) return [];
  return rule.find(project, given).filter((finding) => !settles(ruleId, explanationOf(project, finding)));
}
