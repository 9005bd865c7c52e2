import { Details } from '~/ui/Details';
import { DayForm } from './DayForm';

/** The way from a page as it stands to the same page on a past day, and to what changed between two days. */
export function OtherDays({ path, compareHref }: { path: string; compareHref?: string }) {
  return (
    <div className="app-other-days app-no-print">
      <Details summary="See this page as it was on a past day">
        <DayForm path={path} label="Day" />
        {compareHref ? (
          <p className="govuk-body">
            <a className="govuk-link" href={compareHref}>
              Compare two days
            </a>
          </p>
        ) : null}
      </Details>
    </div>
  );
}
