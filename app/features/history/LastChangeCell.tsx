import { VisuallyHidden } from '~/ui/VisuallyHidden';

/** Who touched a row last and when, as a table's cell tells it; `href` is the page of the event. */
export interface LastChange {
  readonly by: string;
  readonly day: string;
  readonly href: string;
}

/** The day of a row's last change, leading to its event, and who made it. */
export function LastChangeCell({ last, of }: { last: LastChange; of: string }) {
  return (
    <>
      <a className="govuk-link app-figure" href={last.href}>
        {last.day}
        <VisuallyHidden>, the last change of {of}</VisuallyHidden>
      </a>
      <div className="app-muted">{last.by}</div>
    </>
  );
}
