import type { ReactNode } from 'react';

/** A day or instant in words, with its ISO form for machines. */
export function Time({ iso, children }: { iso: string; children: ReactNode }) {
  return <time dateTime={iso}>{children}</time>;
}
