import { formatDay } from '~/core/time/iso-day';
import { Details } from '~/ui/Details';
import { Section } from '~/ui/Section';
import { SummaryList } from '~/ui/SummaryList';
import { Tag } from '~/ui/Tag';
import type { EventToRedact } from './redaction-view';

/** Which event it is and what it says now. */
export function WhichEvent({ event }: { event: EventToRedact }) {
  const { sentence, who, day, where, id, type } = event;
  return (
    <Section title="The event" id="event">
      <p className="govuk-body govuk-!-font-weight-bold" dir="auto">
        {sentence}
      </p>
      <SummaryList
        rows={[
          { key: 'Who', value: who },
          { key: 'Day', value: formatDay(day) },
          {
            key: 'Where',
            value: where.href ? (
              <a className="govuk-link" href={where.href}>
                {where.text}
              </a>
            ) : (
              where.text
            ),
          },
          { key: 'Kind', value: <span className="app-code">{type}</span> },
          { key: 'Id', value: <span className="app-code">{id}</span> },
        ]}
      />
    </Section>
  );
}

/** The words that go, and the body that stays. */
export function WhatGoes({ event }: { event: EventToRedact }) {
  const { words, left, digest, redacted } = event;
  return (
    <Section title={redacted ? 'Its words' : 'The words that would go'} id="words">
      {redacted ? (
        <p className="govuk-body">
          <Tag tone="warn">Redacted</Tag> Its words are gone.
        </p>
      ) : words.length === 0 ? (
        <p className="govuk-body">This event holds no words: only figures, dates and ids, which stay.</p>
      ) : (
        <SummaryList
          rows={words.map(({ where, text }, index) => ({
            key: `${where.charAt(0).toUpperCase()}${where.slice(1)}${
              words.filter((each) => each.where === where).length > 1 ? ` (${index + 1})` : ''
            }`,
            value: (
              <span className="app-plain-text" dir="auto">
                {text}
              </span>
            ),
          }))}
        />
      )}
      <Details summary="What is left, to the letter">
        <pre className="app-plain-text app-code" dir="auto">
          {left}
        </pre>
        <p className="govuk-body app-muted">
          Digest of what is left: <span className="app-code">{digest}</span>
        </p>
      </Details>
    </Section>
  );
}

/** What can still be proved once the words are gone. */
export function WhatStays() {
  return (
    <Section title="What stays provable" id="stays">
      <ul className="govuk-list govuk-list--bullet">
        <li>That the event happened: its number, day, who acted, its figures, dates and ids.</li>
        <li>
          Its place in both chains: they hold the digest of the words as they were, so nobody can put other
          words in their place or take the event away.
        </li>
        <li>
          That it was redacted, by which two people, when and why; verification tells a redacted event from an
          altered one.
        </li>
      </ul>
      <p className="govuk-body">
        The words themselves go from the record and from all that is drawn from it. Copies made before, such
        as backups, exports and print, keep them.
      </p>
    </Section>
  );
}
