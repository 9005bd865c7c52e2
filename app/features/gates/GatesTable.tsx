import { shortDay } from '~/core/time/iso-day';
import { formatPartial } from '~/core/time/partial-date';
import { projectPath } from '~/features/projects/sections';
import { DataTable, type DataColumn } from '~/ui/DataTable';
import { Tag } from '~/ui/Tag';
import type { GateRow } from './gates-view';
import { countOf } from './gate-words';

const date = (value: string | undefined): string => (value === undefined ? '–' : formatPartial(value));

const STANDING = {
  approved: 'Approved',
  submitted: 'Submitted',
  current: 'Next to be decided',
  future: 'Not reached',
  closed: 'Will not be decided',
} as const;

function Standing({ row }: { row: GateRow }) {
  return (
    <>
      {row.outcomes.length > 0 ? (
        row.outcomes.map((each) => (
          <span key={each.text}>
            <Tag tone={each.tone}>{each.text}</Tag>{' '}
          </span>
        ))
      ) : (
        <span className="app-muted">{STANDING[row.standing]}</span>
      )}
      {row.decided ? (
        <span className="app-muted">
          {' '}
          {shortDay(row.decided.on)}, {row.decided.by}
        </span>
      ) : null}
      {row.submitted ? (
        <span className="app-muted">
          {' '}
          {shortDay(row.submitted.on)}, {row.submitted.by}
        </span>
      ) : null}
    </>
  );
}

/** The six gates with their dates and where each stands. */
export function GatesTable({ gates, projectRef }: { gates: readonly GateRow[]; projectRef: string }) {
  const columns: DataColumn<GateRow>[] = [
    {
      key: 'gate',
      header: 'Gate',
      cell: (row) => (
        <a className="govuk-link" href={projectPath(projectRef, `/gates/${row.gate}`)}>
          {row.gate} {row.name}
        </a>
      ),
    },
    { key: 'standing', header: 'Where it stands', cell: (row) => <Standing row={row} /> },
    { key: 'target', header: 'Target', cell: (row) => date(row.target), nowrap: true },
    { key: 'forecast', header: 'Forecast', cell: (row) => date(row.forecast), nowrap: true },
    { key: 'actual', header: 'Decided', cell: (row) => date(row.actual), nowrap: true },
    {
      key: 'conditions',
      header: 'Conditions',
      cell: (row) =>
        row.conditions === 0
          ? '–'
          : row.open === 0
            ? `${row.conditions}, all met`
            : `${row.conditions}, ${row.open} not yet met`,
    },
    {
      key: 'cycles',
      header: 'History',
      cell: (row) =>
        row.cycles === 0 ? (
          '–'
        ) : (
          <a className="govuk-link" href={`${projectPath(projectRef, `/gates/${row.gate}`)}#cycles`}>
            {countOf(row.cycles, 'earlier submission')}
          </a>
        ),
    },
  ];
  return (
    <DataTable
      caption="The six gates"
      captionHidden
      columns={columns}
      rows={gates}
      rowKey={(row) => String(row.gate)}
      note="Dates are moved on the schedule."
    />
  );
}
