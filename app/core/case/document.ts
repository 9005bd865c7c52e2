import type { Answer } from '../answers/answer';
import type { Mark } from '../project/row';

/** What a document says about somebody else's act; it never validates, approves, signs or banks. */
export interface Statement {
  readonly id: string;
  readonly about: 'finance-validation' | 'approval' | 'mtfs' | 'other';
  readonly words: string;
  readonly cells: readonly StatedCell[];
  readonly name?: Answer<string>;
  readonly role?: string;
  readonly date?: Answer<string>;
}

/** One cell of a table as the document states it. */
export interface StatedCell {
  readonly table: string;
  readonly row: string;
  readonly column: string;
  readonly words: string;
}

/** The document a record came from. */
export interface SourceDocument extends Mark {
  readonly name: string;
  readonly sha256: string;
  readonly statements: readonly Statement[];
  /** Every cell of the money tables as stated, totals and nets included. */
  readonly stated: readonly StatedCell[];
  /** Lines that could not be placed, word for word. */
  readonly unplaced: readonly { readonly line: number; readonly words: string }[];
}
