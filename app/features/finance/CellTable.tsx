import { DataTable, type DataColumn } from '~/ui/DataTable';
import { Tag } from '~/ui/Tag';
import type { CellRow, CellShown } from './types';

function Figure({ cell }: { cell: CellShown | undefined }) {
  if (!cell || cell.text === '–') return <span className="app-muted">–</span>;
  return (
    <>
      {cell.href ? (
        <a className="govuk-link" href={cell.href}>
          {cell.text}
        </a>
      ) : (
        cell.text
      )}
      {cell.note ? <span className="app-cell-note">{cell.note}</span> : null}
      {cell.stale ? <Tag tone="bad">Stale</Tag> : null}
    </>
  );
}

/** A line's figures as they are written, series by series; each leads to the event that set it. */
export function CellTable({
  caption,
  years,
  rows,
}: {
  caption: string;
  years: readonly string[];
  rows: readonly CellRow[];
}) {
  const columns: DataColumn<CellRow>[] = [
    { key: 'name', header: 'As written, £', cell: (row) => row.name, nowrap: true },
    ...years.map((year, at): DataColumn<CellRow> => ({
      key: year,
      header: year,
      numeric: true,
      cell: (row) => <Figure cell={row.cells[at]} />,
    })),
  ];
  return (
    <DataTable caption={caption} captionHidden columns={columns} rows={rows} rowKey={(row) => row.key} />
  );
}
