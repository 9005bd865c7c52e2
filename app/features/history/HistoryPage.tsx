import { shortDay } from '~/core/time/iso-day';
import { projectPath } from '~/features/projects/sections';
import { Details } from '~/ui/Details';
import { EmptyState } from '~/ui/EmptyState';
import { FilterBar } from '~/ui/FilterBar';
import { Section } from '~/ui/Section';
import { SelectField } from '~/ui/SelectField';
import { TextField } from '~/ui/TextField';
import { Timeline } from '~/ui/Timeline';
import { eventAnchor, eventHref } from './event-link';
import { EventChanges } from './EventChanges';
import { PART_WORDS, type HistoryPageProps, type ShownEvent } from './shown';

/** Every event of a project in words, newest first: who, when, what it was and what it is. */
export function HistoryPage(props: HistoryPageProps) {
  const { projectRef, asked, events, total } = props;
  const narrowed = asked.section !== undefined || asked.person !== undefined || asked.text !== undefined;
  return (
    <Section
      title="History"
      note={`${total.toLocaleString('en-GB')} ${total === 1 ? 'event' : 'events'} in all`}
    >
      <Filter {...props} narrowed={narrowed} />
      {events.length === 0 ? (
        <EmptyState title={narrowed ? 'No event fits' : 'No event on this page'}>
          <p className="govuk-body">
            <a className="govuk-link" href={projectPath(projectRef, '/history')}>
              Show the whole history
            </a>
          </p>
        </EmptyState>
      ) : (
        <Timeline items={events.map((event) => itemOf(event, projectRef))} />
      )}
      <Way {...props} />
      <Head {...props} />
    </Section>
  );
}

function itemOf(event: ShownEvent, projectRef: string) {
  const { seq, day, sentence, who, actingFor, recorded, changes, section } = event;
  return {
    key: String(seq),
    id: eventAnchor(seq),
    when: { iso: day, text: shortDay(day) },
    title: <span dir="auto">{sentence}</span>,
    who: (
      <>
        {who}
        {actingFor ? ` for ${actingFor}` : ''} · {PART_WORDS[section]} ·{' '}
        <a className="govuk-link govuk-link--muted" href={eventHref(projectRef, seq)}>
          Event {seq}
        </a>{' '}
        · <span className="app-muted">recorded {recorded}</span>
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

/** Changes of one event that are folded away when there are more. */
const MANY = 6;

function Filter({ projectRef, asked, sections, people, narrowed }: HistoryPageProps & { narrowed: boolean }) {
  const path = projectPath(projectRef, '/history');
  return (
    <FilterBar label="Narrow the history" action={path} {...(narrowed ? { clearHref: path } : {})}>
      <SelectField
        name="section"
        label="Part of the record"
        placeholder="All"
        options={sections.map((each) => ({ value: each, text: PART_WORDS[each] }))}
        defaultValue={asked.section ?? ''}
      />
      <SelectField
        name="person"
        label="Person"
        placeholder="Everybody"
        options={people}
        defaultValue={asked.person ?? ''}
      />
      <TextField name="text" label="Words" type="search" width={20} defaultValue={asked.text ?? ''} />
    </FilterBar>
  );
}

function Way({ projectRef, asked, older, newer, events }: HistoryPageProps) {
  const href = (key: Readonly<Record<string, number>>) => {
    const kept = Object.entries({ ...asked, ...key }).flatMap(([name, value]) =>
      value === undefined ? [] : [`${name}=${encodeURIComponent(String(value))}`],
    );
    return projectPath(projectRef, `/history${kept.length > 0 ? `?${kept.join('&')}` : ''}`);
  };
  const [first, last] = [events[0]?.seq, events.at(-1)?.seq];
  if (older === undefined && newer === undefined) return null;
  return (
    <nav className="app-pagination" aria-label="Pages of the history">
      {first === undefined ? null : (
        <p>
          Events {first} to {last}
        </p>
      )}
      <ul>
        {newer === undefined ? null : (
          <>
            <li>
              <a className="govuk-link" href={href({})}>
                Newest
              </a>
            </li>
            <li>
              <a className="govuk-link" href={href({ after: newer })} rel="prev">
                Newer
              </a>
            </li>
          </>
        )}
        {older === undefined ? null : (
          <li>
            <a className="govuk-link" href={href({ before: older })} rel="next">
              Older
            </a>
          </li>
        )}
      </ul>
    </nav>
  );
}

function Head({ head }: HistoryPageProps) {
  return (
    <Section title="Proof that nothing was altered" level={3} id="head">
      <p className="govuk-body">
        Every event is chained to the one before it. The programme’s chain now ends at event{' '}
        <strong className="app-figure">{head.seq.toLocaleString('en-GB')}</strong>:
      </p>
      <p className="govuk-body app-code">
        {head.seq}:{head.hash}
      </p>
      <p className="govuk-body">
        Keep this line outside the tracker. Whoever runs it can hold the journal against it later:{' '}
        <code className="app-code">
          npm run tracker -- verify --head {head.seq}:{head.hash}
        </code>
        . A journal that was shortened or rewritten since then no longer fits. Somebody who owns the database
        and every line kept outside could still make both again; that is not proved.
      </p>
    </Section>
  );
}
