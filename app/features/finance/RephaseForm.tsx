import { CommandForm } from '~/features/forms';
import { projectPath } from '~/features/projects/sections';
import { DataTable } from '~/ui/DataTable';
import { Tag } from '~/ui/Tag';
import { FormFoot } from './FormFoot';
import type { LineView } from './line-types';

type Rephasing = NonNullable<LineView['rephasing']>;

function Profile({ rephasing }: { rephasing: Rephasing }) {
  const { rows, into } = rephasing;
  type Row = Rephasing['rows'][number];
  const now = into === 'forecast' ? 'Forecast now, £' : 'Proposed now, £';
  return (
    <DataTable
      caption="The re-phased profile beside the figures as they are"
      captionHidden
      columns={[
        { key: 'year', header: 'Year', cell: (row: Row) => row.year, nowrap: true },
        { key: 'now', header: now, numeric: true, cell: (row: Row) => row.now },
        {
          key: 'then',
          header: 'Re-phased, £',
          numeric: true,
          cell: (row: Row) => (row.same ? row.then : <strong>{row.then}</strong>),
        },
        { key: 'felt', header: 'Felt in the year now, £', numeric: true, cell: (row: Row) => row.felt },
        { key: 'feltThen', header: 'Felt re-phased, £', numeric: true, cell: (row: Row) => row.feltThen },
        {
          key: 'what',
          header: 'What it does',
          cell: (row: Row) =>
            row.same ? (
              'Stays'
            ) : row.stale ? (
              <Tag tone="warn">Validation goes stale</Tag>
            ) : (
              <Tag tone="info">Moves</Tag>
            ),
        },
      ]}
      rows={rows}
      rowKey={(row) => row.year}
      note={`As written in the line’s convention. ${rephasing.keeps}`}
    />
  );
}

/** The re-phased profile beside today's figures, to be accepted as a whole. */
export function RephaseForm({ view }: { view: LineView }) {
  const { rephasing, marks } = view;
  if (!rephasing) return null;
  const { into, rows } = rephasing;
  const shown = rows.flatMap(({ fy, plain }, at) => [
    [`shown[${at}].fy`, fy] as const,
    [`shown[${at}].amount`, plain] as const,
  ]);
  return (
    <>
      <p className="govuk-body">
        {rephasing.start} {rephasing.other}
      </p>
      <Profile rephasing={rephasing} />
      {rephasing.same ? (
        <p className="govuk-body">The figures follow this profile already.</p>
      ) : (
        <CommandForm
          command="re-phase-line"
          hidden={{ lineId: view.id, into, ...Object.fromEntries(shown) }}
          label="Re-phase the line"
        >
          {into === 'forecast' ? (
            <p className="govuk-body">
              Gate 3 set the binding baseline, so this goes into the forecast. The proposal moves by a{' '}
              <a className="govuk-link" href={projectPath(marks.ref, '/changes')}>
                change request
              </a>
              .
            </p>
          ) : null}
          <FormFoot view={view}>
            {into === 'forecast' ? 'Forecast this profile' : 'Propose this profile'}
          </FormFoot>
        </CommandForm>
      )}
    </>
  );
}
