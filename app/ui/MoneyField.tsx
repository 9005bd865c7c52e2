import { TextField, type TextFieldProps } from './TextField';

export type MoneyFieldProps = Omit<TextFieldProps, 'prefix' | 'type' | 'inputMode'>;

/** An amount in pounds as typed ("200,000" or "1234.50"); the reader of the form makes pence of it. */
export function MoneyField(props: MoneyFieldProps) {
  return (
    <TextField
      width={10}
      autoComplete="off"
      {...props}
      className="app-money"
      prefix="£"
      inputMode="decimal"
    />
  );
}
