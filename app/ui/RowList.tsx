import type { ReactNode } from 'react';
import { classNames } from './class-names';
import { Tag, type Outcome } from './Tag';

export interface ListRow {
  key: string;
  tag?: Outcome;
  title: string;
  href?: string;
  detail?: ReactNode;
  /** Who it falls to, or when: at the right on wide screens. */
  aside?: ReactNode;
}

/** Things in a list, each with its outcome, what it is and whose it is. */
export function RowList({ rows }: { rows: readonly ListRow[] }) {
  const tagged = rows.some((row) => row.tag);
  return (
    <ul className="app-rows">
      {rows.map((row) => (
        <li className={classNames('app-rows__row', !tagged && 'app-rows__row--untagged')} key={row.key}>
          {tagged ? <div>{row.tag ? <Tag tone={row.tag.tone}>{row.tag.text}</Tag> : null}</div> : null}
          <div>
            <div className="app-rows__title">
              {row.href ? (
                <a className="govuk-link" href={row.href}>
                  {row.title}
                </a>
              ) : (
                row.title
              )}
            </div>
            {row.detail ? <div className="app-rows__detail">{row.detail}</div> : null}
          </div>
          {row.aside ? <div className="app-rows__aside">{row.aside}</div> : null}
        </li>
      ))}
    </ul>
  );
}
