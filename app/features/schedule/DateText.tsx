import type { DateShown } from './types';

/** A date that leads to the event that set it, with its reason set small. */
export function DateText({ date, was }: { date: DateShown; was?: string }) {
  if (date.text === '–') return <span className="app-muted">–</span>;
  return (
    <>
      {was ? <span className="app-cell-note">{was}</span> : null}
      {date.href ? (
        <a className="govuk-link" href={date.href}>
          {date.text}
        </a>
      ) : (
        date.text
      )}
      {date.note ? (
        <span className="app-cell-note" dir="auto">
          {date.note}
        </span>
      ) : null}
    </>
  );
}

/** A start and a finish, one under the other. */
export function StartFinish({ start, finish }: { start: DateShown; finish: DateShown }) {
  if (start.text === '–' && finish.text === '–') return <span className="app-muted">–</span>;
  return (
    <>
      <DateText date={start} /> <span className="app-muted">to</span> <DateText date={finish} />
    </>
  );
}
