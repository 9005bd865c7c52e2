import type { Tone } from '~/ui/Tag';
import { Tag } from '~/ui/Tag';
import type { AnswerState, ShownAnswer } from './shown';

/** What a state that is no value is called, and how it is drawn. */
export const STATE_TAGS: Readonly<Record<Exclude<AnswerState, 'given'>, { tone: Tone; text: string }>> = {
  none: { tone: 'neutral', text: 'None' },
  'none-unconfirmed': { tone: 'warn', text: 'None, unconfirmed' },
  tbc: { tone: 'warn', text: 'TBC' },
  blank: { tone: 'bad', text: 'Not answered' },
};

/** "for 12 days"; "since today" on the first. */
export const owedWords = (days: number): string =>
  days === 0 ? 'since today' : `for ${days.toLocaleString('en-GB')} ${days === 1 ? 'day' : 'days'}`;

/** Text of the record exactly as it is, in the direction it is written in. */
export function RecordText({ text, close = false }: { text: string; close?: boolean }) {
  return (
    <div className={`govuk-body app-plain-text${close ? ' govuk-!-margin-bottom-1' : ''}`} dir="auto">
      {text}
    </div>
  );
}

/** An answer in a cell of a table. */
export function AnswerCell({ answer }: { answer: ShownAnswer | undefined }) {
  if (!answer) return <>–</>;
  if (answer.state === 'given') return <span dir="auto">{answer.text}</span>;
  const { tone, text } = STATE_TAGS[answer.state];
  return <Tag tone={tone}>{text}</Tag>;
}
