import { formatMoney } from '../money/format-money';
import type { Pence } from '../money/pence';
import type { Project } from '../project/state';
import { claimsOf, feltIn, penceOf, profileOf, totalPence, yearsOf } from './money';
import { finding, type Rule } from './rule';
import { adding, calculation, pence } from './workings';

/** What the proposed figures may be summed up as: all of them together, or what is felt in a year. */
function readingsOf(
  project: Project,
): { readonly total: Pence; readonly years: readonly Pence[] } | undefined {
  const lines = claimsOf(project);
  const total = totalPence(lines.flatMap((line) => profileOf(line).map(({ figure }) => figure)));
  const fys = [...new Set(lines.flatMap((line) => yearsOf(project, line)))];
  const years = fys.map((fy) => {
    const felt = lines.flatMap((line) => penceOf(feltIn(line, fy)) ?? []);
    return felt.length === lines.length ? totalPence(felt) : undefined;
  });
  const known = years.flatMap((each) => (each === undefined ? [] : [each]));
  return total === undefined || known.length < years.length ? undefined : { total, years: known };
}

/** The benefit the qualification was rated on is none of what the figures come to. */
export const qualificationTotal: Rule = {
  id: 'qualification-total',
  title: 'Qualification and figures differ',
  severity: 'note',
  concernsMoney: true,
  words: {
    looksFor:
      'A financial benefit in the opportunity qualification that is neither the sum of the proposed savings and income nor what they come to in any year.',
    matters: 'The opportunity was chosen on one figure and the case is made on another.',
    mend: 'Bring the qualification and the figures into line, or explain what the qualification counts.',
  },
  find(project) {
    const { answer } = project.case.qualification.financialBenefits;
    const readings = readingsOf(project);
    if (answer.state !== 'given' || readings === undefined || readings.total === 0) return [];
    const stated = answer.value;
    const { total, years } = readings;
    const off = totalPence([stated, 0 - total]);
    if (stated === total || years.includes(stated) || off === undefined) return [];
    const figures = claimsOf(project).flatMap((line) => profileOf(line).map(({ figure }) => figure));
    return [
      finding(qualificationTotal, {
        subject: 'qualification',
        title: 'Another benefit was qualified than is proposed',
        because: `The qualification says ${formatMoney(stated)}; the figures come to ${formatMoney(total)}, and to ${formatMoney(Math.max(...years))} in the best year.`,
        facts: { stated, figures, total, years },
        workings: [
          adding(
            'Proposed, all years',
            figures.map((figure, index) => pence(figure, `figures.${index}`)),
            pence(total, 'total'),
          ),
          calculation(
            'Qualified, less that',
            pence(stated, 'stated'),
            [['−', pence(total, 'total')]],
            pence(off),
          ),
        ],
        fix: { screen: 'case', field: 'financialBenefits' },
      }),
    ];
  },
  cannotTell: (project) =>
    project.case.qualification.financialBenefits.answer.state === 'given' && readingsOf(project) === undefined
      ? 'The proposed figures cannot be summed up.'
      : undefined,
};
