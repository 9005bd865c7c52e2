import type { MoneyLine } from '../finance/state';
import { formatMoney } from '../money/format-money';
import type { Pence } from '../money/pence';
import { standing } from '../project/row';
import type { Project } from '../project/state';
import type { CostBaseline } from '../registers/state';
import { formatFy, type Fy } from '../time/financial-year';
import { claimsOf, feltIn, penceOf, totalPence, yearsOf } from './money';
import { listed } from '../answers/listed';
import { finding, type Finding, type Rule } from './rule';
import { adding, calculation, pence } from './workings';

interface Year {
  readonly fy: Fy;
  readonly savings: readonly Pence[];
  readonly sum: Pence;
}

/** The year in which the savings on a baseline together are largest; undefined where that cannot be told. */
function largestYear(project: Project, lines: readonly MoneyLine[]): Year | undefined {
  const fys = [...new Set(lines.flatMap((line) => yearsOf(project, line)))];
  return fys
    .flatMap((fy): readonly Year[] => {
      const felt = lines.map((line) => penceOf(feltIn(line, fy)));
      const savings = felt.flatMap((each) => (each === undefined ? [] : [each]));
      const sum = savings.length === felt.length ? totalPence(savings) : undefined;
      return sum === undefined ? [] : [{ fy, savings, sum }];
    })
    .reduce<Year | undefined>((most, each) => (most && most.sum >= each.sum ? most : each), undefined);
}

function found(project: Project, baseline: CostBaseline): readonly Finding[] {
  const lines = claimsOf(project).filter(
    (line) => line.kind === 'saving' && line.costBaseline === baseline.id,
  );
  const amount = baseline.amount.state === 'given' ? baseline.amount.value : undefined;
  const most = largestYear(project, lines);
  if (amount === undefined || most === undefined || most.sum <= amount) return [];
  const over = totalPence([most.sum, 0 - amount]);
  return [
    finding(baselineBelowSaving, {
      subject: baseline.id,
      title: `${baseline.service}: more is saved than it costs`,
      because: `${listed(lines.map(({ title }) => `“${title}”`))} ${lines.length === 1 ? 'saves' : 'save'} ${formatMoney(most.sum)} in ${formatFy(most.fy)} of a cost of ${formatMoney(amount)}.`,
      facts: {
        baseline: baseline.id,
        amount,
        fy: most.fy,
        savings: lines.map(({ id }, index) => ({ line: id, felt: most.savings[index] ?? 0 })),
        sum: most.sum,
      },
      workings: [
        adding(
          `Saved in ${formatFy(most.fy)}`,
          most.savings.map((felt, index) => pence(felt, `savings.${index}.felt`)),
          pence(most.sum, 'sum'),
        ),
        ...(over === undefined
          ? []
          : [
              calculation(
                'More than there is',
                pence(most.sum, 'sum'),
                [['−', pence(amount, 'amount')]],
                pence(over),
              ),
            ]),
      ],
      fix: { screen: 'registers', field: 'cost-baseline', row: baseline.id },
    }),
  ];
}

/** What is saved of a cost is more than the cost. */
export const baselineBelowSaving: Rule = {
  id: 'baseline-below-saving',
  title: 'Cost baseline smaller than its savings',
  severity: 'error',
  concernsMoney: true,
  askedBy: ['baseline-found', 'no-double-count'],
  words: {
    looksFor:
      'Cost baselines that are smaller than the savings drawn on them in a year, one saving or several together.',
    matters: 'Nobody saves more of a service than it costs; two savings on one cost may count it twice.',
    mend: 'Correct the cost, the saving, or the cost baseline that the saving names.',
  },
  find: (project) => standing(project.registers.costBaselines).flatMap((row) => found(project, row)),
};
