import { VisuallyHidden } from './VisuallyHidden';

export interface PaginationProps {
  /** Counted from 1. */
  page: number;
  pages: number;
  hrefOf: (page: number) => string;
  /** "21 to 40 of 87 things". */
  showing?: string;
  label?: string;
}

/** The pages to offer: first, last, and those next to the current one; 0 stands for a gap. */
export function offeredPages(page: number, pages: number): number[] {
  const wanted = [1, page - 1, page, page + 1, pages].filter((n) => n >= 1 && n <= pages);
  const sorted = [...new Set(wanted)].sort((a, b) => a - b);
  return sorted.flatMap((n, index) => {
    const before = sorted[index - 1];
    return before !== undefined && n - before > 1 ? [0, n] : [n];
  });
}

/** The way through a long list; nothing when it fits one page. */
export function Pagination({ page, pages, hrefOf, showing, label = 'Pages' }: PaginationProps) {
  if (pages <= 1) return showing ? <p className="app-table__note">{showing}</p> : null;
  return (
    <nav className="app-pagination" aria-label={label}>
      {showing ? <p>{showing}</p> : null}
      <ul>
        {page > 1 ? (
          <li>
            <a className="govuk-link" href={hrefOf(page - 1)} rel="prev">
              Previous<VisuallyHidden> page</VisuallyHidden>
            </a>
          </li>
        ) : null}
        {offeredPages(page, pages).map((n, index) => (
          <li key={n === 0 ? `gap-${index}` : n}>
            {n === 0 ? (
              <span className="app-pagination__gap">…</span>
            ) : n === page ? (
              <span className="app-pagination__current" aria-current="page">
                <VisuallyHidden>Page </VisuallyHidden>
                {n}
              </span>
            ) : (
              <a className="govuk-link" href={hrefOf(n)}>
                <VisuallyHidden>Page </VisuallyHidden>
                {n}
              </a>
            )}
          </li>
        ))}
        {page < pages ? (
          <li>
            <a className="govuk-link" href={hrefOf(page + 1)} rel="next">
              Next<VisuallyHidden> page</VisuallyHidden>
            </a>
          </li>
        ) : null}
      </ul>
    </nav>
  );
}
