import type { WhyNot } from '~/core/command/sent-back';
import { CommandForm, MayOrWhy, useTyped } from '~/features/forms';
import { Button } from '~/ui/Button';
import { Details } from '~/ui/Details';
import { PartialDateField } from '~/ui/PartialDateField';
import { SelectField, type SelectOption } from '~/ui/SelectField';
import { TextAreaField } from '~/ui/TextAreaField';
import { AttachmentsField } from './EvidenceForm';
import type { AttachmentChoice, ConditionView } from './gate-view';
import { WhyForm } from './WhyForm';

export interface ConditionFormsProps {
  condition: ConditionView;
  people: readonly SelectOption[];
  attachments: readonly AttachmentChoice[];
  projectRef: string;
  /** The gate whose page this is; the page of all gates without one. */
  gate?: number | undefined;
}

/** What can be done about a condition in force: the next step for whoever looks, the rest folded away. */
export function ConditionForms(props: ConditionFormsProps) {
  const { condition, projectRef } = props;
  const { may, state, id } = condition;
  if (!may) return null;
  const hidden = { conditionId: id };
  return (
    <>
      {state === 'open' ? (
        <CloseForm {...props} whyNot={may.close} />
      ) : (
        <ConfirmForm {...props} whyNot={may.confirm} />
      )}
      {state === 'closed' ? (
        <WhyForm
          command="send-condition-back"
          form={id}
          hidden={hidden}
          summary="Send it back"
          label="Why it is not met"
          whyNot={may.sendBack}
          projectRef={projectRef}
        />
      ) : null}
      <ReassignForm {...props} whyNot={may.reassign} />
      <WhyForm
        command="withdraw-condition"
        form={id}
        hidden={hidden}
        summary="Withdraw the condition"
        whyNot={may.withdraw}
        projectRef={projectRef}
      />
    </>
  );
}

type Step = ConditionFormsProps & { whyNot: WhyNot | null };

function CloseForm({ condition, attachments, projectRef, gate, whyNot }: Step) {
  const typed = useTyped('close-condition', condition.id);
  const label = 'Close it with evidence';
  return (
    <Details summary={label} open={typed.cameBack}>
      <MayOrWhy whyNot={whyNot} id={`close-${condition.id}-button`} label={label} projectRef={projectRef}>
        <CommandForm
          command="close-condition"
          form={condition.id}
          hidden={{ conditionId: condition.id }}
          label={label}
        >
          <TextAreaField
            {...typed.field('note')}
            label="What was done"
            hint="Choose evidence below, or name here the person, the date and the outcome."
            rows={3}
          />
          <AttachmentsField
            typed={typed}
            name="evidence"
            attachments={attachments}
            projectRef={projectRef}
            gate={gate}
          />
          <Button>Close the condition</Button>
        </CommandForm>
      </MayOrWhy>
    </Details>
  );
}

function ConfirmForm({ condition, projectRef, whyNot }: Step) {
  const label = 'Confirm the condition as met';
  return (
    <MayOrWhy whyNot={whyNot} id={`confirm-${condition.id}-button`} label={label} projectRef={projectRef}>
      <CommandForm
        command="confirm-condition"
        form={condition.id}
        hidden={{ conditionId: condition.id }}
        label={label}
      >
        <Button small>{label}</Button>
      </CommandForm>
    </MayOrWhy>
  );
}

function ReassignForm({ condition, people, projectRef, whyNot }: Step) {
  const { id, ownerId, due } = condition;
  const typed = useTyped('reassign-condition', id);
  const label = 'Re-assign it';
  return (
    <Details summary={label} open={typed.cameBack}>
      <MayOrWhy whyNot={whyNot} id={`reassign-${id}-button`} label={label} projectRef={projectRef}>
        <CommandForm command="reassign-condition" form={id} hidden={{ conditionId: id }} label={label}>
          <SelectField {...typed.field('owner', ownerId)} label="Owner" options={people} />
          <PartialDateField {...typed.date('due', due)} label="Due" hint="A whole day" />
          <TextAreaField {...typed.field('why')} label="Why" rows={2} />
          <Button variant="secondary">{label}</Button>
        </CommandForm>
      </MayOrWhy>
    </Details>
  );
}
