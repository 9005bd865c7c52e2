import { shortDay } from '~/core/time/iso-day';
import { CommandForm, MayOrWhy, useTyped } from '~/features/forms';
import { eventHref } from '~/features/history/event-link';
import { projectPath } from '~/features/projects/sections';
import { Button } from '~/ui/Button';
import { TextAreaField } from '~/ui/TextAreaField';
import { VisuallyHidden } from '~/ui/VisuallyHidden';
import { RecordText } from './answer-words';
import type { ShownComments } from './shown';

/** Comments on the project, newest first, and the form for one more; no gate reads them. */
export function CaseComments({ comments, projectRef }: { comments: ShownComments; projectRef: string }) {
  const { shown, total, whyNot } = comments;
  const typed = useTyped('comment');
  return (
    <>
      {shown.length === 0 ? <p className="govuk-body">Nobody has commented yet.</p> : null}
      {shown.map(({ id, by, day, seq, words, about }) => (
        <article key={id} aria-label={`Comment by ${by}, ${shortDay(day)}`}>
          <p className="govuk-body govuk-!-margin-bottom-1">
            <strong>{by}</strong>{' '}
            <span className="app-muted">
              <a className="govuk-link govuk-link--muted" href={eventHref(projectRef, seq)}>
                {shortDay(day)}
                <VisuallyHidden>, comment by {by}</VisuallyHidden>
              </a>
              {about === 'case' ? '' : `, about ${about}`}
            </span>
          </p>
          <RecordText text={words} />
        </article>
      ))}
      {total > shown.length ? (
        <p className="govuk-body">
          The latest {shown.length} of {total}.{' '}
          <a className="govuk-link" href={projectPath(projectRef, '/history?section=comments')}>
            All comments
          </a>
        </p>
      ) : null}
      <div className="app-no-print">
        <MayOrWhy whyNot={whyNot} id="comment-button" label="Comment" projectRef={projectRef}>
          <CommandForm command="comment" hidden={{ about: 'case' }} label="Comment on the project">
            <TextAreaField
              {...typed.field('text')}
              label="Comment on the project"
              hint="It stays in the history and changes nothing a gate reads."
              rows={4}
              maxLength={10_000}
            />
            <Button variant="secondary">Comment</Button>
          </CommandForm>
        </MayOrWhy>
      </div>
    </>
  );
}
