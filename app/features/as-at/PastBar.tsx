import { formatDay, shortDay } from '~/core/time/iso-day';
import { Details } from '~/ui/Details';
import { DayForm } from './DayForm';
import { asItStands, type Past } from './past';

export interface PastBarProps extends Past {
  /** The page's own path, for the way back to now and for other days. */
  path: string;
  /** Where this day is compared with today. */
  compareHref?: string;
}

/** Says above a page of a past day, on paper too, that it is one, that it can only be read, and how to leave it. */
export function PastBar({ day, today, path, compareHref }: PastBarProps) {
  return (
    <div className="app-past">
      <div role="status" className="app-past__said">
        <p className="app-past__day">
          <strong>
            As at {day === today ? `${formatDay(day)}, so far today` : `the end of ${formatDay(day)}`}
          </strong>
        </p>
        <p className="app-past__words">
          Read-only. This is the record as it then stood, with everything reckoned for that day; nothing can
          be changed here.
        </p>
      </div>
      <p className="app-past__ways app-no-print">
        <a className="govuk-link" href={asItStands(path)}>
          Back to now
        </a>
        {compareHref ? (
          <a className="govuk-link" href={compareHref}>
            What changed since
          </a>
        ) : null}
      </p>
      <div className="app-no-print">
        <Details summary="Choose another day">
          <DayForm path={path} label="Another day" day={shortDay(day)} />
        </Details>
      </div>
    </div>
  );
}
