import { CommandForm, MayOrWhy, useTyped, type Typed } from '~/features/forms';
import { Button } from '~/ui/Button';
import { CheckboxesField } from '~/ui/CheckboxesField';
import { Details } from '~/ui/Details';
import { PartialDateField } from '~/ui/PartialDateField';
import { SelectField } from '~/ui/SelectField';
import { TextAreaField } from '~/ui/TextAreaField';
import { TextField } from '~/ui/TextField';
import type { ChangesPageProps, Movable } from './changes-view';

interface KindProps {
  typed: Typed;
  movable: Movable;
}

const ROWS = [0, 1, 2];

function GateMoves({ typed, movable }: KindProps) {
  return ROWS.map((index) => (
    <div key={index}>
      <SelectField
        {...typed.field(`gates[${index}].gate`)}
        label={`Gate${index > 0 ? ` (${index + 1})` : ''}`}
        placeholder="No gate"
        options={movable.gates}
      />
      <PartialDateField {...typed.date(`gates[${index}].to`)} label="New date" />
    </div>
  ));
}

function DeliverableMoves({ typed, movable }: KindProps) {
  return ROWS.map((index) => (
    <div key={index}>
      <SelectField
        {...typed.field(`deliverables[${index}].deliverable`)}
        label={`Deliverable${index > 0 ? ` (${index + 1})` : ''}`}
        placeholder="No deliverable"
        options={movable.deliverables}
      />
      <PartialDateField {...typed.date(`deliverables[${index}].start`)} label="New start" />
      <PartialDateField {...typed.date(`deliverables[${index}].finish`)} label="New finish" />
    </div>
  ));
}

function ProposalMoves({ typed, movable }: KindProps) {
  return ROWS.map((index) => (
    <div key={index}>
      <SelectField
        {...typed.field(`proposals[${index}].line`)}
        label={`Money line${index > 0 ? ` (${index + 1})` : ''}`}
        placeholder="No line"
        options={movable.lines}
      />
      <SelectField
        {...typed.field(`proposals[${index}].fy`)}
        label="Financial year"
        placeholder="Choose a year"
        options={movable.fys}
      />
      <TextField
        {...typed.field(`proposals[${index}].to`)}
        label="New proposed figure"
        hint="Such as £150,000 or 150k"
        width={10}
      />
    </div>
  ));
}

function BenefitMoves({ typed, movable }: KindProps) {
  return (
    <>
      {ROWS.map((index) => (
        <div key={index}>
          <SelectField
            {...typed.field(`targets[${index}].benefit`)}
            label={`Benefit${index > 0 ? ` (${index + 1})` : ''}`}
            placeholder="No benefit"
            options={movable.benefits}
          />
          <TextField {...typed.field(`targets[${index}].to`)} label="New target" width={10} />
        </div>
      ))}
      <SelectField
        {...typed.field('withdrawals[0].benefit')}
        label="Withdraw a benefit"
        hint="It is shown as leakage from then on."
        placeholder="None"
        options={movable.benefits}
      />
    </>
  );
}

/** Asks to move what the baseline binds; nothing where nothing binds. */
export function RequestForm({ request, movable, marks }: ChangesPageProps) {
  const typed = useTyped('request-change');
  if (request === undefined) return null;
  const label = 'Request a change';
  return (
    <Details summary={label} open={typed.cameBack}>
      <MayOrWhy whyNot={request} id="request-change-button" label={label} projectRef={marks.ref}>
        <CommandForm command="request-change" label={label}>
          <p className="govuk-hint">Fill in only what would move; the rest is left as it is.</p>
          <Details summary="A gate’s date" open={typed.cameBack}>
            <GateMoves typed={typed} movable={movable} />
          </Details>
          <Details summary="A deliverable’s dates" open={typed.cameBack}>
            <DeliverableMoves typed={typed} movable={movable} />
          </Details>
          <Details summary="A proposed figure" open={typed.cameBack}>
            <ProposalMoves typed={typed} movable={movable} />
          </Details>
          <Details summary="A benefit’s target, or the benefit itself" open={typed.cameBack}>
            <BenefitMoves typed={typed} movable={movable} />
          </Details>
          {movable.scope.length > 0 ? (
            <CheckboxesField
              {...typed.checks('scope')}
              label="Scope"
              hint="Takes into the baseline what is no longer as it was approved, as it stands now."
              options={movable.scope.map(({ value, text }) => ({ value, label: text }))}
            />
          ) : null}
          <TextAreaField {...typed.field('why')} label="Why" rows={4} />
          <Button>{label}</Button>
        </CommandForm>
      </MayOrWhy>
    </Details>
  );
}
