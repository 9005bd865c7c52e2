import type { ComponentPropsWithRef } from 'react';
import { Choice, choiceId, type ChoiceOption } from './choice';
import { classNames } from './class-names';
import { FieldsetShell, type FieldProps } from './field';

export interface CheckboxesFieldProps extends FieldProps {
  options: readonly ChoiceOption[];
  defaultValue?: readonly string[];
  /** Boxes of 24 pixels, as suits a dense page; false for a page of one question. */
  small?: boolean;
  inputProps?: ComponentPropsWithRef<'input'>;
}

/** Any number of a few; every box has the same name and its own value. */
export function CheckboxesField(props: CheckboxesFieldProps) {
  const { name, id = name, options, defaultValue = [], small = true, inputProps } = props;
  return (
    <FieldsetShell {...props} id={id}>
      <div className={classNames('govuk-checkboxes', small && 'govuk-checkboxes--small')}>
        {options.map((option, index) => (
          <Choice
            key={option.value}
            kind="checkboxes"
            id={choiceId(id, index)}
            name={name}
            option={option}
            checked={defaultValue.includes(option.value)}
            inputProps={inputProps}
          />
        ))}
      </div>
    </FieldsetShell>
  );
}
