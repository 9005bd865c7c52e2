import { checkCase, ruleById } from '../case-check/check';
import type { Finding, Given } from '../case-check/rule';
import type { Project } from '../project/state';
import type { FindingExplanation } from './state';

type About = Pick<Finding, 'rule' | 'subject' | 'rests'>;

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
  /** Whether it is settled: explained, and the explanation accepted. */
  readonly settled: boolean;
}

/** All findings of a record, each with its standing explanation. */
export const explainedFindings = (project: Project, given: Given): readonly ExplainedFinding[] =>
  checkCase(project, given).map((finding) => {
    const explanation = explanationOf(project, finding);
    return {
      ...finding,
      ...(explanation ? { explanation } : {}),
      settled: explanation?.accepted !== undefined,
    };
  });

/** The findings of one rule that are open: not explained, or not by an explanation that its authority accepted. */
export function openFindings(project: Project, ruleId: string, given: Given): readonly Finding[] {
  const rule = ruleById(ruleId);
  if (!rule) return [];
  return rule
    .find(project, given)
    .filter((finding) => explanationOf(project, finding)?.accepted === undefined);
}
