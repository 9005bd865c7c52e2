import type { ReactNode } from 'react';

export interface PageProps {
  children: ReactNode;
  /** What stands above the main content inside the same width: the breadcrumbs. */
  before?: ReactNode;
}

/** The width container and the main landmark, which the skip link leads to. One a page. */
export function Page({ children, before }: PageProps) {
  return (
    <div className="govuk-width-container">
      {before}
      <main className="app-main" id="main-content" tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}
