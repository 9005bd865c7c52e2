import type { ReactNode } from 'react';
import { Button } from './Button';

export interface FilterBarProps {
  /** Names the form for people who hear the page. */
  label: string;
  /** Fields; what they hold goes into the address. */
  children: ReactNode;
  action?: string;
  submitText?: string;
  /** The page without any filter; shown while one is on. */
  clearHref?: string;
}

/** Narrows a list by a plain GET form, so that the narrowed page has an address of its own. */
export function FilterBar({ label, children, action, submitText = 'Show', clearHref }: FilterBarProps) {
  return (
    <form className="app-filter" method="get" action={action} role="search" aria-label={label}>
      {children}
      <Button variant="secondary">{submitText}</Button>
      {clearHref ? (
        <a className="govuk-link app-filter__clear" href={clearHref}>
          Clear
        </a>
      ) : null}
    </form>
  );
}
