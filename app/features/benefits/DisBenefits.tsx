import type { WhyNot } from '~/core/command/sent-back';
import { MayOrWhy } from '~/features/forms';
import { fixHref, projectPath, rowAnchor } from '~/features/projects/sections';
import { Words } from '~/features/registers/Words';
import { ButtonLink } from '~/ui/ButtonLink';
import { DataTable, type DataColumn } from '~/ui/DataTable';
import { Section } from '~/ui/Section';
import { Tag } from '~/ui/Tag';

/** What the change makes worse, as it is listed beside the benefits. */
export interface ShownDisBenefit {
  readonly id: string;
  readonly disBenefit: string;
  readonly bearer: string;
  readonly measure: string;
  readonly action: string;
  readonly owner: string | undefined;
  /** When it is next looked at. */
  readonly reviewOn: string | undefined;
  readonly late: boolean;
  readonly outcome: string;
}

const NOT_GIVEN = <span className="app-muted">not given</span>;

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
  {
    key: 'measure',
    header: 'How it is told',
    cell: (row) => (row.measure ? <Words>{row.measure}</Words> : NOT_GIVEN),
  },
  {
    key: 'action',
    header: 'What is done',
    cell: (row) => (row.action ? <Words>{row.action}</Words> : NOT_GIVEN),
  },
  { key: 'owner', header: 'Owner', cell: (row) => row.owner ?? 'nobody yet' },
  {
    key: 'review',
    header: 'Looked at on',
    cell: (row) => (
      <>
        {row.reviewOn ?? NOT_GIVEN} {row.late ? <Tag tone="bad">Late</Tag> : null}
      </>
    ),
  },
  {
    key: 'outcome',
    header: 'What came of it',
    cell: (row) => <Words>{row.outcome || 'not yet looked at'}</Words>,
  },
];

export interface DisBenefitsProps {
  readonly rows: readonly ShownDisBenefit[];
  readonly projectRef: string;
  readonly whyNot: WhyNot | undefined;
}

/** The other side of the benefits: what gets worse, and the way to record it. */
export function DisBenefits({ rows, projectRef, whyNot }: DisBenefitsProps) {
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
          None is recorded. What the change is expected to make worse, and for whom, is decided on beside the
          benefits.
        </p>
      )}
      <MayOrWhy whyNot={whyNot} id="record-dis-benefit" label="Record a dis-benefit" projectRef={projectRef}>
        <ButtonLink href={`${projectPath(projectRef, '/registers')}?add=disBenefits`} variant="secondary">
          Record a dis-benefit
        </ButtonLink>
      </MayOrWhy>
    </Section>
  );
}
