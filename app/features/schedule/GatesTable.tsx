import { fixHref } from '~/features/projects/sections';
import { DataTable, type DataColumn } from '~/ui/DataTable';
import { Section } from '~/ui/Section';
import { Tag } from '~/ui/Tag';
import { DateText } from './DateText';
import type { GateRow, ScheduleView } from './types';

/** Where a row stands: decided, overdue, or its slip. */
function Standing({ row }: { row: GateRow }) {
  if (row.decided) return <Tag tone={row.decided === 'Submitted' ? 'info' : 'good'}>{row.decided}</Tag>;
  if (row.overdue) return <Tag tone="bad">Overdue</Tag>;
  return <span className="app-muted">To come</span>;
}

/** The six decisions with target, forecast and actual kept apart. */
export function GatesTable({ view: { gates, marks } }: { view: ScheduleView }) {
  const columns: DataColumn<GateRow>[] = [
    {
      key: 'gate',
      header: 'Gate',
      cell: ({ gate, name }) => (
        <span id={`gate-${gate}`}>
          <a className="govuk-link" href={fixHref(marks.ref, { screen: 'gate', gate: gate as 0 })}>
            Gate {gate}
          </a>{' '}
          {name}
        </span>
      ),
    },
    { key: 'target', header: 'Target', cell: ({ target }) => <DateText date={target} />, nowrap: true },
    { key: 'forecast', header: 'Forecast', cell: ({ forecast }) => <DateText date={forecast} /> },
    { key: 'actual', header: 'Decided', cell: ({ actual }) => <DateText date={actual} />, nowrap: true },
    { key: 'slip', header: 'Slip', cell: ({ slip }) => slip ?? <span className="app-muted">–</span> },
    { key: 'standing', header: 'Standing', cell: (row) => <Standing row={row} /> },
  ];
  return (
    <Section title="Gates" id="gates">
      <DataTable
        caption="Gates: target, forecast and actual dates"
        captionHidden
        columns={columns}
        rows={gates}
        rowKey={(row) => String(row.gate)}
        note="Slip: from the target to the date as it now is, in whole months; a month to a month can be a month out either way."
      />
    </Section>
  );
}
