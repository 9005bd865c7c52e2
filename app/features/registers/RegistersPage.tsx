import type { FindingNote } from '~/features/findings/FindingNotes';
import type { Marks } from '~/features/forms';
import { DataTable, type DataColumn } from '~/ui/DataTable';
import { Tag } from '~/ui/Tag';
import { Declaration, type ShownDeclaration } from './Declaration';
import { RegisterSection, type ShownRegister } from './RegisterSection';
import { RowForm, type RowFormProps } from './RowForm';

export interface RegistersPageProps {
  readonly marks: Marks;
  readonly path: string;
  readonly form: Omit<RowFormProps, 'path' | 'projectRef'> | undefined;
  readonly registers: readonly ShownRegister[];
  readonly findings: readonly FindingNote[];
  readonly declaration: ShownDeclaration;
}

/** Every register of a project on one page, or the form of one row. */
export function RegistersPage(props: RegistersPageProps) {
  const { marks, path, form, registers, findings, declaration } = props;
  if (form) return <RowForm {...form} path={path} projectRef={marks.ref} />;
  return (
    <>
      <DataTable
        caption="What the registers hold"
        captionHidden
        columns={OVERVIEW}
        rows={registers}
        rowKey={(row) => row.key}
      />
      {registers.map((register) => (
        <RegisterSection
          key={register.key}
          register={register}
          findings={findings.filter(({ field }) => field === register.anchor)}
          projectRef={marks.ref}
        >
          {register.key === 'costBaselines' ? (
            <Declaration declaration={declaration} projectRef={marks.ref} />
          ) : null}
        </RegisterSection>
      ))}
    </>
  );
}

function State({ row }: { row: ShownRegister }) {
  if (row.none) return <Tag tone="good">None, confirmed</Tag>;
  if (row.suggested.length > 0) return <Tag tone="warn">To confirm</Tag>;
  if (row.rows.length === 0) return <Tag tone="neutral">Empty</Tag>;
  return row.wanting.length > 0 ? <Tag tone="warn">Incomplete</Tag> : <Tag tone="good">Recorded</Tag>;
}

const OVERVIEW: readonly DataColumn<ShownRegister>[] = [
  {
    key: 'title',
    header: 'Register',
    cell: (row) => (
      <a className="govuk-link" href={`#${row.key}`}>
        {row.title}
      </a>
    ),
  },
  { key: 'rows', header: 'Rows', cell: (row) => row.rows.length, numeric: true },
  { key: 'suggested', header: 'Suggested', cell: (row) => row.suggested.length, numeric: true },
  { key: 'state', header: 'State', cell: (row) => <State row={row} /> },
  {
    key: 'wanting',
    header: 'What is wanting',
    cell: (row) => (row.wanting.length > 0 ? <span className="app-long">{row.wanting.join('; ')}</span> : ''),
  },
];
