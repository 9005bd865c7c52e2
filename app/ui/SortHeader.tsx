import { VisuallyHidden } from './VisuallyHidden';

export type SortDirection = 'ascending' | 'descending';

export interface SortHeaderProps {
  text: string;
  /** The page in the other order. */
  href: string;
  /** How the rows now stand by this column; left out when they stand by another. */
  direction?: SortDirection;
}

const ARROWS: Record<SortDirection, string> = { ascending: 'M1 7l4-5 4 5z', descending: 'M1 3l4 5 4-5z' };

/** A column's header as a link that sorts by it; the `th` around it carries aria-sort (DataTable does). */
export function SortHeader({ text, href, direction }: SortHeaderProps) {
  const next = direction === 'ascending' ? 'descending' : 'ascending';
  return (
    <a className="app-sort" href={href}>
      <span>{text}</span>
      <svg
        className="app-sort__arrow"
        width="10"
        height="10"
        viewBox="0 0 10 10"
        aria-hidden="true"
        focusable="false"
      >
        {direction ? (
          <path d={ARROWS[direction]} fill="currentColor" />
        ) : (
          <path d="M1.5 4L5 .5 8.5 4zM1.5 6L5 9.5 8.5 6z" fill="#6b7887" />
        )}
      </svg>
      <VisuallyHidden> (sort {next})</VisuallyHidden>
    </a>
  );
}
