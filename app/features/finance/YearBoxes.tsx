import type { Typed } from '~/features/forms';
import { DataTable } from '~/ui/DataTable';
import { HiddenFields } from '~/ui/HiddenFields';
import { MoneyField } from '~/ui/MoneyField';

export interface YearBox {
  readonly fy: number;
  readonly year: string;
  /** What the box opens with. */
  readonly box: string;
  /** What the record has, where only changed boxes are sent on. */
  readonly was?: string;
  /** What stands now, shown beside the box. */
  readonly now?: string;
}

export interface YearBoxesProps {
  typed: Typed;
  caption: string;
  years: readonly YearBox[];
  /** The name of the box in its row: `answer` takes "none" and "TBC" too, `amount` does not. */
  member?: 'answer' | 'amount';
  nowHeader?: string;
  note?: string;
}

const NOTES = {
  answer: 'An amount such as 200,000, 200k or (200); or “none”; or “TBC”. An empty box is not answered.',
  amount: 'An amount such as 200,000, 200k or (200). An empty box is left as it is.',
} as const;

/** One box a year, in a table: what stands now beside what is entered. */
export function YearBoxes(props: YearBoxesProps) {
  const { typed, caption, years, member = 'answer', nowHeader, note = NOTES[member] } = props;
  const rows = years.map((each, index) => ({ ...each, index }));
  type Row = (typeof rows)[number];
  const boxOf = ({ index, fy, year, box, was }: Row) => {
    const name = `cells[${index}].${member}`;
    const understood = typed.understood(name);
    return (
      <>
        <HiddenFields values={{ [`cells[${index}].fy`]: fy, [`${name}Was`]: was }} />
        <MoneyField
          {...typed.field(name, box)}
          label={`${caption}, ${year}`}
          labelHidden
          {...(understood ? { hint: `Understood as ${understood}` } : {})}
        />
      </>
    );
  };
  return (
    <div className="app-entry">
      <DataTable
        id={typed.id('cells')}
        caption={caption}
        columns={[
          { key: 'year', header: 'Year', cell: (row: Row) => row.year, nowrap: true },
          ...(nowHeader
            ? [{ key: 'now', header: nowHeader, numeric: true, cell: (row: Row) => row.now ?? '–' }]
            : []),
          { key: 'box', header: '£', cell: boxOf },
        ]}
        rows={rows}
        rowKey={(row) => row.year}
        note={note}
      />
    </div>
  );
}
