import { refusal, type Refusal } from '../command/refusal';
import { rowById } from '../project/row';
import type { Project } from '../project/state';

/** Why a benefit cannot be acted on: not there, or withdrawn. */
export function notStandingBenefit(project: Project, benefitId: string): readonly Refusal[] {
  const benefit = rowById(project.benefits, benefitId);
  if (!benefit) {
    return [
      refusal('no-such-row', 'There is no such benefit on this project.', { fix: { screen: 'benefits' } }),
    ];
  }
  return benefit.withdrawn || benefit.leakage
    ? [
        refusal('withdrawn-row', `The ${benefit.category} benefit is withdrawn.`, {
          fix: { screen: 'benefits', row: benefitId },
        }),
      ]
    : [];
}
