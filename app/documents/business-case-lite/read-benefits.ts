import { BENEFIT_CATEGORIES } from '~/core/benefits/state';
import type { CaseDocument } from '~/core/case/case-document';
import { dateIn, textIn } from './cells';
import { cellAt, gridRows } from './grid';
import { plain } from './labels';
import type { Ledger } from './ledger';
import { wordsOf } from './lines';
import type { Sections } from './sections';

const COLUMNS = ['Benefit', 'Description', 'Realisation date'] as const;

/** Non-cashable benefits, one a row; a row of a category the form does not have is left over. */
export function readBenefits(sections: Sections, ledger: Ledger): CaseDocument['benefits'] {
  const rows = gridRows(sections.get('benefits') ?? [], 'benefits', COLUMNS, ledger);
  return rows.flatMap((row) => {
    const named = cellAt(row, 'Benefit');
    const category = BENEFIT_CATEGORIES.find((each) => plain(each) === plain(wordsOf(named)));
    if (!category) {
      ledger.refuse(
        `“${wordsOf(named).slice(0, 100)}” is not a category of benefit`,
        named,
        cellAt(row, 'Description'),
        cellAt(row, 'Realisation date'),
      );
      return [];
    }
    ledger.take(named);
    return [
      {
        category,
        description: textIn(cellAt(row, 'Description'), ledger),
        realisation: dateIn(cellAt(row, 'Realisation date'), `${category}, realisation date`, ledger),
      },
    ];
  });
}
