import { shortDay } from '~/core/time/iso-day';
import { CommandForm, MayOrWhy, useTyped } from '~/features/forms';
import { rowAnchor } from '~/features/projects/sections';
import { Button } from '~/ui/Button';
import { Details } from '~/ui/Details';
import { PartialDateField } from '~/ui/PartialDateField';
import { PlainText } from '~/ui/PlainText';
import { Section } from '~/ui/Section';
import { TextAreaField } from '~/ui/TextAreaField';
import { TextField } from '~/ui/TextField';
import { AttachmentsField } from './EvidenceForm';
import type { AttachmentChoice } from './gate-view';
import type { OpinionsView } from './gates-view';

export interface OpinionsProps {
  opinions: OpinionsView;
  today: string;
  attachments: readonly AttachmentChoice[];
  projectRef: string;
}

/** Assurance opinions, newest first: what somebody outside the team thinks of delivery, never a decision. */
export function Opinions(props: OpinionsProps) {
  const { opinions } = props;
  return (
    <Section title="Assurance opinions" note="never a decision" id="opinions">
      {opinions.all.length === 0 ? (
        <p className="govuk-body">Nobody outside the team has given one.</p>
      ) : null}
      {opinions.all.map((each) => (
        <div key={each.id} id={rowAnchor(each.id)}>
          <p className="govuk-body govuk-!-margin-bottom-1">
            <strong dir="auto">{each.rating}</strong> on <span dir="auto">{each.scale}</span>, {each.by},{' '}
            {shortDay(each.given)}
          </p>
          <PlainText text={each.summary} />
          {each.evidence.length > 0 ? (
            <p className="govuk-body-s">Rests on: {each.evidence.map((one) => one.name).join(', ')}</p>
          ) : null}
        </div>
      ))}
      <GiveForm {...props} />
    </Section>
  );
}

function GiveForm({ opinions, today, attachments, projectRef }: OpinionsProps) {
  const typed = useTyped('give-assurance-opinion');
  const label = 'Give an opinion';
  return (
    <Details summary={label} open={typed.cameBack}>
      <MayOrWhy whyNot={opinions.give} id="give-opinion-button" label={label} projectRef={projectRef}>
        <CommandForm command="give-assurance-opinion" label={label}>
          <TextField {...typed.field('rating')} label="Rating" hint="Such as Amber/Green" width={20} />
          <TextField
            {...typed.field('scale')}
            label="The scale it is on"
            hint="Such as delivery confidence, five points from red to green"
          />
          <PartialDateField {...typed.date('given', today)} label="Given on" hint="A whole day" />
          <TextAreaField {...typed.field('summary')} label="Summary" rows={4} />
          <AttachmentsField typed={typed} name="evidence" attachments={attachments} projectRef={projectRef} />
          <Button>{label}</Button>
        </CommandForm>
      </MayOrWhy>
    </Details>
  );
}
