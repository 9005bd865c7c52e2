import { classNames } from './class-names';
import { FieldsetShell, type FieldProps } from './field';

export interface DateParts {
  day?: string;
  month?: string;
  year?: string;
}

export type DatePart = keyof DateParts;

export interface PartialDateFieldProps extends FieldProps {
  /** 'YYYY', 'YYYY-MM' or 'YYYY-MM-DD', or the parts as they were typed. */
  defaultValue?: string | DateParts;
  /** Which parts are wrong; all of them when there is an error and nothing is named. */
  errorParts?: readonly DatePart[];
}

const PARTS: readonly { part: DatePart; label: string; width: 2 | 4 }[] = [
  { part: 'day', label: 'Day', width: 2 },
  { part: 'month', label: 'Month', width: 2 },
  { part: 'year', label: 'Year', width: 4 },
];

function partsOf(value: string | DateParts | undefined): DateParts {
  if (typeof value !== 'string') return value ?? {};
  const [year = '', month = '', day = ''] = value.split('-');
  return { year, month: month.replace(/^0/, ''), day: day.replace(/^0/, '') };
}

/**
 * A date of which day, or day and month, may be unknown. Sends `<name>.day`, `<name>.month`, `<name>.year`;
 * the day's input carries the field's own id.
 */
export function PartialDateField(props: PartialDateFieldProps) {
  const { name, id = name, error, errorParts } = props;
  const values = partsOf(props.defaultValue);
  const hint = props.hint ?? 'Leave the day, or the day and month, empty if not known';
  return (
    <FieldsetShell {...props} hint={hint} id={id} role="group">
      <div className="govuk-date-input" id={`${id}-parts`}>
        {PARTS.map(({ part, label, width }) => {
          const inputId = part === 'day' ? id : `${id}-${part}`;
          const wrong = Boolean(error) && (errorParts === undefined || errorParts.includes(part));
          return (
            <div className="govuk-date-input__item" key={part}>
              <label className="govuk-label govuk-date-input__label" htmlFor={inputId}>
                {label}
              </label>
              <input
                className={classNames(
                  'govuk-input govuk-date-input__input',
                  `govuk-input--width-${width}`,
                  wrong && 'govuk-input--error',
                )}
                id={inputId}
                name={`${name}.${part}`}
                type="text"
                inputMode="numeric"
                autoComplete="off"
                defaultValue={values[part]}
                aria-invalid={wrong ? true : undefined}
              />
            </div>
          );
        })}
      </div>
    </FieldsetShell>
  );
}
