import { MayOrWhy } from '~/features/forms';
import { projectPath, rowAnchor } from '~/features/projects/sections';
import { ButtonLink } from '~/ui/ButtonLink';
import { DataTable, type DataColumn } from '~/ui/DataTable';
import { EmptyState } from '~/ui/EmptyState';
import { Section } from '~/ui/Section';
import { Tag } from '~/ui/Tag';
import { DateText } from './DateText';
import type { MilestoneRow, ScheduleView } from './types';

function Standing({ row }: { row: MilestoneRow }) {
  if (row.withdrawn)
    return (
      <>
        <Tag tone="neutral">Withdrawn</Tag> <span className="app-cell-note">{row.withdrawn}</span>
      </>
    );
  if (row.actual.text !== '–') return <Tag tone="good">Reached</Tag>;
  return row.overdue ? <Tag tone="bad">Overdue</Tag> : <span className="app-muted">To come</span>;
}

/** The milestones beyond the six gates. */
export function MilestonesTable({ view: { milestones, marks, whyNot } }: { view: ScheduleView }) {
  const page = projectPath(marks.ref, '/schedule');
  const columns: DataColumn<MilestoneRow>[] = [
    {
      key: 'title',
      header: 'Milestone',
      cell: ({ id, title }) => (
        <span id={rowAnchor(id)} dir="auto">
          <a className="govuk-link" href={`${page}?edit=milestone&row=${encodeURIComponent(id)}`}>
            {title}
          </a>
        </span>
      ),
    },
    { key: 'target', header: 'Target', cell: ({ target }) => <DateText date={target} />, nowrap: true },
    { key: 'forecast', header: 'Forecast', cell: ({ forecast }) => <DateText date={forecast} /> },
    { key: 'actual', header: 'Actual', cell: ({ actual }) => <DateText date={actual} />, nowrap: true },
    { key: 'slip', header: 'Slip', cell: ({ slip }) => slip ?? <span className="app-muted">–</span> },
    {
      key: 'needed',
      header: 'Needed for',
      cell: ({ neededFor }) =>
        neededFor === undefined ? <span className="app-muted">No gate</span> : `Gate ${neededFor}`,
    },
    { key: 'standing', header: 'Standing', cell: (row) => <Standing row={row} /> },
  ];
  return (
    <Section title="Milestones" id="milestones" note={milestones.length}>
      <DataTable
        caption="Milestones: target, forecast and actual dates"
        captionHidden
        columns={columns}
        rows={milestones}
        rowKey={(row) => row.id}
        empty={
          <EmptyState title="There is no milestone beyond the gates">
            Add one where a date matters to the board and is no gate and no deliverable.
          </EmptyState>
        }
      />
      <MayOrWhy
        whyNot={whyNot.addMilestone}
        id="add-milestone-button"
        label="Add a milestone"
        projectRef={marks.ref}
      >
        <ButtonLink href={`${page}?edit=add-milestone`} variant="secondary" small>
          Add a milestone
        </ButtonLink>
      </MayOrWhy>
    </Section>
  );
}
