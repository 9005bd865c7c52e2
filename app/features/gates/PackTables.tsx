import { shortDay } from '~/core/time/iso-day';
import { ROLE_TITLES } from '~/features/people/role-titles';
import { DataTable, type DataColumn } from '~/ui/DataTable';
import { RowList } from '~/ui/RowList';
import { Section } from '~/ui/Section';
import type { PackMoney, PackOutcome, PackPageProps, PackRisk } from './pack-view';
import { resultTag } from './gate-words';

const SERIES_WORDS = {
  proposed: 'Proposed',
  validated: 'Validated',
  mtfs: 'MTFS',
  forecast: 'Forecast',
  delivered: 'Delivered',
  banked: 'Banked',
} as const;

type LineRow = PackMoney['rows'][number];
type TotalRow = PackMoney['totals'][number];

/** The figures of the pack: as entered, line by line, then what each series comes to. */
export function PackFigures({ money }: { money: PackMoney }) {
  const years = <R extends { readonly cells: readonly string[] }>(): DataColumn<R>[] =>
    money.fys.map((fy, index) => ({
      key: fy,
      header: `${fy}, £`,
      cell: (row: R) => row.cells[index] ?? '',
      numeric: true,
    }));
  const lines: DataColumn<LineRow>[] = [
    {
      key: 'line',
      header: 'Line',
      cell: (row) =>
        row.line ? (
          <>
            <span dir="auto">{row.line}</span>
            <br />
            <span className="app-muted">
              {row.terms}
              {row.adopted ? '' : ', not adopted: counts for nothing'}
            </span>
          </>
        ) : null,
    },
    { key: 'series', header: 'Series', cell: (row) => SERIES_WORDS[row.series] },
    ...years<LineRow>(),
  ];
  const totals: DataColumn<TotalRow>[] = [
    { key: 'series', header: 'Effect', cell: (row) => SERIES_WORDS[row.series] },
    ...years<TotalRow>(),
    { key: 'runRate', header: 'Run rate, £', cell: (row) => row.runRate, numeric: true },
    { key: 'cash', header: 'Cash, £', cell: (row) => row.cash, numeric: true },
  ];
  return (
    <Section title="The figures" id="figures">
      <DataTable
        caption="As entered, line by line, in each line’s own convention"
        columns={lines}
        rows={money.rows}
        rowKey={(row) => row.key}
        rowHeader={null}
        empty={<p className="govuk-body">The pack holds no money line.</p>}
      />
      {money.totals.length > 0 ? (
        <DataTable
          caption="What is felt each year: savings and income less investment"
          columns={totals}
          rows={money.totals}
          rowKey={(row) => row.series}
          note="Run rate: recurring lines in the last year of the horizon. Cash: the sum of the years."
        />
      ) : null}
    </Section>
  );
}

const levelOf = (each: PackOutcome): string =>
  each.passes
    ? each.warns
      ? 'Warning'
      : each.level === 'advisory'
        ? 'Advisory'
        : ''
    : each.level === 'advisory'
      ? 'Advisory'
      : 'Stops the gate';

/** Every criterion’s outcome as frozen, what does not pass first. */
export function PackOutcomes({ outcomes }: { outcomes: readonly PackOutcome[] }) {
  const order = (each: PackOutcome) => (each.passes ? (each.result === 'met' ? 2 : 1) : 0);
  return (
    <Section title="The criteria" note={`${outcomes.length} asked`} id="criteria">
      <RowList
        rows={[...outcomes]
          .sort((a, b) => order(a) - order(b))
          .map((each) => ({
            key: each.id,
            tag: resultTag(each),
            title: each.task,
            detail: <span dir="auto">{each.because}</span>,
            aside: levelOf(each),
          }))}
      />
    </Section>
  );
}

/** The open risks of the pack, scored on the scheme in force. */
export function PackRisks({ risks }: { risks: readonly PackRisk[] }) {
  const columns: DataColumn<PackRisk>[] = [
    { key: 'ref', header: 'Ref', cell: (row) => row.ref },
    {
      key: 'risk',
      header: 'Risk',
      cell: (row) => (
        <>
          <span dir="auto">{row.risk}</span>
          {row.wordsChanged ? (
            <span className="app-muted"> (worded otherwise when it was frozen)</span>
          ) : null}
        </>
      ),
    },
    { key: 'likelihood', header: 'Likelihood', cell: (row) => row.likelihood ?? '–', numeric: true },
    { key: 'impact', header: 'Impact', cell: (row) => row.impact ?? '–', numeric: true },
    {
      key: 'score',
      header: 'Score',
      cell: (row) => (row.score === undefined ? '–' : `${row.score}${row.band ? `, ${row.band}` : ''}`),
      nowrap: true,
    },
    { key: 'owner', header: 'Owner', cell: (row) => row.owner ?? 'nobody' },
    { key: 'accepted', header: 'Accepted by', cell: (row) => row.accepted ?? '–' },
  ];
  return (
    <Section title="Open risks" id="risks">
      <DataTable
        caption="Open risks in the pack"
        captionHidden
        columns={columns}
        rows={risks}
        rowKey={(row) => row.id}
        empty={<p className="govuk-body">The pack holds no open risk.</p>}
      />
    </Section>
  );
}

/** Conditions in force and waivers of this gate, as frozen. */
export function PackPromises({ conditions, waivers }: Pick<PackPageProps, 'conditions' | 'waivers'>) {
  return (
    <>
      <Section title="Conditions in force" id="conditions">
        {conditions.length === 0 ? (
          <p className="govuk-body">None.</p>
        ) : (
          <RowList
            rows={conditions.map((each) => ({
              key: each.id,
              tag: each.closed ? { tone: 'info', text: 'To confirm' } : { tone: 'warn', text: 'Open' },
              title: each.what,
              detail: `Gate ${each.gate}: ${each.owner}, due ${shortDay(each.due)}`,
            }))}
          />
        )}
      </Section>
      <Section title="Waivers" id="waivers">
        {waivers.length === 0 ? (
          <p className="govuk-body">None.</p>
        ) : (
          <RowList
            rows={waivers.map((each) => ({
              key: each.id,
              tag: { tone: 'warn', text: 'Waived' },
              title: each.task,
              detail: (
                <span dir="auto">
                  {each.why} Instead: {each.instead}, {each.owner}, by {shortDay(each.due)}.
                </span>
              ),
              aside: `${each.by}, ${ROLE_TITLES[each.role].toLowerCase()}, until ${shortDay(each.expires)}`,
            }))}
          />
        )}
      </Section>
    </>
  );
}
