import type { ReactNode } from 'react';

export interface KeyFigure {
  /** What the figure is and for when. */
  label: string;
  value: ReactNode;
  /** Who stands behind it, or what is wanting. */
  note?: ReactNode;
  /** Leads to where the figure comes from. */
  href?: string;
}

/** A row of boxes, each one figure with what it is and who stands behind it. Four at most read well. */
export function KeyFigures({ items }: { items: readonly KeyFigure[] }) {
  return (
    <dl className="app-figures">
      {items.map((item) => (
        <div className="app-figures__item" key={item.label}>
          <dt className="app-figures__label">
            {item.href ? (
              <a className="govuk-link" href={item.href}>
                {item.label}
              </a>
            ) : (
              item.label
            )}
          </dt>
          <dd className="app-figures__value">{item.value}</dd>
          {item.note ? <dd className="app-figures__note">{item.note}</dd> : null}
        </div>
      ))}
    </dl>
  );
}
