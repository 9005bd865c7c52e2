import type { ReactNode } from 'react';
import { classNames } from './class-names';
import { ScrollBox } from './ScrollBox';
import { SortHeader, type SortDirection } from './SortHeader';

export interface DataColumn<Row> {
  key: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** Right-aligned in tabular figures; put the unit in the header. */
  numeric?: boolean;
  nowrap?: boolean;
  sort?: { href: string; direction?: SortDirection };
}

export interface TotalsRow {
  label: ReactNode;
  /** By column key; a column left out is empty. */
  cells: Readonly<Record<string, ReactNode>>;
}

export interface DataTableProps<Row> {
  caption: string;
  /** When a heading just above already says it. */
  captionHidden?: boolean;
  columns: readonly DataColumn<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** The column whose cells name their rows; the first by default, null for none. */
  rowHeader?: string | null;
  /** Rows in bold, a subtotal say. */
  strong?: (row: Row) => boolean;
  totals?: readonly TotalsRow[];
  /** Shown in place of the table when there are no rows: say what to do next. */
  empty?: ReactNode;
  note?: ReactNode;
  /**
   * On a phone: row by row with each cell under its column's name, or scrolled sideways in its box. A table mostly of
   * figures or with totals scrolls, any other is read row by row, unless it is said here.
   */
  narrow?: 'cards' | 'scroll';
  id?: string;
}

const cellClass = <Row,>(column: DataColumn<Row>) =>
  classNames(column.numeric && 'app-table__numeric', column.nowrap && 'app-table__nowrap') || undefined;

/** Whether rows become cards on a phone. */
function asCards<Row>({ narrow, columns, totals }: DataTableProps<Row>): boolean {
  if (narrow) return narrow === 'cards';
  return !totals?.length && columns.filter((column) => column.numeric).length * 2 < columns.length;
}

// Laid out as blocks a table loses its own roles in some browsers: cards name theirs.
const role = (cards: boolean, name: string) => (cards ? { role: name } : {});

function HeaderCell<Row>({ column, cards }: { column: DataColumn<Row>; cards: boolean }) {
  const { sort } = column;
  return (
    <th
      scope="col"
      className={cellClass(column)}
      aria-sort={sort ? (sort.direction ?? 'none') : undefined}
      {...role(cards, 'columnheader')}
    >
      {sort ? <SortHeader text={column.header} href={sort.href} direction={sort.direction} /> : column.header}
    </th>
  );
}

interface BodyProps<Row> extends DataTableProps<Row> {
  headerKey: string | null | undefined;
  cards: boolean;
}

function Body<Row>({ rows, columns, rowKey, strong, headerKey, cards }: BodyProps<Row>) {
  const inside = (column: DataColumn<Row>, row: Row) =>
    cards ? <div>{column.cell(row)}</div> : column.cell(row);
  return (
    <tbody {...role(cards, 'rowgroup')}>
      {rows.map((row) => (
        <tr
          key={rowKey(row)}
          className={strong?.(row) ? 'app-table__strong' : undefined}
          {...role(cards, 'row')}
        >
          {columns.map((column) =>
            column.key === headerKey ? (
              <th key={column.key} scope="row" className={cellClass(column)} {...role(cards, 'rowheader')}>
                {inside(column, row)}
              </th>
            ) : (
              <td
                key={column.key}
                className={cellClass(column)}
                {...(cards ? { role: 'cell', 'data-label': column.header } : {})}
              >
                {inside(column, row)}
              </td>
            ),
          )}
        </tr>
      ))}
    </tbody>
  );
}

function Totals<Row>({ totals, columns }: Pick<DataTableProps<Row>, 'totals' | 'columns'>) {
  if (!totals?.length) return null;
  return (
    <tfoot>
      {totals.map((total, index) => (
        <tr key={index}>
          <th scope="row">{total.label}</th>
          {columns.slice(1).map((column) => (
            <td key={column.key} className={cellClass(column)}>
              {total.cells[column.key]}
            </td>
          ))}
        </tr>
      ))}
    </tfoot>
  );
}

/** A table of figures or things in its own scrolling box, with headers scoped both ways. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, captionHidden, columns, rows, rowHeader = columns[0]?.key, empty, note, id } = props;
  if (rows.length === 0 && empty !== undefined) return <>{empty}</>;
  const cards = asCards(props);
  return (
    <div className="app-table-box" id={id}>
      <ScrollBox label={caption}>
        <table className={classNames('app-table', cards && 'app-table--cards')} {...role(cards, 'table')}>
          <caption className={captionHidden ? 'govuk-visually-hidden' : 'app-table__caption'}>
            <span>{caption}</span>
          </caption>
          <thead {...role(cards, 'rowgroup')}>
            <tr {...role(cards, 'row')}>
              {columns.map((column) => (
                <HeaderCell key={column.key} column={column} cards={cards} />
              ))}
            </tr>
          </thead>
          <Body {...props} headerKey={rowHeader} cards={cards} />
          <Totals totals={props.totals} columns={columns} />
        </table>
      </ScrollBox>
      {note ? <p className="app-table__note">{note}</p> : null}
    </div>
  );
}
