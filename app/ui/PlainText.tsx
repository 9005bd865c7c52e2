/** Text as it was typed, its line breaks kept; never read as mark-up. */
export function PlainText({ text }: { text: string }) {
  return <div className="govuk-body app-plain-text">{text}</div>;
}
