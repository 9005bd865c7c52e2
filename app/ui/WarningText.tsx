import type { ReactNode } from 'react';
import { VisuallyHidden } from './VisuallyHidden';

/** What follows from an act that cannot be taken back. */
export function WarningText({ children }: { children: ReactNode }) {
  return (
    <div className="govuk-warning-text">
      <span className="govuk-warning-text__icon" aria-hidden="true">
        !
      </span>
      <strong className="govuk-warning-text__text">
        <VisuallyHidden>Warning</VisuallyHidden>
        {children}
      </strong>
    </div>
  );
}
