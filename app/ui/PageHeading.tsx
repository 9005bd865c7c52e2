import type { ReactNode } from 'react';

export interface PageHeadingProps {
  title: string;
  /** A reference or kind set light before the title, read as part of the heading. */
  reference?: string;
  meta?: ReactNode;
  actions?: ReactNode;
}

/** The page's one h1, with its reference and a line of what it is. */
export function PageHeading({ title, reference, meta, actions }: PageHeadingProps) {
  return (
    <div className="app-heading">
      <div className="app-heading__words">
        <h1 className="app-heading__title">
          {reference ? <span className="app-heading__reference">{reference} </span> : null}
          {title}
        </h1>
        {meta ? <div className="app-heading__meta">{meta}</div> : null}
      </div>
      {actions ? <div className="app-heading__actions">{actions}</div> : null}
    </div>
  );
}
