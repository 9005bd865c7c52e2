import { shortDay } from '~/core/time/iso-day';
import { eventHref } from '~/features/history/event-link';
import { CommandForm } from '~/features/forms';
import { Button } from '~/ui/Button';
import { Tag } from '~/ui/Tag';
import { VisuallyHidden } from '~/ui/VisuallyHidden';
import { owedWords, RecordText, STATE_TAGS } from './answer-words';
import type { ShownField } from './shown';

export interface FieldValueProps {
  field: ShownField;
  projectRef: string;
  /** Whether the one who looks may confirm a "-" of the document. */
  mayConfirm?: boolean;
}

/** A field of the form as it stands: its answer or its state, and where that came from. */
export function FieldValue({ field, projectRef, mayConfirm = false }: FieldValueProps) {
  const { state, words, owed } = field;
  return (
    <>
      {state === 'given' ? <Given field={field} /> : <State state={state} owed={owed} />}
      {words ? (
        <p className="app-muted" dir="auto">
          In the document’s words: {words}
        </p>
      ) : null}
      <Source field={field} projectRef={projectRef} />
      {state === 'none-unconfirmed' && mayConfirm ? <ConfirmNone field={field} /> : null}
    </>
  );
}

function Given({ field: { shape, text } }: { field: ShownField }) {
  if (shape !== 'list') return <RecordText text={text} close />;
  const points = text.split('\n').filter((point) => point.trim() !== '');
  return (
    <ul className="govuk-list govuk-list--bullet app-plain-text govuk-!-margin-bottom-1">
      {points.map((point, index) => (
        <li key={index} dir="auto">
          {point}
        </li>
      ))}
    </ul>
  );
}

function State({ state, owed }: { state: Exclude<ShownField['state'], 'given'>; owed: ShownField['owed'] }) {
  const { tone, text } = STATE_TAGS[state];
  return (
    <p className="govuk-body govuk-!-margin-bottom-1">
      <Tag tone={tone}>{text}</Tag>{' '}
      {owed ? (
        <span className="app-muted">
          {owedWords(owed.days)}
          {owed.days > 0 ? `, since ${shortDay(owed.since)}` : ''}
        </span>
      ) : null}
      {state === 'none-unconfirmed' ? (
        <span className="app-muted">the document has “-”; a person says whether there is none</span>
      ) : null}
    </p>
  );
}

/** "From RX-004.txt, 1 Oct 2023", leading to the event that says so. */
export function Source({ field, projectRef }: { field: ShownField; projectRef: string }) {
  const { source, label } = field;
  if (!source) return null;
  return (
    <p className="app-muted govuk-!-font-size-16 govuk-!-margin-top-0 govuk-!-margin-bottom-1">
      {source.document ? `From ${source.who}` : source.who},{' '}
      <a className="govuk-link govuk-link--muted" href={eventHref(projectRef, source.seq)}>
        {shortDay(source.day)}
        <VisuallyHidden>: how this was recorded, {label}</VisuallyHidden>
      </a>
    </p>
  );
}

function ConfirmNone({ field: { name, label } }: { field: ShownField }) {
  return (
    <CommandForm
      command="confirm-none"
      form={name}
      hidden={{ fields: name }}
      label={`Confirm none: ${label}`}
      className="app-no-print"
    >
      <Button variant="secondary" small>
        Confirm none<VisuallyHidden>: {label}</VisuallyHidden>
      </Button>
    </CommandForm>
  );
}
