import { isRouteErrorResponse } from '@remix-run/react';
import { Page } from '~/ui/Page';
import { PageHeading } from '~/ui/PageHeading';
import { useIncident } from './incident';

type Words = { title: string; detail: string };

const WORDS: Record<number, Words> = {
  400: {
    title: 'The request could not be understood',
    detail: 'Go back, check what you entered and try again.',
  },
  401: { title: 'Sign in first', detail: 'This page is for people who are signed in.' },
  403: {
    title: 'You cannot do this',
    detail: 'Your roles do not allow it. A PMO officer can tell you who can.',
  },
  404: {
    title: 'Page not found',
    detail: 'Check the address. The project, gate or page it names does not exist.',
  },
  405: { title: 'This cannot be done here', detail: 'Go back to the page and use its own buttons.' },
  413: { title: 'That is too large', detail: 'Send a smaller file or a shorter text.' },
  415: { title: 'That form cannot be read', detail: 'Go back to the page and use its own buttons.' },
  429: { title: 'Too many tries', detail: 'Wait a few minutes and try again.' },
  503: { title: 'The tracker is busy', detail: 'Nothing was changed. Wait a moment and try again.' },
};

const FAULT: Words = {
  title: 'Something went wrong',
  detail: 'The fault is ours, and what happened was noted.',
};

/** The words for an error: an answer with a status gets its own, anything else is a fault of ours. */
export function errorWords(error: unknown): Words & { status: number } {
  const status = isRouteErrorResponse(error) ? error.status : 500;
  return { status, ...(WORDS[status] ?? FAULT) };
}

/** The body of an error page: what happened in plain words, what to do next, never a stack. */
export function ErrorMessage({ error }: { error: unknown }) {
  const incident = useIncident();
  const { status, title, detail } = errorWords(error);
  return (
    <Page>
      <PageHeading title={title} />
      <p className="govuk-body">{detail}</p>
      {status === 500 && (
        <p className="govuk-body">
          If you ask for help, quote <strong className="incident">{incident}</strong>.
        </p>
      )}
      <p className="govuk-body">
        <a className="govuk-link" href="/">
          Go to the tracker’s first page
        </a>
      </p>
    </Page>
  );
}
