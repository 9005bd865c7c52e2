/** Words of the record in a line, each in its own direction and with its line breaks; never read as mark-up. */
export function Words({ children }: { children: string }) {
  return (
    <span dir="auto" className="app-plain-text">
      {children}
    </span>
  );
}

/** Words of the record quoted apart, as a document or a person wrote them. */
export function Quoted({ children }: { children: string }) {
  return (
    <blockquote
      className="govuk-inset-text govuk-!-margin-left-0 govuk-!-margin-top-1 govuk-!-margin-bottom-2"
      dir="auto"
    >
      <span className="app-plain-text">{children}</span>
    </blockquote>
  );
}
