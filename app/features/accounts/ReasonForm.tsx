import type { ReactNode } from 'react';
import { CommandForm, useTyped, type Marks } from '~/features/forms';
import { Button } from '~/ui/Button';
import { Details } from '~/ui/Details';
import { TextAreaField } from '~/ui/TextAreaField';

export interface ReasonFormProps {
  command: string;
  /** Tells several forms of one command apart. */
  form?: string;
  /** What the fold, and the button, say. */
  summary: string;
  hidden?: Readonly<Record<string, string>>;
  marks?: Marks;
  warning?: boolean;
  /** What follows from it, before the reason is asked. */
  children?: ReactNode;
}

/** An act that needs its reason, folded away until it is wanted. */
export function ReasonForm(props: ReasonFormProps) {
  const { command, form = '', summary, hidden = {}, marks, warning, children } = props;
  const typed = useTyped(command, form);
  return (
    <Details summary={summary} open={typed.cameBack}>
      {children}
      <CommandForm
        command={command}
        form={form}
        hidden={hidden}
        label={summary}
        {...(marks === undefined ? {} : { marks })}
      >
        <TextAreaField {...typed.field('why')} label="Reason" rows={2} maxLength={2_000} />
        <Button variant={warning ? 'warning' : 'secondary'}>{summary}</Button>
      </CommandForm>
    </Details>
  );
}
