import type { ComponentPropsWithRef } from 'react';
import { Choice, choiceId, type ChoiceOption } from './choice';
import { classNames } from './class-names';
import { FieldsetShell, type FieldProps } from './field';

export interface RadiosFieldProps extends FieldProps {
  options: readonly ChoiceOption[];
  defaultValue?: string;
  inline?: boolean;
  /** Circles of 24 pixels, as suits a dense page; false for a page of one question. */
  small?: boolean;
  inputProps?: ComponentPropsWithRef<'input'>;
}

/** One of a few. */
export function RadiosField(props: RadiosFieldProps) {
  const { name, id = name, options, defaultValue, inline, small = true, inputProps } = props;
  return (
    <FieldsetShell {...props} id={id}>
      <div
        className={classNames(
          'govuk-radios',
          inline && 'govuk-radios--inline',
          small && 'govuk-radios--small',
        )}
      >
        {options.map((option, index) => (
          <Choice
            key={option.value}
            kind="radios"
            id={choiceId(id, index)}
            name={name}
            option={option}
            checked={option.value === defaultValue}
            inputProps={inputProps}
          />
        ))}
      </div>
    </FieldsetShell>
  );
}
