import { bareMoney } from '~/core/money/format-money';
import { DataTable, type DataColumn } from '~/ui/DataTable';
import { bridgeRows, type BridgeRow, type BridgeStep, type Stretch } from './bridge-geometry';

const DASH = <span className="app-muted">–</span>;

const sizeOf = (stretch: Stretch | undefined) => (stretch ? bareMoney(stretch.to - stretch.from) : DASH);

const COLUMNS: readonly DataColumn<BridgeRow>[] = [
  {
    key: 'step',
    header: 'Step',
    cell: ({ kind, label, note }) => (
      <>
        {kind === 'total' ? <strong>{label}</strong> : label}
        {note ? (
          <span className="app-cell-note" dir="auto">
            {note}
          </span>
        ) : null}
      </>
    ),
  },
  {
    key: 'change',
    header: 'Change, £',
    numeric: true,
    cell: ({ kind, pence }) =>
      kind === 'total' ? DASH : pence === undefined ? <em>Cannot tell</em> : bareMoney(pence),
  },
  { key: 'explained', header: 'Explained, £', numeric: true, cell: ({ explained }) => sizeOf(explained) },
  { key: 'open', header: 'Open, £', numeric: true, cell: ({ open }) => sizeOf(open) },
  {
    key: 'level',
    header: 'Comes to, £',
    numeric: true,
    cell: ({ kind, whole }) =>
      whole ? (
        kind === 'total' ? (
          <strong>{bareMoney(whole.to)}</strong>
        ) : (
          bareMoney(whole.to)
        )
      ) : (
        <em>Cannot tell</em>
      ),
  },
];

/** The bridge's own table: each step with its change, how much of it is explained and open, and what it comes to. */
export function BridgeTable({ caption, steps }: { caption: string; steps: readonly BridgeStep[] }) {
  return <DataTable caption={caption} columns={COLUMNS} rows={bridgeRows(steps)} rowKey={({ key }) => key} />;
}
