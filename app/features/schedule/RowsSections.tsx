import { FindingNotes } from '~/features/findings/FindingNotes';
import { projectPath, rowAnchor } from '~/features/projects/sections';
import { Words } from '~/features/registers/Words';
import { DataTable, type DataColumn } from '~/ui/DataTable';
import { Details } from '~/ui/Details';
import { EmptyState } from '~/ui/EmptyState';
import { Section } from '~/ui/Section';
import { Tag } from '~/ui/Tag';
import { VisuallyHidden } from '~/ui/VisuallyHidden';
import { DateStack, SlipCell } from './DateCell';
import type { DeliverableShown, MilestoneShown, ScheduleView } from './types';

function Standing({ row }: { row: DeliverableShown }) {
  const { completed, overdue, withdrawn } = row;
  if (withdrawn) return <Words>{`Withdrawn by ${withdrawn}`}</Words>;
  if (completed) {
    return (
      <>
        <Tag tone="good">Done</Tag>{' '}
        <a className="govuk-link" href={completed.href}>
          {completed.by}
        </a>
        <span className="app-cell-note" dir="auto">
          {completed.rests}
        </span>
      </>
    );
  }
  if (overdue) return <Tag tone="bad">Overdue</Tag>;
  return <span className="app-muted">{row.startActual.text === '–' ? 'Not started' : 'Started'}</span>;
}

const NeededFor = ({ gate, projectRef }: { gate: number | undefined; projectRef: string }) =>
  gate === undefined ? (
    <span className="app-muted">not said</span>
  ) : (
    <a className="govuk-link" href={projectPath(projectRef, `/gates/${gate}`)}>
      Gate {gate}
    </a>
  );

const ChangeLink = ({ path, id, title }: { path: string; id: string; title: string }) => (
  <a className="govuk-link app-no-print" href={`${path}?edit=${encodeURIComponent(id)}#edit`}>
    Open
    <VisuallyHidden> {title}</VisuallyHidden>
  </a>
);

function deliverableColumns({ path, marks }: ScheduleView): DataColumn<DeliverableShown>[] {
  return [
    {
      key: 'title',
      header: 'Deliverable',
      cell: ({ id, title }) => (
        <div id={rowAnchor(id)} className="app-long">
          <Words>{title}</Words>
        </div>
      ),
    },
    {
      key: 'start',
      header: 'Start',
      cell: (row) => <DateStack target={row.start} forecast={row.startForecast} actual={row.startActual} />,
    },
    {
      key: 'finish',
      header: 'Finish',
      cell: (row) => (
        <DateStack target={row.finish} forecast={row.finishForecast} actual={row.finishActual} />
      ),
    },
    {
      key: 'slip',
      header: 'Slip',
      cell: (row) => <SlipCell slip={row.slip} late={row.late} />,
      nowrap: true,
    },
    {
      key: 'needed',
      header: 'Needed for',
      cell: (row) => <NeededFor gate={row.neededFor} projectRef={marks.ref} />,
      nowrap: true,
    },
    {
      key: 'owner',
      header: 'Owner',
      cell: ({ owner }) => owner ?? <span className="app-muted">none yet</span>,
    },
    { key: 'standing', header: 'Where it stands', cell: (row) => <Standing row={row} /> },
    {
      key: 'change',
      header: 'Change',
      cell: ({ id, title }) => <ChangeLink path={path} id={id} title={title} />,
    },
  ];
}

/** The deliverables in the order of the form, those withdrawn folded away. */
export function DeliverablesSection({ view }: { view: ScheduleView }) {
  const columns = deliverableColumns(view);
  const standing = view.deliverables.filter(({ withdrawn }) => !withdrawn);
  const past = view.deliverables.filter(({ withdrawn }) => withdrawn);
  return (
    <Section title="Deliverables" id="deliverable" note={standing.length}>
      <DataTable
        caption="Deliverables in order"
        captionHidden
        columns={columns}
        rows={standing}
        rowKey={({ id }) => id}
        empty={
          <EmptyState title="There is no deliverable yet">
            The lead or a PMO officer adds what the project will produce, with its dates.
          </EmptyState>
        }
      />
      <FindingNotes
        findings={view.findings.filter(
          ({ row, field }) =>
            (row === undefined && field === 'deliverable') || standing.some(({ id }) => id === row),
        )}
      />
      {past.length > 0 ? (
        <Details summary={`Withdrawn (${past.length})`}>
          <DataTable
            caption="Withdrawn deliverables"
            captionHidden
            columns={columns}
            rows={past}
            rowKey={({ id }) => id}
          />
        </Details>
      ) : null}
    </Section>
  );
}

function milestoneColumns({ path, marks }: ScheduleView): DataColumn<MilestoneShown>[] {
  return [
    {
      key: 'title',
      header: 'Milestone',
      cell: ({ id, title }) => (
        <div id={rowAnchor(id)} className="app-long">
          <Words>{title}</Words>
        </div>
      ),
    },
    { key: 'target', header: 'Date', cell: (row) => <DateStack {...row} /> },
    {
      key: 'slip',
      header: 'Slip',
      cell: (row) => <SlipCell slip={row.slip} late={row.late} />,
      nowrap: true,
    },
    {
      key: 'needed',
      header: 'Needed for',
      cell: (row) => <NeededFor gate={row.neededFor} projectRef={marks.ref} />,
      nowrap: true,
    },
    {
      key: 'standing',
      header: 'Where it stands',
      cell: ({ withdrawn, overdue, actual }) =>
        withdrawn ? (
          <Words>{`Withdrawn by ${withdrawn}`}</Words>
        ) : overdue ? (
          <Tag tone="bad">Overdue</Tag>
        ) : (
          <span className="app-muted">{actual.text === '–' ? 'Ahead' : 'Reached'}</span>
        ),
    },
    {
      key: 'change',
      header: 'Change',
      cell: ({ id, title }) => <ChangeLink path={path} id={id} title={title} />,
    },
  ];
}

/** Milestones beyond the six gates. */
export function MilestonesSection({ view }: { view: ScheduleView }) {
  return (
    <Section title="Milestones" id="milestone" note={view.milestones.length}>
      <DataTable
        caption="Milestones"
        captionHidden
        columns={milestoneColumns(view)}
        rows={view.milestones}
        rowKey={({ id }) => id}
        empty={
          <EmptyState title="There is no milestone beyond the six gates">
            Add one for a date the project must keep, such as the end of a contract.
          </EmptyState>
        }
      />
      <FindingNotes
        findings={view.findings.filter(({ row }) => view.milestones.some(({ id }) => id === row))}
      />
    </Section>
  );
}
