import type { ReactNode } from 'react';
import { classNames } from './class-names';

export interface BoxProps {
  title?: string;
  children: ReactNode;
  id?: string;
  /** Left out in print: what is done there cannot be done on paper. */
  screenOnly?: boolean;
}

/** A bordered box for the one thing to do on a page. */
export function Box({ title, children, id, screenOnly }: BoxProps) {
  return (
    <section className={classNames('app-box', screenOnly && 'app-no-print')} id={id}>
      {title ? <h2 className="app-section__title">{title}</h2> : null}
      {children}
    </section>
  );
}
