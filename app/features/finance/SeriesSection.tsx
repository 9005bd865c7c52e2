import { SeriesBars } from '~/features/charts/SeriesBars';
import { DataTable, type DataColumn } from '~/ui/DataTable';
import { Details } from '~/ui/Details';
import { EmptyState } from '~/ui/EmptyState';
import { Section } from '~/ui/Section';
import type { Amount, SeriesShown } from './types';

interface TableRow {
  readonly key: string;
  readonly name: string;
  readonly byFy: readonly (Amount | null)[];
  readonly cash: Amount | null;
  readonly runRate: Amount | null;
  readonly by?: { readonly text: string; readonly href?: string | undefined };
}

const NOT_YET = '–';

function shown(amount: Amount | null | undefined) {
  if (!amount) return <span className="app-muted">{NOT_YET}</span>;
  return amount.why ? <em className="app-muted">{amount.text}</em> : amount.text;
}

function columnsOf({ years, last }: SeriesShown): DataColumn<TableRow>[] {
  return [
    { key: 'name', header: 'Effect in the year', cell: (row) => row.name },
    ...years.map((year, at): DataColumn<TableRow> => ({
      key: year,
      header: year,
      numeric: true,
      cell: (row) => shown(row.byFy[at]),
    })),
    { key: 'cash', header: 'Cash, all years', numeric: true, cell: (row) => shown(row.cash) },
    {
      key: 'run-rate',
      header: `Run rate, ${last ?? 'last year'}`,
      numeric: true,
      cell: (row) => shown(row.runRate),
    },
  ];
}

function totalsOf({ gap, years }: SeriesShown) {
  const cells: Record<string, React.ReactNode> = { cash: shown(gap.cash), 'run-rate': shown(gap.runRate) };
  years.forEach((year, at) => {
    cells[year] = shown(gap.byFy[at]);
  });
  return [{ label: 'Gap: MTFS − validated', cells }];
}

function Behind({ rows }: { rows: readonly TableRow[] }) {
  return (
    <dl className="app-behind">
      {rows.map(({ key, name, by }) =>
        by ? (
          <div key={key}>
            <dt>{name}</dt>
            <dd>
              {by.href ? (
                <a className="govuk-link" href={by.href}>
                  {by.text}
                </a>
              ) : (
                by.text
              )}
            </dd>
          </div>
        ) : null,
      )}
    </dl>
  );
}

function Increments({ series }: { series: SeriesShown }) {
  if (series.increments.length === 0) return null;
  return (
    <Details summary="The same as increments: the change to the base budget in each year">
      <DataTable
        caption="Incremental: the change in each year, £"
        captionHidden
        columns={[
          { key: 'name', header: 'Change in the year', cell: (row) => row.name },
          ...series.years.map((year, at) => ({
            key: year,
            header: year,
            numeric: true,
            cell: (row: SeriesShown['increments'][number]) => shown(row.byFy[at]),
          })),
        ]}
        rows={series.increments}
        rowKey={(row) => row.key}
        note="As an MTFS is written: the effect of the year less the effect of the year before. A one-off is taken back in the year after by itself."
      />
    </Details>
  );
}

/** The six series side by side by year: a picture, the table that is the thing itself, and who stands behind each. */
export function SeriesSection({ series }: { series: SeriesShown }) {
  const drawn = series.rows.filter((row) => row.pence.some((pence) => pence !== null));
  const figures = drawn.some((row) => row.pence.some((pence) => pence !== null && pence !== 0));
  return (
    <Section title="Who stands behind what" id="series">
      {series.years.length === 0 ? (
        <EmptyState title="There is no financial year yet">
          Extend the horizon below, then add the first money line.
        </EmptyState>
      ) : null}
      {figures ? (
        <SeriesBars
          id="finance-series"
          title="The series by financial year"
          description={`${drawn.map((row) => row.name).join(', ')} for ${series.years.join(', ')}.`}
          years={series.years}
          series={drawn.map(({ name, pence }) => ({ name, pence }))}
          measure="effect in the year"
        />
      ) : null}
      {series.years.length > 0 ? (
        <DataTable
          id="gap"
          caption="The six series by financial year, £"
          captionHidden
          columns={columnsOf(series)}
          rows={series.rows}
          rowKey={(row) => row.key}
          totals={totalsOf(series)}
          note="£, savings and income less investment. Annual: what is felt in each year; a one-off counts in its own year, increments are added up. A dash is nothing recorded yet."
        />
      ) : null}
      {series.cannotTell.length > 0 ? (
        <p className="govuk-body">
          <strong>Cannot tell:</strong> {series.cannotTell.join(' ')}
        </p>
      ) : null}
      {series.gap.open.length > 0 ? (
        <p className="govuk-body">
          <strong>Gap not explained:</strong>{' '}
          {series.gap.open.map(({ year, text }) => `${year} ${text}`).join(', ')}.
        </p>
      ) : null}
      <Behind rows={series.rows} />
      <Increments series={series} />
    </Section>
  );
}
