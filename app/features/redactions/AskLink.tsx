import { useRouteLoaderData } from '@remix-run/react';
import { VisuallyHidden } from '~/ui/VisuallyHidden';

/** Leads those who answer for redactions from an event to asking for its words to go; nothing for others. */
export function AskLink({ event, about }: { event: string; about: string }) {
  const shell = useRouteLoaderData('routes/_app') as { user?: { keepsAccounts?: boolean } } | undefined;
  if (!shell?.user?.keepsAccounts) return null;
  return (
    <a className="govuk-link app-no-print" href={`/redactions/ask?event=${event}`}>
      Redact<VisuallyHidden> {about}</VisuallyHidden>
    </a>
  );
}
