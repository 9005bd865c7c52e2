import type { Role } from '../access/directory';
import { ruleById } from '../case-check/check';
import type { FrameworkVersion } from '../gates/framework';

/**
 * Who accepts an explanation of a rule's findings: finance where money is concerned, else the waiver authority of the
 * criterion that reads the rule, else the sponsor. Nobody where no criterion reads it: it counts as it is given.
 */
export function explanationAuthority(
  ruleId: string,
  framework: Pick<FrameworkVersion, 'criteria'>,
): Role | undefined {
  const rule = ruleById(ruleId);
  if (rule?.readBy === undefined) return undefined;
  if (rule.concernsMoney) return 'finance';
  return framework.criteria.find((each) => each.id === rule.readBy)?.authority ?? 'sponsor';
}
