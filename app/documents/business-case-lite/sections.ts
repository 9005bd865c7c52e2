import { FORM, headingOf, labelIn, printedHeadingOf, type SectionName } from './labels';
import type { Ledger } from './ledger';
import { isBlank, wordsOf, type Block, type Cell } from './lines';

/** The blocks that stand under one heading. */
export type SectionBlock = Exclude<Block, { kind: 'heading' }>;
export type Sections = ReadonlyMap<SectionName, readonly SectionBlock[]>;

/** A heading: a line of its own, or the only words of a row. What is a label of the section it stands in is none. */
function headingIn(block: Block, current: SectionName): { section: SectionName; cell: Cell } | undefined {
  const cell = loneCell(block);
  if (!cell) return undefined;
  const words = wordsOf(cell);
  const section = block.kind === 'row' ? printedHeadingOf(words) : headingOf(words);
  if (!section || labelIn(current, words) !== undefined) return undefined;
  return { section, cell };
}

function loneCell(block: Block): Cell | undefined {
  if (block.kind === 'heading') return { parts: [block.part] };
  if (block.kind === 'paragraph') return block.parts.length === 1 ? { parts: block.parts } : undefined;
  const worded = block.cells.filter((cell) => !isBlank(cell));
  return worded.length === 1 ? worded[0] : undefined;
}

/** The blocks by section; what stands before the first heading belongs to the project information. */
export function sectionsOf(blocks: readonly Block[], ledger: Ledger): Sections {
  const sections = new Map<SectionName, SectionBlock[]>();
  let current: SectionName = 'information';
  for (const block of blocks) {
    const heading = headingIn(block, current);
    if (heading) {
      current = heading.section;
      ledger.label(current, FORM[current].heading.text, heading.cell);
      continue;
    }
    const own: SectionBlock = block.kind === 'heading' ? { kind: 'paragraph', parts: [block.part] } : block;
    const blocksHere = sections.get(current);
    if (blocksHere) blocksHere.push(own);
    else sections.set(current, [own]);
  }
  return sections;
}

/** A label with the cells that follow it, up to the next label. `label` is undefined for cells under none. */
export interface Segment {
  readonly label: string | undefined;
  readonly labelCell: Cell | undefined;
  readonly cells: readonly Cell[];
}

/**
 * Rows read as labels with their values. Values stand in their label's own row, or, where it has none there, in the
 * next row; cells of a later row without a label are under none, so that a lost label never lends them another's.
 */
export function segmentsOf(blocks: readonly SectionBlock[], section: SectionName): readonly Segment[] {
  const segments: Segment[] = [];
  for (const block of blocks) {
    if (block.kind === 'paragraph') {
      segments.push({ label: undefined, labelCell: undefined, cells: [] });
      continue;
    }
    if (block.cells.every(isBlank)) continue;
    const own = splitAtLabels(block.cells, section);
    const [first] = own;
    const last = segments.at(-1);
    if (first && first.label === undefined && last?.label !== undefined && last.cells.length === 0) {
      segments[segments.length - 1] = { ...last, cells: first.cells };
      own.shift();
    }
    segments.push(...own);
  }
  return segments;
}

function splitAtLabels(cells: readonly Cell[], section: SectionName): Segment[] {
  const segments: { label: string | undefined; labelCell: Cell | undefined; cells: Cell[] }[] = [];
  for (const cell of cells) {
    const label = isBlank(cell) ? undefined : labelIn(section, wordsOf(cell));
    const last = segments.at(-1);
    if (label !== undefined) segments.push({ label, labelCell: cell, cells: [] });
    else if (last) last.cells.push(cell);
    else segments.push({ label: undefined, labelCell: undefined, cells: [cell] });
  }
  return segments;
}

/** Marks a segment's label as met; false when the label was met before. */
export function meet(ledger: Ledger, section: SectionName, segment: Segment): boolean {
  return segment.label !== undefined && segment.labelCell !== undefined
    ? ledger.label(section, segment.label, segment.labelCell)
    : false;
}
