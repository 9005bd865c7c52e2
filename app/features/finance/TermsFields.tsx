import type { Typed } from '~/features/forms';
import { Details } from '~/ui/Details';
import { MoneyField } from '~/ui/MoneyField';
import { RadiosField } from '~/ui/RadiosField';
import { SelectField } from '~/ui/SelectField';
import { TextField } from '~/ui/TextField';
import type { TermChoices } from './types';

export interface TermsBefore {
  readonly title: string;
  readonly timing: string;
  readonly category: string;
  readonly convention: string;
  readonly costCentre: string;
  readonly costBaseline: string;
  readonly startMonth: string;
  readonly fullYearEffect: string;
}

function ConventionField({ typed, before }: { typed: Typed; before: TermsBefore | undefined }) {
  return (
    <>
      <RadiosField
        {...typed.field('convention', before?.convention ?? '')}
        label="How the years are written (recurring lines)"
        options={[
          {
            value: 'incremental',
            label: 'Incremental',
            hint: 'Each year holds the change to the base budget in that year, as an MTFS is written.',
          },
          { value: 'annual', label: 'Annual', hint: 'Each year holds the effect felt in that year.' },
          { value: '', label: 'Not known yet' },
        ]}
      />
      <Details summary="What the difference is">
        <p className="govuk-body">
          £200,000 written in one year only: incremental means £200,000 less in that year’s budget and in
          every year after it. Annual means £200,000 less in that year, and the saving lost in the next. The
          same £200,000 a year, written as annual, stands in every year it is felt.
        </p>
      </Details>
    </>
  );
}

/** The terms of a money line, for adding and amending. */
export function TermsFields({
  typed,
  before,
  choices,
}: {
  typed: Typed;
  before?: TermsBefore;
  choices: TermChoices;
}) {
  return (
    <>
      <TextField
        {...typed.field('title', before?.title)}
        label="Title"
        hint="What is saved, earned or spent"
      />
      <RadiosField
        {...typed.field('timing', before?.timing)}
        label="One-off or recurring"
        inline
        options={[
          { value: 'one-off', label: 'One-off' },
          { value: 'recurring', label: 'Recurring' },
        ]}
      />
      <SelectField
        {...typed.field('category', before?.category)}
        label="Category"
        hint="It says whether the line is cashable and can be banked. Cost avoidance enters no total."
        placeholder="Not known yet"
        options={choices.categories}
      />
      <ConventionField typed={typed} before={before} />
      <div className="app-field-row">
        <MoneyField
          {...typed.field('fullYearEffect', before?.fullYearEffect)}
          label="Full-year effect"
          hint="Of a recurring line: what a whole year of it comes to"
        />
        <TextField
          {...typed.field('startMonth', before?.startMonth)}
          label="Start month"
          hint="Such as Sep 2024. Empty: it starts at go-live"
          width={10}
        />
      </div>
      <div className="app-field-row">
        <TextField
          {...typed.field('costCentre', before?.costCentre)}
          label="Cost centre"
          width={10}
          hint="The budget it changes"
        />
        <SelectField
          {...typed.field('costBaseline', before?.costBaseline)}
          label="Cost baseline it draws on"
          hint="From the register of what the service costs today"
          placeholder="None named"
          options={choices.baselines}
        />
      </div>
    </>
  );
}
