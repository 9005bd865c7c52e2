import type { ReactNode } from 'react';
import { DataTable, type DataColumn } from './DataTable';
import { VisuallyHidden } from './VisuallyHidden';

export interface DifferenceRow {
  label: string;
  before: ReactNode;
  after: ReactNode;
  why?: ReactNode;
  /** The same before and after: listed without strike or weight. */
  same?: boolean;
}

export interface DifferenceProps {
  caption: string;
  captionHidden?: boolean;
  rows: readonly DifferenceRow[];
  /** Headings of the four columns. */
  headers?: { what?: string; before?: string; after?: string; why?: string };
  /** Said before what was and what is to those who hear the page. */
  spoken?: { before: string; after: string };
  /** Right-align before and after as figures. */
  numeric?: boolean;
  empty?: ReactNode;
}

const before = (row: DifferenceRow, spoken: string) =>
  row.same ? (
    row.before
  ) : (
    <del className="app-difference__before">
      <VisuallyHidden>{spoken} </VisuallyHidden>
      {row.before}
    </del>
  );

const after = (row: DifferenceRow, spoken: string) =>
  row.same ? (
    row.after
  ) : (
    <ins className="app-difference__after">
      <VisuallyHidden>{spoken} </VisuallyHidden>
      {row.after}
    </ins>
  );

/** What changed: each thing as it was and as it is, with why where that is known. */
export function Difference({
  caption,
  captionHidden,
  rows,
  headers = {},
  spoken = { before: 'was', after: 'now' },
  numeric,
  empty,
}: DifferenceProps) {
  const columns: DataColumn<DifferenceRow>[] = [
    { key: 'what', header: headers.what ?? 'What', cell: (row) => row.label },
    { key: 'before', header: headers.before ?? 'Before', cell: (row) => before(row, spoken.before), numeric },
    { key: 'after', header: headers.after ?? 'After', cell: (row) => after(row, spoken.after), numeric },
  ];
  if (rows.some((row) => row.why !== undefined)) {
    columns.push({ key: 'why', header: headers.why ?? 'Why', cell: (row) => row.why });
  }
  return (
    <DataTable
      caption={caption}
      captionHidden={captionHidden}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.label}
      empty={empty}
    />
  );
}
