import type { ShownChange, ShownRefusal } from '~/core/command/sent-back';
import { shortDay } from '~/core/time/iso-day';
import { fixHref } from '~/features/projects/sections';
import { Callout } from '~/ui/Callout';
import { Details } from '~/ui/Details';
import { Difference } from '~/ui/Difference';
import { ErrorSummary } from '~/ui/ErrorSummary';
import type { Typed } from './use-typed';

export interface RefusalListProps {
  refusals: readonly ShownRefusal[];
  /** Of the project the fixes lie in; without one they are no links. */
  projectRef: string;
  title?: string;
}

/** Every reason why something was refused, each with who can mend it and a link to where. */
export function RefusalList({ refusals, projectRef, title = 'This was not done' }: RefusalListProps) {
  return (
    <div className="govuk-error-summary" role="alert" tabIndex={-1}>
      <h2 className="govuk-error-summary__title">{title}</h2>
      <div className="govuk-error-summary__body">
        <ul className="govuk-list govuk-list--bullet">
          {refusals.map((each, index) => (
            <li key={`${each.reason}-${index}`}>
              {each.fix && projectRef !== '' ? (
                <a className="govuk-link" href={fixHref(projectRef, each.fix)}>
                  {each.because}
                </a>
              ) : (
                each.because
              )}
              {each.who ? <span className="app-muted"> Who can: {each.who}.</span> : null}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

const SECTION_WORDS: Readonly<Record<string, string>> = {
  project: 'The project',
  case: 'Case',
  people: 'People',
  schedule: 'Schedule',
  finance: 'Finance',
  benefits: 'Benefits',
  risks: 'Risks',
  registers: 'Registers',
  evidence: 'Documents',
  findings: 'Findings',
  gates: 'Gates',
  comments: 'Comments',
};

/** What others did while the form was being filled in. What was typed is still in it: sent again, it counts. */
export function StaleNotice({ changed }: { changed: readonly ShownChange[] }) {
  return (
    <div role="alert">
      <Callout
        tone="warn"
        heading="Somebody changed this while you were writing"
        intro="Nothing was saved yet, and what you typed is below. Read what changed, correct it if need be, and send it again."
      >
        {changed.map(({ section, events }) => (
          <section key={section} aria-label={SECTION_WORDS[section] ?? section}>
            <h3 className="govuk-heading-s">{SECTION_WORDS[section] ?? section}</h3>
            {events.map((event) => (
              <div key={event.seq}>
                <p className="govuk-body">
                  {event.by}, {shortDay(event.day)}: {event.sentence}
                </p>
                {event.changes.length > 0 ? (
                  <Details summary="What it was and what it is">
                    <Difference
                      caption={event.sentence}
                      captionHidden
                      rows={event.changes.map(({ what, before, after }) => ({
                        label: what,
                        before: before ?? 'nothing',
                        after: after ?? 'nothing',
                      }))}
                    />
                  </Details>
                ) : null}
              </div>
            ))}
          </section>
        ))}
      </Callout>
    </div>
  );
}

const CONFLICT =
  'This form had been used before for something else. Nothing was saved; what you typed is below. Send it again.';
const BUSY =
  'The record was busy. Nothing was saved, and what you typed is below. Send it again in a moment.';

/** Why a form came back, above its fields; nothing while it has not. */
export function Outcome({ typed, projectRef }: { typed: Typed; projectRef: string }) {
  const { why, errors } = typed;
  if (!why) return null;
  switch (why.kind) {
    case 'invalid':
      return <ErrorSummary errors={errors} />;
    case 'refused':
      return <RefusalList refusals={why.refusals} projectRef={projectRef} />;
    case 'stale':
      return <StaleNotice changed={why.changed} />;
    case 'conflict':
      return <ErrorSummary title="Send this again" errors={[{ message: CONFLICT }]} />;
    case 'unavailable':
      return <ErrorSummary title="Send this again" errors={[{ message: BUSY }]} />;
  }
}
