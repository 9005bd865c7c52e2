import { shortDay } from '~/core/time/iso-day';
import { rowAnchor } from '~/features/projects/sections';
import { DataTable, type DataColumn } from '~/ui/DataTable';
import { EmptyState } from '~/ui/EmptyState';
import { Section } from '~/ui/Section';
import { Tag } from '~/ui/Tag';
import type { ChangesPageProps, SideBySideRow } from './changes-view';

function columns(gate: number, numeric: boolean): DataColumn<SideBySideRow>[] {
  return [
    {
      key: 'label',
      header: 'What',
      cell: (row) => (
        <span id={rowAnchor(row.id)} dir="auto">
          {row.label}
        </span>
      ),
    },
    { key: 'baseline', header: `Baseline, Gate ${gate}`, cell: (row) => row.baseline, numeric },
    {
      key: 'current',
      header: 'Now',
      cell: (row) => (row.baseline === row.current ? row.current : <strong>{row.current}</strong>),
      numeric,
    },
    {
      key: 'differs',
      header: 'Differs',
      cell: (row) => (row.baseline === row.current ? '' : <Tag tone="warn">Differs</Tag>),
    },
  ];
}

/** The picture kept at the last gate beside the record as it stands, and whether it binds. */
export function SideBySide({ picture, binds, tolerances }: ChangesPageProps) {
  if (!picture) {
    return (
      <Section title="Baseline" id="baseline">
        <EmptyState title="No picture has been kept yet">
          The record is kept as it stands each time a gate is approved, and shown here beside the record of
          today. From Gate 3 on it binds.
        </EmptyState>
      </Section>
    );
  }
  const tables = [
    { caption: 'Gate dates', rows: picture.gates, numeric: false },
    { caption: 'Proposed figures', rows: picture.figures, numeric: true },
    { caption: 'Benefit targets', rows: picture.benefits, numeric: false },
    { caption: 'Deliverables, start to finish', rows: picture.deliverables, numeric: false },
  ].filter((each) => each.rows.length > 0);
  return (
    <Section
      title={`Baseline of Gate ${picture.gate} and the record now`}
      note={picture.differ === 0 ? 'nothing differs' : `${picture.differ} differ`}
      id="baseline"
    >
      <p className="govuk-body">
        {binds ? (
          <>
            <Tag tone="info">Binding</Tag> Kept on {shortDay(picture.on)}
            {picture.movedBy ? ', moved by a change request' : ''}. Dates move as forecasts; within{' '}
            {tolerances.timeMonths} month{tolerances.timeMonths === 1 ? '' : 's'}, {tolerances.benefit / 100}%
            of a saving or {tolerances.cost / 100}% of a cost that is enough. Beyond it, or to move the
            proposal itself, request a change.
          </>
        ) : (
          <>
            <Tag tone="neutral">Does not bind</Tag> Kept on {shortDay(picture.on)}. Until Gate 3 is approved,
            proposals and dates are changed directly, and the next pack shows what changed.
          </>
        )}
      </p>
      {tables.map(({ caption, rows, numeric }) => (
        <DataTable
          key={caption}
          caption={caption}
          columns={columns(picture.gate, numeric)}
          rows={rows}
          rowKey={(row) => row.id}
        />
      ))}
    </Section>
  );
}
