import type { WhyNot } from '~/core/command/sent-back';
import { CommandForm, MayOrWhy, useTyped } from '~/features/forms';
import { WhyForm } from '~/features/registers/WhyForm';
import { Button } from '~/ui/Button';
import { Columns } from '~/ui/Columns';
import { Details } from '~/ui/Details';
import { Section } from '~/ui/Section';
import { SelectField } from '~/ui/SelectField';
import { TextAreaField } from '~/ui/TextAreaField';
import { TextField } from '~/ui/TextField';
import { EvidenceFields } from './AddForms';
import { FormFoot } from './FormFoot';
import type { Choices, DeliverableDetail, MilestoneDetail, ScheduleView } from './types';

interface DeliverableProps {
  view: ScheduleView;
  row: DeliverableDetail;
  choices: Choices;
}

function AmendDeliverable({ view, row, choices }: DeliverableProps) {
  const typed = useTyped('amend-deliverable');
  // Once a gate is set, a later one or none is the sponsor's to agree.
  const gates = choices.gates.filter(({ value }) => row.neededFor === '' || value <= row.neededFor);
  return (
    <CommandForm command="amend-deliverable" hidden={{ deliverableId: row.id }} label="Change its terms">
      <TextField {...typed.field('title', row.title)} label="Deliverable" />
      <SelectField
        {...typed.field('ownerId', row.owner)}
        label="Owner"
        placeholder="Nobody yet"
        options={choices.people}
      />
      <SelectField
        {...typed.field('neededFor', row.neededFor)}
        label="Needed for"
        {...(row.neededFor === ''
          ? { placeholder: 'No gate' }
          : { hint: 'An earlier gate only: the sponsor moves it to a later one.' })}
        options={gates}
      />
      <FormFoot path={view.path}>Save the deliverable</FormFoot>
    </CommandForm>
  );
}

function CompleteDeliverable({ row, choices }: DeliverableProps) {
  const typed = useTyped('complete-deliverable');
  const label = row.complete ? 'Correct how it was completed' : 'Complete it, with evidence';
  return (
    <Details summary={label} open={typed.cameBack || !row.complete}>
      <CommandForm command="complete-deliverable" hidden={{ deliverableId: row.id }} label={label}>
        <TextField
          {...typed.field('finish', row.finish)}
          label="Finished"
          hint="A date such as 15 Sep 2024 or Sept 2024"
          width={10}
        />
        <EvidenceFields
          attachments={choices.attachments}
          checks={typed.checks('evidence', row.evidence)}
          note={typed.field('note', row.note)}
        />
        <Button variant="secondary">Record as done</Button>
      </CommandForm>
    </Details>
  );
}

function MoveDeliverable({ row, choices }: DeliverableProps) {
  const typed = useTyped('move-deliverable');
  return (
    <Details summary="Move it to a later gate" open={typed.cameBack}>
      <CommandForm command="move-deliverable" hidden={{ deliverableId: row.id }} label="Move to a later gate">
        <SelectField
          {...typed.field('to')}
          label="Needed only for"
          placeholder="Choose a gate"
          options={choices.gates.filter(({ value }) => value > row.neededFor)}
        />
        <TextAreaField {...typed.field('why')} label="Why" rows={2} maxLength={10_000} />
        <Button variant="secondary">Move to a later gate</Button>
      </CommandForm>
    </Details>
  );
}

function Restore(props: {
  command: string;
  hidden: Record<string, string>;
  whyNot: WhyNot | undefined;
  projectRef: string;
}) {
  const { command, hidden, whyNot, projectRef } = props;
  return (
    <MayOrWhy whyNot={whyNot} id={`${command}-button`} label="Bring it back" projectRef={projectRef}>
      <CommandForm command={command} hidden={hidden} label="Bring it back">
        <p className="govuk-body">It is withdrawn. It stays in the history, and can be brought back.</p>
        <Button>Bring it back</Button>
      </CommandForm>
    </MayOrWhy>
  );
}

function DeliverableActs(props: DeliverableProps) {
  const { view, row } = props;
  const { whyNot } = row;
  const projectRef = view.marks.ref;
  return (
    <Section title="What else can be done" level={3}>
      <MayOrWhy
        whyNot={whyNot.complete}
        id="complete-deliverable-button"
        label="Complete it, with evidence"
        projectRef={projectRef}
      >
        <CompleteDeliverable {...props} />
      </MayOrWhy>
      {row.neededFor === '' || row.complete ? null : (
        <MayOrWhy
          whyNot={whyNot.move}
          id="move-deliverable-button"
          label="Move it to a later gate"
          projectRef={projectRef}
        >
          <MoveDeliverable {...props} />
        </MayOrWhy>
      )}
      <WhyForm
        command="withdraw-deliverable"
        form={row.id}
        hidden={{ deliverableId: row.id }}
        label="Withdraw this deliverable"
        whyNot={whyNot.withdraw}
        projectRef={projectRef}
      />
    </Section>
  );
}

/** One deliverable: its terms to change, and what else can be done with it. */
export function DeliverableEdit(props: DeliverableProps) {
  const { view, row } = props;
  const projectRef = view.marks.ref;
  if (row.withdrawn) {
    return (
      <Restore
        command="restore-deliverable"
        hidden={{ deliverableId: row.id }}
        whyNot={row.whyNot.restore}
        projectRef={projectRef}
      />
    );
  }
  return (
    <Columns side={<DeliverableActs {...props} />}>
      {row.moved ? (
        <p className="govuk-body" dir="auto">
          {row.moved}
        </p>
      ) : null}
      <MayOrWhy
        whyNot={row.whyNot.amend}
        id="amend-deliverable-button"
        label="Save the deliverable"
        projectRef={projectRef}
      >
        <AmendDeliverable {...props} />
      </MayOrWhy>
    </Columns>
  );
}

interface MilestoneProps {
  view: ScheduleView;
  row: MilestoneDetail;
  choices: Choices;
}

function AmendMilestone({ view, row, choices }: MilestoneProps) {
  const typed = useTyped('amend-milestone');
  return (
    <CommandForm command="amend-milestone" hidden={{ milestoneId: row.id }} label="Change the milestone">
      <TextField {...typed.field('title', row.title)} label="Milestone" />
      <SelectField
        {...typed.field('neededFor', row.neededFor)}
        label="Needed for"
        placeholder="No gate"
        options={choices.gates}
      />
      <FormFoot path={view.path}>Save the milestone</FormFoot>
    </CommandForm>
  );
}

/** One milestone: its title and gate to change, or to withdraw it. */
export function MilestoneEdit(props: MilestoneProps) {
  const { view, row } = props;
  const projectRef = view.marks.ref;
  const hidden = { milestoneId: row.id };
  if (row.withdrawn) {
    return (
      <Restore
        command="restore-milestone"
        hidden={hidden}
        whyNot={row.whyNot.restore}
        projectRef={projectRef}
      />
    );
  }
  return (
    <>
      <MayOrWhy
        whyNot={row.whyNot.amend}
        id="amend-milestone-button"
        label="Save the milestone"
        projectRef={projectRef}
      >
        <AmendMilestone {...props} />
      </MayOrWhy>
      <WhyForm
        command="withdraw-milestone"
        form={row.id}
        hidden={hidden}
        label="Withdraw this milestone"
        whyNot={row.whyNot.withdraw}
        projectRef={projectRef}
      />
    </>
  );
}
