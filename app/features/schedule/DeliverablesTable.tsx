import { MayOrWhy } from '~/features/forms';
import { projectPath, rowAnchor } from '~/features/projects/sections';
import { ButtonLink } from '~/ui/ButtonLink';
import { DataTable, type DataColumn } from '~/ui/DataTable';
import { EmptyState } from '~/ui/EmptyState';
import { Section } from '~/ui/Section';
import { Tag } from '~/ui/Tag';
import { StartFinish } from './DateText';
import type { DeliverableRow, ScheduleView } from './types';

function Standing({ row }: { row: DeliverableRow }) {
  const { completed, overdue, withdrawn } = row;
  if (withdrawn)
    return (
      <>
        <Tag tone="neutral">Withdrawn</Tag> <span className="app-cell-note">{withdrawn}</span>
      </>
    );
  if (completed)
    return (
      <>
        <Tag tone="good">Done</Tag>{' '}
        <span className="app-cell-note" dir="auto">
          <a className="govuk-link" href={completed.href}>
            {completed.by}
          </a>
          : {completed.rests}
        </span>
      </>
    );
  if (overdue) return <Tag tone="bad">Overdue</Tag>;
  return <span className="app-muted">{row.startActual.text === '–' ? 'To come' : 'Under way'}</span>;
}

function columnsOf(projectRef: string): DataColumn<DeliverableRow>[] {
  const page = projectPath(projectRef, '/schedule');
  return [
    {
      key: 'title',
      header: 'Deliverable',
      cell: ({ id, title }) => (
        <span id={rowAnchor(id)} dir="auto">
          <a className="govuk-link" href={`${page}?edit=deliverable&row=${encodeURIComponent(id)}`}>
            {title}
          </a>
        </span>
      ),
    },
    { key: 'target', header: 'Target', cell: (row) => <StartFinish start={row.start} finish={row.finish} /> },
    {
      key: 'forecast',
      header: 'Forecast',
      cell: (row) => <StartFinish start={row.startForecast} finish={row.finishForecast} />,
    },
    {
      key: 'actual',
      header: 'Actual',
      cell: (row) => <StartFinish start={row.startActual} finish={row.finishActual} />,
    },
    { key: 'slip', header: 'Slip', cell: ({ slip }) => slip ?? <span className="app-muted">–</span> },
    {
      key: 'needed',
      header: 'Needed for',
      cell: ({ neededFor }) =>
        neededFor === undefined ? <span className="app-muted">No gate</span> : `Gate ${neededFor}`,
    },
    {
      key: 'owner',
      header: 'Owner',
      cell: ({ owner }) => owner ?? <span className="app-muted">Nobody</span>,
    },
    { key: 'standing', header: 'Standing', cell: (row) => <Standing row={row} /> },
  ];
}

/** The deliverables in the order of the form. */
export function DeliverablesTable({ view: { deliverables, marks, whyNot } }: { view: ScheduleView }) {
  return (
    <Section title="Deliverables" id="deliverable" note={deliverables.length}>
      <DataTable
        caption="Deliverables: target, forecast and actual dates"
        captionHidden
        columns={columnsOf(marks.ref)}
        rows={deliverables}
        rowKey={(row) => row.id}
        empty={
          <EmptyState title="There is no deliverable yet">
            Add what the project makes, with when it starts and finishes and the gate it is needed for.
          </EmptyState>
        }
      />
      <MayOrWhy
        whyNot={whyNot.addDeliverable}
        id="add-deliverable-button"
        label="Add a deliverable"
        projectRef={marks.ref}
      >
        <ButtonLink
          href={`${projectPath(marks.ref, '/schedule')}?edit=add-deliverable`}
          variant="secondary"
          small
        >
          Add a deliverable
        </ButtonLink>
      </MayOrWhy>
    </Section>
  );
}
