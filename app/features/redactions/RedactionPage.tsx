import type { WhyNot } from '~/core/command/sent-back';
import { formatDay } from '~/core/time/iso-day';
import { ReasonForm } from '~/features/accounts/ReasonForm';
import { CommandForm, MayOrWhy, useTyped } from '~/features/forms';
import { SignedInPage } from '~/features/shell/SignedInPage';
import { Button } from '~/ui/Button';
import { Columns } from '~/ui/Columns';
import { PageHeading } from '~/ui/PageHeading';
import { Section } from '~/ui/Section';
import { SummaryList } from '~/ui/SummaryList';
import { Tag } from '~/ui/Tag';
import { WarningText } from '~/ui/WarningText';
import { WhatGoes, WhatStays, WhichEvent } from './EventToRedact';
import type { EventToRedact, ShownRedaction } from './redaction-view';

export interface RedactionPageProps {
  readonly redaction: ShownRedaction;
  readonly event: EventToRedact | undefined;
  readonly whyNotConfirm: WhyNot | undefined;
  readonly whyNotDecline: WhyNot | undefined;
}

/** One redaction: who asks for what and why, and the auditor's two answers. */
export function RedactionPage(props: RedactionPageProps) {
  const { redaction, event } = props;
  const { what, why, by, on, standing, ended } = redaction;
  return (
    <SignedInPage crumbs={[{ text: 'Redactions', href: '/redactions' }, { text: 'Redaction' }]}>
      <PageHeading
        title={what.kind === 'event' ? 'Redact the words of an event' : 'Redact a file'}
        meta={<Standing standing={standing} />}
      />
      <Columns side={<WhatStays />}>
        <SummaryList
          rows={[
            { key: 'Reason', value: <span dir="auto">{why}</span> },
            { key: 'Asked for by', value: `${by}, ${formatDay(on)}` },
            ...(ended
              ? [
                  {
                    key: standing === 'done' ? 'Confirmed by' : 'Declined by',
                    value: `${ended.by}, ${formatDay(ended.on)}${ended.why ? `: ${ended.why}` : ''}`,
                  },
                ]
              : []),
            ...(what.kind === 'file'
              ? [{ key: 'File, SHA-256', value: <span className="app-code">{what.sha256}</span> }]
              : []),
          ]}
        />
        {event ? <WhichEvent event={event} /> : null}
        {event ? <WhatGoes event={event} /> : null}
        {standing === 'asked' ? <Decide {...props} /> : null}
      </Columns>
    </SignedInPage>
  );
}

function Standing({ standing }: Pick<ShownRedaction, 'standing'>) {
  if (standing === 'asked') return <Tag tone="info">Asked for</Tag>;
  return standing === 'done' ? <Tag tone="good">Done</Tag> : <Tag>Declined</Tag>;
}

function Decide({ event, whyNotConfirm, whyNotDecline }: RedactionPageProps) {
  const typed = useTyped('confirm-redaction');
  return (
    <Section title="Decide" id="decide">
      <MayOrWhy whyNot={whyNotConfirm} id="confirm" label="Confirm this redaction" projectRef="">
        <CommandForm
          command="confirm-redaction"
          label="Confirm this redaction"
          hidden={{ digest: event ? event.digest : undefined }}
        >
          <WarningText>This cannot be taken back: what goes is gone for good.</WarningText>
          <Button variant="warning">
            {typed.cameBack ? 'Confirm this redaction again' : 'Confirm this redaction'}
          </Button>
        </CommandForm>
      </MayOrWhy>
      {whyNotDecline ? null : <ReasonForm command="decline-redaction" summary="Decline this redaction" />}
    </Section>
  );
}
