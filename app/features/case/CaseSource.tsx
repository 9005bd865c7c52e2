import { shortDay } from '~/core/time/iso-day';
import { eventHref } from '~/features/history/event-link';
import { projectPath } from '~/features/projects/sections';
import { DataTable } from '~/ui/DataTable';
import { SummaryList } from '~/ui/SummaryList';
import type { ShownSourceDocument } from './shown';

/** The documents the record was taken from: read the original, what found no place, which labels were not there. */
export function CaseSource({
  sources,
  projectRef,
}: {
  sources: readonly ShownSourceDocument[];
  projectRef: string;
}) {
  if (sources.length === 0) {
    return <p className="govuk-body">This project was opened here; no document was taken in.</p>;
  }
  return (
    <>
      {sources.map((source) => (
        <Source key={source.seq} source={source} projectRef={projectRef} />
      ))}
    </>
  );
}

function Source({ source, projectRef }: { source: ShownSourceDocument; projectRef: string }) {
  const { name, programme, sha256, by, day, seq, unplaced, missing } = source;
  return (
    <>
      <SummaryList
        rows={[
          {
            key: 'Document',
            value: (
              <>
                {name}.{' '}
                <a className="govuk-link" href={projectPath(projectRef, `/case/original?document=${sha256}`)}>
                  Read the original
                </a>
              </>
            ),
          },
          ...(programme === undefined ? [] : [{ key: 'Programme it names', value: programme }]),
          {
            key: 'Taken in',
            value: (
              <>
                by {by},{' '}
                <a className="govuk-link" href={eventHref(projectRef, seq)}>
                  {shortDay(day)}
                </a>
              </>
            ),
          },
          { key: 'SHA-256', value: <span className="app-code">{sha256}</span> },
          {
            key: 'Labels not found',
            value: missing.length === 0 ? 'Every label of the form was found.' : missing.join('; '),
          },
        ]}
      />
      <DataTable
        caption="What could not be placed"
        rows={unplaced.map((each, index) => ({ ...each, key: String(index) }))}
        rowKey={(row) => row.key}
        rowHeader="line"
        empty={<p className="govuk-body">Every line of the document has a place in the record.</p>}
        columns={[
          { key: 'line', header: 'Line', numeric: true, cell: (row) => String(row.line) },
          { key: 'words', header: 'Words', cell: (row) => <span dir="auto">{row.words}</span> },
          { key: 'why', header: 'Why', cell: (row) => row.why ?? '–' },
        ]}
      />
    </>
  );
}
