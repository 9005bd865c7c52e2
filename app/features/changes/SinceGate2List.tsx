import { shortDay } from '~/core/time/iso-day';
import { CommandForm, MayOrWhy, useTyped } from '~/features/forms';
import { rowAnchor } from '~/features/projects/sections';
import { Button } from '~/ui/Button';
import { Section } from '~/ui/Section';
import { Tag } from '~/ui/Tag';
import { TextAreaField } from '~/ui/TextAreaField';
import type { SinceGate2 } from './changes-view';

/** What of the case changed since Gate 2, each to be listed with its reason before Gate 3. */
export function SinceGate2List({
  changes,
  projectRef,
}: {
  changes: readonly SinceGate2[] | undefined;
  projectRef: string;
}) {
  if (!changes) return null;
  const open = changes.filter((each) => !each.explained).length;
  return (
    <Section
      title="Changed since Gate 2"
      note={
        changes.length === 0 ? 'nothing' : open > 0 ? `${open} without a reason` : 'all listed with a reason'
      }
      id="explain"
    >
      <p className="govuk-body">
        Gate 3 asks that the case is as Gate 2 approved it, but for what is listed here with a reason. A
        reason lapses when the thing changes again.
      </p>
      {changes.length > 0 ? (
        <ul className="app-rows">
          {changes.map((each) => (
            <Changed key={each.what} change={each} projectRef={projectRef} />
          ))}
        </ul>
      ) : null}
    </Section>
  );
}

function Changed({ change, projectRef }: { change: SinceGate2; projectRef: string }) {
  const { what, words, explained, explain } = change;
  const typed = useTyped('explain-change', what);
  const label = 'List it with its reason';
  return (
    <li className="app-rows__row" id={rowAnchor(what)}>
      <div>{explained ? <Tag tone="good">Listed</Tag> : <Tag tone="bad">No reason</Tag>}</div>
      <div>
        <div className="app-rows__title" dir="auto">
          {words}
        </div>
        {explained ? (
          <div className="app-rows__detail">
            {explained.by}, {shortDay(explained.on)}: <span dir="auto">{explained.why}</span>
          </div>
        ) : null}
        {explain === undefined ? null : (
          <MayOrWhy
            whyNot={explain}
            id={`explain-${what.replace(/\s/g, '-')}`}
            label={label}
            projectRef={projectRef}
          >
            <CommandForm command="explain-change" form={what} hidden={{ what }} label={`${label}: ${words}`}>
              <TextAreaField
                {...typed.field('why')}
                id={typed.id('why').replace(/\s/g, '-')}
                label="Why"
                rows={2}
              />
              <Button variant="secondary" small>
                {label}
              </Button>
            </CommandForm>
          </MayOrWhy>
        )}
      </div>
    </li>
  );
}
