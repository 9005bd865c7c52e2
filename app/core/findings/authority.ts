import type { Role } from '../access/directory';
import { ruleById } from '../case-check/check';
import type { FrameworkVersion } from '../gates/framework';

/**
 * Who accepts an explanation of a rule's findings: finance where money is concerned, else the waiver authority of the
 * criterion that reads the rule, else the sponsor.
 */
export function explanationAuthority(ruleId: string, framework: Pick<FrameworkVersion, 'criteria'>): Role {
  const rule = ruleById(ruleId);
  if (rule?.concernsMoney) return 'finance';
  return framework.criteria.find((each) => each.id === rule?.readBy)?.authority ?? 'sponsor';
}
