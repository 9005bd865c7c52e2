import type { ReactNode } from 'react';
import type { WhyNot } from '~/core/command/sent-back';
import { CommandForm, MayOrWhy, useTyped } from '~/features/forms';
import { Button, type ButtonVariant } from '~/ui/Button';
import { Details } from '~/ui/Details';
import { TextAreaField } from '~/ui/TextAreaField';

export interface WhyFormProps {
  command: string;
  /** Tells several forms of the command apart. */
  form?: string;
  hidden: Readonly<Record<string, string | number>>;
  /** What is folded away, and what the button says. */
  summary: string;
  button?: string;
  variant?: ButtonVariant;
  /** The name of the field of text, "why" by default. */
  field?: string;
  label?: string;
  hint?: ReactNode;
  whyNot?: WhyNot | null | undefined;
  projectRef: string;
  /** Drawn open, where it is the one thing to do. */
  open?: boolean;
}

/** A folded form of one command that asks for its reason, or why it cannot be given and who can. */
export function WhyForm(props: WhyFormProps) {
  const { command, form = '', hidden, summary, button = summary, variant = 'secondary', whyNot } = props;
  const { field = 'why', label = 'Why', hint, projectRef, open = false } = props;
  const typed = useTyped(command, form);
  return (
    <Details summary={summary} open={open || typed.cameBack}>
      <MayOrWhy whyNot={whyNot} id={`${typed.id('button')}`} label={button} projectRef={projectRef}>
        <CommandForm command={command} form={form} hidden={hidden} label={summary}>
          <TextAreaField {...typed.field(field)} label={label} hint={hint} rows={3} />
          <Button variant={variant}>{button}</Button>
        </CommandForm>
      </MayOrWhy>
    </Details>
  );
}
