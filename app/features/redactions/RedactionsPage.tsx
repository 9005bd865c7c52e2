import { shortDay } from '~/core/time/iso-day';
import { SignedInPage } from '~/features/shell/SignedInPage';
import { EmptyState } from '~/ui/EmptyState';
import { PageHeading } from '~/ui/PageHeading';
import { RowList } from '~/ui/RowList';
import { Section } from '~/ui/Section';
import type { Tone } from '~/ui/Tag';
import type { RedactionStanding, ShownRedaction } from './redaction-view';

type Listed = ShownRedaction & { readonly event: string };

const TAGS: Readonly<Record<RedactionStanding, { readonly tone: Tone; readonly text: string }>> = {
  asked: { tone: 'info', text: 'Asked for' },
  done: { tone: 'good', text: 'Done' },
  declined: { tone: 'neutral', text: 'Declined' },
};

export interface RedactionsPageProps {
  readonly open: readonly Listed[];
  readonly past: readonly Listed[];
}

/** Every redaction that was asked for: which wait for an auditor, and what became of the others. */
export function RedactionsPage({ open, past }: RedactionsPageProps) {
  return (
    <SignedInPage>
      <PageHeading title="Redactions" />
      <p className="govuk-body">
        Nothing is ever deleted. Words that must not be kept, such as somebody’s private affairs, are taken
        out of an event by two people: an administrator asks, an auditor confirms.
      </p>
      {open.length > 0 ? (
        <Section title="For an auditor to decide" id="open" note={String(open.length)}>
          <RowList rows={open.map(rowOf)} />
        </Section>
      ) : (
        <EmptyState title="No redaction waits for an auditor">
          An administrator asks for one from the page of an event: in the history of a project, or of an
          account.
        </EmptyState>
      )}
      {past.length > 0 ? (
        <Section title="Before" id="before" note={String(past.length)}>
          <RowList rows={past.map(rowOf)} />
        </Section>
      ) : null}
    </SignedInPage>
  );
}

function rowOf({ id, event, why, by, on, standing, ended }: Listed) {
  return {
    key: id,
    tag: TAGS[standing],
    title: event,
    href: `/redactions/${id}`,
    detail: (
      <>
        <span dir="auto">{why}</span>. Asked for by {by} on {shortDay(on)}
        {ended
          ? `; ${standing === 'done' ? 'confirmed' : 'declined'} by ${ended.by} on ${shortDay(ended.on)}`
          : ''}
      </>
    ),
  };
}
