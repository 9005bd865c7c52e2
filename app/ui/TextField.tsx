import type { ComponentPropsWithRef } from 'react';
import { classNames } from './class-names';
import { describedBy, FieldShell, type FieldProps } from './field';

export interface TextFieldProps extends FieldProps {
  defaultValue?: string | number;
  type?: 'text' | 'email' | 'password' | 'search' | 'tel' | 'url';
  /** Characters expected; sets the drawn width only. */
  width?: 2 | 3 | 4 | 5 | 10 | 20 | 30;
  inputMode?: 'text' | 'numeric' | 'decimal' | 'email' | 'search';
  autoComplete?: string;
  prefix?: string;
  suffix?: string;
  className?: string;
  /** Anything else of the input, `register(name)` of a form library included. */
  inputProps?: ComponentPropsWithRef<'input'>;
}

/** One line of text. */
export function TextField(props: TextFieldProps) {
  const { name, id = name, hint, error, type = 'text', width, prefix, suffix, inputProps } = props;
  const input = (
    <input
      className={classNames(
        'govuk-input',
        width && `govuk-input--width-${width}`,
        error && 'govuk-input--error',
        props.className,
      )}
      id={id}
      name={name}
      type={type}
      defaultValue={props.defaultValue}
      inputMode={props.inputMode}
      autoComplete={props.autoComplete}
      spellCheck={type === 'text' ? undefined : false}
      aria-describedby={describedBy(id, { hint, error })}
      aria-invalid={error ? true : undefined}
      {...inputProps}
    />
  );
  return (
    <FieldShell {...props} id={id} className={undefined}>
      {prefix || suffix ? (
        <div className="govuk-input__wrapper">
          {prefix ? (
            <div className="govuk-input__prefix" aria-hidden="true">
              {prefix}
            </div>
          ) : null}
          {input}
          {suffix ? (
            <div className="govuk-input__suffix" aria-hidden="true">
              {suffix}
            </div>
          ) : null}
        </div>
      ) : (
        input
      )}
    </FieldShell>
  );
}
