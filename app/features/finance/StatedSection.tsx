import { shortDay } from '~/core/time/iso-day';
import { DataTable, type DataColumn } from '~/ui/DataTable';
import { EmptyState } from '~/ui/EmptyState';
import { InsetText } from '~/ui/InsetText';
import { PlainText } from '~/ui/PlainText';
import { Section } from '~/ui/Section';
import { Tag } from '~/ui/Tag';
import type { StatedShown, StatedTableShown } from './types';

type Row = StatedTableShown['rows'][number];

function StatedTable({ table }: { table: StatedTableShown }) {
  const computed = table.rows.some((row) => row.computed !== undefined);
  const columns: DataColumn<Row>[] = [
    { key: 'label', header: 'As stated', cell: (row) => row.label },
    ...table.columns.map((column, at): DataColumn<Row> => ({
      key: column,
      header: column,
      numeric: true,
      cell: (row) => row.cells[at] ?? '',
    })),
    ...(computed
      ? [
          {
            key: 'computed',
            header: 'Total, worked out',
            numeric: true,
            cell: (row: Row) => row.computed ?? '',
          },
        ]
      : []),
  ];
  return (
    <>
      <h3 className="govuk-heading-s">{table.title}</h3>
      <DataTable
        caption={table.title}
        captionHidden
        columns={columns}
        rows={table.rows}
        rowKey={(row) => row.label}
        strong={(row) => /^net\b/i.test(row.label)}
      />
      {table.differences.map((words) => (
        <p className="govuk-body" key={words}>
          <Tag tone="warn">Difference</Tag> {words}
        </p>
      ))}
      {computed && table.differences.length === 0 ? (
        <p className="govuk-body app-muted">The totals stated are what the figures come to.</p>
      ) : null}
    </>
  );
}

/** The money as the form states it, word for word; it validates and adopts nothing. */
export function StatedSection({ stated }: { stated: StatedShown }) {
  const { documents, savingsNote, mtfsCaveat } = stated;
  return (
    <Section title="As the form states it" id="stated">
      {documents.length === 0 ? (
        <EmptyState title="No document is behind this record">
          Its money was entered here, line by line.
        </EmptyState>
      ) : null}
      {documents.map((document) => (
        <div key={document.name + document.day}>
          <p className="govuk-body">
            {document.name}, taken in on {shortDay(document.day)}. A document states; it adopts, validates and
            banks nothing.
          </p>
          {document.tables.map((table) => (
            <StatedTable key={table.key} table={table} />
          ))}
          {document.statements.map(({ id, words, table }) => (
            <div key={id}>
              {table ? <StatedTable table={table} /> : null}
              <InsetText>
                <PlainText text={words} />
              </InsetText>
            </div>
          ))}
        </div>
      ))}
      {savingsNote ? (
        <InsetText>
          <PlainText text={savingsNote} />
        </InsetText>
      ) : null}
      {mtfsCaveat ? (
        <InsetText>
          <PlainText text={mtfsCaveat} />
        </InsetText>
      ) : null}
    </Section>
  );
}
