import type { WhyNot } from '~/core/command/sent-back';
import { CommandForm, MayOrWhy, useTyped } from '~/features/forms';
import { Button } from '~/ui/Button';
import { Details } from '~/ui/Details';
import type { HiddenFieldsProps } from '~/ui/HiddenFields';
import { TextAreaField } from '~/ui/TextAreaField';

export interface WhyFormProps {
  command: string;
  /** The row's id, which tells several forms of one command apart. */
  form: string;
  hidden: HiddenFieldsProps['values'];
  /** What the folded part and its button say. */
  label: string;
  hint?: string;
  whyNot: WhyNot | undefined;
  projectRef: string;
  then?: string;
}

/** An act on a row that needs a reason: folded away until it is wanted, or why it cannot be done. */
export function WhyForm(props: WhyFormProps) {
  const { command, form, hidden, label, hint, whyNot, projectRef, then } = props;
  const typed = useTyped(command, form);
  return (
    <MayOrWhy whyNot={whyNot} id={`${command}-${form}-button`} label={label} projectRef={projectRef}>
      <Details summary={label} open={typed.cameBack}>
        <CommandForm command={command} form={form} hidden={hidden} label={label} {...(then ? { then } : {})}>
          <TextAreaField
            {...typed.field('why')}
            label="Why"
            rows={2}
            maxLength={10_000}
            {...(hint ? { hint } : {})}
          />
          <Button variant="secondary">{label}</Button>
        </CommandForm>
      </Details>
    </MayOrWhy>
  );
}
