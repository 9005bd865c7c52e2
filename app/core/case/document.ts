import type { Answer } from '../answers/answer';
import type { Mark } from '../project/row';

/** What a document says about somebody else's act; it never validates, approves, signs or banks. */
export interface Statement {
  readonly id: string;
  readonly about: 'finance-validation' | 'approval' | 'mtfs' | 'other';
  readonly words: string;
  readonly cells: readonly StatedCell[];
  readonly name?: Answer<string> | undefined;
  readonly role?: string | undefined;
  readonly date?: Answer<string> | undefined;
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
  /** The programme its title line names. */
  readonly programme?: string | undefined;
  readonly statements: readonly Statement[];
  /** Every cell of the money tables as stated, totals and nets included. */
  readonly stated: readonly StatedCell[];
  /** Lines that could not be placed, word for word, and why where that is known. */
  readonly unplaced: readonly Unplaced[];
  /** Labels of the form that were not found in it. */
  readonly missing: readonly string[];
}

/** Words of a document that have no place in the record, with the line they stand on. */
export interface Unplaced {
  readonly line: number;
  readonly words: string;
  readonly why?: string | undefined;
}
