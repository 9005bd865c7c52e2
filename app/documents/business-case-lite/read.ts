import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { caseDocumentSchema, type CaseDocument } from '~/core/case/case-document';
import { openLedger, type Ledger } from './ledger';
import { FORM_NAME, SECTION_NAMES } from './labels';
import { blocksOf, type Block, type Part } from './lines';
import { listIn } from './prose';
import { readBenefits } from './read-benefits';
import { readFinance, readQualification } from './read-finance';
import { readInformation } from './read-information';
import { readAssumptions, readRisks } from './read-risks';
import { readScope } from './read-scope';
import { readApprovals, readStakeholders } from './read-stakeholders';
import { readTimetable } from './read-timetable';
import { sectionsOf, type Sections } from './sections';
import { suggestionsIn } from './suggested';
import { faultsOf, type Fault } from './text-faults';

export type CaseReading =
  | { readonly ok: true; readonly document: CaseDocument }
  | { readonly ok: false; readonly errors: readonly Fault[] };

/** A text is taken for the form when at least this many of its headings are found. */
const FEWEST_HEADINGS = 3;

/**
 * Reads the text of a Business Case Lite into its fields; `name` is the file's. Refuses, naming lines, what is empty,
 * too large, not text or not this form. What it cannot place or understand is kept word for word under `unplaced`.
 */
export function readBusinessCase(text: string, name: string): CaseReading {
  const faults = faultsOf(text);
  if (faults.length > 0) return { ok: false, errors: faults };
  const blocks = blocksOf(text.normalize('NFC'));
  const ledger = openLedger(blocks.flatMap(partsOf));
  const sections = sectionsOf(blocks, ledger);
  const document = documentOf(sections, ledger, name, digestOf(text));
  const found = SECTION_NAMES.filter((section) => sections.has(section)).length;
  if (found < FEWEST_HEADINGS) {
    const message = `This is not a ${FORM_NAME}: fewer than ${FEWEST_HEADINGS} of its headings were found`;
    return { ok: false, errors: [{ line: 1, message }] };
  }
  const checked = caseDocumentSchema.safeParse(document);
  if (checked.success) return { ok: true, document: checked.data };
  return {
    ok: false,
    errors: checked.error.issues.slice(0, 20).map(({ path, message }) => ({
      line: lineOf(blocks, document, path),
      message: `${path.join(' ')}: ${message}`,
    })),
  };
}

const digestOf = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));

function partsOf(block: Block): readonly Part[] {
  if (block.kind === 'row') return block.cells.flatMap(({ parts }) => parts);
  return block.kind === 'heading' ? [block.part] : block.parts;
}

function documentOf(sections: Sections, ledger: Ledger, name: string, digest: string): CaseDocument {
  const { answers: information, ...identity } = readInformation(sections, ledger);
  const { answers: scope, linkedCases } = readScope(sections, ledger);
  const { answers: notes, statements, ...finance } = readFinance(sections, ledger);
  const answers: CaseDocument['answers'] = {
    ...information,
    ...scope,
    ...notes,
    ...readStakeholders(sections, ledger),
    objectives: listIn(sections.get('objectives') ?? [], ledger),
    currentPosition: listIn(sections.get('currentPosition') ?? [], ledger),
    proposedChanges: listIn(sections.get('proposedChanges') ?? [], ledger),
  };
  const fields = {
    ...identity,
    answers,
    qualification: readQualification(sections, ledger),
    ...finance,
    statements: [...statements, ...readApprovals(sections, ledger)],
    benefits: readBenefits(sections, ledger),
    linkedCases,
    risks: readRisks(sections, ledger),
    assumptions: readAssumptions(sections, ledger),
    ...readTimetable(sections, ledger),
    suggested: suggestionsIn(prose(answers)),
  };
  return { name, sha256: digest, ...fields, unplaced: ledger.unplaced(), missing: ledger.missing() };
}

const prose = ({
  opportunity,
  currentPosition,
  proposedChanges,
}: CaseDocument['answers']): readonly string[] =>
  [opportunity, currentPosition, proposedChanges].flatMap((answer) =>
    answer?.state === 'given' ? [answer.value] : [],
  );

/** The line a faulty value stands on: the first that holds its beginning. */
function lineOf(blocks: readonly Block[], document: unknown, path: readonly PropertyKey[]): number {
  let value: unknown = document;
  for (const step of path) {
    if (typeof value !== 'object' || value === null) break;
    const next: unknown = Reflect.get(value, step);
    if (next !== undefined) value = next;
  }
  const words = typeof value === 'string' ? (value.split('\n')[0] ?? '').slice(0, 60) : '';
  const parts = blocks.flatMap(partsOf);
  return (words === '' ? undefined : parts.find((part) => part.words.includes(words)))?.line ?? 1;
}
