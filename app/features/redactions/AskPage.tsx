import type { WhyNot } from '~/core/command/sent-back';
import { CommandForm, MayOrWhy, useTyped } from '~/features/forms';
import { SignedInPage } from '~/features/shell/SignedInPage';
import { Button } from '~/ui/Button';
import { Columns } from '~/ui/Columns';
import { HiddenFields } from '~/ui/HiddenFields';
import { PageHeading } from '~/ui/PageHeading';
import { RadiosField } from '~/ui/RadiosField';
import { Section } from '~/ui/Section';
import { TextAreaField } from '~/ui/TextAreaField';
import { WhatGoes, WhatStays, WhichEvent } from './EventToRedact';
import type { EventToRedact } from './redaction-view';

export interface AskPageProps {
  readonly event: EventToRedact;
  readonly whyNotAsk: WhyNot | undefined;
}

/** Asks for an event's words, or the file it brought, to be taken out of the record. */
export function AskPage({ event, whyNotAsk }: AskPageProps) {
  return (
    <SignedInPage crumbs={[{ text: 'Redactions', href: '/redactions' }, { text: 'Ask for one' }]}>
      <PageHeading title="Ask for a redaction" />
      <Columns side={<WhatStays />}>
        <WhichEvent event={event} />
        <WhatGoes event={event} />
        <Section title="Ask" id="ask">
          <MayOrWhy whyNot={whyNotAsk} id="ask-button" label="Ask for this redaction" projectRef="">
            <AskForm event={event} />
          </MayOrWhy>
        </Section>
      </Columns>
    </SignedInPage>
  );
}

function AskForm({ event }: { event: EventToRedact }) {
  const typed = useTyped('ask-redaction');
  return (
    <CommandForm command="ask-redaction" label="Ask for a redaction">
      {event.files.length > 0 ? (
        <RadiosField
          {...typed.field('target', 'words')}
          label="What is to go"
          options={[
            { value: 'words', label: 'The words of the event' },
            {
              value: 'file',
              label: 'The file it brought',
              hint: <span className="app-code">SHA-256 {event.files[0]}</span>,
            },
          ]}
        />
      ) : (
        <HiddenFields values={{ target: 'words' }} />
      )}
      <TextAreaField
        {...typed.field('why')}
        label="Reason"
        hint="It is kept in the record: do not repeat here what is to be taken out"
        rows={3}
        maxLength={2_000}
      />
      <Button>Ask for this redaction</Button>
    </CommandForm>
  );
}
