import { projectPath, rowAnchor } from '~/features/projects/sections';
import { Button } from '~/ui/Button';
import { DataTable, type DataColumn } from '~/ui/DataTable';
import { EmptyState } from '~/ui/EmptyState';
import { Section } from '~/ui/Section';
import { SelectField } from '~/ui/SelectField';
import { Tag } from '~/ui/Tag';
import type { ChangesPageProps, ComparedRow, ComparedTable, PictureView } from './changes-view';

function columns({ headers, numeric }: ComparedTable): DataColumn<ComparedRow>[] {
  const last = headers.length - 1;
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
    ...headers.map((header, index): DataColumn<ComparedRow> => ({
      key: header,
      header,
      numeric,
      cell: ({ cells, worse }) =>
        index === last && worse ? (
          <Tag tone="warn">{cells[index] ?? ''}</Tag>
        ) : (
          <span dir="auto">{cells[index]}</span>
        ),
    })),
  ];
}

/** Chooses which kept pictures are set beside each other; a plain address of its own. */
function Choose({ picture: { chosen, options }, projectRef }: { picture: PictureView; projectRef: string }) {
  return (
    <form
      className="app-filter app-no-print"
      method="get"
      action={`${projectPath(projectRef, '/changes')}#baseline`}
      aria-label="Choose what is compared"
    >
      <SelectField
        name="baseline"
        id="choose-baseline"
        label="Baseline"
        options={options.baseline}
        defaultValue={chosen.baseline}
      />
      <SelectField
        name="against"
        id="choose-against"
        label="Beside"
        options={options.against}
        defaultValue={chosen.against}
      />
      <Button variant="secondary">Compare</Button>
    </form>
  );
}

function Standing({
  picture,
  tolerances,
}: {
  picture: PictureView;
  tolerances: ChangesPageProps['tolerances'];
}) {
  if (picture.other) return null;
  return (
    <p className="govuk-body">
      {picture.binds ? (
        <>
          <Tag tone="info">Binding</Tag> Dates and figures move as forecasts; within {tolerances.timeMonths}{' '}
          month
          {tolerances.timeMonths === 1 ? '' : 's'}, {tolerances.benefit / 100}% of a saving or{' '}
          {tolerances.cost / 100}% of a cost that is enough. Beyond it, for any change of scope, or to move
          the proposal itself, request a change.
        </>
      ) : (
        <>
          <Tag tone="neutral">Does not bind</Tag> Kept to compare with; what binds is the picture of Gate 3,
          or what an approved change made of it.
        </>
      )}
    </p>
  );
}

/** A picture kept at a gate beside the record as it stands, or beside another kept picture. */
export function SideBySide({ picture, tolerances, marks }: ChangesPageProps) {
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
  return (
    <Section
      title={picture.other ? 'Two baselines side by side' : 'Baseline, forecast and actual'}
      note={
        picture.differ === 0
          ? 'nothing differs'
          : `${picture.differ} ${picture.differ === 1 ? 'differs' : 'differ'}`
      }
      id="baseline"
    >
      <Choose picture={picture} projectRef={marks.ref} />
      <Standing picture={picture} tolerances={tolerances} />
      {picture.tables.map((table) => (
        <DataTable
          key={table.caption}
          caption={table.caption}
          columns={columns(table)}
          rows={table.rows}
          rowKey={(row) => row.id}
        />
      ))}
      {picture.tables.length === 0 ? (
        <EmptyState title="The two are the same">Nothing they hold differs.</EmptyState>
      ) : null}
    </Section>
  );
}
