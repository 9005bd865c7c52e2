import type { ReactNode } from 'react';
import { classNames } from './class-names';
import { VisuallyHidden } from './VisuallyHidden';

/** What every form field takes. `id` is the name unless given; error summaries link to it. */
export interface FieldProps {
  name: string;
  id?: string;
  label: ReactNode;
  /** For fields in a table, whose column already says it. */
  labelHidden?: boolean;
  labelSize?: 's' | 'm' | 'l';
  hint?: ReactNode;
  error?: string;
}

/** The ids that describe a field, in reading order; undefined when nothing does. */
export function describedBy(
  id: string,
  { hint, error }: Pick<FieldProps, 'hint' | 'error'>,
  ...more: readonly (string | undefined)[]
): string | undefined {
  const ids = [hint ? `${id}-hint` : undefined, error ? `${id}-error` : undefined, ...more];
  return ids.filter(Boolean).join(' ') || undefined;
}

/** The hint and error of a field, with the ids `describedBy` names. */
export function FieldNotes({ id, hint, error }: { id: string } & Pick<FieldProps, 'hint' | 'error'>) {
  return (
    <>
      {hint ? (
        <div id={`${id}-hint`} className="govuk-hint">
          {hint}
        </div>
      ) : null}
      {error ? (
        <p id={`${id}-error`} className="govuk-error-message">
          <VisuallyHidden>Error:</VisuallyHidden> {error}
        </p>
      ) : null}
    </>
  );
}

type ShellProps = Omit<FieldProps, 'name'> & { id: string; children: ReactNode; className?: string };

/** Label, hint and error around one control. */
export function FieldShell(props: ShellProps) {
  const { id, label, labelHidden, labelSize, hint, error, children, className } = props;
  const labelClass = classNames(
    'govuk-label',
    labelSize && `govuk-label--${labelSize}`,
    labelHidden && 'govuk-visually-hidden',
  );
  return (
    <div className={classNames('govuk-form-group', error && 'govuk-form-group--error', className)}>
      <label className={labelClass} htmlFor={id}>
        {label}
      </label>
      <FieldNotes id={id} hint={hint} error={error} />
      {children}
    </div>
  );
}

/** Legend, hint and error around several controls. */
export function FieldsetShell(props: ShellProps & { role?: 'group' }) {
  const { id, label, labelHidden, labelSize = 's', hint, error, children, className, role } = props;
  const legendClass = classNames(
    'govuk-fieldset__legend',
    `govuk-fieldset__legend--${labelSize}`,
    labelHidden && 'govuk-visually-hidden',
  );
  return (
    <div className={classNames('govuk-form-group', error && 'govuk-form-group--error', className)}>
      <fieldset className="govuk-fieldset" aria-describedby={describedBy(id, { hint, error })} role={role}>
        <legend className={legendClass}>{label}</legend>
        <FieldNotes id={id} hint={hint} error={error} />
        {children}
      </fieldset>
    </div>
  );
}
