import type { ReactNode } from 'react';
import { classNames } from './class-names';

export interface NoticeBarProps {
  /** Names the region for people who hear the page. */
  label: string;
  children: ReactNode;
  /** A link or a small form at the right. */
  action?: ReactNode;
  tone?: 'warn' | 'info';
}

/** A bar under the header saying something true of the whole page. */
export function NoticeBar({ label, children, action, tone = 'warn' }: NoticeBarProps) {
  return (
    <section className={classNames('app-notice', tone === 'info' && 'app-notice--info')} aria-label={label}>
      <div className="govuk-width-container">
        <div className="app-notice__inner">
          <p className="app-notice__text">{children}</p>
          {action ? <div className="app-notice__action">{action}</div> : null}
        </div>
      </div>
    </section>
  );
}
