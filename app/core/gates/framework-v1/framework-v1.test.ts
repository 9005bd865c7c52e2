import { describe, expect, it } from 'vitest';
import { criterionCode, criterionIds } from '../criteria/registry';
import { frameworkVersionSchema } from '../framework';
import { requiredRoles } from '../separation';
import { frameworkV1 } from '.';

/**
 * The criteria as published: gate, id, kind (Computed, Evidence, Sign-off), level (M, W, A, A/W) with its authority,
 * owner, and ● where it is asked at every later gate too.
 */
const PUBLISHED = `
0 identity-recorded C M lead ●
0 sponsor-named C M pmo ●
0 lead-named C M pmo ●
0 opportunity-stated C M lead
0 scope-answered C W:sponsor lead
0 cost-baseline-listed C W:sponsor lead
0 saving-indicated C M lead ●
0 qualification-rated C A lead
0 risk-recorded C W:pmo lead
0 gates-dated C M pmo ●
0 overlap-considered E A pmo
0 finance-aware S A finance
1 options-appraised C M lead
1 benefits-defined C M lead
1 lines-classified C W:finance lead ●
1 cost-of-change-answered C M lead ●
1 confidence-set C M finance
1 part-year-settled C W:finance lead ●
1 assumptions-owned C W:sponsor lead
1 stakeholders-recorded C M lead
1 risks-within-appetite C M lead ●
1 impact-screened E M lead
1 deliverables-done C W:sponsor lead ●
2 benefits-measurable C W:sponsor lead ●
2 baseline-found C W:s151 lead
2 validated-enough C W:s151 finance ●
2 cost-of-change-validated C M finance
2 figures-evidenced C M lead ●
2 route-chosen E M lead
2 schedule-consistent C W:sponsor pmo
2 contingency-stated E A/W:s151 lead
2 consultees-heard E W:sponsor lead
2 no-double-count C W:s151 finance
3 case-unchanged C M lead
3 validated-for-budget C W:s151 finance
3 mtfs-reconciled C W:s151 finance
3 funding-agreed S M finance
3 authority-recorded E M pmo
3 impact-assessed E M lead
3 ready-to-baseline C M pmo
3 assurance-given C A/W:s151 pmo
3 risks-accepted C M sponsor
4 contract-awarded E W:s151 lead
4 bau-owner-accepts S M bau-owner
4 acceptance-passed E M lead
4 baselines-measured C M benefit-owner
4 savings-rephased C M finance
4 budget-change-scheduled C M finance
4 reversion-planned E A/W:sponsor lead
4 risks-handed-over S M bau-owner
5 time-to-tell C W:s151 pmo
5 benefits-measured C M benefit-owner
5 savings-delivered C M finance
5 variance-explained C M finance
5 onward-owned C M bau-owner
5 lessons-recorded C A lead
5 conditions-closed C M pmo
`;

const KINDS = { computed: 'C', evidence: 'E', 'sign-off': 'S' };
const LEVELS = { mandatory: 'M', waivable: 'W', advisory: 'A', 'advisory-below-threshold': 'A/W' };

describe('framework version 1', () => {
  it('holds every criterion as published: gate, kind, level, authority, owner and whether it stands', () => {
    const written = frameworkV1.criteria.map((each) =>
      [
        each.gate,
        each.id,
        KINDS[each.kind],
        LEVELS[each.level] + (each.authority ? `:${each.authority}` : ''),
        each.owner,
        ...(each.standing ? ['●'] : []),
      ].join(' '),
    );
    expect(written).toEqual(PUBLISHED.trim().split('\n'));
  });

  it('has an evaluator for every criterion, and a criterion for every evaluator', () => {
    for (const each of frameworkV1.criteria) expect(criterionCode(each.id, each.evaluator)?.id).toBe(each.id);
    expect([...criterionIds()].sort()).toEqual(frameworkV1.criteria.map((each) => each.id).sort());
  });

  it('has one person for each required role: sponsor always, finance at Gates 2 and 5, the Section 151 officer at 3', () => {
    const external = { framework: frameworkV1 } as Parameters<typeof requiredRoles>[1]['external'];
    expect(([0, 1, 2, 3, 4, 5] as const).map((gate) => requiredRoles(gate, { external }))).toEqual([
      ['sponsor'],
      ['sponsor'],
      ['sponsor', 'finance'],
      ['sponsor', 's151'],
      ['sponsor'],
      ['sponsor', 'finance'],
    ]);
  });

  it('is data that its own schema takes, with tasks and wordings that differ and the thresholds of the page', () => {
    expect(frameworkVersionSchema.parse(frameworkV1)).toEqual(frameworkV1);
    expect(new Set(frameworkV1.criteria.map((each) => each.task)).size).toBe(frameworkV1.criteria.length);
    expect(frameworkV1.proportionalityThreshold).toBe(25_000_000);
    expect(frameworkV1.waiverDays).toBe(90);
    const parameters = (id: string) => frameworkV1.criteria.find((each) => each.id === id)?.parameters;
    expect(parameters('validated-enough')).toEqual({ share: 6000 });
    expect(parameters('validated-for-budget')).toEqual({ share: 8000 });
    expect(parameters('assurance-given')).toEqual({ months: 3 });
    expect(parameters('time-to-tell')).toEqual({ months: 6 });
  });
});
