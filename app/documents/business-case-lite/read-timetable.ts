import type { CaseDocument } from '~/core/case/case-document';
import { readGateNumber, type GateNumber } from '~/core/gates/gate-number';
import { dateIn } from './cells';
import { cellAt, gridRows } from './grid';
import { labelIn } from './labels';
import type { Ledger } from './ledger';
import { isBlank, wordsOf, type Cell } from './lines';
import { meet, segmentsOf, type SectionBlock, type Sections, type Segment } from './sections';

const DELIVERABLE = 'Project Deliverable';
const COLUMNS = [DELIVERABLE, 'Start', 'Finish'] as const;
const TITLE_LIMIT = 1_000;

type Timetable = Pick<CaseDocument, 'gates' | 'deliverables'>;

/** The gates' target dates, then the deliverables in order with start and finish. */
export function readTimetable(sections: Sections, ledger: Ledger): Timetable {
  const { gates, deliverables } = parted(sections.get('timetable') ?? []);
  return { gates: readGates(gates, ledger), deliverables: readDeliverables(deliverables, ledger) };
}

const isDeliverableHeading = (cell: Cell): boolean =>
  !isBlank(cell) && labelIn('timetable', wordsOf(cell)) === DELIVERABLE;

/** The section's two tables, parted at the heading of the second. */
function parted(blocks: readonly SectionBlock[]): { gates: SectionBlock[]; deliverables: SectionBlock[] } {
  const gates: SectionBlock[] = [];
  const deliverables: SectionBlock[] = [];
  for (const block of blocks) {
    const at = block.kind === 'row' ? block.cells.findIndex(isDeliverableHeading) : -1;
    if (deliverables.length > 0 || at === 0) deliverables.push(block);
    else if (block.kind === 'row' && at > 0) {
      gates.push({ kind: 'row', cells: block.cells.slice(0, at) });
      deliverables.push({ kind: 'row', cells: block.cells.slice(at) });
    } else gates.push(block);
  }
  return { gates, deliverables };
}

const GATE = /^gate\s*([0-5])\b/iu;

function readGates(blocks: readonly SectionBlock[], ledger: Ledger): Timetable['gates'] {
  const found = new Map<GateNumber, Timetable['gates'][number]>();
  for (const segment of segmentsOf(blocks, 'timetable')) {
    const named = segment.label === undefined ? unusualGate(segment, ledger) : printedGate(segment, ledger);
    if (!named || found.has(named.gate)) continue;
    const cells = named.cells.filter((cell) => !isBlank(cell));
    if (cells.length > 1) {
      ledger.refuse(`Gate ${named.gate}: more than one date`, ...cells);
      continue;
    }
    const target = dateIn(cells[0] ?? { parts: [] }, `Gate ${named.gate}, target date`, ledger);
    found.set(named.gate, { gate: named.gate, target });
  }
  return [...found.values()];
}

const gateOf = (words: string): GateNumber | undefined => readGateNumber(GATE.exec(words)?.[1] ?? '');

function printedGate(segment: Segment, ledger: Ledger) {
  if (!meet(ledger, 'timetable', segment)) return undefined;
  const gate = gateOf(segment.label ?? '');
  return gate === undefined ? undefined : { gate, cells: segment.cells };
}

/** A gate under another name than the form's: its date is read, its name is left over. */
function unusualGate({ cells }: Segment, ledger: Ledger) {
  const [name, ...rest] = cells;
  const gate = name && gateOf(wordsOf(name));
  if (gate === undefined || !name) return undefined;
  ledger.refuse(`Read as Gate ${gate}`, name);
  return { gate, cells: rest };
}

function readDeliverables(blocks: readonly SectionBlock[], ledger: Ledger): Timetable['deliverables'] {
  return gridRows(blocks, 'timetable', COLUMNS, ledger).flatMap((row) => {
    const titleCell = cellAt(row, DELIVERABLE);
    const title = wordsOf(titleCell);
    if (title === '' || title.length > TITLE_LIMIT) {
      ledger.refuse(`A deliverable has a title of up to ${TITLE_LIMIT} characters`, ...Object.values(row));
      return [];
    }
    ledger.take(titleCell);
    return [
      {
        title,
        start: dateIn(cellAt(row, 'Start'), `${title.slice(0, 100)}, start`, ledger),
        finish: dateIn(cellAt(row, 'Finish'), `${title.slice(0, 100)}, finish`, ledger),
      },
    ];
  });
}
