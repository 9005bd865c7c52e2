import type { ReactNode } from 'react';

export interface EmptyStateProps {
  title: string;
  /** Why there is nothing, and what would make something. */
  children?: ReactNode;
  /** What to do next: a link or button. */
  action?: ReactNode;
}

/** Stands where a list would, and says what to do next. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className="app-empty">
      <p className="app-empty__title">{title}</p>
      {children ? <div className="app-empty__body">{children}</div> : null}
      {action ? <div className="app-empty__action">{action}</div> : null}
    </div>
  );
}
