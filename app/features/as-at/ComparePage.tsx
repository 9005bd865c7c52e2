import type { Section as Part } from '~/core/project/state';
import { formatDay, shortDay, type IsoDay } from '~/core/time/iso-day';
import { EventChanges } from '~/features/history/EventChanges';
import { eventHref } from '~/features/history/event-link';
import { PART_WORDS } from '~/features/history/shown';
import { projectPath } from '~/features/projects/sections';
import { DataTable, type DataColumn } from '~/ui/DataTable';
import { Details } from '~/ui/Details';
import { EmptyState } from '~/ui/EmptyState';
import { Section } from '~/ui/Section';
import { Timeline } from '~/ui/Timeline';
import { TwoDaysForm, type TwoDays } from './TwoDaysForm';

interface EventTold {
  readonly seq: number;
  readonly day: IsoDay;
  readonly who: string;
  readonly actingFor: string | undefined;
  readonly sentence: string;
  readonly changes: readonly {
    readonly what: string;
    readonly before: string | undefined;
    readonly after: string | undefined;
  }[];
}

interface FigureRow {
  readonly key: string;
  readonly what: string;
  readonly before: string;
  readonly after: string;
  readonly by?: string;
}

type Chosen = Extract<TwoDays, { kind: 'days' }>;
type Asked = Extract<TwoDays, { kind: 'form' }>;

interface Always {
  readonly projectRef: string;
  /** The first day of the record. */
  readonly began: IsoDay;
}

interface Compared extends Always, Chosen {
  /** Events between the two days, and how many of them are told here. */
  readonly total: number;
  readonly told: number;
  readonly sections: readonly { readonly section: Part; readonly events: readonly EventTold[] }[];
  readonly figures: readonly { readonly part: string; readonly rows: readonly FigureRow[] }[];
}

export type ComparePageProps = (Always & Asked) | Compared;

/** What changed in a project between two days: the figures before and after, and every change in words, by part. */
export function ComparePage(props: ComparePageProps) {
  return (
    <>
      <TwoDaysForm
        asked={props}
        action={projectPath(props.projectRef, '/compare')}
        began={props.began}
        beganWords="The record begins"
      />
      {props.kind === 'days' ? <Differences {...props} /> : null}
    </>
  );
}

function Differences(props: Compared) {
  const { projectRef, from, to, total } = props;
  if (total === 0 && props.figures.length === 0) {
    return (
      <EmptyState title={`Nothing changed from ${formatDay(from)} to ${formatDay(to)}`}>
        No event is recorded between the ends of the two days, and no figure differs.
      </EmptyState>
    );
  }
  return (
    <>
      <p className="govuk-body-l">
        {total === 1 ? 'One event' : `${total.toLocaleString('en-GB')} events`} from the end of{' '}
        <a className="govuk-link" href={`${projectPath(projectRef)}?asAt=${from}`}>
          {formatDay(from)}
        </a>{' '}
        to the end of{' '}
        <a className="govuk-link" href={`${projectPath(projectRef)}?asAt=${to}`}>
          {formatDay(to)}
        </a>
        .
      </p>
      <Figures {...props} />
      {props.sections.map(({ section, events }) => (
        <Section
          key={section}
          id={section}
          title={PART_WORDS[section]}
          note={`${events.length} ${events.length === 1 ? 'event' : 'events'}`}
        >
          <Timeline items={events.map((event) => itemOf(event, projectRef))} />
        </Section>
      ))}
      <Untold {...props} />
    </>
  );
}

function Untold({ projectRef, total, told }: Compared) {
  if (total <= told) return null;
  return (
    <p className="govuk-body">
      These are the first {told.toLocaleString('en-GB')} of {total.toLocaleString('en-GB')} events. Choose
      days nearer to each other, or read on in{' '}
      <a className="govuk-link" href={projectPath(projectRef, '/history')}>
        the history
      </a>
      .
    </p>
  );
}

function Figures({ figures, from, to }: Compared) {
  const columns: readonly DataColumn<FigureRow>[] = [
    { key: 'what', header: 'Figure', cell: ({ what }) => <span dir="auto">{what}</span> },
    { key: 'before', header: shortDay(from), numeric: true, cell: ({ before }) => before },
    { key: 'after', header: shortDay(to), numeric: true, cell: ({ after }) => <strong>{after}</strong> },
    { key: 'by', header: 'Difference', numeric: true, cell: ({ by }) => by ?? '' },
  ];
  return (
    <Section title="Figures before and after" id="figures">
      {figures.length === 0 ? (
        <p className="govuk-body">No gate, amount, risk or benefit differs between the two days.</p>
      ) : (
        figures.map(({ part, rows }) => (
          <DataTable
            key={part}
            caption={part}
            columns={columns}
            rows={rows}
            rowKey={({ key }) => key}
            narrow="scroll"
          />
        ))
      )}
    </Section>
  );
}

/** Changes of one event that are folded away when there are more. */
const MANY = 6;

function itemOf({ seq, day, sentence, who, actingFor, changes }: EventTold, projectRef: string) {
  return {
    key: String(seq),
    when: { iso: day, text: shortDay(day) },
    title: <span dir="auto">{sentence}</span>,
    who: (
      <>
        {who}
        {actingFor ? ` for ${actingFor}` : ''} ·{' '}
        <a className="govuk-link govuk-link--muted" href={eventHref(projectRef, seq)}>
          Event {seq}
        </a>
      </>
    ),
    body:
      changes.length > MANY ? (
        <Details summary={`${changes.length} things changed`}>
          <EventChanges changes={changes} />
        </Details>
      ) : (
        <EventChanges changes={changes} />
      ),
  };
}
