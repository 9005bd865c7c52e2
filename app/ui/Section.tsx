import type { ReactNode } from 'react';
import { classNames } from './class-names';

export interface SectionProps {
  title: string;
  children: ReactNode;
  /** A short count or remark set small beside the title. */
  note?: ReactNode;
  actions?: ReactNode;
  level?: 2 | 3;
  id?: string;
}

/** A titled part of a page; the title carries `id`, so that links can lead to it. */
export function Section({ title, children, note, actions, level = 2, id }: SectionProps) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section className="app-section">
      <div className="app-section__head">
        <div>
          <Heading
            className={classNames('app-section__title', level === 3 && 'app-section__title--3')}
            id={id}
          >
            {title} {note === undefined ? null : <span className="app-section__note">{note}</span>}
          </Heading>
        </div>
        {actions ? <div className="app-section__actions">{actions}</div> : null}
      </div>
      {children}
    </section>
  );
}
