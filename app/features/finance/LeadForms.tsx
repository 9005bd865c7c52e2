import { CommandForm, useTyped } from '~/features/forms';
import { fixHref } from '~/features/projects/sections';
import { CheckboxesField } from '~/ui/CheckboxesField';
import { EmptyState } from '~/ui/EmptyState';
import { TextAreaField } from '~/ui/TextAreaField';
import { FormFoot, yearBoxes } from './FormFoot';
import { TermsFields } from './TermsFields';
import type { LineView } from './line-types';

/** The lead stands behind a line of the form. */
export function AdoptForm({ view }: { view: LineView }) {
  return (
    <CommandForm command="adopt-money-line" hidden={{ lineId: view.id }} label="Adopt the line">
      <p className="govuk-body">
        From then its figures count as your proposal, and you cannot decide a gate of this cycle.
      </p>
      <FormFoot view={view}>Adopt this line</FormFoot>
    </CommandForm>
  );
}

/** A line's terms, changed together. */
export function TermsForm({ view }: { view: LineView }) {
  const typed = useTyped('amend-money-line');
  return (
    <CommandForm command="amend-money-line" hidden={{ lineId: view.id }} label="Change the terms">
      <p className="govuk-body">Any change but of the title makes the validations of this line stale.</p>
      <TermsFields typed={typed} before={view.before} choices={view.choices} />
      <FormFoot view={view}>Save the terms</FormFoot>
    </CommandForm>
  );
}

/** That the form's dashes mean none. */
export function ConfirmNoneForm({ view }: { view: LineView }) {
  const typed = useTyped('confirm-none-figures');
  const open = view.cells.filter(({ unconfirmedNone }) => unconfirmedNone);
  return (
    <CommandForm command="confirm-none-figures" hidden={{ lineId: view.id }} label="Confirm none">
      <CheckboxesField
        {...typed.checks(
          'fys',
          open.map(({ fy }) => String(fy)),
        )}
        label="Years in which the form’s “-” means none"
        options={yearBoxes(open, () => undefined)}
      />
      <FormFoot view={view}>Confirm none</FormFoot>
    </CommandForm>
  );
}

/** What the figures rest on, chosen from the project's documents. */
export function EvidenceForm({ view }: { view: LineView }) {
  const typed = useTyped('attach-line-evidence');
  if (view.attachments.length === 0) {
    return (
      <EmptyState
        title="The project has no documents yet"
        action={
          <a className="govuk-link" href={fixHref(view.marks.ref, { screen: 'documents' })}>
            Upload one in Documents
          </a>
        }
      >
        A quotation, a benchmark or usage data, say.
      </EmptyState>
    );
  }
  return (
    <CommandForm
      command="attach-line-evidence"
      hidden={{ lineId: view.id, attachmentsWas: view.evidenceIds }}
      label="Attach evidence"
    >
      <CheckboxesField
        {...typed.checks('attachments', view.evidenceIds)}
        label="Documents the figures rest on"
        hint="Tick what is evidence, clear what is not. A change makes the validations of this line stale."
        options={view.attachments}
      />
      <FormFoot view={view}>Save the evidence</FormFoot>
    </CommandForm>
  );
}

/** A line taken out of every total, with the reason. */
export function WithdrawForm({ view }: { view: LineView }) {
  const typed = useTyped('withdraw-money-line');
  return (
    <CommandForm command="withdraw-money-line" hidden={{ lineId: view.id }} label="Withdraw the line">
      <TextAreaField
        {...typed.field('why')}
        label="Why it is withdrawn"
        hint="It leaves every total and stays on the record."
        rows={3}
        maxLength={10_000}
      />
      <FormFoot view={view} warning>
        Withdraw this line
      </FormFoot>
    </CommandForm>
  );
}

/** A withdrawn line brought back. */
export function RestoreForm({ view }: { view: LineView }) {
  return (
    <CommandForm command="restore-money-line" hidden={{ lineId: view.id }} label="Bring the line back">
      <p className="govuk-body">It counts again; its validations come back stale.</p>
      <FormFoot view={view}>Bring this line back</FormFoot>
    </CommandForm>
  );
}
