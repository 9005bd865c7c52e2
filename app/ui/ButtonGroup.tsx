import type { ReactNode } from 'react';

export interface ButtonGroupProps {
  children: ReactNode;
  /** One under the other, the first the most likely. */
  stacked?: boolean;
}

/** Buttons and links that belong together. */
export function ButtonGroup({ children, stacked }: ButtonGroupProps) {
  return <div className={stacked ? 'app-button-list' : 'app-button-group'}>{children}</div>;
}
