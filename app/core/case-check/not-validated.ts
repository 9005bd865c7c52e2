import { cellOf } from '../finance/line';
import { countedAsValidated } from '../finance/series';
import { isStale, type MoneyLine } from '../finance/state';
import { formatMoney } from '../money/format-money';
import type { Pence } from '../money/pence';
import type { Project } from '../project/state';
import { formatFy, readFy, type Fy } from '../time/financial-year';
import { claimsOf, profileOf, totalPence } from './money';
import { listed } from '../answers/listed';
import { finding, WHOLE_CASE, type Rule } from './rule';
import { adding, calculation, confidence, counting, pence, type Working } from './workings';

interface Unvalidated {
  readonly line: MoneyLine;
  readonly fy: Fy;
  readonly proposed: Pence;
  /** Never looked at, changed since, or given nothing. */
  readonly why: 'not validated' | 'stale' | 'given 0%';
}

const whyNot = (line: MoneyLine, fy: Fy): Unvalidated['why'] => {
  const cell = cellOf(line, fy);
  if (!cell.validated) return 'not validated';
  return isStale(line, cell) ? 'stale' : 'given 0%';
};

/** Proposed figures of savings and income of which nothing counts. */
const unvalidatedOf = (project: Project): readonly Unvalidated[] =>
  claimsOf(project).flatMap((line) =>
    profileOf(line)
      .filter(({ fy, figure }) => figure > 0 && countedAsValidated(line, cellOf(line, fy)) === 0)
      .map(({ fy, figure }) => ({ line, fy, proposed: figure, why: whyNot(line, fy) })),
  );

/** The years of finance's own table, as the newest document that has one states it. */
function tableYears(project: Project): readonly Fy[] {
  const cells = project.documents
    .flatMap(({ statements }) => statements)
    .filter(({ about }) => about === 'finance-validation')
    .at(-1)?.cells;
  const years = (cells ?? []).flatMap(({ column }) => {
    const read = readFy(column);
    return read.ok ? [read.value] : [];
  });
  return [...new Set(years)].sort((a, b) => a - b);
}

const cellWorking = ({ line, fy, proposed, why }: Unvalidated, index: number): Working =>
  calculation(
    `${line.title}, ${formatFy(fy)}, ${why}`,
    pence(proposed, `cells.${index}.proposed`),
    [['×', confidence(0, `cells.${index}.confidence`)]],
    pence(0),
  );

/** Nothing of a proposed figure counts, because finance does not stand behind it. */
export const notValidated: Rule = {
  id: 'not-validated',
  title: 'Not validated',
  severity: 'gap',
  concernsMoney: true,
  askedBy: ['confidence-set', 'validated-enough'],
  words: {
    looksFor:
      'Proposed savings and income of which nothing counts: finance has set no confidence, set 0%, or validated what has changed since.',
    matters:
      'A proposal counts only as far as finance stands behind it. By default that is 0%, whatever the case says its total is.',
    mend: 'Finance sets a confidence or validates a figure, for each year with an effect; again after a change.',
  },
  find(project) {
    const cells = unvalidatedOf(project);
    if (cells.length === 0) return [];
    const total = totalPence(cells.map(({ proposed }) => proposed));
    const { horizon } = project.money;
    const table = tableYears(project);
    const covered = horizon.filter((fy) => table.includes(fy));
    const which = listed(
      [...new Set(cells.map(({ fy }) => fy))].sort((a, b) => a - b).map((fy) => formatFy(fy)),
    );
    const sum = total === undefined ? 'what is proposed' : `the ${formatMoney(total)} proposed`;
    const ofTable =
      table.length > 0 && covered.length < horizon.length
        ? ` Finance’s own table, as the form states it, covers ${listed(table.map(formatFy))}: ${covered.length} of the horizon’s ${horizon.length} years.`
        : '';
    return [
      finding(notValidated, {
        subject: WHOLE_CASE,
        title: 'Figures that finance does not stand behind',
        because: `0% of ${sum} in ${which} counts: £0.${ofTable}`,
        facts: {
          cells: cells.map(({ line, fy, proposed, why }) => ({
            line: line.id,
            fy,
            proposed,
            why,
            confidence: 0,
          })),
          total: total ?? null,
          horizon,
          table,
        },
        workings: [
          ...cells.map(cellWorking),
          ...(total === undefined || cells.length < 2
            ? []
            : [
                adding(
                  'Proposed without counting',
                  cells.map(({ proposed }, index) => pence(proposed, `cells.${index}.proposed`)),
                  pence(total, 'total'),
                ),
              ]),
          ...(table.length > 0 ? [counting('Years in finance’s table', table.map(formatFy))] : []),
          ...(table.length > 0 ? [counting('Years of the horizon', horizon.map(formatFy))] : []),
        ],
        fix: { screen: 'finance', field: 'validate' },
      }),
    ];
  },
};
