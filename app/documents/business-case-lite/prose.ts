import type { Answer } from '~/core/answers/answer';
import { textAnswer } from './cells';
import { labelIn, type SectionName } from './labels';
import type { Ledger } from './ledger';
import { isBlank, wordsOf, type Cell } from './lines';
import type { SectionBlock } from './sections';

const BULLET = /^(?:[·•▪◦‣●○\u2043\uF0B7*]\s*|[-–—o]\s+)(?=\S)/u;

/** One entry of a list: its words without the bullet, and the lines they stand on. */
export interface Entry {
  readonly words: string;
  readonly cell: Cell;
}

const paragraphsOf = (blocks: readonly SectionBlock[]): readonly Cell[] =>
  blocks.flatMap((block) =>
    block.kind === 'paragraph' ? [{ parts: block.parts }] : block.cells.filter((cell) => !isBlank(cell)),
  );

/** A section's list, entry by entry. Where entries have bullets, a line without one goes on with the entry before it. */
export function entriesOf(blocks: readonly SectionBlock[]): readonly Entry[] {
  return paragraphsOf(blocks).flatMap(({ parts }) => {
    const bulleted = parts.some(({ words }) => BULLET.test(words));
    const entries: { words: string; cell: { parts: (typeof parts)[number][] } }[] = [];
    for (const part of parts) {
      const last = entries.at(-1);
      if (bulleted && last && !BULLET.test(part.words)) {
        last.words += ` ${part.words}`;
        last.cell.parts.push(part);
      } else {
        entries.push({ words: part.words.replace(BULLET, ''), cell: { parts: [part] } });
      }
    }
    return entries;
  });
}

/** A section that is one list: an entry a line, or the one answer it is. */
export function listIn(blocks: readonly SectionBlock[], ledger: Ledger): Answer<string> {
  const entries = entriesOf(blocks);
  entries.forEach(({ cell }) => ledger.take(cell));
  return textAnswer(entries.map(({ words }) => words).join('\n'));
}

/** Paragraphs as one text, a blank line between two. */
export function paragraphsIn(cells: readonly Cell[], ledger: Ledger): Answer<string> {
  ledger.take(...cells);
  return textAnswer(cells.map((cell) => wordsOf(cell, '\n')).join('\n\n'));
}

/** A section's paragraphs, its printed sentences (labels) met and left out. */
export function paragraphsBut(
  blocks: readonly SectionBlock[],
  section: SectionName,
  ledger: Ledger,
): readonly Cell[] {
  return blocks.flatMap((block) => {
    if (block.kind !== 'paragraph') return [];
    const cell = { parts: block.parts };
    const label = labelIn(section, wordsOf(cell));
    return label !== undefined && ledger.label(section, label, cell) ? [] : [cell];
  });
}
