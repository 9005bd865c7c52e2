import { isRouteErrorResponse } from '@remix-run/react';
import { shortDay, type IsoDay } from '~/core/time/iso-day';
import { ErrorSummary } from '~/ui/ErrorSummary';
import { Page } from '~/ui/Page';
import { DAY_FIELD, DayForm } from './DayForm';

/** Why a page of a past day cannot be shown, as the answer carries it. */
export interface PastTrouble {
  readonly trouble: 'past';
  readonly title: string;
  readonly message: string;
  readonly path: string;
  readonly typed: string;
  /** Whether what was typed is what is wrong. */
  readonly wrong: boolean;
  /** Whether the page shows no past day at all: the form then chooses one of the list of projects. */
  readonly elsewhere?: true;
  readonly first?: IsoDay;
}

/** What is wrong with the past day asked for, where that is why a page could not be shown. */
export function pastTroubleOf(error: unknown): PastTrouble | undefined {
  if (!isRouteErrorResponse(error)) return undefined;
  const data: unknown = error.data;
  return typeof data === 'object' && data !== null && 'trouble' in data && data.trouble === 'past'
    ? (data as PastTrouble)
    : undefined;
}

/** The page of a past day that there is not: why, the day as it was typed, and the ways on. */
export function PastTroublePage({ trouble }: { trouble: PastTrouble }) {
  const { title, message, path, typed, wrong, elsewhere, first } = trouble;
  return (
    <Page>
      <ErrorSummary errors={wrong ? [{ field: DAY_FIELD, message }] : []} />
      <h1 className="govuk-heading-l">{title}</h1>
      {wrong ? null : <p className="govuk-body">{message}</p>}
      {first === undefined ? null : (
        <p className="govuk-body">
          <a className="govuk-link" href={`${path}?asAt=${first}`}>
            Show it as at {shortDay(first)}
          </a>
        </p>
      )}
      <DayForm
        path={elsewhere ? '/projects' : path}
        label={elsewhere ? 'Day of the list of projects' : 'Day'}
        day={typed}
        {...(wrong ? { error: message } : {})}
      />
      <p className="govuk-body">
        <a className="govuk-link" href={path}>
          Show it as it stands now
        </a>
      </p>
    </Page>
  );
}
