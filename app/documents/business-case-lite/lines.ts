import { printedHeadingOf } from './labels';

/** Words that stand on one line, in one cell where the line has several. */
export interface Part {
  /** From 1. */
  readonly line: number;
  readonly words: string;
}

/** A cell of a table; without parts it is blank. */
export interface Cell {
  readonly parts: readonly Part[];
}

/** What the lines of a document make: rows of cells, paragraphs, and lines that are headings of the form. */
export type Block =
  | { readonly kind: 'row'; readonly cells: readonly Cell[] }
  | { readonly kind: 'paragraph'; readonly parts: readonly Part[] }
  | { readonly kind: 'heading'; readonly part: Part };

type Open = { row?: { parts: Part[] }[]; paragraph?: Part[] };

/** A cell's words, its wrapped lines joined. */
export const wordsOf = (cell: Cell, joint = ' '): string => cell.parts.map(({ words }) => words).join(joint);

/** Whether the cell has no words. */
export const isBlank = (cell: Cell): boolean => cell.parts.length === 0;

/**
 * The blocks of a text. A tab begins a cell, a blank line ends a row or a paragraph, and a line without a tab goes on
 * with the cell or the paragraph before it, unless it is a heading of the form. Line ends may be of any kind; the first line may have a byte-order mark.
 */
export function blocksOf(text: string): readonly Block[] {
  const blocks: Block[] = [];
  let open: Open = {};
  const close = () => {
    if (open.row) blocks.push({ kind: 'row', cells: open.row });
    if (open.paragraph) blocks.push({ kind: 'paragraph', parts: open.paragraph });
    open = {};
  };
  linesOf(text).forEach((line, index) => {
    const number = index + 1;
    if (line.includes('\t')) {
      if (open.paragraph) close();
      (open.row ??= []).push(...cellsOf(line, number));
      return;
    }
    const words = line.trim();
    if (words === '') return close();
    const part = { line: number, words };
    if (printedHeadingOf(words)) {
      close();
      blocks.push({ kind: 'heading', part });
      return;
    }
    const cell = open.row?.at(-1);
    if (cell && cell.parts.length > 0) cell.parts.push(part);
    else if (open.paragraph) open.paragraph.push(part);
    else {
      close();
      open = { paragraph: [part] };
    }
  });
  close();
  return blocks;
}

// Vertical tabs and form feeds are what word processors write for a line and a page within a paragraph.
const linesOf = (text: string): readonly string[] =>
  text.replace(/^\uFEFF/u, '').split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/u);

function cellsOf(line: string, number: number): { parts: Part[] }[] {
  const pieces = line.split('\t').map((piece) => piece.trim());
  if (pieces[0] === '' && pieces.length > 1) pieces.shift();
  return pieces.map((words) => ({ parts: words === '' ? [] : [{ line: number, words }] }));
}
