import type { CaseDocument } from '~/core/case/case-document';
import { readWhole } from './cells';
import { cellAt, gridRows } from './grid';
import type { Ledger } from './ledger';
import { isBlank, wordsOf, type Cell } from './lines';
import { entriesOf, paragraphsBut } from './prose';
import type { Sections } from './sections';

const COLUMNS = ['Ref', 'Risk', 'Likelihood', 'Impact', 'Total', 'Mitigations'] as const;
const NOTHING = /^(?:[-–—]|tbc|n\/?a|none)?$/iu;
/** A risk the document gives no ref: a number would be made up. */
const NO_REF = '–';
const TEXT_LIMIT = 10_000;

function numberIn(cell: Cell, what: string, least: number, most: number, ledger: Ledger): number | undefined {
  if (isBlank(cell)) return undefined;
  const reading = readWhole(least, most)(wordsOf(cell));
  if (reading.ok) {
    ledger.take(cell);
    return reading.value;
  }
  ledger.refuse(`${what}: “${wordsOf(cell).slice(0, 100)}” was not understood. ${reading.message}`, cell);
  return undefined;
}

function wordsIn(cell: Cell, what: string, ledger: Ledger): string | undefined {
  const words = wordsOf(cell, '\n');
  if (!NOTHING.test(words) && words.length <= TEXT_LIMIT) {
    ledger.take(cell);
    return words;
  }
  ledger.refuse(
    words.length > TEXT_LIMIT ? `${what}: more than ${TEXT_LIMIT} characters` : `${what}: none given`,
    cell,
  );
  return undefined;
}

/** The risks in their order, each with its stated total beside likelihood and impact. */
export function readRisks(sections: Sections, ledger: Ledger): CaseDocument['risks'] {
  const blocks = sections.get('risks') ?? [];
  paragraphsBut(blocks, 'risks', ledger);
  return gridRows(blocks, 'risks', COLUMNS, ledger).flatMap((row) => {
    const refCell = cellAt(row, 'Ref');
    const ref = wordsOf(refCell).slice(0, 50) || NO_REF;
    const risk = wordsIn(cellAt(row, 'Risk'), `Risk ${ref}`, ledger);
    if (risk === undefined) {
      ledger.refuse(`Risk ${ref}: no risk is described`, ...COLUMNS.map((column) => cellAt(row, column)));
      return [];
    }
    if (ref === wordsOf(refCell)) ledger.take(refCell);
    const mitigation = wordsIn(cellAt(row, 'Mitigations'), `Risk ${ref}, mitigation`, ledger);
    const likelihood = numberIn(cellAt(row, 'Likelihood'), `Risk ${ref}, likelihood`, 1, 5, ledger);
    const impact = numberIn(cellAt(row, 'Impact'), `Risk ${ref}, impact`, 1, 5, ledger);
    const statedTotal = numberIn(cellAt(row, 'Total'), `Risk ${ref}, total`, 0, 1_000, ledger);
    return [
      {
        ref,
        risk,
        ...(mitigation === undefined ? {} : { mitigation }),
        ...(likelihood === undefined ? {} : { likelihood }),
        ...(impact === undefined ? {} : { impact }),
        ...(statedTotal === undefined ? {} : { statedTotal }),
      },
    ];
  });
}

const KINDS = [
  ['dependency', /\bdepend/iu],
  ['constraint', /\bconstrain/iu],
  ['assumption', /\bassum/iu],
] as const;

/** Dependencies, constraints and assumptions; one that calls itself neither, or more than one, is left unsorted. */
export function readAssumptions(sections: Sections, ledger: Ledger): CaseDocument['assumptions'] {
  return entriesOf(sections.get('assumptions') ?? []).flatMap(({ words, cell }) => {
    if (NOTHING.test(words) || words.length > TEXT_LIMIT) {
      ledger.refuse(
        'Dependencies, constraints, assumptions: confirm that there are none, or state them',
        cell,
      );
      return [];
    }
    ledger.take(cell);
    const kinds = KINDS.filter(([, pattern]) => pattern.test(words)).map(([kind]) => kind);
    return [{ kind: kinds.length === 1 ? (kinds[0] ?? 'unsorted') : 'unsorted', statement: words }];
  });
}
