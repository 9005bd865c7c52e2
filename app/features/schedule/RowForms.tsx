import type { ReactNode } from 'react';
import type { WhyNot } from '~/core/command/sent-back';
import { CommandForm, MayOrWhy, useTyped } from '~/features/forms';
import { Button } from '~/ui/Button';
import { Section } from '~/ui/Section';
import { TextAreaField } from '~/ui/TextAreaField';

export interface RowFormProps {
  command: string;
  title: string;
  whyNot: WhyNot | undefined;
  hidden: Readonly<Record<string, string>>;
  projectRef: string;
  warning?: boolean;
  children?: ReactNode;
}

/** One thing done to one row, in a section of its own. */
export function RowForm({ command, title, whyNot, hidden, projectRef, warning, children }: RowFormProps) {
  return (
    <Section title={title} level={3}>
      <MayOrWhy whyNot={whyNot} id={`${command}-button`} label={title} projectRef={projectRef}>
        <CommandForm command={command} hidden={hidden} label={title}>
          {children}
          <Button variant={warning ? 'warning' : 'secondary'}>{title}</Button>
        </CommandForm>
      </MayOrWhy>
    </Section>
  );
}

/** A row withdrawn with the reason. */
export function WithdrawRow(props: Omit<RowFormProps, 'children' | 'warning'>) {
  const typed = useTyped(props.command);
  return (
    <RowForm {...props} warning>
      <TextAreaField
        {...typed.field('why')}
        label="Why it is withdrawn"
        hint="It stays on the record."
        rows={2}
        maxLength={10_000}
      />
    </RowForm>
  );
}
