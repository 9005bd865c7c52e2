import type { Typed } from '~/features/forms';
import { HiddenFields } from '~/ui/HiddenFields';
import { TextField } from '~/ui/TextField';

export interface DateBoxProps {
  typed: Typed;
  name: string;
  label: string;
  /** What the record has: the box opens with it, and only a change is sent on. */
  was: string;
}

/** A date in one text box in a table, with what was understood of it when the form came back. */
export function DateBox({ typed, name, label, was }: DateBoxProps) {
  const understood = typed.understood(name);
  return (
    <>
      <HiddenFields values={{ [`${name}Was`]: was }} />
      <TextField
        {...typed.field(name, was)}
        label={label}
        labelHidden
        width={10}
        autoComplete="off"
        {...(understood ? { hint: `Understood as ${understood}` } : {})}
      />
    </>
  );
}
