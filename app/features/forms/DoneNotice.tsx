/** Says once that something was done; the words come from the server's own table. */
export function DoneNotice({ children }: { children: string | undefined }) {
  if (!children) return null;
  return (
    <div className="app-callout app-callout--good" role="status" id="done">
      <p className="govuk-body govuk-!-font-weight-bold govuk-!-margin-bottom-0">{children}</p>
    </div>
  );
}
