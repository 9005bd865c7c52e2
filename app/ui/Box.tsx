import type { ReactNode } from 'react';

export interface BoxProps {
  title?: string;
  children: ReactNode;
  id?: string;
}

/** A bordered box for the one thing to do on a page. */
export function Box({ title, children, id }: BoxProps) {
  return (
    <section className="app-box" id={id}>
      {title ? <h2 className="app-section__title">{title}</h2> : null}
      {children}
    </section>
  );
}
