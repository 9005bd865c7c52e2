import type { ReactNode } from 'react';
import { classNames } from './class-names';
import { VisuallyHidden } from './VisuallyHidden';

export interface SummaryAction {
  text: string;
  href: string;
  /** What the action is on, read after its text. */
  about?: string;
}

export interface SummaryRow {
  key: string;
  value: ReactNode;
  actions?: readonly SummaryAction[];
  id?: string;
}

export interface SummaryListProps {
  rows: readonly SummaryRow[];
  /** Without rules and with light keys, for the side of a page. */
  plain?: boolean;
}

/** Names and values, each with what can be done about it. */
export function SummaryList({ rows, plain }: SummaryListProps) {
  const anyActions = rows.some((row) => row.actions?.length);
  return (
    <dl className={classNames('govuk-summary-list', plain && 'app-summary--plain')}>
      {rows.map((row) => {
        const bare = anyActions && !row.actions?.length;
        return (
          <div
            key={row.key}
            id={row.id}
            className={classNames('govuk-summary-list__row', bare && 'govuk-summary-list__row--no-actions')}
          >
            <dt className="govuk-summary-list__key">{row.key}</dt>
            <dd className="govuk-summary-list__value">{row.value}</dd>
            {row.actions?.length ? (
              <dd className="govuk-summary-list__actions">
                {row.actions.map((action, index) => (
                  <span key={action.href + action.text}>
                    {index > 0 ? ' · ' : null}
                    <a className="govuk-link" href={action.href}>
                      {action.text}
                      <VisuallyHidden> {action.about ?? row.key.toLowerCase()}</VisuallyHidden>
                    </a>
                  </span>
                ))}
              </dd>
            ) : null}
          </div>
        );
      })}
    </dl>
  );
}
