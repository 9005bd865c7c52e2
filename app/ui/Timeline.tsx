import type { ReactNode } from 'react';
import { Tag, type Outcome } from './Tag';
import { Time } from './Time';

export interface TimelineItem {
  key: string;
  when: { iso: string; text: string };
  title: ReactNode;
  who?: ReactNode;
  tag?: Outcome;
  body?: ReactNode;
  /** The item's own anchor. */
  id?: string;
}

/** What happened, newest first: what, when and who. */
export function Timeline({ items }: { items: readonly TimelineItem[] }) {
  return (
    <ol className="app-timeline">
      {items.map((item) => (
        <li className="app-timeline__item" key={item.key} id={item.id}>
          <div className="app-timeline__head">
            <span className="app-timeline__title">
              {item.title} {item.tag ? <Tag tone={item.tag.tone}>{item.tag.text}</Tag> : null}
            </span>
            <Time iso={item.when.iso}>{item.when.text}</Time>
            {item.who ? <> · {item.who}</> : null}
          </div>
          {item.body ? <div className="app-timeline__body">{item.body}</div> : null}
        </li>
      ))}
    </ol>
  );
}
