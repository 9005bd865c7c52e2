import { useTyped } from '~/features/forms';
import { rowAnchor } from '~/features/projects/sections';
import { SelectField } from '~/ui/SelectField';
import { TextField } from '~/ui/TextField';
import { RowForm, WithdrawRow } from './RowForms';
import type { Choices, MilestoneDetail, ScheduleView } from './types';

/** What can be done to one milestone: amend, withdraw, bring back. */
export function MilestoneForms({
  view,
  row,
  choices,
}: {
  view: ScheduleView;
  row: MilestoneDetail;
  choices: Choices;
}) {
  const typed = useTyped('amend-milestone');
  const common = { hidden: { milestoneId: row.id }, projectRef: view.marks.ref };
  return (
    <div id={rowAnchor(row.id)}>
      <h2 className="govuk-heading-m" dir="auto">
        {row.title}
      </h2>
      {row.withdrawn ? (
        <RowForm {...common} command="restore-milestone" title="Bring it back" whyNot={row.whyNot.restore} />
      ) : (
        <>
          <RowForm
            {...common}
            command="amend-milestone"
            title="Change title or gate"
            whyNot={row.whyNot.amend}
          >
            <TextField {...typed.field('title', row.title)} label="What is reached" />
            <SelectField
              {...typed.field('neededFor', row.neededFor)}
              label="Needed for"
              placeholder="No gate"
              options={choices.gates}
            />
          </RowForm>
          <WithdrawRow
            {...common}
            command="withdraw-milestone"
            title="Withdraw it"
            whyNot={row.whyNot.withdraw}
          />
        </>
      )}
    </div>
  );
}
