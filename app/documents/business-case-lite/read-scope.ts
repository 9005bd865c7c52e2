import type { CaseDocument } from '~/core/case/case-document';
import { textIn } from './cells';
import type { Ledger } from './ledger';
import { isBlank, type Cell } from './lines';
import { meet, segmentsOf, type Sections } from './sections';

const IN = 'In scope';
const OUT = 'Out of Scope';
const LINKED = 'Linked / Complementary OBCs';
const NAME_LIMIT = 500;

/** The scope, as two headings over two cells or as two labels with their values, and the linked cases by name. */
export function readScope(
  sections: Sections,
  ledger: Ledger,
): { answers: CaseDocument['answers']; linkedCases: string[] } {
  const segments = segmentsOf(sections.get('scope') ?? [], 'scope').filter((each) =>
    meet(ledger, 'scope', each),
  );
  const cellsUnder = (label: string) => segments.find((each) => each.label === label)?.cells ?? [];
  const [inScope, outOfScope] = [cellsUnder(IN), cellsUnder(OUT)];
  const labelled = segments.filter(({ label }) => label === IN || label === OUT);
  const answers: CaseDocument['answers'] = {};
  // Side by side, the headings come first and both cells follow the second of them.
  const sideBySide = labelled.length === 2 && labelled[0]?.label === IN && inScope.length === 0;
  if (sideBySide && outOfScope.length <= 2) {
    Object.assign(answers, {
      scopeIn: textOf(outOfScope[0], ledger),
      scopeOut: textOf(outOfScope[1], ledger),
    });
  } else if (labelled.length === 2 && inScope.length <= 1 && outOfScope.length <= 1) {
    Object.assign(answers, { scopeIn: textOf(inScope[0], ledger), scopeOut: textOf(outOfScope[0], ledger) });
  } else {
    ledger.refuse('Which of these is in scope and which is out cannot be told', ...inScope, ...outOfScope);
  }
  return { answers, linkedCases: linkedCases(cellsUnder(LINKED), ledger) };
}

const textOf = (cell: Cell | undefined, ledger: Ledger) => textIn(cell ?? { parts: [] }, ledger);

function linkedCases(cells: readonly Cell[], ledger: Ledger): string[] {
  return cells
    .filter((cell) => !isBlank(cell))
    .flatMap((cell) => cell.parts)
    .flatMap((part) => {
      const cell = { parts: [part] };
      if (/^(?:[-–—]|tbc)$/iu.test(part.words)) {
        ledger.refuse('Linked cases: confirm that there are none, or name them', cell);
        return [];
      }
      if (part.words.length > NAME_LIMIT) {
        ledger.refuse(`A linked case has a name of up to ${NAME_LIMIT} characters`, cell);
        return [];
      }
      ledger.take(cell);
      return [part.words];
    });
}
