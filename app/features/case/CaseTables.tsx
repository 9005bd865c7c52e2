import { rowAnchor, fixHref } from '~/features/projects/sections';
import { DataTable, type DataColumn } from '~/ui/DataTable';
import { Tag } from '~/ui/Tag';
import { AnswerCell, RecordText } from './answer-words';
import type { CaseRows, StatedTable } from './shown';

interface TableProps {
  readonly rows: CaseRows;
  readonly projectRef: string;
}

/** The cases this one is linked to; by name until they are resolved to projects. */
export function LinkedCases({ rows, projectRef }: TableProps) {
  if (rows.linkedCases.length === 0) return <p className="govuk-body">No linked case is recorded.</p>;
  return (
    <ul className="govuk-list govuk-list--bullet">
      {rows.linkedCases.map(({ id, name, projectRef: linked }) => (
        <li key={id} id={rowAnchor(id)} dir="auto">
          <a className="govuk-link" href={fixHref(projectRef, { screen: 'registers', row: id })}>
            {name}
          </a>{' '}
          <span className="app-muted">{linked ?? 'not yet resolved to a project'}</span>
        </li>
      ))}
    </ul>
  );
}

function Stated({ table }: { table: StatedTable }) {
  const { columns, rows, title, differences } = table;
  const hasTotal = rows.some(({ computed }) => computed !== undefined);
  type Row = (typeof rows)[number];
  const shown: DataColumn<Row>[] = [
    { key: 'row', header: 'As stated', cell: (row) => row.label },
    ...columns.map((column, index) => ({
      key: column,
      header: column,
      numeric: true,
      cell: (row: Row) => row.cells[index] || '–',
    })),
    ...(hasTotal
      ? [{ key: 'computed', header: 'Worked out', numeric: true, cell: (row: Row) => row.computed ?? '–' }]
      : []),
  ];
  return (
    <>
      <DataTable caption={title} columns={shown} rows={rows} rowKey={(row) => row.label} />
      {differences.map((difference) => (
        <p key={difference} className="govuk-body">
          <Tag tone="bad">Differs</Tag> {difference}
        </p>
      ))}
    </>
  );
}

/** The money tables of the form as it states them, its totals worked out beside, and what it says of finance. */
export function StatedMoney({ rows }: Pick<TableProps, 'rows'>) {
  return (
    <>
      {rows.money.map(({ name, tables, statements }) => (
        <div key={name}>
          {tables.map((table) => (
            <Stated key={table.key} table={table} />
          ))}
          {statements.map(({ id, words, table }) => (
            <div key={id}>
              <p className="govuk-body govuk-!-margin-bottom-1">
                <Tag>Statement of the document</Tag>{' '}
                <span className="app-muted">it validates nothing by itself</span>
              </p>
              <RecordText text={words} />
              {table ? <Stated table={table} /> : null}
            </div>
          ))}
        </div>
      ))}
    </>
  );
}

/** Non-cashable benefits as described. */
export function Benefits({ rows, projectRef }: TableProps) {
  return (
    <DataTable
      caption="Non-cashable benefits"
      captionHidden
      rows={rows.benefits}
      rowKey={(row) => row.id}
      empty={<p className="govuk-body">No benefit is recorded.</p>}
      columns={[
        {
          key: 'benefit',
          header: 'Benefit',
          cell: (row) => (
            <a className="govuk-link" href={fixHref(projectRef, { screen: 'benefits', row: row.id })}>
              {row.category}
            </a>
          ),
        },
        { key: 'description', header: 'Description', cell: (row) => <AnswerCell answer={row.description} /> },
        { key: 'date', header: 'Realisation date', cell: (row) => <AnswerCell answer={row.realisation} /> },
        {
          key: 'owner',
          header: 'Owner',
          cell: (row) => (row.owner ? `${row.owner.name}${row.owner.accepted ? '' : ' (asked)'}` : '–'),
        },
      ]}
    />
  );
}

/** Risks in the order of the form, the stated total beside the one of the scheme. */
export function Risks({ rows, projectRef }: TableProps) {
  const figure = (value: number | undefined) => (value === undefined ? '–' : String(value));
  return (
    <DataTable
      caption="Risks"
      captionHidden
      rows={rows.risks}
      rowKey={(row) => row.id}
      rowHeader="risk"
      narrow="cards"
      empty={<p className="govuk-body">No risk is recorded.</p>}
      columns={[
        { key: 'ref', header: 'Ref', nowrap: true, cell: (row) => row.ref },
        {
          key: 'risk',
          header: 'Risk',
          cell: (row) => (
            <>
              <a
                className="govuk-link"
                dir="auto"
                href={fixHref(projectRef, { screen: 'risks', row: row.id })}
              >
                {row.risk}
              </a>{' '}
              {row.closed ? <Tag>Closed</Tag> : null}
              <div className="app-muted" dir="auto">
                {row.mitigation ? `Mitigation: ${row.mitigation}` : 'No mitigation is given.'}
              </div>
            </>
          ),
        },
        {
          key: 'rated',
          header: 'Likelihood × impact',
          nowrap: true,
          cell: (row) => `${figure(row.likelihood)} × ${figure(row.impact)}`,
        },
        { key: 'stated', header: 'Total stated', numeric: true, cell: (row) => figure(row.stated) },
        { key: 'computed', header: 'By the scheme', numeric: true, cell: (row) => figure(row.computed) },
      ]}
    />
  );
}

const KIND_WORDS = {
  dependency: 'Dependency',
  constraint: 'Constraint',
  assumption: 'Assumption',
  unsorted: 'Not yet sorted',
} as const;

/** Critical dependencies, constraints and assumptions. */
export function Assumptions({ rows, projectRef }: TableProps) {
  if (rows.assumptions.length === 0) return <p className="govuk-body">None is recorded.</p>;
  return (
    <ul className="govuk-list govuk-list--bullet">
      {rows.assumptions.map(({ id, kind, statement }) => (
        <li key={id} dir="auto">
          {statement}{' '}
          <a className="govuk-link" href={fixHref(projectRef, { screen: 'registers', row: id })}>
            {KIND_WORDS[kind]}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** Gates and deliverables with the dates the form gives them, and where they are now. */
export function Timetable({ rows, projectRef }: TableProps) {
  const schedule = (row: string) => fixHref(projectRef, { screen: 'schedule', row });
  return (
    <>
      <DataTable
        caption="Stage / gate target milestones"
        rows={rows.gates}
        rowKey={(row) => String(row.gate)}
        columns={[
          { key: 'gate', header: 'Gate', cell: (row) => `Gate ${row.gate}: ${row.name}` },
          {
            key: 'target',
            header: 'Target',
            numeric: true,
            cell: (row) => <AnswerCell answer={row.target} />,
          },
          { key: 'now', header: 'Now', numeric: true, cell: (row) => row.now ?? 'as stated' },
        ]}
      />
      <DataTable
        caption="Project deliverables"
        narrow="cards"
        rows={rows.deliverables}
        rowKey={(row) => row.id}
        empty={<p className="govuk-body">No deliverable is recorded.</p>}
        columns={[
          {
            key: 'title',
            header: 'Deliverable',
            cell: (row) => (
              <a className="govuk-link" dir="auto" href={schedule(row.id)}>
                {row.title}
              </a>
            ),
          },
          { key: 'start', header: 'Start', numeric: true, cell: (row) => <AnswerCell answer={row.start} /> },
          {
            key: 'finish',
            header: 'Finish',
            numeric: true,
            cell: (row) => <AnswerCell answer={row.finish} />,
          },
          { key: 'now', header: 'Now', numeric: true, cell: (row) => row.now ?? 'as stated' },
        ]}
      />
    </>
  );
}

/** Approvals as the document states them: nothing is approved by them. */
export function Approvals({ rows }: Pick<TableProps, 'rows'>) {
  const { approvals, other } = rows.statements;
  return (
    <>
      <DataTable
        caption="What the document says of approvals"
        captionHidden
        rows={approvals}
        rowKey={(row) => row.id}
        empty={<p className="govuk-body">The document states no approval.</p>}
        columns={[
          { key: 'role', header: 'Role', cell: (row) => row.role ?? '–' },
          { key: 'name', header: 'Name', cell: (row) => <AnswerCell answer={row.name} /> },
          { key: 'date', header: 'Date agreed', cell: (row) => <AnswerCell answer={row.date} /> },
          ...(approvals.some(({ words }) => words !== '')
            ? [{ key: 'words', header: 'Words', cell: (row: (typeof approvals)[number]) => row.words }]
            : []),
        ]}
        note="Statements of the document. A gate is approved only by its deciders, on its own page."
      />
      {other.map(({ id, words }) => (
        <RecordText key={id} text={words} />
      ))}
    </>
  );
}

/** Sums and places read out of prose, which count for nothing until a person confirms them. */
export function Suggested({ rows, projectRef }: TableProps) {
  return (
    <DataTable
      caption="Found in the text, unconfirmed"
      captionHidden
      rows={rows.suggested}
      rowKey={(row) => row.id}
      rowHeader="found"
      columns={[
        { key: 'what', header: 'What', nowrap: true, cell: (row) => row.what },
        {
          key: 'found',
          header: 'Read as',
          cell: (row) => (
            <a className="govuk-link" href={fixHref(projectRef, { screen: 'registers', row: row.id })}>
              {row.found}
            </a>
          ),
        },
        { key: 'from', header: 'In the words', cell: (row) => <span dir="auto">“{row.from}”</span> },
      ]}
      note="Gates read only rows that a person confirmed. Confirm, correct or withdraw them in the registers."
    />
  );
}
