import { fixHref, rowAnchor } from '~/features/projects/sections';
import { WhyForm } from '~/features/registers/WhyForm';
import { Words } from '~/features/registers/Words';
import { DataTable, type DataColumn } from '~/ui/DataTable';
import { Tag } from '~/ui/Tag';
import { COURSE_TONES, type ShownBenefit, type ShownReading } from './shown';

type Props = { benefit: ShownBenefit; projectRef: string };

const columns = (projectRef: string): readonly DataColumn<ShownReading>[] => [
  {
    key: 'date',
    header: 'Of',
    cell: (row) => <span id={rowAnchor(row.id)}>{row.date}</span>,
    nowrap: true,
  },
  {
    key: 'value',
    header: 'Value',
    numeric: true,
    cell: (row) => (row.withdrawn ? <s>{row.value}</s> : <strong>{row.value}</strong>),
  },
  {
    key: 'means',
    header: 'What it says',
    cell: (row) =>
      row.withdrawn ? (
        <>
          <Tag>Withdrawn</Tag> <Words>{row.withdrawn}</Words>
        </>
      ) : (
        <>
          {row.progress ?? 'There is no baseline and target to hold it against.'} Taken {row.when}.
          {row.course ? (
            <div className="app-muted">
              <Tag tone={COURSE_TONES[row.course.state]}>{row.course.text}</Tag> {row.course.words}
            </div>
          ) : null}
        </>
      ),
  },
  {
    key: 'source',
    header: 'Source and evidence',
    cell: (row) => (
      <>
        <Words>{row.source}</Words>
        {row.evidence.map(({ id, name }) => (
          <div key={id}>
            <a className="govuk-link" href={fixHref(projectRef, { screen: 'documents', row: id })} dir="auto">
              {name}
            </a>
          </div>
        ))}
        <div className="app-muted">{row.by}</div>
      </>
    ),
  },
];

/** What was read of a benefit, oldest first, each held against its baseline and target. */
export function Readings({ benefit, projectRef }: Props) {
  const { id, readings, terms, category } = benefit;
  const mine = readings.filter((each) => !each.withdrawn && !each.whyNotWithdraw);
  return (
    <>
      <DataTable
        caption={`Readings: baseline ${terms.baseline ?? 'not given'}, target ${terms.target ?? 'not given'}`}
        captionHidden
        columns={columns(projectRef)}
        rows={readings}
        rowKey={(row) => row.id}
        empty={<p className="govuk-body app-muted">No reading is recorded.</p>}
      />
      {mine.map((reading) => (
        <WhyForm
          key={reading.id}
          command="withdraw-reading"
          form={reading.id}
          hidden={{ benefitId: id, readingId: reading.id }}
          label={`Withdraw the ${category} reading of ${reading.date}: ${reading.value}`}
          whyNot={undefined}
          projectRef={projectRef}
        />
      ))}
    </>
  );
}
