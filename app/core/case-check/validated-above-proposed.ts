import { isStale, type MoneyLine } from '../finance/state';
import { formatMoney } from '../money/format-money';
import type { Pence } from '../money/pence';
import { formatFy, type Fy } from '../time/financial-year';
import { claimsOf, totalPence } from './money';
import { listed } from '../answers/listed';
import { finding, type Rule } from './rule';
import { calculation, pence } from './workings';

interface Above {
  readonly fy: Fy;
  readonly proposed: Pence;
  readonly validated: Pence;
}

/** Years in which a validation that holds is more than is proposed. */
const aboveIn = (line: MoneyLine): readonly Above[] =>
  Object.entries(line.cells).flatMap(([fy, cell]) => {
    if (!cell.validated || isStale(line, cell)) return [];
    const proposed = cell.proposed.answer.state === 'given' ? cell.proposed.answer.value : 0;
    const validated = cell.validated.amount;
    return validated > proposed ? [{ fy: Number(fy), proposed, validated }] : [];
  });

/** Finance stands behind more than anybody proposes. */
export const validatedAboveProposed: Rule = {
  id: 'validated-above-proposed',
  title: 'Validated above proposed',
  severity: 'error',
  concernsMoney: true,
  words: {
    looksFor: 'Savings and income of which finance validates more in a year than is proposed for it.',
    matters:
      'Validation says how much of a proposal counts. More than all of it means that the proposal or the validation is of something else.',
    mend: 'Propose the figure that is meant and validate it again; or explain what finance counts beside it.',
  },
  find: (project) =>
    claimsOf(project).flatMap((line) => {
      const above = aboveIn(line);
      if (above.length === 0) return [];
      return [
        finding(validatedAboveProposed, {
          subject: line.id,
          title: `${line.title}: more validated than proposed`,
          because: `Finance validates ${listed(above.map(({ fy, validated, proposed }) => `${formatMoney(validated)} of ${formatMoney(proposed)} in ${formatFy(fy)}`))}.`,
          facts: { above: above.map((each) => ({ ...each })) },
          workings: above.flatMap(({ fy, proposed, validated }, index) => {
            const over = totalPence([validated, 0 - proposed]);
            return over === undefined
              ? []
              : [
                  calculation(
                    `${formatFy(fy)}: validated above proposed`,
                    pence(validated, `above.${index}.validated`),
                    [['−', pence(proposed, `above.${index}.proposed`)]],
                    pence(over),
                  ),
                ];
          }),
          fix: { screen: 'finance', field: 'validate', row: line.id },
        }),
      ];
    }),
};
