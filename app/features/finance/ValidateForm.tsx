import { CommandForm, useTyped, type Typed } from '~/features/forms';
import { useLiveCheck, type LiveCheck } from '~/features/forms/use-live-check';
import { HiddenFields } from '~/ui/HiddenFields';
import { MoneyField } from '~/ui/MoneyField';
import { RadiosField } from '~/ui/RadiosField';
import { Tag } from '~/ui/Tag';
import { TextField } from '~/ui/TextField';
import { comesTo, ENTRY, understoodAs } from './entry-check';
import { FormFoot } from './FormFoot';
import type { LineView, YearShown } from './line-types';

/** Finance's entry: every year of the line at once, each by a confidence or by a figure of its own, with its basis. */
export function ValidateForm({ view }: { view: LineView }) {
  const typed = useTyped('validate-figures');
  const live = useLiveCheck(ENTRY);
  const open = view.cells.filter(({ canValidate }) => canValidate);
  const waiting = view.cells.filter(({ canValidate }) => !canValidate);
  return (
    <CommandForm
      command="validate-figures"
      hidden={{ lineId: view.id, termsSeen: view.termsSeq }}
      label="Validate figures"
    >
      {view.investment ? (
        <p className="govuk-body">
          Investment counts in full: confirm it at 100%, or give a figure of your own with its basis. A nil is
          confirmed too.
        </p>
      ) : null}
      <div className="app-year-grid" id={typed.id('cells')}>
        {open.map((cell, index) => (
          <YearEntry key={cell.fy} typed={typed} live={live} cell={cell} index={index} />
        ))}
      </div>
      {waiting.length > 0 ? (
        <p className="govuk-body app-muted">
          Nothing to validate yet: {waiting.map(({ year, proposed }) => `${year} (${proposed})`).join(', ')}.
        </p>
      ) : null}
      <FormFoot view={view}>Validate these years</FormFoot>
    </CommandForm>
  );
}

interface YearEntryProps {
  typed: Typed;
  live: LiveCheck;
  cell: YearShown;
  index: number;
}

/** What the field comes back with, and what is said of it while it is filled in. */
const checked = (typed: Typed, live: LiveCheck, name: string, recorded: string) => {
  const now = live.error(name);
  return {
    ...typed.field(name, recorded),
    ...(now === undefined ? {} : { error: now }),
    inputProps: live.input(name),
  };
};

function YearEntry({ typed, live, cell, index }: YearEntryProps) {
  const at = `cells[${index}]`;
  const amount = understoodAs(live.typed(`${at}.amount`));
  const comes = comesTo(cell.proposedPence, live.typed(`${at}.confidence`));
  const { validation, year } = cell;
  return (
    <div className="app-year">
      <HiddenFields values={{ [`${at}.fy`]: cell.fy, [`${at}.seen`]: cell.seen }} />
      <RadiosField
        {...typed.field(`${at}.method`, validation.method)}
        label={
          <>
            {year}: proposed {cell.proposed} {validation.stale ? <Tag tone="bad">Stale</Tag> : null}
          </>
        }
        hint={validation.now ? `Validated so far: ${validation.now}` : 'Not validated: confidence 0%'}
        options={[
          {
            value: 'confidence',
            label: 'By a confidence in the proposal',
            conditional: (
              <TextField
                {...checked(typed, live, `${at}.confidence`, validation.confidence)}
                label={`Confidence, ${year}`}
                hint={comes ?? 'From 0% to 100%, such as 80%'}
                width={5}
              />
            ),
          },
          {
            value: 'figure',
            label: 'By a figure of finance’s own',
            conditional: (
              <MoneyField
                {...checked(typed, live, `${at}.amount`, validation.amount)}
                label={`Validated figure, ${year}`}
                hint={amount ?? 'Such as 80,000 or 80k'}
              />
            ),
          },
          { value: 'leave', label: 'Leave as it is' },
        ]}
      />
      <TextField
        {...typed.field(`${at}.basis`, validation.basis)}
        label={`Basis, ${year}`}
        hint="Needed for a figure of your own"
      />
    </div>
  );
}
