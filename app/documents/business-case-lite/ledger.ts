import type { Unplaced } from '~/core/case/document';
import { FORM_NAME, labelKey, requiredLabels, type SectionName } from './labels';
import type { Cell, Part } from './lines';

/** The account of a document's words: each part is a label, has a place in the record, or is left over. */
export interface Ledger {
  /** These words have their place in the record. */
  take(...cells: readonly Cell[]): void;
  /** These words have none, for this reason. */
  refuse(why: string, ...cells: readonly Cell[]): void;
  /** These words are a label; false when the label was met before, and the words are then left over. */
  label(section: SectionName, text: string, cell: Cell): boolean;
  formName(): void;
  /** What was neither taken nor a label, in the order of the document. */
  unplaced(): Unplaced[];
  /** Labels the form has and the document has not. */
  missing(): string[];
}

/** Opens the account over every part of a document. */
export function openLedger(parts: readonly Part[]): Ledger {
  const placed = new Set<Part>();
  const reasons = new Map<Part, string>();
  const met = new Set<string>();
  return {
    take: (...cells) => cells.forEach((cell) => cell.parts.forEach((part) => placed.add(part))),
    refuse: (why, ...cells) => cells.forEach((cell) => cell.parts.forEach((part) => reasons.set(part, why))),
    label(section, text, cell) {
      const key = labelKey(section, text);
      if (met.has(key)) return false;
      met.add(key);
      cell.parts.forEach((part) => placed.add(part));
      return true;
    },
    formName: () => void met.add(FORM_NAME),
    unplaced: () =>
      parts
        .filter((part) => !placed.has(part))
        .map((part) => {
          const why = reasons.get(part);
          return { line: part.line, words: part.words, ...(why === undefined ? {} : { why }) };
        }),
    missing: () =>
      requiredLabels()
        .filter(({ key }) => !met.has(key))
        .map(({ key }) => key),
  };
}
