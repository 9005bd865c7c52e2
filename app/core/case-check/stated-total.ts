import { readAnswerText } from '../answers/answer';
import { digestOf } from '../answers/digest';
import type { StatedCell } from '../case/document';
import { formatMoney } from '../money/format-money';
import type { Pence } from '../money/pence';
import { readMoney } from '../money/read-money';
import { standing } from '../project/row';
import type { Project } from '../project/state';
import { totalPence } from './money';
import { finding, type Finding, type Rule } from './rule';
import { adding, calculation, pence } from './workings';

const TOTAL = /^total$/iu;

/** The pence a document's cell stands for; a dash is nothing, and what cannot be read is undefined. */
function penceIn(words: string): Pence | undefined {
  const reading = readAnswerText(words, (text) => readMoney(text, { negatives: true }));
  if (!reading.ok) return undefined;
  const { value } = reading;
  if (value.state === 'given') return value.value;
  return value.state === 'none-unconfirmed' || value.state === 'blank' ? 0 : undefined;
}

function found(table: string, row: string, cells: readonly StatedCell[]): readonly Finding[] {
  const total = cells.find(({ column }) => TOTAL.test(column));
  const years = cells.filter((cell) => cell !== total).map((cell) => ({ cell, pence: penceIn(cell.words) }));
  const stated = total && penceIn(total.words);
  const amounts = years.flatMap((each) => (each.pence === undefined ? [] : [each.pence]));
  const sum = amounts.length === years.length ? totalPence(amounts) : undefined;
  const off = stated === undefined || sum === undefined ? undefined : totalPence([stated, 0 - sum]);
  if (stated === undefined || sum === undefined || off === undefined || off === 0) return [];
  return [
    finding(statedTotal, {
      subject: `stated-${digestOf({ table, row }).slice(0, 16)}`,
      title: `${row}: the total does not follow`,
      because: `The form states ${formatMoney(stated)} in total; the years come to ${formatMoney(sum)}.`,
      facts: {
        table,
        row,
        years: years.map(({ cell, pence: amount }) => ({ column: cell.column, amount: amount ?? 0 })),
        stated,
        sum,
      },
      workings: [
        adding(
          `${row}, the years`,
          amounts.map((amount, index) => pence(amount, `years.${index}.amount`)),
          pence(sum, 'sum'),
        ),
        calculation('Stated, less that', pence(stated, 'stated'), [['−', pence(sum, 'sum')]], pence(off)),
      ],
      fix: { screen: 'finance', field: 'stated' },
    }),
  ];
}

/** The form's tables count only until a lead stands behind figures of their own. */
function statedCells(project: Project): readonly StatedCell[] {
  if (standing(project.money.lines).some((line) => line.adopted !== undefined)) return [];
  const newest = project.documents.at(-1);
  return newest ? newest.stated : [];
}

/** A total of the form's own tables is not what its years come to. */
export const statedTotal: Rule = {
  id: 'stated-total',
  title: 'Stated total',
  severity: 'error',
  concernsMoney: true,
  words: {
    looksFor:
      'Totals in the form’s tables of money that are not what the years of their row come to, until a lead adopts the figures.',
    matters: 'One of the two is wrong, and a reader quotes whichever they see first.',
    mend: 'Find out which is meant, enter the figures by year and adopt them. What the document said stays beside them.',
  },
  find(project) {
    const cells = statedCells(project);
    const rows = [...new Set(cells.map(({ table, row }) => JSON.stringify([table, row])))];
    return rows.flatMap((key) => {
      const [table = '', row = ''] = JSON.parse(key) as readonly string[];
      return found(
        table,
        row,
        cells.filter((cell) => cell.table === table && cell.row === row),
      );
    });
  },
};
