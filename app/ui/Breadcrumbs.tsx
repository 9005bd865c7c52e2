export interface Breadcrumb {
  text: string;
  /** Left out for the page one is on. */
  href?: string;
}

/** The way up from this page; the last item is the page itself and no link. */
export function Breadcrumbs({ items }: { items: readonly Breadcrumb[] }) {
  return (
    <nav className="app-breadcrumbs" aria-label="Breadcrumb">
      <ol>
        {items.map((item) => (
          <li key={item.text} aria-current={item.href ? undefined : 'page'}>
            {item.href ? (
              <a className="govuk-link" href={item.href}>
                {item.text}
              </a>
            ) : (
              item.text
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
