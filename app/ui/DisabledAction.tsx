import type { ReactNode } from 'react';
import { VisuallyHidden } from './VisuallyHidden';

export interface DisabledActionProps {
  id: string;
  label: string;
  /** Why it cannot be done now. */
  reason: ReactNode;
  /** Who can do it, or can change that. */
  who?: ReactNode;
  /** Where it is mended. */
  mend?: { href: string; text: string };
}

/** An action one cannot take now: it can be reached and read, and says why, who can, and where to mend it. */
export function DisabledAction({ id, label, reason, who, mend }: DisabledActionProps) {
  return (
    <div className="app-disabled-action">
      <button
        type="button"
        className="govuk-button"
        id={id}
        aria-disabled="true"
        aria-describedby={`${id}-reason`}
      >
        {label}
        <VisuallyHidden> (not available now)</VisuallyHidden>
      </button>
      <p className="app-disabled-action__reason" id={`${id}-reason`}>
        {reason}
        {who ? <span className="app-disabled-action__who"> {who}</span> : null}
        {mend ? (
          <>
            {' '}
            <a className="govuk-link" href={mend.href}>
              {mend.text}
            </a>
          </>
        ) : null}
      </p>
    </div>
  );
}
