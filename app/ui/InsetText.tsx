import type { ReactNode } from 'react';

/** Words set apart: a quotation, or a remark that goes with what is above. */
export function InsetText({ children }: { children: ReactNode }) {
  return <div className="govuk-inset-text">{children}</div>;
}
