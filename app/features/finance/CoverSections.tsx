import { CommandForm, MayOrWhy, useTyped } from '~/features/forms';
import { Button } from '~/ui/Button';
import { Details } from '~/ui/Details';
import { Section } from '~/ui/Section';
import { Tag } from '~/ui/Tag';
import { TextAreaField } from '~/ui/TextAreaField';
import { TextField } from '~/ui/TextField';
import type { HorizonShown, NonCashableShown } from './types';

/** The years the figures cover, and the form that extends them. */
export function HorizonSection({ horizon, projectRef }: { horizon: HorizonShown; projectRef: string }) {
  const typed = useTyped('extend-horizon');
  const { first, last, short, whyNot } = horizon;
  return (
    <Section title="Horizon" id="horizon">
      <p className="govuk-body">
        {first === '' ? 'No financial year is covered yet.' : `Figures cover ${first} to ${last}.`}{' '}
        {short ? (
          <>
            <Tag tone="warn">Too short</Tag> {short}
          </>
        ) : null}
      </p>
      <MayOrWhy whyNot={whyNot} id="extend-horizon-button" label="Extend the horizon" projectRef={projectRef}>
        <Details summary="Extend the horizon" open={typed.cameBack}>
          <CommandForm command="extend-horizon" label="Extend the horizon">
            <div className="app-field-row">
              <TextField
                {...typed.field('first', first)}
                label="First financial year"
                width={5}
                hint="Such as 23/24. It is never shortened."
              />
              <TextField
                {...typed.field('last', last)}
                label="Last financial year"
                width={5}
                hint="Such as 27/28"
              />
            </div>
            <Button variant="secondary">Extend the horizon</Button>
          </CommandForm>
        </Details>
      </MayOrWhy>
    </Section>
  );
}

/** Whether the case claims no saving: declared by the lead, agreed by finance. */
export function NonCashableSection({
  nonCashable,
  projectRef,
}: {
  nonCashable: NonCashableShown;
  projectRef: string;
}) {
  const { declared, agreed, whyNotAgree, whyNotDeclare, href } = nonCashable;
  return (
    <Section title="A case without a saving" id="nonCashable">
      {declared ? (
        <p className="govuk-body">
          Declared non-cashable by{' '}
          <a className="govuk-link" href={href}>
            {declared.by}
          </a>
          : <span dir="auto">{declared.why}</span>{' '}
          {agreed ? `Agreed by ${agreed}.` : <Tag tone="warn">Not yet agreed by finance</Tag>}
        </p>
      ) : (
        <p className="govuk-body">
          A case that claims no saving is declared non-cashable by its lead, and finance agrees. Adding a
          saving ends it.
        </p>
      )}
      {declared ? null : <Declare whyNot={whyNotDeclare} projectRef={projectRef} />}
      {declared && !agreed ? (
        <MayOrWhy
          whyNot={whyNotAgree}
          id="agree-non-cashable-button"
          label="Agree that it claims no saving"
          projectRef={projectRef}
        >
          <CommandForm command="agree-non-cashable" label="Agree that the case claims no saving">
            <Button>Agree that it claims no saving</Button>
          </CommandForm>
        </MayOrWhy>
      ) : null}
    </Section>
  );
}

function Declare({ whyNot, projectRef }: { whyNot: NonCashableShown['whyNotDeclare']; projectRef: string }) {
  const typed = useTyped('declare-non-cashable');
  const label = 'Declare the case non-cashable';
  return (
    <MayOrWhy whyNot={whyNot} id="declare-non-cashable-button" label={label} projectRef={projectRef}>
      <Details summary={label} open={typed.cameBack}>
        <CommandForm command="declare-non-cashable" label={label}>
          <TextAreaField
            {...typed.field('why')}
            label="Why it claims no saving"
            rows={3}
            maxLength={10_000}
          />
          <Button variant="secondary">{label}</Button>
        </CommandForm>
      </Details>
    </MayOrWhy>
  );
}
