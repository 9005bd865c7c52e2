import type { ReactNode } from 'react';

export interface DetailsProps {
  summary: string;
  children: ReactNode;
  open?: boolean;
}

/** What most readers can pass by, folded away. */
export function Details({ summary, children, open }: DetailsProps) {
  return (
    <details className="govuk-details" open={open}>
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">{summary}</span>
      </summary>
      <div className="govuk-details__text">{children}</div>
    </details>
  );
}
