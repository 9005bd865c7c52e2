import { CommandForm, MayOrWhy, useTyped } from '~/features/forms';
import { projectPath } from '~/features/projects/sections';
import { Button } from '~/ui/Button';
import { ButtonGroup } from '~/ui/ButtonGroup';
import { ButtonLink } from '~/ui/ButtonLink';
import { CheckboxesField } from '~/ui/CheckboxesField';
import { PartialDateField } from '~/ui/PartialDateField';
import { Section } from '~/ui/Section';
import { TextAreaField } from '~/ui/TextAreaField';
import type { Choices, ScheduleView } from './types';

/** The day the change went live, as the service recorded it. */
export function GoLiveSection({ view: { goLive, whyNot, marks } }: { view: ScheduleView }) {
  const label = goLive ? 'Correct go-live' : 'Record go-live';
  return (
    <Section title="Go-live" id="go-live">
      {goLive ? (
        <p className="govuk-body">
          Live since <strong>{goLive.text}</strong>, recorded by{' '}
          <a className="govuk-link" href={goLive.href}>
            {goLive.by}
          </a>
          : <span dir="auto">{goLive.rests}</span>
        </p>
      ) : (
        <p className="govuk-body">
          Not yet recorded. The BAU owner records the day, with evidence, once Gate 3 is approved.
        </p>
      )}
      <MayOrWhy whyNot={whyNot.goLive} id="record-go-live-button" label={label} projectRef={marks.ref}>
        <ButtonLink href={`${projectPath(marks.ref, '/schedule')}?edit=go-live`} variant="secondary" small>
          {label}
        </ButtonLink>
      </MayOrWhy>
    </Section>
  );
}

/** The day of go-live with what shows it. */
export function GoLiveForm({ view, choices }: { view: ScheduleView; choices: Choices }) {
  const typed = useTyped('record-go-live');
  const { goLive, marks, whyNot } = view;
  return (
    <Section title="Record go-live" id="edit">
      <MayOrWhy
        whyNot={whyNot.goLive}
        id="record-go-live-button"
        label="Record go-live"
        projectRef={marks.ref}
      >
        <CommandForm command="record-go-live" label="Record go-live">
          <PartialDateField
            {...typed.date('date', goLive?.day)}
            label="The day the change went live"
            hint="Such as 16 9 2024"
          />
          {choices.attachments.length > 0 ? (
            <CheckboxesField
              {...typed.checks('evidence', goLive?.evidence)}
              label="Evidence"
              options={choices.attachments}
            />
          ) : null}
          <TextAreaField
            {...typed.field('note', goLive?.note)}
            label="What shows it"
            hint="Needed where no document is chosen"
            rows={3}
            maxLength={10_000}
          />
          <ButtonGroup>
            <Button>Record go-live</Button>
            <a className="govuk-link" href={projectPath(marks.ref, '/schedule')}>
              Cancel
            </a>
          </ButtonGroup>
        </CommandForm>
      </MayOrWhy>
    </Section>
  );
}
