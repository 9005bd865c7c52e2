import { CommandForm, MayOrWhy, useTyped, type Typed } from '~/features/forms';
import { ROLE_TITLES } from '~/features/people/role-titles';
import { Button } from '~/ui/Button';
import { Details } from '~/ui/Details';
import { PartialDateField } from '~/ui/PartialDateField';
import { SelectField, type SelectOption } from '~/ui/SelectField';
import { TextAreaField } from '~/ui/TextAreaField';
import { TextField } from '~/ui/TextField';
import type { DeciderView } from './gate-view';

export interface ApproveProps {
  decider: DeciderView;
  gate: number;
  packDigest: string;
  projectRef: string;
  people: readonly SelectOption[];
  conditionRows: number;
}

/** Where and when the decision was taken, all optional. */
function MeetingFields({ typed }: { typed: Typed }) {
  return (
    <>
      <TextField {...typed.field('forum')} label="Forum (optional)" hint="Such as Transformation Board" />
      <PartialDateField
        {...typed.date('meetingDate')}
        label="Day of the meeting (optional)"
        hint="A whole day"
      />
      <TextField {...typed.field('minute')} label="Minute reference (optional)" width={20} />
    </>
  );
}

/** Approval without conditions: one button, with a narrative and a meeting for those who want to name them. */
export function ApproveForm({ decider, gate, packDigest, projectRef }: ApproveProps) {
  const { role, approve } = decider;
  const typed = useTyped('approve-gate', role);
  return (
    <MayOrWhy whyNot={approve} id={`approve-${role}-button`} label="Approve" projectRef={projectRef}>
      <CommandForm
        command="approve-gate"
        form={role}
        hidden={{ gate, role, packDigest }}
        label={`Approve as ${ROLE_TITLES[role]}`}
      >
        <Details summary="Add a narrative, forum or minute" open={typed.cameBack}>
          <TextAreaField {...typed.field('narrative')} label="Narrative (optional)" rows={3} />
          <MeetingFields typed={typed} />
        </Details>
        <Button>Approve</Button>
      </CommandForm>
    </MayOrWhy>
  );
}

/** The later gates and completion, which a condition can precede. */
const precedes = (gate: number): readonly SelectOption[] => [
  ...[1, 2, 3, 4, 5]
    .filter((each) => each > gate)
    .map((each) => ({ value: String(each), text: `Gate ${each}` })),
  { value: 'completion', text: 'Completion' },
];

function ConditionFields({
  typed,
  index,
  gate,
  people,
}: {
  typed: Typed;
  index: number;
  gate: number;
  people: readonly SelectOption[];
}) {
  const name = (field: string) => `conditions[${index}].${field}`;
  return (
    <fieldset className="govuk-fieldset govuk-!-margin-bottom-4">
      <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">Condition {index + 1}</legend>
      <TextAreaField {...typed.field(name('what'))} label="What must be done" rows={2} />
      <SelectField
        {...typed.field(name('owner'))}
        label="Owner"
        placeholder="Choose a person"
        options={people}
      />
      <PartialDateField {...typed.date(name('due'))} label="Due" hint="A whole day" />
      <SelectField {...typed.field(name('before'))} label="Before" options={precedes(gate)} />
    </fieldset>
  );
}

/** Approval with conditions: a few blank rows, those left empty are left out. */
export function ApproveWithConditionsForm(props: ApproveProps) {
  const { decider, gate, packDigest, projectRef, people, conditionRows } = props;
  const { role, approve } = decider;
  const form = `${role}-conditions`;
  const typed = useTyped('approve-gate', form);
  const rows = Array.from({ length: conditionRows }, (_, index) => index);
  return (
    <Details summary="Approve with conditions" open={typed.cameBack || conditionRows > 3}>
      <MayOrWhy
        whyNot={approve}
        id={`approve-${form}-button`}
        label="Approve with conditions"
        projectRef={projectRef}
      >
        <CommandForm
          command="approve-gate"
          form={form}
          hidden={{ gate, role, packDigest }}
          label={`Approve with conditions as ${ROLE_TITLES[role]}`}
        >
          <TextAreaField {...typed.field('narrative')} label="Why the approval carries conditions" rows={3} />
          {rows.map((index) => (
            <ConditionFields key={index} typed={typed} index={index} gate={gate} people={people} />
          ))}
          {conditionRows < 20 ? (
            <p className="govuk-body-s">
              <a
                className="govuk-link"
                href={`?conditions=${Math.min(conditionRows + 3, 20)}#decide-${role}`}
              >
                Give three more rows
              </a>{' '}
              before you type; rows left empty are left out.
            </p>
          ) : null}
          <MeetingFields typed={typed} />
          <Button>Approve with conditions</Button>
        </CommandForm>
      </MayOrWhy>
    </Details>
  );
}
