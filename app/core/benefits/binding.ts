import { canonicalJson } from '../answers/canonical';
import { refusal, type Refusal } from '../command/refusal';
import { bindingBaseline } from '../gates/baseline';
import type { At } from '../journal/event';
import type { Project } from '../project/state';
import { endOwnership, withBenefit } from './ownership';
import { isClaimed, type Benefit } from './state';

type Terms = Pick<
  Benefit,
  'description' | 'measure' | 'unit' | 'direction' | 'baseline' | 'target' | 'realisation'
>;

const differ = (a: unknown, b: unknown): boolean => canonicalJson([a ?? null]) !== canonicalJson([b ?? null]);

const onChanges = (benefit: Benefit, field: string) => ({
  field,
  fix: { screen: 'changes' as const, row: benefit.id },
  by: [{ role: 'lead' }, { role: 'pmo' }],
});

/** Whether the binding baseline has this benefit as one that was claimed. */
export const isBound = (project: Project, benefit: Benefit): boolean =>
  isClaimed(benefit) && (bindingBaseline(project)?.benefits.some((each) => each.id === benefit.id) ?? false);

/**
 * Why terms cannot change once Gate 3's baseline binds: what was promised moves only by change request. What the
 * baseline lacks (a value still to be found, a date still TBC) may be filled in, and words may be put better.
 */
export function boundTerms(project: Project, benefit: Benefit, after: Terms): readonly Refusal[] {
  if (!isBound(project, benefit)) return [];
  const moved = (['baseline', 'target', 'measure', 'unit', 'direction'] as const).filter(
    (name) => benefit[name] !== undefined && differ(benefit[name], after[name]),
  );
  const fields: string[] = [...moved];
  if (benefit.realisation.state === 'given' && differ(benefit.realisation, after.realisation))
    fields.push('realisation');
  if (after.description.state !== 'given') fields.push('description');
  return fields.map((field) =>
    refusal(
      'baseline-binds',
      `Gate 3’s baseline binds the ${field} of the ${benefit.category} benefit; it moves by change request.`,
      onChanges(benefit, field),
    ),
  );
}

/** Why a benefit cannot simply be withdrawn: it is in the binding baseline. */
export const boundWithdrawal = (project: Project, benefit: Benefit): readonly Refusal[] =>
  isBound(project, benefit)
    ? [
        refusal(
          'baseline-binds',
          `Gate 3’s baseline has the ${benefit.category} benefit; it is withdrawn by change request, and shown as leakage.`,
          onChanges(benefit, 'withdraw-benefit'),
        ),
      ]
    : [];

/** The project in which an approved change request withdrew a benefit: kept, shown as leakage, owned by nobody. */
export const withLeakage = (project: Project, benefitId: string, changeRequest: string, at: At): Project =>
  endOwnership(
    withBenefit(project, benefitId, (benefit) => ({
      ...benefit,
      leakage: { by: at.actor, day: at.day, seq: at.seq, changeRequest },
    })),
    benefitId,
    at,
    'The benefit was withdrawn by change request',
  );

/** The project in which an approved change request moved a benefit's target. The owner stays: the sponsor decided it. */
export const withBenefitTarget = (project: Project, benefitId: string, target: string, at: At): Project =>
  withBenefit(project, benefitId, (benefit) => ({
    ...benefit,
    target,
    amended: { by: at.actor, day: at.day, seq: at.seq },
  }));
