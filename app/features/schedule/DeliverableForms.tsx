import { useTyped } from '~/features/forms';
import { fixHref, rowAnchor } from '~/features/projects/sections';
import { CheckboxesField } from '~/ui/CheckboxesField';
import { SelectField } from '~/ui/SelectField';
import { Tag } from '~/ui/Tag';
import { TextAreaField } from '~/ui/TextAreaField';
import { TextField } from '~/ui/TextField';
import { RowForm, WithdrawRow } from './RowForms';
import type { Choices, DeliverableDetail, ScheduleView } from './types';

interface Props {
  view: ScheduleView;
  row: DeliverableDetail;
  choices: Choices;
}

/** What can be done to one deliverable: complete, amend, move to a later gate, withdraw. */
export function DeliverableForms({ view, row, choices }: Props) {
  const shown = view.deliverables.find(({ id }) => id === row.id);
  const common = { hidden: { deliverableId: row.id }, projectRef: view.marks.ref };
  return (
    <div id={rowAnchor(row.id)}>
      <h2 className="govuk-heading-m">
        <span dir="auto">{row.title}</span>{' '}
        {row.withdrawn ? <Tag>Withdrawn</Tag> : row.complete ? <Tag tone="good">Done</Tag> : null}
      </h2>
      {shown ? (
        <p className="govuk-body">
          Target {shown.start.text} to {shown.finish.text}
          {shown.slip ? `; ${shown.slip}` : ''}.{' '}
          {shown.neededFor === undefined ? 'No gate needs it.' : `Needed for Gate ${shown.neededFor}.`}{' '}
          {row.moved ?? ''}
        </p>
      ) : null}
      {row.withdrawn ? (
        <RowForm
          {...common}
          command="restore-deliverable"
          title="Bring it back"
          whyNot={row.whyNot.restore}
        />
      ) : (
        <>
          <Complete view={view} row={row} choices={choices} />
          <Amend view={view} row={row} choices={choices} />
          {row.neededFor === '' ? null : <Move view={view} row={row} choices={choices} />}
          <WithdrawRow
            {...common}
            command="withdraw-deliverable"
            title="Withdraw it"
            whyNot={row.whyNot.withdraw}
          />
        </>
      )}
    </div>
  );
}

function Complete({ view, row, choices }: Props) {
  const typed = useTyped('complete-deliverable');
  const finished = view.deliverables.find(({ id }) => id === row.id)?.boxes.actualFinish;
  return (
    <RowForm
      command="complete-deliverable"
      title="Record it as done"
      whyNot={row.whyNot.complete}
      hidden={{ deliverableId: row.id }}
      projectRef={view.marks.ref}
    >
      <TextField
        {...typed.field('finish', finished)}
        label="When it was finished"
        hint="Such as 15/9/2024 or Sept 2024"
        width={10}
      />
      {choices.attachments.length > 0 ? (
        <CheckboxesField
          {...typed.checks('evidence', row.evidence)}
          label="Evidence"
          options={choices.attachments}
        />
      ) : (
        <p className="govuk-body">
          No document is on the project yet.{' '}
          <a className="govuk-link" href={fixHref(view.marks.ref, { screen: 'documents' })}>
            Upload one in Documents
          </a>
          , or name in a note what shows it.
        </p>
      )}
      <TextAreaField
        {...typed.field('note', row.note)}
        label="What shows it"
        hint="Needed where no document is chosen"
        rows={2}
        maxLength={10_000}
      />
    </RowForm>
  );
}

function Amend({ view, row, choices }: Props) {
  const typed = useTyped('amend-deliverable');
  return (
    <RowForm
      command="amend-deliverable"
      title="Change title, gate or owner"
      whyNot={row.whyNot.amend}
      hidden={{ deliverableId: row.id }}
      projectRef={view.marks.ref}
    >
      <TextField {...typed.field('title', row.title)} label="What is delivered" />
      <SelectField
        {...typed.field('neededFor', row.neededFor)}
        label="Needed for"
        hint="Once a gate is set, only an earlier one; the sponsor moves it to a later one."
        placeholder="No gate"
        options={choices.gates}
      />
      <SelectField
        {...typed.field('ownerId', row.owner)}
        label="Owner"
        placeholder="Nobody yet"
        options={choices.people}
      />
    </RowForm>
  );
}

function Move({ view, row, choices }: Props) {
  const typed = useTyped('move-deliverable');
  return (
    <RowForm
      command="move-deliverable"
      title="Move it to a later gate"
      whyNot={row.whyNot.move}
      hidden={{ deliverableId: row.id }}
      projectRef={view.marks.ref}
    >
      <SelectField
        {...typed.field('to')}
        label="Needed for"
        placeholder="Choose a later gate"
        options={choices.gates.filter(({ value }) => Number(value) > Number(row.neededFor))}
      />
      <TextAreaField {...typed.field('why')} label="Why it may come later" rows={2} maxLength={10_000} />
    </RowForm>
  );
}
