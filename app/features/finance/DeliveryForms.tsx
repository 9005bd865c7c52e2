import { CommandForm, useTyped } from '~/features/forms';
import { CheckboxesField } from '~/ui/CheckboxesField';
import { MoneyField } from '~/ui/MoneyField';
import { RadiosField } from '~/ui/RadiosField';
import { SelectField } from '~/ui/SelectField';
import { TextAreaField } from '~/ui/TextAreaField';
import { TextField } from '~/ui/TextField';
import { FormFoot, yearOptions } from './FormFoot';
import { YearBoxes } from './YearBoxes';
import type { LineView } from './line-types';

/** A forecast for several years, with the reason; the proposal stays. */
export function ForecastForm({ view }: { view: LineView }) {
  const typed = useTyped('forecast-figures');
  return (
    <CommandForm command="forecast-figures" hidden={{ lineId: view.id }} label="Forecast figures">
      <YearBoxes
        typed={typed}
        caption="Forecast"
        member="amount"
        nowHeader="Proposed, £"
        years={view.cells.map(({ fy, year, proposed, forecastBox }) => ({
          fy,
          year,
          now: proposed,
          box: forecastBox,
          was: forecastBox,
        }))}
      />
      <TextAreaField {...typed.field('why')} label="Why" rows={3} maxLength={10_000} />
      <FormFoot view={view}>Forecast these figures</FormFoot>
    </CommandForm>
  );
}

/** What one year delivered, with what shows it. */
export function DeliveredForm({ view }: { view: LineView }) {
  const typed = useTyped('record-delivered');
  const begun = view.cells.filter((cell) => cell.begun);
  const running = begun.at(-1);
  return (
    <CommandForm command="record-delivered" hidden={{ lineId: view.id }} label="Record what was delivered">
      <SelectField
        {...typed.field('fy', running ? String(running.fy) : undefined)}
        label="Financial year"
        placeholder="Choose a year"
        options={yearOptions(begun)}
      />
      <MoneyField {...typed.field('amount')} label="Delivered" hint="In the line’s convention" />
      <RadiosField
        {...typed.field('toDate', running ? (running.complete ? 'no' : 'yes') : undefined)}
        label="This is"
        options={[
          { value: 'yes', label: 'Delivered to date: the year is not over' },
          { value: 'no', label: 'What the whole year delivered' },
        ]}
      />
      {view.attachments.length > 0 ? (
        <CheckboxesField {...typed.checks('evidence')} label="Evidence" options={view.attachments} />
      ) : null}
      <TextAreaField
        {...typed.field('note')}
        label="What shows it"
        hint="Needed where no document is chosen: name the ledger, report or invoice."
        rows={3}
        maxLength={10_000}
      />
      <FormFoot view={view}>Record as delivered</FormFoot>
    </CommandForm>
  );
}

/** Delivered against validated and MTFS, explained, with what makes up a shortfall. */
export function VarianceForm({ view }: { view: LineView }) {
  const typed = useTyped('explain-variance');
  const options = yearOptions(view.cells.filter(({ delivered }) => delivered !== undefined));
  return (
    <CommandForm command="explain-variance" hidden={{ lineId: view.id }} label="Explain a variance">
      <SelectField
        {...typed.field('fy', options.length === 1 ? options[0]?.value : undefined)}
        label="Financial year"
        placeholder="Choose a year"
        options={options}
      />
      <TextAreaField
        {...typed.field('why')}
        label="Why it delivered more or less than validated and the MTFS"
        rows={3}
        maxLength={10_000}
      />
      <TextField
        {...typed.field('mitigation.what')}
        label="Mitigation: what makes up a shortfall (optional)"
      />
      <div className="app-field-row">
        <MoneyField {...typed.field('mitigation.amount')} label="Mitigation: how much" />
        <SelectField
          {...typed.field('mitigation.owner')}
          label="Mitigation: who owns it"
          placeholder="Choose a person"
          options={view.people}
        />
      </div>
      <FormFoot view={view}>Explain the variance</FormFoot>
    </CommandForm>
  );
}
