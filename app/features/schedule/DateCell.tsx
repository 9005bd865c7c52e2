import { Tag } from '~/ui/Tag';
import type { DateShown } from './types';

/** A date that leads to the event behind it, with the reason given for it. */
export function DateCell({ date }: { date: DateShown }) {
  if (date.text === '–') return <span className="app-muted">–</span>;
  return (
    <>
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

/** Target, forecast and actual of one date, one under the other, as far as there are any. */
export function DateStack(props: { target: DateShown; forecast: DateShown; actual: DateShown }) {
  const { target, forecast, actual } = props;
  const beside = [
    { word: 'Forecast', date: forecast },
    { word: 'Actual', date: actual },
  ].filter(({ date }) => date.text !== '–');
  return (
    <>
      <DateCell date={target} />
      {beside.map(({ word, date }) => (
        <div key={word}>
          <span className="app-muted">{word}</span> <DateCell date={date} />
        </div>
      ))}
    </>
  );
}

/** How far a date slipped. */
export function SlipCell({ slip, late }: { slip: string | undefined; late: boolean }) {
  if (slip === undefined) return <span className="app-muted">–</span>;
  return late ? <Tag tone="warn">{slip}</Tag> : <>{slip}</>;
}
