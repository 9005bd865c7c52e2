import type { ComponentPropsWithRef } from 'react';
import { classNames } from './class-names';
import { describedBy, FieldShell, type FieldProps } from './field';

export interface SelectOption {
  value: string;
  text: string;
}

export interface SelectFieldProps extends FieldProps {
  options: readonly SelectOption[];
  defaultValue?: string;
  /** The first, empty choice; left out when there must be one. */
  placeholder?: string;
  selectProps?: ComponentPropsWithRef<'select'>;
}

/** One of a longer list. For up to about seven choices, radios are easier. */
export function SelectField(props: SelectFieldProps) {
  const { name, id = name, hint, error, options, placeholder, selectProps } = props;
  return (
    <FieldShell {...props} id={id}>
      <select
        className={classNames('govuk-select', error && 'govuk-select--error')}
        id={id}
        name={name}
        defaultValue={props.defaultValue}
        aria-describedby={describedBy(id, { hint, error })}
        aria-invalid={error ? true : undefined}
        {...selectProps}
      >
        {placeholder === undefined ? null : <option value="">{placeholder}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
    </FieldShell>
  );
}
