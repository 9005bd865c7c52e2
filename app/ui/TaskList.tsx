import type { ReactNode } from 'react';
import { Tag, type Outcome } from './Tag';

export interface TaskItem {
  title: string;
  href?: string;
  hint?: ReactNode;
  /** Without a tone it is set as plain text: what is done needs no colour. */
  status: { tone?: Outcome['tone']; text: string };
}

export interface TaskListProps {
  /** Starts the ids that tie a link to its status. */
  id: string;
  items: readonly TaskItem[];
}

/** Things to do in any order, each with its status. */
export function TaskList({ id, items }: TaskListProps) {
  return (
    <ul className="govuk-task-list">
      {items.map((item, index) => {
        const base = `${id}-${index + 1}`;
        const described = item.hint ? `${base}-hint ${base}-status` : `${base}-status`;
        return (
          <li
            key={base}
            className={`govuk-task-list__item${item.href ? ' govuk-task-list__item--with-link' : ''}`}
          >
            <div className="govuk-task-list__name-and-hint">
              {item.href ? (
                <a className="govuk-link govuk-task-list__link" href={item.href} aria-describedby={described}>
                  {item.title}
                </a>
              ) : (
                <div>{item.title}</div>
              )}
              {item.hint ? (
                <div id={`${base}-hint`} className="govuk-task-list__hint">
                  {item.hint}
                </div>
              ) : null}
            </div>
            <div className="govuk-task-list__status" id={`${base}-status`}>
              {item.status.tone ? <Tag tone={item.status.tone}>{item.status.text}</Tag> : item.status.text}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
