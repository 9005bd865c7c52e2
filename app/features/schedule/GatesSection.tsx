import { FindingNotes } from '~/features/findings/FindingNotes';
import { projectPath } from '~/features/projects/sections';
import { DataTable, type DataColumn } from '~/ui/DataTable';
import { Section } from '~/ui/Section';
import { Tag } from '~/ui/Tag';
import { DateCell, SlipCell } from './DateCell';
import type { GateShown, ScheduleView } from './types';

function Standing({ row }: { row: GateShown }) {
  if (row.overdue) return <Tag tone="bad">Overdue</Tag>;
  return row.decided ? <>{row.decided}</> : <span className="app-muted">Not decided</span>;
}

/** The six gates: what was planned, what is expected, what happened, and how far they slipped. */
export function GatesSection({ view: { gates, marks, binds, findings } }: { view: ScheduleView }) {
  const columns: DataColumn<GateShown>[] = [
    {
      key: 'gate',
      header: 'Gate',
      cell: ({ gate, name }) => (
        <span id={`gate-${gate}`}>
          <a className="govuk-link" href={projectPath(marks.ref, `/gates/${gate}`)}>
            {gate} {name}
          </a>
        </span>
      ),
    },
    { key: 'target', header: 'Target', cell: ({ target }) => <DateCell date={target} />, nowrap: true },
    { key: 'forecast', header: 'Forecast', cell: ({ forecast }) => <DateCell date={forecast} /> },
    { key: 'actual', header: 'Decided on', cell: ({ actual }) => <DateCell date={actual} />, nowrap: true },
    {
      key: 'slip',
      header: 'Slip',
      cell: (row) => <SlipCell slip={row.slip} late={row.late} />,
      nowrap: true,
    },
    { key: 'standing', header: 'Where it stands', cell: (row) => <Standing row={row} /> },
  ];
  return (
    <Section title="Gates" id="gates">
      <DataTable
        caption="Gate dates"
        captionHidden
        columns={columns}
        rows={gates}
        rowKey={({ gate }) => String(gate)}
        note={
          binds ? (
            <>
              Gate 3 is approved: its baseline holds the targets of gates and deliverables. A date moves as a
              forecast; a target moves by a{' '}
              <a className="govuk-link" href={projectPath(marks.ref, '/changes')}>
                change request
              </a>
              .
            </>
          ) : undefined
        }
      />
      <FindingNotes findings={findings.filter(({ field }) => field?.startsWith('gate-'))} />
    </Section>
  );
}
