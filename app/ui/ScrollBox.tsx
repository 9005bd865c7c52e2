import type { ReactNode } from 'react';

/** The one thing that may scroll sideways: a box for a table, reachable by keyboard and named. */
export function ScrollBox({ label, children }: { label: string; children: ReactNode }) {
  return (
    // A scrolling region must take focus, or a keyboard cannot reach what lies beyond its edge.
    <div className="app-table-scroll" role="region" aria-label={label} tabIndex={0}>
      {children}
    </div>
  );
}
