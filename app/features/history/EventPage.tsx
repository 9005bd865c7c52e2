import { formatDay } from '~/core/time/iso-day';
import { projectPath } from '~/features/projects/sections';
import { AskLink } from '~/features/redactions/AskLink';
import { Section } from '~/ui/Section';
import { SummaryList } from '~/ui/SummaryList';
import { Tag } from '~/ui/Tag';
import { eventAnchor, eventHref } from './event-link';
import { EventChanges } from './EventChanges';
import { PART_WORDS, type EventPageProps } from './shown';

/** One event with all it says, its envelope and the hashes that chain it. */
export function EventPage({ projectRef, total, event, envelope, seal }: EventPageProps) {
  const { seq, sentence, who, actingFor, day, recorded, recordedAt, changes, section } = event;
  return (
    <>
      <Section
        title={`Event ${seq} of ${total}`}
        id={eventAnchor(seq)}
        actions={
          <a
            className="govuk-link app-no-print"
            href={projectPath(projectRef, `/history?before=${seq + 25}#${eventAnchor(seq)}`)}
          >
            In the history
          </a>
        }
      >
        <p className="govuk-body govuk-!-font-weight-bold" dir="auto">
          {sentence}
        </p>
        <EventChanges changes={changes} />
        <SummaryList
          rows={[
            { key: 'Who', value: `${who}${actingFor ? `, for ${actingFor}` : ''}` },
            { key: 'Day', value: <time dateTime={day}>{formatDay(day)}</time> },
            { key: 'Recorded', value: <time dateTime={recordedAt}>{recorded}</time> },
            { key: 'Part of the record', value: PART_WORDS[section] },
          ]}
        />
      </Section>
      <Envelope envelope={envelope} seal={seal} />
      <nav className="app-pagination" aria-label="Events next to this one">
        <ul>
          {seq > 1 ? (
            <li>
              <a className="govuk-link" href={eventHref(projectRef, seq - 1)} rel="prev">
                Previous: event {seq - 1}
              </a>
            </li>
          ) : null}
          {seq < total ? (
            <li>
              <a className="govuk-link" href={eventHref(projectRef, seq + 1)} rel="next">
                Next: event {seq + 1}
              </a>
            </li>
          ) : null}
        </ul>
      </nav>
    </>
  );
}

function Envelope({ envelope, seal }: Pick<EventPageProps, 'envelope' | 'seal'>) {
  const code = (words: string) => <span className="app-code">{words}</span>;
  return (
    <Section title="Envelope and chain" id="envelope">
      {seal.redacted ? (
        <p className="govuk-body">
          <Tag tone="warn">Redacted</Tag> Its text and names were taken out; figures, dates and the chain
          stand.
        </p>
      ) : null}
      <SummaryList
        rows={[
          { key: 'Id', value: code(envelope.id) },
          { key: 'Kind', value: code(`${envelope.type} v${envelope.v}`) },
          { key: 'Stream', value: code(envelope.stream) },
          { key: 'Number in the programme', value: envelope.globalSeq.toLocaleString('en-GB') },
          { key: 'Command', value: code(envelope.commandId) },
          { key: 'Recorded (UTC)', value: code(envelope.recordedAt) },
          { key: 'Digest of its body', value: code(seal.bodyDigest) },
          { key: 'Hash in the project’s chain', value: code(seal.streamHash) },
          { key: 'Hash in the programme’s chain', value: code(seal.programmeHash) },
        ]}
      />
      {seal.redacted ? null : (
        <p className="govuk-body">
          <AskLink event={envelope.id} about="its words" />
        </p>
      )}
      <p className="govuk-body app-muted">
        Each hash is SHA-256 over the hash before it and this envelope, so nothing before it can change
        unseen.
      </p>
    </Section>
  );
}
