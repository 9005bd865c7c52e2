import { rowById, standing } from '../project/row';
import type { Project } from '../project/state';
import type { CostBaseline } from '../registers/state';
import { claimsOf, profileOf, totalPence } from './money';
import { listed } from '../answers/listed';
import { finding, WHOLE_CASE, type Rule } from './rule';
import { adding, counting, pence } from './workings';

const unconfirmed = (row: CostBaseline): boolean =>
  row.suggestedFrom !== undefined && row.confirmed === undefined;

const called = (row: CostBaseline): string =>
  `${row.service}${unconfirmed(row) ? ' (found in the text, unconfirmed)' : ''}`;

/** The title of the deliverable that is to find an unknown cost. */
const finderOf = (project: Project, row: CostBaseline): string | undefined =>
  row.foundBy === undefined ? undefined : rowById(project.schedule.deliverables, row.foundBy)?.title;

function sentence(
  project: Project,
  known: readonly CostBaseline[],
  unknown: readonly CostBaseline[],
): string {
  const { answer } = project.case.text.scopeIn;
  const covers = project.case.costBaselinesCover?.covers;
  const scope = answer.state === 'given' ? ` In scope: “${answer.value.slice(0, 200)}”.` : '';
  const have =
    known.length === 0 ? 'No cost is known.' : `The cost is known only for ${listed(known.map(called))}.`;
  const lack = unknown.length === 0 ? '' : ` Unknown: ${listed(unknown.map(called))}.`;
  const finders = [...new Set(unknown.flatMap((row) => finderOf(project, row) ?? []))];
  const found =
    finders.length === 0 ? '' : ` To be found by ${listed(finders.map((title) => `“${title}”`))}.`;
  return `${have}${lack}${found}${scope}${covers === false ? ' The lead says that the list does not cover the scope.' : ''}`;
}

/** What the services in scope cost today is known only in part. */
export const costBaselineUnknown: Rule = {
  id: 'cost-baseline',
  title: 'Cost baseline',
  severity: 'gap',
  concernsMoney: true,
  askedBy: ['cost-baseline-listed', 'baseline-found'],
  words: {
    looksFor:
      'Services that the case names and whose cost nobody knows; savings with no known cost under them; a list of costs that its lead says does not cover the scope.',
    matters:
      'Nobody can save from a cost that is not known, and a saving measured against part of the scope is not one of the whole.',
    mend: 'Enter the cost, its year and its source, or name the deliverable that finds it; withdraw services the text only seems to name; declare that the list covers the scope.',
  },
  find(project) {
    const rows = standing(project.registers.costBaselines);
    const known = rows.filter((row) => row.amount.state === 'given');
    const unknown = rows.filter((row) => row.amount.state !== 'given');
    const covers = project.case.costBaselinesCover?.covers ?? null;
    const claims = claimsOf(project).some((line) => profileOf(line).length > 0);
    if (unknown.length === 0 && covers !== false && !(claims && known.length === 0)) return [];
    const amounts = known.map((row) => (row.amount.state === 'given' ? row.amount.value : 0));
    const total = totalPence(amounts);
    const scopeIn = project.case.text.scopeIn.answer;
    return [
      finding(costBaselineUnknown, {
        subject: WHOLE_CASE,
        title: 'The cost of the scope is known only in part',
        because: sentence(project, known, unknown),
        facts: {
          scope: scopeIn.state === 'given' ? scopeIn.value : scopeIn.state,
          covers,
          known: known.map((row, index) => ({
            id: row.id,
            service: row.service,
            amount: amounts[index] ?? 0,
            confirmed: !unconfirmed(row),
          })),
          unknown: unknown.map((row) => ({
            id: row.id,
            service: row.service,
            foundBy: row.foundBy ?? null,
            confirmed: !unconfirmed(row),
          })),
          total: total ?? null,
        },
        workings: [
          ...(total === undefined
            ? []
            : [
                adding(
                  'Cost that is known',
                  amounts.map((amount, index) => pence(amount, `known.${index}.amount`)),
                  pence(total, 'total'),
                ),
              ]),
          counting(
            'Services whose cost is unknown',
            unknown.map((row) => row.service),
          ),
        ],
        fix: { screen: 'registers', field: 'cost-baseline' },
      }),
    ];
  },
};
