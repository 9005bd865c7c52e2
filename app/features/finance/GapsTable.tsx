import { DataTable } from '~/ui/DataTable';
import { Tag } from '~/ui/Tag';
import type { GapShown } from './reconciliation-types';

function Explained({ gap }: { gap: GapShown }) {
  const { explained, amount, mend, state } = gap;
  return (
    <>
      {explained.map(({ key, amount: part, why, by, href }) => (
        <p className="app-gap__why" key={key}>
          {part}: <span dir="auto">{why}</span>
          <span className="app-cell-note">
            <a className="govuk-link" href={href}>
              {by}
            </a>
          </span>
        </p>
      ))}
      {amount.why ? <p className="app-gap__why">{amount.why}</p> : null}
      {state === 'explained' ? null : (
        <p className="app-gap__why app-no-print">
          <a className="govuk-link" href={mend.href}>
            {mend.text}
            <span className="govuk-visually-hidden">
              : {gap.line.title}, {gap.year}
            </span>
          </a>
        </p>
      )}
    </>
  );
}

function State({ gap }: { gap: GapShown }) {
  if (gap.state === 'explained') return <Tag tone="good">Explained</Tag>;
  if (gap.state === 'cannot-tell') return <Tag tone="neutral">Cannot tell</Tag>;
  return (
    <>
      <Tag tone="bad">Open</Tag>
      {gap.open === gap.amount.text ? null : <span className="app-cell-note">{gap.open} of it</span>}
    </>
  );
}

/** Every difference between two series of a line: open ones first, each explanation with its amount, its author and its event. */
export function GapsTable({ gaps }: { gaps: readonly GapShown[] }) {
  return (
    <DataTable
      caption="Differences between the series, those not explained first"
      captionHidden
      columns={[
        { key: 'year', header: 'Year', cell: (gap) => gap.year, nowrap: true },
        {
          key: 'line',
          header: 'Line',
          cell: (gap) => (
            <a className="govuk-link" href={gap.line.href} dir="auto">
              {gap.line.title}
            </a>
          ),
        },
        { key: 'what', header: 'Difference', cell: (gap) => gap.what },
        {
          key: 'amount',
          header: 'Effect in the year',
          numeric: true,
          cell: (gap) =>
            gap.amount.why ? <em className="app-muted">{gap.amount.text}</em> : gap.amount.text,
        },
        { key: 'state', header: 'Explained', cell: (gap) => <State gap={gap} /> },
        { key: 'why', header: 'Why', cell: (gap) => <Explained gap={gap} /> },
      ]}
      rows={gaps}
      rowKey={(gap) => gap.key}
      rowHeader={null}
      narrow="cards"
      empty={<p className="govuk-body">The series agree in every year.</p>}
      note="An explanation is of the amount beside it, and lapses when either figure moves."
    />
  );
}
