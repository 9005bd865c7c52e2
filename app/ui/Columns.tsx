import type { ReactNode } from 'react';
import { classNames } from './class-names';

export interface ColumnsProps {
  children: ReactNode;
  side: ReactNode;
  /** Two equal columns instead of a wide and a narrow one. */
  even?: boolean;
}

/** A wide column and a narrow one beside it; one under the other below 900 pixels. */
export function Columns({ children, side, even }: ColumnsProps) {
  return (
    <div className={classNames('app-columns', even && 'app-columns--even')}>
      <div>{children}</div>
      <div>{side}</div>
    </div>
  );
}
