import type { CaseDocument } from '~/core/case/case-document';
import type { TextField } from '~/core/case/state';
import { textIn } from './cells';
import { cellAt, gridRows } from './grid';
import type { Ledger } from './ledger';
import { isBlank, wordsOf } from './lines';
import { paragraphsBut } from './prose';
import { meet, segmentsOf, type Sections } from './sections';

const FIELDS: Readonly<Record<string, TextField>> = {
  'Direct Team': 'directTeam',
  'Stakeholders – Governance and Decision Making': 'governance',
  'Stakeholders – Customers / Beneficiaries': 'customers',
  'Stakeholders – Providers / Delivery Teams / Partners': 'providers',
};

/** The four answers on team and stakeholders. */
export function readStakeholders(sections: Sections, ledger: Ledger): CaseDocument['answers'] {
  const blocks = sections.get('stakeholders') ?? [];
  paragraphsBut(blocks, 'stakeholders', ledger);
  const answers: CaseDocument['answers'] = {};
  for (const segment of segmentsOf(blocks, 'stakeholders')) {
    const field = FIELDS[segment.label ?? ''];
    if (!field || !meet(ledger, 'stakeholders', segment)) continue;
    answers[field] = textIn({ parts: segment.cells.flatMap(({ parts }) => parts) }, ledger);
  }
  return answers;
}

const COLUMNS = ['Name', 'Role', 'Date Agreed'] as const;

/** Approvals as the document states them; none of them is an approval here. */
export function readApprovals(sections: Sections, ledger: Ledger): CaseDocument['statements'] {
  return gridRows(sections.get('approvals') ?? [], 'approvals', COLUMNS, ledger).map((row) => {
    const role = cellAt(row, 'Role');
    ledger.take(role);
    return {
      about: 'approval',
      words: '',
      cells: [],
      name: textIn(cellAt(row, 'Name'), ledger, ' '),
      ...(isBlank(role) ? {} : { role: wordsOf(role) }),
      date: textIn(cellAt(row, 'Date Agreed'), ledger, ' '),
    };
  });
}
