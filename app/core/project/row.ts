/** Who did something to a row, on which business day, at which event of the stream. */
export interface Mark {
  readonly by: string;
  readonly day: string;
  readonly seq: number;
}

/** Why and by whom a row was withdrawn; nothing is ever deleted. */
export interface Withdrawn extends Mark {
  readonly why: string;
}

/** What every row of the record has. */
export interface Row {
  readonly id: string;
  readonly recorded: Mark;
  /** The last event that changed the row's own terms. */
  readonly amended: Mark;
  /** A row suggested from a document's prose, with the words it came from; gates read it only once confirmed. */
  readonly suggestedFrom?: string;
  /** Set when a person confirmed a suggested row. */
  readonly confirmed?: Mark;
  readonly fromDocument?: boolean;
  readonly withdrawn?: Withdrawn;
}

/** Rows that stand: not withdrawn. */
export const standing = <R extends Row>(rows: readonly R[]): readonly R[] =>
  rows.filter((row) => !row.withdrawn);

/** Rows a gate may read: standing, and confirmed where they were only suggested. */
export const counted = <R extends Row>(rows: readonly R[]): readonly R[] =>
  rows.filter((row) => !row.withdrawn && (!row.suggestedFrom || row.confirmed));

/** The row with this id, withdrawn or not. */
export const rowById = <R extends Row>(rows: readonly R[], id: string): R | undefined =>
  rows.find((row) => row.id === id);

/** The rows with one of them replaced. */
export const replaceRow = <R extends Row>(
  rows: readonly R[],
  id: string,
  change: (row: R) => R,
): readonly R[] => rows.map((row) => (row.id === id ? change(row) : row));
