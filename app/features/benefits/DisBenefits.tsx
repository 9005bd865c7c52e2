import { fixHref, projectPath, rowAnchor } from '~/features/projects/sections';
import { Words } from '~/features/registers/Words';
import { DataTable, type DataColumn } from '~/ui/DataTable';
import { Section } from '~/ui/Section';

/** What the change makes worse, as it is listed beside the benefits. */
export interface ShownDisBenefit {
  readonly id: string;
  readonly disBenefit: string;
  readonly bearer: string;
  readonly action: string;
  readonly owner: string | undefined;
  readonly outcome: string;
}

const columns = (projectRef: string): readonly DataColumn<ShownDisBenefit>[] => [
  {
    key: 'what',
    header: 'What gets worse',
    cell: (row) => (
      <a
        className="govuk-link"
        id={rowAnchor(row.id)}
        href={fixHref(projectRef, { screen: 'registers', row: row.id })}
        dir="auto"
      >
        {row.disBenefit}
      </a>
    ),
  },
  { key: 'bearer', header: 'For whom', cell: (row) => <Words>{row.bearer}</Words> },
  { key: 'action', header: 'What is done', cell: (row) => <Words>{row.action}</Words> },
  { key: 'owner', header: 'Owner', cell: (row) => row.owner ?? 'nobody yet' },
  {
    key: 'outcome',
    header: 'What came of it',
    cell: (row) => <Words>{row.outcome || 'not yet looked at'}</Words>,
  },
];

/** The other side of the benefits: what gets worse, and the way to record it. */
export function DisBenefits({ rows, projectRef }: { rows: readonly ShownDisBenefit[]; projectRef: string }) {
  return (
    <Section title="Dis-benefits" note={rows.length} id="dis-benefits">
      {rows.length > 0 ? (
        <DataTable
          caption="What the change makes worse"
          captionHidden
          columns={columns(projectRef)}
          rows={rows}
          rowKey={(row) => row.id}
        />
      ) : (
        <p className="govuk-body">
          None is recorded. What the change is expected to make worse, and for whom, is kept in{' '}
          <a className="govuk-link" href={`${projectPath(projectRef, '/registers')}#dis-benefit`}>
            its register
          </a>
          .
        </p>
      )}
    </Section>
  );
}
