import { refSchema, type CaseDocument } from '~/core/case/case-document';
import type { TextField } from '~/core/case/state';
import { textIn } from './cells';
import { FORM_NAME } from './labels';
import type { Ledger } from './ledger';
import { wordsOf, type Cell } from './lines';
import { paragraphsIn } from './prose';
import { meet, segmentsOf, type SectionBlock, type Sections } from './sections';

const FIELDS: Readonly<Record<string, TextField>> = {
  'Project Title': 'title',
  'Current Stage / Gate:': 'stageStated',
  'Project Sponsor': 'sponsorStated',
  'Project Lead': 'leadStated',
  'Transformation Theme': 'theme',
  'Contributory Transformation Theme(s)': 'contributoryThemes',
  'Department and Team': 'department',
};
const REF = 'Portfolio Tracker ref';

type Information = Pick<CaseDocument, 'answers' | 'ref' | 'programme'>;

/** Project information and the opportunity, which on the form stands under the table without a heading. */
export function readInformation(sections: Sections, ledger: Ledger): Information {
  const blocks = sections.get('information') ?? [];
  const programme = readFormName(blocks, ledger);
  const answers: CaseDocument['answers'] = {};
  let ref: string | undefined;
  for (const segment of segmentsOf(blocks, 'information')) {
    if (!meet(ledger, 'information', segment)) continue;
    const cell = { parts: segment.cells.flatMap(({ parts }) => parts) };
    const field = FIELDS[segment.label ?? ''];
    if (segment.label === REF) ref = readRef(cell, ledger);
    else if (field) answers[field] = textIn(cell, ledger, ' ');
  }
  const opportunity = [...afterTheTable(blocks), ...paragraphs(sections.get('opportunity') ?? [])];
  if (opportunity.length > 0) answers.opportunity = paragraphsIn(opportunity, ledger);
  return { answers, ...(ref === undefined ? {} : { ref }), ...(programme ? { programme } : {}) };
}

const paragraphs = (blocks: readonly SectionBlock[]): readonly Cell[] =>
  blocks.flatMap((block) => (block.kind === 'paragraph' ? [{ parts: block.parts }] : []));

const afterTheTable = (blocks: readonly SectionBlock[]): readonly Cell[] => {
  const first = blocks.findIndex((block) => block.kind === 'row');
  return first === -1 ? [] : paragraphs(blocks.slice(first));
};

const NAME_LINE = new RegExp(`^${FORM_NAME}\\s*(?:[-–—:]\\s*)?(.*)$`, 'iu');

/** The form's name on its first line, and the programme named after it. */
function readFormName(blocks: readonly SectionBlock[], ledger: Ledger): string | undefined {
  const part = blocks[0]?.kind === 'paragraph' ? blocks[0].parts[0] : undefined;
  const match = part && NAME_LINE.exec(part.words);
  if (!part || !match) return undefined;
  ledger.take({ parts: [part] });
  ledger.formName();
  return match[1];
}

function readRef(cell: Cell, ledger: Ledger): string | undefined {
  const words = wordsOf(cell);
  const reading = refSchema.safeParse(words);
  if (reading.success) {
    ledger.take(cell);
    return reading.data;
  }
  if (words !== '') ledger.refuse(`${REF}: ${reading.error.issues[0]?.message ?? 'not understood'}`, cell);
  return undefined;
}
