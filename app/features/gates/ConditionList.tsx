import { shortDay } from '~/core/time/iso-day';
import { rowAnchor } from '~/features/projects/sections';
import type { SelectOption } from '~/ui/SelectField';
import { Tag, type Outcome } from '~/ui/Tag';
import { ConditionForms } from './ConditionForms';
import type { AttachmentChoice, ConditionView } from './gate-view';
import { beforeWords } from './gate-words';

const TAGS: Readonly<Record<ConditionView['state'], Outcome>> = {
  open: { tone: 'warn', text: 'Open' },
  closed: { tone: 'info', text: 'Closed, to confirm' },
  confirmed: { tone: 'good', text: 'Met' },
  withdrawn: { tone: 'neutral', text: 'Withdrawn' },
};

const tagOf = ({ state, overdue }: ConditionView): Outcome =>
  overdue ? { tone: 'bad', text: state === 'closed' ? 'Overdue, to confirm' : 'Overdue' } : TAGS[state];

function Story({ condition }: { condition: ConditionView }) {
  const { closed, confirmed, withdrawn } = condition;
  return (
    <>
      {closed ? (
        <>
          <div>
            Closed by {closed.by} on {shortDay(closed.on)}
            {closed.evidence.length > 0 ? `, on ${closed.evidence.map((each) => each.name).join(', ')}` : ''}
            {confirmed ? `; confirmed by ${confirmed.by} on ${shortDay(confirmed.on)}` : ''}.
          </div>
          {closed.note ? (
            <div className="app-plain-text" dir="auto">
              {closed.note}
            </div>
          ) : null}
        </>
      ) : null}
      {withdrawn ? (
        <div>
          Withdrawn by {withdrawn.by} on {shortDay(withdrawn.on)}: <span dir="auto">{withdrawn.why}</span>
        </div>
      ) : null}
    </>
  );
}

export interface ConditionListProps {
  conditions: readonly ConditionView[];
  people: readonly SelectOption[];
  attachments: readonly AttachmentChoice[];
  projectRef: string;
  /** The gate whose page this is: then its number need not be said. */
  gate?: number;
}

/** Conditions with their owners, days and stories, each with what can be done about it. */
export function ConditionList({ conditions, people, attachments, projectRef, gate }: ConditionListProps) {
  return (
    <ul className="app-rows" id="conditions">
      {conditions.map((condition) => (
        <li className="app-rows__row" key={condition.id} id={rowAnchor(condition.id)}>
          <div>
            <Tag tone={tagOf(condition).tone}>{tagOf(condition).text}</Tag>
          </div>
          <div>
            <div className="app-rows__title" dir="auto">
              {condition.what}
            </div>
            <div className="app-rows__detail">
              <div>
                {condition.owner}, due {shortDay(condition.due)}, {beforeWords(condition.before)}.{' '}
                {gate === undefined ? `Gate ${condition.gate}; s` : 'S'}et by {condition.setBy} on{' '}
                {shortDay(condition.setOn)}
                {condition.from === 'waiver' ? ', in place of a waived criterion' : ''}.
              </div>
              <Story condition={condition} />
            </div>
            <ConditionForms
              condition={condition}
              people={people}
              attachments={attachments}
              projectRef={projectRef}
              gate={gate}
            />
          </div>
        </li>
      ))}
    </ul>
  );
}
