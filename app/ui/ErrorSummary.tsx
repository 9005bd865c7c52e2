import { useEffect, useRef } from 'react';

export interface ErrorItem {
  /** The id of the field to go to (fields use their name as id unless told otherwise). */
  field?: string;
  message: string;
}

export interface ErrorSummaryProps {
  errors: readonly ErrorItem[];
  title?: string;
}

/** All that is wrong, at the top of the page, each leading to its field; nothing when nothing is wrong. */
export function ErrorSummary({ errors, title = 'There is a problem' }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (errors.length > 0) box.current?.focus();
  }, [errors]);
  if (errors.length === 0) return null;
  return (
    <div className="govuk-error-summary" id="error-summary" tabIndex={-1} ref={box}>
      <div role="alert">
        <h2 className="govuk-error-summary__title">{title}</h2>
        <div className="govuk-error-summary__body">
          <ul className="govuk-list govuk-error-summary__list">
            {errors.map((error, index) => (
              <li key={`${error.field ?? ''}-${index}`}>
                {error.field ? <a href={`#${error.field}`}>{error.message}</a> : error.message}
              </li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  );
}
