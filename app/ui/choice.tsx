import type { ComponentPropsWithRef, ReactNode } from 'react';

/** One radio or checkbox; `conditional` is asked only while it is chosen (always shown where CSS cannot tell). */
export interface ChoiceOption {
  value: string;
  label: ReactNode;
  hint?: ReactNode;
  conditional?: ReactNode;
}

export interface ChoiceProps {
  kind: 'radios' | 'checkboxes';
  id: string;
  name: string;
  option: ChoiceOption;
  checked: boolean;
  className?: string;
  inputProps?: ComponentPropsWithRef<'input'>;
}

/** A radio or checkbox with its label, hint and what it reveals. */
export function Choice({ kind, id, name, option, checked, className, inputProps }: ChoiceProps) {
  const block = `govuk-${kind}`;
  return (
    <div className="app-choice">
      <div className={`${block}__item`}>
        <input
          className={className ? `${block}__input ${className}` : `${block}__input`}
          id={id}
          name={name}
          type={kind === 'radios' ? 'radio' : 'checkbox'}
          value={option.value}
          defaultChecked={checked}
          aria-describedby={option.hint ? `${id}-item-hint` : undefined}
          {...inputProps}
        />
        <label className={`govuk-label ${block}__label`} htmlFor={id}>
          {option.label}
        </label>
        {option.hint ? (
          <div id={`${id}-item-hint`} className={`govuk-hint ${block}__hint`}>
            {option.hint}
          </div>
        ) : null}
      </div>
      {option.conditional ? (
        <div className={`${block}__conditional app-choice__conditional`}>{option.conditional}</div>
      ) : null}
    </div>
  );
}

/** The id of the nth choice: the first carries the field's own, so that error summaries reach it. */
export function choiceId(id: string, index: number): string {
  return index === 0 ? id : `${id}-${index + 1}`;
}
