import type { ReactNode } from 'react';

export interface PanelProps {
  title: string;
  children?: ReactNode;
  /** h2 when the page has its own h1. */
  level?: 1 | 2;
}

/** Confirms that something was done. Announced when the page is read. */
export function Panel({ title, children, level = 2 }: PanelProps) {
  const Heading = level === 1 ? 'h1' : 'h2';
  return (
    <div className="govuk-panel app-panel" role="status">
      <Heading className="govuk-panel__title govuk-heading-m">{title}</Heading>
      {children ? <div className="govuk-panel__body">{children}</div> : null}
    </div>
  );
}
