import type { CaseDocument } from '~/core/case/case-document';
import { moneyIn, answerIn, readWhole } from './cells';
import type { Ledger } from './ledger';
import { wordsOf, type Cell } from './lines';
import { paragraphsBut, paragraphsIn } from './prose';
import { horizonOf, readMoneyTable } from './read-money-tables';
import { meet, segmentsOf, type Sections } from './sections';

type Finance = Pick<CaseDocument, 'answers' | 'horizon' | 'moneyLines' | 'stated' | 'statements'>;

const MTFS = /\bMTFS\b|medium[- ]term financial/iu;

/** The form's money: its two tables, finance's figures and sentences as a statement, and the notes under them. */
export function readFinance(sections: Sections, ledger: Ledger): Finance {
  const oneOff = readMoneyTable(sections, 'oneOff', 'one-off', ledger);
  const ongoing = readMoneyTable(sections, 'ongoing', 'ongoing', ledger);
  const validated = readMoneyTable(sections, 'validated', 'finance-validated', ledger);
  const paragraphs = (section: 'finance' | 'oneOff' | 'ongoing' | 'validated') =>
    paragraphsBut(sections.get(section) ?? [], section, ledger);
  const notes = [...paragraphs('finance'), ...paragraphs('oneOff'), ...paragraphs('ongoing')];
  const sentences = paragraphs('validated');
  const onMtfs = (cell: Cell) => MTFS.test(wordsOf(cell));
  const caveats = [...notes, ...sentences].filter(onMtfs);
  const savingsNotes = notes.filter((cell) => !onMtfs(cell));
  const ofFinance = sentences.filter((cell) => !onMtfs(cell));
  ledger.take(...ofFinance);
  const says = ofFinance.map((cell) => wordsOf(cell)).join('\n');
  const answers: CaseDocument['answers'] = {
    ...(savingsNotes.length > 0 ? { savingsNote: paragraphsIn(savingsNotes, ledger) } : {}),
    ...(caveats.length > 0 ? { mtfsCaveat: paragraphsIn(caveats, ledger) } : {}),
  };
  return {
    answers,
    horizon: horizonOf([oneOff, ongoing]),
    moneyLines: [...oneOff.lines, ...ongoing.lines],
    stated: [...oneOff.stated, ...ongoing.stated],
    statements:
      says === '' && validated.stated.length === 0
        ? []
        : [{ about: 'finance-validation', words: says, cells: validated.stated }],
  };
}

const LABELS = {
  financialBenefits: 'Financial Benefits',
  effort: 'Effort / Easy of Implementation',
  impact: 'Impact (financial and non-financial)',
} as const;

/** The qualification: the stated £, effort and impact from 1 to 5. */
export function readQualification(sections: Sections, ledger: Ledger): CaseDocument['qualification'] {
  const qualification: CaseDocument['qualification'] = {};
  for (const segment of segmentsOf(sections.get('qualification') ?? [], 'qualification')) {
    if (!meet(ledger, 'qualification', segment)) continue;
    const cell = { parts: segment.cells.flatMap(({ parts }) => parts) };
    if (segment.label === LABELS.financialBenefits) {
      qualification.financialBenefits = moneyIn(cell, LABELS.financialBenefits, false, ledger);
    } else if (segment.label === LABELS.effort) {
      qualification.effort = answerIn(cell, 'Effort', readWhole(1, 5), ledger);
    } else if (segment.label === LABELS.impact) {
      qualification.impact = answerIn(cell, 'Impact', readWhole(1, 5), ledger);
    }
  }
  return qualification;
}
