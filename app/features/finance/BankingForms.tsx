import { CommandForm, useTyped } from '~/features/forms';
import { MoneyField } from '~/ui/MoneyField';
import { RadiosField } from '~/ui/RadiosField';
import { SelectField } from '~/ui/SelectField';
import { TextAreaField } from '~/ui/TextAreaField';
import { TextField } from '~/ui/TextField';
import { FormFoot, yearOptions } from './FormFoot';
import type { LineView } from './line-types';

/** The month from which the budget falls. */
export function BudgetForm({ view }: { view: LineView }) {
  const typed = useTyped('schedule-budget-change');
  return (
    <CommandForm
      command="schedule-budget-change"
      hidden={{ lineId: view.id }}
      label="Schedule the budget change"
    >
      <TextField
        {...typed.field('month', view.budgetMonth)}
        label="Month from which the budget falls"
        hint="Such as Sep 2024"
        width={10}
      />
      <FormFoot view={view}>Schedule the change</FormFoot>
    </CommandForm>
  );
}

/** That the budget has fallen: how much, from when, for good or for a year, and the journal that did it. */
export function BankForm({ view }: { view: LineView }) {
  const typed = useTyped('bank-saving');
  return (
    <CommandForm command="bank-saving" hidden={{ lineId: view.id }} label="Bank the saving">
      <div className="app-field-row">
        <SelectField
          {...typed.field('fy')}
          label="Financial year"
          placeholder="Choose a year"
          options={yearOptions(view.cells)}
        />
        <MoneyField {...typed.field('amount')} label="Amount banked" />
        <TextField
          {...typed.field('month', view.budgetMonth)}
          label="Month the budget fell"
          hint="In that year, such as Sep 2024"
          width={10}
        />
      </div>
      <RadiosField
        {...typed.field('permanence')}
        label="How long it lasts"
        options={[
          { value: 'permanent', label: 'Permanent', hint: 'Felt in this and every later year' },
          { value: 'one-year', label: 'For this year only' },
        ]}
      />
      <TextField {...typed.field('journalReference')} label="Journal reference" width={20} />
      <FormFoot view={view}>Bank the saving</FormFoot>
    </CommandForm>
  );
}

/** What becomes of a year that is not banked. */
export function BankingForm({ view }: { view: LineView }) {
  const typed = useTyped('set-banking-status');
  return (
    <CommandForm
      command="set-banking-status"
      hidden={{ lineId: view.id }}
      label="Settle a year that is not banked"
    >
      <SelectField
        {...typed.field('fy')}
        label="Financial year"
        placeholder="Choose a year"
        options={yearOptions(view.cells.filter(({ banked }) => !banked))}
      />
      <RadiosField
        {...typed.field('status')}
        label="It is"
        options={[
          { value: 'scheduled', label: 'Scheduled', hint: 'It will be banked' },
          { value: 'not-bankable', label: 'Not bankable after all' },
        ]}
      />
      <TextAreaField {...typed.field('why')} label="Why" rows={3} maxLength={10_000} />
      <FormFoot view={view}>Settle the year</FormFoot>
    </CommandForm>
  );
}

/** Who in the service owns what is still to come. */
export function OnwardForm({ view }: { view: LineView }) {
  const typed = useTyped('own-saving-onward');
  return (
    <CommandForm
      command="own-saving-onward"
      hidden={{ lineId: view.id }}
      label="Name who owns the saving from here"
    >
      <SelectField
        {...typed.field('owner', view.onward.owner)}
        label="Owner in the service"
        placeholder="Choose a person"
        options={view.people}
      />
      <TextField
        {...typed.field('reviewDate', view.onward.reviewDate)}
        label="Next looked at"
        hint="Such as Sep 2025"
        width={10}
      />
      <FormFoot view={view}>Name the owner</FormFoot>
    </CommandForm>
  );
}
