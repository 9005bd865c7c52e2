import { CommandForm, useTyped } from '~/features/forms';
import { CheckboxesField } from '~/ui/CheckboxesField';
import { MoneyField } from '~/ui/MoneyField';
import { SelectField } from '~/ui/SelectField';
import { TextAreaField } from '~/ui/TextAreaField';
import { TextField } from '~/ui/TextField';
import { FormFoot, yearBoxes } from './FormFoot';
import { YearBoxes } from './YearBoxes';
import type { LineView, YearShown } from './line-types';

/** What the medium-term financial strategy takes of a line, with its round. */
export function MtfsForm({ view }: { view: LineView }) {
  const typed = useTyped('record-mtfs');
  const round = view.cells.flatMap((cell) => cell.round ?? []).at(-1);
  return (
    <CommandForm command="record-mtfs" hidden={{ lineId: view.id }} label="Record the MTFS figures">
      <TextField {...typed.field('round', round)} label="Budget round" hint="Such as Feb 2024" width={10} />
      <YearBoxes
        typed={typed}
        caption="In the MTFS"
        nowHeader="Validated"
        years={view.cells.map(({ fy, year, mtfsBox, validation }) => ({
          fy,
          year,
          box: mtfsBox,
          now: `${validation.now ?? '–'}${validation.stale ? ', stale' : ''}`,
        }))}
        note="In the line’s convention: an amount, or “none”, or “TBC”. An empty box is left as it is."
      />
      <FormFoot view={view}>Record the MTFS figures</FormFoot>
    </CommandForm>
  );
}

/** Why the MTFS and the validated figure of a year differ. */
export function GapForm({ view }: { view: LineView }) {
  const typed = useTyped('explain-gap');
  const open = view.cells.filter(({ gapOpen }) => gapOpen);
  return (
    <CommandForm command="explain-gap" hidden={{ lineId: view.id }} label="Explain a gap to the MTFS">
      <SelectField
        {...typed.field('fy', open.length === 1 ? String(open[0]?.fy) : undefined)}
        label="Financial year"
        placeholder="Choose a year"
        options={open.map(({ fy, year, gap, gapLeft }) => ({
          value: String(fy),
          text: `${year}: gap of ${gap}${gap === gapLeft ? '' : `, ${gapLeft} of it not explained`}`,
        }))}
      />
      <MoneyField
        {...typed.field('amount')}
        label="How much of it this explains"
        hint="With the sign of the gap. Leave it empty for all that is not explained yet."
      />
      <TextAreaField
        {...typed.field('why')}
        label="Why there is a gap"
        hint="It holds for the gap as it now is, and lapses when either side moves."
        rows={3}
        maxLength={10_000}
      />
      <FormFoot view={view}>Explain the gap</FormFoot>
    </CommandForm>
  );
}

interface ConfirmProps {
  view: LineView;
  command: 'confirm-forecast' | 'confirm-delivered';
  open: readonly YearShown[];
  figure: (cell: YearShown) => string | undefined;
  label: string;
}

function ConfirmYears({ view, command, open, figure, label }: ConfirmProps) {
  const typed = useTyped(command);
  return (
    <CommandForm command={command} hidden={{ lineId: view.id }} label={label}>
      <CheckboxesField
        {...typed.checks(
          'fys',
          open.map(({ fy }) => String(fy)),
        )}
        label="Years you confirm"
        options={yearBoxes(open, figure)}
      />
      <FormFoot view={view}>{label}</FormFoot>
    </CommandForm>
  );
}

/** Finance's word on a forecast. */
export const ConfirmForecastForm = ({ view }: { view: LineView }) => (
  <ConfirmYears
    view={view}
    command="confirm-forecast"
    open={view.cells.filter(({ forecastOpen }) => forecastOpen)}
    figure={({ forecast }) => forecast}
    label="Confirm the forecast"
  />
);

/** Finance's word on what was delivered. */
export const ConfirmDeliveredForm = ({ view }: { view: LineView }) => (
  <ConfirmYears
    view={view}
    command="confirm-delivered"
    open={view.cells.filter(({ deliveredOpen }) => deliveredOpen)}
    figure={({ delivered }) => delivered}
    label="Confirm what was delivered"
  />
);
