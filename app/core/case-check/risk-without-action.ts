import { isAboveAppetite, riskScore } from '../risks/score';
import { isOpen } from '../risks/state';
import { listed } from '../answers/listed';
import { finding, type Rule } from './rule';
import { calculation, counting, points } from './workings';

/** An open risk scores above appetite and nobody is on it. */
export const riskWithoutAction: Rule = {
  id: 'risk-without-action',
  title: 'Risk above appetite without action',
  severity: 'gap',
  concernsMoney: false,
  askedBy: ['risks-within-appetite'],
  words: {
    looksFor: 'Open risks that score above appetite and lack an owner, a mitigation or a date it is due by.',
    matters: 'A risk above appetite is one the programme has said it will not just bear.',
    mend: 'Name the owner, what they do about it and by when; or score it anew.',
  },
  find: (project, { framework: { riskScheme } }) =>
    project.risks
      .filter((risk) => isOpen(risk) && isAboveAppetite(risk, riskScheme))
      .flatMap((risk) => {
        const score = riskScore(risk, riskScheme) ?? 0;
        const has = {
          owner: risk.owner !== undefined,
          mitigation: Boolean(risk.mitigation?.trim()),
          due: risk.due !== undefined,
        };
        const lacks = [
          ...(has.owner ? [] : ['owner']),
          ...(has.mitigation ? [] : ['mitigation']),
          ...(has.due ? [] : ['due date']),
        ];
        if (lacks.length === 0) return [];
        const { appetite } = riskScheme;
        return [
          finding(riskWithoutAction, {
            subject: risk.id,
            title: `Risk ${risk.ref}: above appetite, no ${lacks.join(', no ')}`,
            because: `Risk ${risk.ref} scores ${score}, above the appetite of ${appetite}, and has no ${lacks.join(' and no ')}.`,
            facts: { score, appetite, ...has },
            workings: [
              calculation(
                'Above appetite by',
                points(score, 'score'),
                [['−', points(appetite, 'appetite')]],
                points(score - appetite),
              ),
              counting('It lacks', lacks),
            ],
            fix: { screen: 'risks', row: risk.id },
          }),
        ];
      }),
  cannotTell(project, { framework: { riskScheme } }) {
    const unscored = project.risks.filter(
      (risk) => isOpen(risk) && riskScore(risk, riskScheme) === undefined,
    );
    return unscored.length === 0
      ? undefined
      : `${listed(unscored.map(({ ref }) => `Risk ${ref}`))} ${unscored.length === 1 ? 'has' : 'have'} no score on the scheme.`;
  },
};
