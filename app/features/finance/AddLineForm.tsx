import { CommandForm, useTyped } from '~/features/forms';
import { projectPath } from '~/features/projects/sections';
import { Button } from '~/ui/Button';
import { ButtonGroup } from '~/ui/ButtonGroup';
import { RadiosField } from '~/ui/RadiosField';
import { Section } from '~/ui/Section';
import { TermsFields } from './TermsFields';
import { YearBoxes } from './YearBoxes';
import type { FinancePageProps } from './FinancePage';

/** The form for a new money line: its terms, and its figures where they are known. */
export function AddLineForm({ view }: { view: FinancePageProps }) {
  const typed = useTyped('add-money-line');
  return (
    <Section title="Add a money line" id="edit">
      <CommandForm command="add-money-line" label="Add a money line">
        <RadiosField
          {...typed.field('kind')}
          label="What it is"
          inline
          hint="Savings and income are entered positive. Investment is entered positive and subtracted."
          options={[
            { value: 'saving', label: 'Saving' },
            { value: 'income', label: 'Income' },
            { value: 'investment', label: 'Investment' },
          ]}
        />
        <TermsFields typed={typed} choices={view.choices} />
        <YearBoxes
          typed={typed}
          caption="Proposed figures, where they are known"
          years={view.horizonFys.map((fy, at) => ({ fy, year: view.years[at] ?? '', box: '' }))}
        />
        <ButtonGroup>
          <Button>Add the line</Button>
          <a className="govuk-link" href={projectPath(view.marks.ref, '/finance')}>
            Cancel
          </a>
        </ButtonGroup>
      </CommandForm>
    </Section>
  );
}
