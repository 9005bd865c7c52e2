import { CommandForm, useTyped } from '~/features/forms';
import { CheckboxesField } from '~/ui/CheckboxesField';
import { SelectField } from '~/ui/SelectField';
import { TextAreaField } from '~/ui/TextAreaField';
import { TextField } from '~/ui/TextField';
import { FormFoot } from './FormFoot';
import type { Choices, ScheduleView } from './types';

interface FormProps {
  view: ScheduleView;
  choices: Choices;
}

const DATE_HINT = 'Such as Sept 2024; “TBC” or “none”; leave empty if nobody has said';

/** A new deliverable with its dates. */
export function AddDeliverableForm({ view, choices }: FormProps) {
  const typed = useTyped('add-deliverable');
  return (
    <CommandForm command="add-deliverable" label="Add a deliverable">
      <TextField {...typed.field('title')} label="Deliverable" />
      <div className="app-field-row">
        <TextField {...typed.field('start', '')} label="Start" hint={DATE_HINT} width={10} />
        <TextField {...typed.field('finish', '')} label="Finish" hint={DATE_HINT} width={10} />
      </div>
      <SelectField
        {...typed.field('neededFor')}
        label="Needed for"
        placeholder="No gate"
        options={choices.gates}
      />
      <SelectField
        {...typed.field('ownerId')}
        label="Owner"
        placeholder="Nobody yet"
        options={choices.people}
      />
      <FormFoot path={view.path}>Add the deliverable</FormFoot>
    </CommandForm>
  );
}

/** A new milestone with its date. */
export function AddMilestoneForm({ view, choices }: FormProps) {
  const typed = useTyped('add-milestone');
  return (
    <CommandForm command="add-milestone" label="Add a milestone">
      <TextField {...typed.field('title')} label="Milestone" />
      <TextField {...typed.field('target', '')} label="Target date" hint={DATE_HINT} width={10} />
      <SelectField
        {...typed.field('neededFor')}
        label="Needed for"
        placeholder="No gate"
        options={choices.gates}
      />
      <FormFoot path={view.path}>Add the milestone</FormFoot>
    </CommandForm>
  );
}

/** The day the change went live, with what shows it. */
export function GoLiveForm({ view, choices }: FormProps) {
  const typed = useTyped('record-go-live');
  const { goLive } = view;
  return (
    <CommandForm command="record-go-live" label="Record go-live">
      <TextField
        {...typed.field('date', goLive?.text)}
        label="Day of go-live"
        hint="The whole day, such as 15 Sep 2024"
        width={10}
      />
      <EvidenceFields
        attachments={choices.attachments}
        checks={typed.checks('evidence', goLive?.evidence)}
        note={typed.field('note', goLive?.note ?? '')}
      />
      <FormFoot path={view.path}>Record go-live</FormFoot>
    </CommandForm>
  );
}

type Typed = ReturnType<typeof useTyped>;

/** What shows that something happened: documents of the project, or a note that names it. */
export function EvidenceFields(props: {
  attachments: Choices['attachments'];
  checks: ReturnType<Typed['checks']>;
  note: ReturnType<Typed['field']>;
}) {
  return (
    <>
      {props.attachments.length > 0 ? (
        <CheckboxesField {...props.checks} label="Evidence" options={props.attachments} />
      ) : null}
      <TextAreaField
        {...props.note}
        label="What shows it"
        hint="Needed where no document is chosen: name the report, minute or notice."
        rows={3}
        maxLength={10_000}
      />
    </>
  );
}
