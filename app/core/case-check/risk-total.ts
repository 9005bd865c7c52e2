import { isOpen } from '../risks/state';
import { bandOf, riskScore, totalsOf } from '../risks/score';
import { listed } from '../answers/listed';
import { finding, type Rule } from './rule';
import { calculation, points } from './workings';

/** A risk's stated total is not what the scheme gives for its likelihood and impact. */
export const riskTotal: Rule = {
  id: 'risk-total',
  title: 'Risk total',
  severity: 'error',
  concernsMoney: false,
  readBy: 'risk-recorded',
  words: {
    looksFor:
      'Open risks whose total, as stated, is not the score the risk scheme gives for their likelihood and impact.',
    matters:
      'A total that does not follow from its parts hides how large the risk is, and what it is compared with.',
    mend: 'Correct the likelihood, the impact or the stated total; or explain which scheme the stated total was made with.',
  },
  find(project, { framework }) {
    const scheme = framework.riskScheme;
    return project.risks.filter(isOpen).flatMap((risk) => {
      const { stated, computed, differ } = totalsOf(risk, scheme);
      if (!differ || stated === undefined || computed === undefined) return [];
      const likelihood = risk.likelihood ?? 0;
      const impact = risk.impact ?? 0;
      return [
        finding(riskTotal, {
          subject: risk.id,
          title: `Risk ${risk.ref}: the total does not follow`,
          because: `Risk ${risk.ref} states a total of ${stated}; likelihood ${likelihood} and impact ${impact} score ${computed} on the scheme in force.`,
          facts: { likelihood, impact, stated, computed, scheme: `${scheme.id} ${scheme.version}` },
          workings: [
            {
              kind: 'score',
              likelihood,
              impact,
              score: computed,
              band: bandOf(computed, scheme) ?? 'no band',
            },
            calculation(
              'Stated, less what the scheme gives',
              points(stated, 'stated'),
              [['−', points(computed, 'computed')]],
              points(stated - computed),
            ),
          ],
          fix: { screen: 'risks', field: 'statedTotal', row: risk.id },
        }),
      ];
    });
  },
  cannotTell(project, { framework }) {
    const unscored = project.risks.filter(
      (risk) =>
        isOpen(risk) && risk.statedTotal !== undefined && riskScore(risk, framework.riskScheme) === undefined,
    );
    return unscored.length === 0
      ? undefined
      : `${listed(unscored.map(({ ref }) => `Risk ${ref}`))} ${unscored.length === 1 ? 'states a total and lacks' : 'state totals and lack'} a likelihood or an impact on the scheme.`;
  },
};
