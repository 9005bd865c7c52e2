import { VisuallyHidden } from '~/ui/VisuallyHidden';
import type { ShownEvent } from './shown';

/** What an event changed, each thing as it was and as it is, line breaks kept. */
export function EventChanges({ changes }: Pick<ShownEvent, 'changes'>) {
  if (changes.length === 0) return null;
  return (
    <dl className="govuk-summary-list app-summary--plain govuk-!-margin-bottom-1">
      {changes.map(({ what, before, after }, index) => (
        <div className="govuk-summary-list__row" key={`${what}-${index}`}>
          <dt className="govuk-summary-list__key">{what}</dt>
          <dd className="govuk-summary-list__value">
            {before === undefined ? null : (
              <del className="app-difference__before app-plain-text" dir="auto">
                <VisuallyHidden>was </VisuallyHidden>
                {before}
              </del>
            )}
            {before !== undefined && after !== undefined ? ' → ' : null}
            {after === undefined ? null : (
              <ins className="app-difference__after app-plain-text" dir="auto">
                <VisuallyHidden>now </VisuallyHidden>
                {after}
              </ins>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
