import type { Fix } from '~/core/command/refusal';
import { shortDay } from '~/core/time/iso-day';
import { fixHref, projectPath } from '~/features/projects/sections';
import { DataTable, type DataColumn } from '~/ui/DataTable';
import { Tag } from '~/ui/Tag';

export interface DebtView {
  readonly key: string;
  readonly ref: string;
  readonly project: string;
  readonly kind: 'tbc' | 'blank';
  readonly what: string;
  readonly since: string;
  readonly age: number;
  readonly who: string;
  readonly fix: Fix;
  readonly blocks?: string | undefined;
  readonly gate?: number | undefined;
}

const days = (age: number): string => (age === 1 ? '1 day' : `${age} days`);

const PROJECT: DataColumn<DebtView> = {
  key: 'project',
  header: 'Project',
  cell: ({ ref, project }) => (
    <>
      <a className="govuk-link" href={projectPath(ref)}>
        {ref}
      </a>{' '}
      <span dir="auto">{project}</span>
    </>
  ),
};

const COLUMNS: readonly DataColumn<DebtView>[] = [
  {
    key: 'what',
    header: 'Answer',
    cell: ({ ref, fix, what }) => (
      <a className="govuk-link" href={fixHref(ref, fix)} dir="auto">
        {what}
      </a>
    ),
  },
  {
    key: 'kind',
    header: 'It says',
    nowrap: true,
    cell: ({ kind }) =>
      kind === 'tbc' ? <Tag tone="warn">To be confirmed</Tag> : <Tag tone="neutral">Not answered</Tag>,
  },
  {
    key: 'age',
    header: 'Owed for',
    cell: ({ age, since }) => (
      <>
        {days(age)} <span className="app-muted">since {shortDay(since)}</span>
      </>
    ),
  },
  { key: 'who', header: 'Who can settle it', cell: ({ who }) => who },
  {
    key: 'blocks',
    header: 'Blocks',
    cell: ({ ref, gate, blocks }) =>
      blocks === undefined ? (
        <span className="app-muted">No gate yet</span>
      ) : (
        <a className="govuk-link" href={projectPath(ref, `/gates/${gate}`)}>
          {blocks}
        </a>
      ),
  },
];

/** Answers owed, each leading to where it is given and to the gate it stops. */
export function DebtTable({
  caption,
  debts,
  across = false,
}: {
  caption: string;
  debts: readonly DebtView[];
  /** Of many projects: each row names its own. */
  across?: boolean;
}) {
  return (
    <DataTable
      caption={caption}
      columns={across ? [...COLUMNS.slice(0, 1), PROJECT, ...COLUMNS.slice(1)] : COLUMNS}
      rows={debts}
      rowKey={(row) => row.key}
      narrow="cards"
    />
  );
}
