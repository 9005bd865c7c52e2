/** The first link of every page: past the header to the main content (`Page` carries the id). */
export function SkipLink({ target = 'main-content' }: { target?: string }) {
  return (
    <a href={`#${target}`} className="govuk-skip-link">
      Skip to main content
    </a>
  );
}
