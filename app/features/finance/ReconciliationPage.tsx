import { projectPath, rowAnchor } from '~/features/projects/sections';
import { DataTable, type DataColumn } from '~/ui/DataTable';
import { EmptyState } from '~/ui/EmptyState';
import { KeyFigures } from '~/ui/KeyFigures';
import { Section } from '~/ui/Section';
import { SectionNav } from '~/ui/SectionNav';
import { Tag } from '~/ui/Tag';
import { FinanceLinks } from './FinanceLinks';
import { GapsTable } from './GapsTable';
import type { ReconciledCell, ReconciledRow, ReconciliationView } from './reconciliation-types';

/** Where the figures differ and why, then every figure by line and year. */
export function ReconciliationPage({ view }: { view: ReconciliationView }) {
  const { ref, gaps, lines } = view;
  if (lines.length === 0) {
    return (
      <>
        <FinanceLinks projectRef={ref} here="reconciliation" />
        <EmptyState
          title="There is nothing to reconcile yet"
          action={
            <a className="govuk-link" href={projectPath(ref, '/finance#lines')}>
              Go to the money lines
            </a>
          }
        >
          The lead proposes the first saving, income or investment, and finance validates it.
        </EmptyState>
      </>
    );
  }
  return (
    <>
      <FinanceLinks projectRef={ref} here="reconciliation" />
      <KeyFigures items={view.key} />
      <Section title="Where the figures differ" id="gaps" note={gaps.length}>
        <GapsTable gaps={gaps} />
      </Section>
      <Figures view={view} />
      <Moves view={view} />
    </>
  );
}

function shown(cell: ReconciledCell | null | undefined) {
  if (!cell) return <span className="app-muted">–</span>;
  const figure = cell.why ? <em className="app-muted">{cell.text}</em> : cell.text;
  return (
    <>
      {cell.href ? (
        <a className="govuk-link" href={cell.href}>
          {figure}
        </a>
      ) : (
        figure
      )}
      {cell.stale ? (
        <>
          {' '}
          <Tag tone="bad">Stale</Tag>
        </>
      ) : null}
    </>
  );
}

const yearColumns = (years: readonly string[]): DataColumn<ReconciledRow>[] =>
  years.map((year, at) => ({ key: year, header: year, numeric: true, cell: (row) => shown(row.cells[at]) }));

const moved = (row: ReconciledRow) =>
  row.moved ? (
    <a className="govuk-link" href={row.moved.href}>
      {row.moved.by}, {row.moved.day}
    </a>
  ) : (
    <span className="app-muted">Nobody yet</span>
  );

function SeriesTable({
  caption,
  name,
  years,
  rows,
  gap,
  withHands,
}: {
  caption: string;
  name: string;
  years: readonly string[];
  rows: readonly ReconciledRow[];
  gap?: ReconciledRow;
  withHands?: boolean;
}) {
  const gapCells = Object.fromEntries(years.map((year, at) => [year, shown(gap?.cells[at])]));
  return (
    <DataTable
      caption={caption}
      captionHidden
      columns={[
        { key: 'name', header: name, cell: (row: ReconciledRow) => row.name },
        ...yearColumns(years),
        ...(withHands ? [{ key: 'moved', header: 'Last moved by', cell: moved }] : []),
      ]}
      rows={rows}
      rowKey={(row) => row.key}
      narrow="scroll"
      {...(gap ? { totals: [{ label: gap.name, cells: gapCells }] } : {})}
    />
  );
}

/** Every figure in the view asked for: all lines together, then line by line. */
function Figures({ view }: { view: ReconciliationView }) {
  const { years, views, viewName, viewNote, total, lines } = view;
  const header = `${viewName}, £`;
  return (
    <Section title="The six series by year" id="series">
      <SectionNav label="View" items={views.map((each) => ({ ...each, href: `${each.href}#series` }))} />
      <p className="govuk-body">
        {viewName}: {viewNote} A dash is nothing recorded.
      </p>
      <h3 className="govuk-heading-s">All lines, savings and income less investment</h3>
      <SeriesTable
        caption={`All lines, ${viewName.toLowerCase()}`}
        name={header}
        years={years}
        rows={total.rows}
        gap={total.gap}
      />
      {lines.map((line) => (
        <div key={line.id} id={rowAnchor(line.id)}>
          <h3 className="govuk-heading-s">
            <a className="govuk-link" href={line.href} dir="auto">
              {line.title}
            </a>
          </h3>
          <p className="app-line__note">{line.words}. Each figure leads to the event behind it.</p>
          <SeriesTable
            caption={`${line.title}, ${viewName.toLowerCase()}`}
            name={header}
            years={years}
            rows={line.rows}
            gap={line.gap}
            withHands
          />
          {line.rounds.length > 0 ? (
            <>
              <h4 className="govuk-heading-s">What each budget round took, oldest first</h4>
              <SeriesTable
                caption={`${line.title}, in the MTFS by budget round`}
                name="As written, £"
                years={years}
                rows={line.rounds}
              />
            </>
          ) : null}
        </div>
      ))}
    </Section>
  );
}

/** The last moves of money, each with its event. */
function Moves({ view: { moves, ref } }: { view: ReconciliationView }) {
  return (
    <Section title="Who moved what, and when" id="moves">
      <DataTable
        caption="The last moves of money"
        captionHidden
        columns={[
          { key: 'day', header: 'Day', cell: (row) => row.day, nowrap: true },
          { key: 'who', header: 'Who', cell: (row) => row.who },
          {
            key: 'what',
            header: 'What',
            cell: (row) => (
              <a className="govuk-link" href={row.href} dir="auto">
                {row.sentence}
              </a>
            ),
          },
        ]}
        rows={moves}
        rowKey={(row) => String(row.seq)}
        rowHeader={null}
      />
      <p className="govuk-body app-no-print">
        <a className="govuk-link" href={projectPath(ref, '/history?section=finance')}>
          The whole history of the money
        </a>
      </p>
    </Section>
  );
}
