import type { WhyNot } from '~/core/command/sent-back';
import { CommandForm, MayOrWhy, useTyped, type Typed } from '~/features/forms';
import { projectPath, rowAnchor } from '~/features/projects/sections';
import { WhyForm } from '~/features/registers/WhyForm';
import { AnswerField, type AnswerKind } from '~/ui/AnswerField';
import { Button } from '~/ui/Button';
import { ButtonGroup } from '~/ui/ButtonGroup';
import { InsetText } from '~/ui/InsetText';
import { PartialDateField } from '~/ui/PartialDateField';
import { RadiosField } from '~/ui/RadiosField';
import { Section } from '~/ui/Section';
import { SelectField, type SelectOption } from '~/ui/SelectField';
import { TextAreaField } from '~/ui/TextAreaField';
import { TextField } from '~/ui/TextField';

type Values = Readonly<Record<string, string>>;

export interface BenefitFormProps {
  readonly benefitId: string | undefined;
  readonly category: string | undefined;
  readonly values: Values;
  /** Who has accepted it, when anybody has. */
  readonly accepted: string | undefined;
  readonly bound: boolean;
  readonly categories: readonly SelectOption[];
  readonly deliverables: readonly SelectOption[];
  readonly whyNotSave: WhyNot | undefined;
  readonly whyNotWithdraw: WhyNot | undefined;
  readonly path: string;
  readonly projectRef: string;
}

/** The page's own view of one benefit's terms, to record or to change. */
export function BenefitForm(props: BenefitFormProps) {
  const { benefitId, category, accepted, bound, path, projectRef, whyNotSave, whyNotWithdraw } = props;
  const label = benefitId ? 'Save the benefit' : 'Record the benefit';
  const back = benefitId ? `${path}#${rowAnchor(benefitId)}` : path;
  return (
    <Section title={category ? `Change the ${category} benefit` : 'Record a benefit'}>
      <p className="govuk-body app-no-print">
        <a className="govuk-link" href={back}>
          Back to the benefits
        </a>
      </p>
      {accepted ? (
        <InsetText>
          {accepted} has accepted these terms. When somebody else changes them, their owner is asked to accept
          again.
        </InsetText>
      ) : null}
      {bound ? (
        <InsetText>
          Gate 3’s baseline binds them: what it has moves by{' '}
          <a className="govuk-link" href={projectPath(projectRef, '/changes')}>
            change request
          </a>
          .
        </InsetText>
      ) : null}
      <MayOrWhy whyNot={whyNotSave} id="save-benefit" label={label} projectRef={projectRef}>
        <TermsForm {...props} label={label} back={back} />
      </MayOrWhy>
      {benefitId ? (
        <WhyForm
          command="withdraw-benefit"
          form={benefitId}
          hidden={{ benefitId }}
          label="Withdraw this benefit"
          whyNot={whyNotWithdraw}
          projectRef={projectRef}
        />
      ) : null}
    </Section>
  );
}

function answerProps(typed: Typed, values: Values, name: string) {
  const kind = typed.value(`${name}.kind`, values[`${name}.kind`]) as AnswerKind | undefined;
  const error = typed.error(name) ?? typed.error(`${name}.kind`);
  return {
    name,
    id: typed.id(name),
    ...(kind ? { defaultValue: kind } : {}),
    ...(error ? { error } : {}),
  };
}

function TermsForm(props: BenefitFormProps & { label: string; back: string }) {
  const { benefitId, values, categories, label, back } = props;
  const command = benefitId ? 'amend-benefit' : 'record-benefit';
  const typed = useTyped(command);
  return (
    <CommandForm command={command} label={label} {...(benefitId ? { hidden: { benefitId } } : {})}>
      <SelectField
        {...typed.field('category', values['category'])}
        label="Category"
        placeholder="Choose a category"
        options={categories}
      />
      <AnswerField
        {...answerProps(typed, values, 'description')}
        label="Description"
        hint="Once it is given, the benefit is claimed."
      >
        <TextAreaField
          {...typed.field('description.value', values['description.value'])}
          label="What gets better, and for whom"
          rows={4}
          maxLength={20_000}
        />
      </AnswerField>
      <MeasureFields {...props} typed={typed} />
      <AnswerField
        {...answerProps(typed, values, 'realisation')}
        label="Realisation date"
        hint="By when the target is reached. A month will do."
      >
        <PartialDateField
          {...typed.date('realisation.value', values['realisation.value'])}
          label="Realised by"
        />
      </AnswerField>
      <ButtonGroup>
        <Button>{label}</Button>
        <a className="govuk-link" href={back}>
          Cancel
        </a>
      </ButtonGroup>
    </CommandForm>
  );
}

function MeasureFields({ values, typed, deliverables }: BenefitFormProps & { typed: Typed }) {
  const number = { width: 10, inputMode: 'decimal' } as const;
  return (
    <>
      <TextField
        {...typed.field('measure', values['measure'])}
        label="Measure"
        hint="What is counted: residents satisfied with their call, say"
      />
      <TextField
        {...typed.field('unit', values['unit'])}
        label="Unit"
        hint="Such as % or calls a month"
        width={10}
      />
      <RadiosField
        {...typed.field('direction', values['direction'])}
        label="Which is better?"
        inline
        options={[
          { value: 'up', label: 'More' },
          { value: 'down', label: 'Less' },
          { value: '', label: 'As target and baseline say' },
        ]}
      />
      <TextField
        {...typed.field('baseline.value', values['baseline.value'])}
        label="Baseline value"
        hint="What the measure came to before the change, without its unit"
        {...number}
      />
      <PartialDateField
        {...typed.date('baseline.date', values['baseline.date'])}
        label="When the baseline was measured"
      />
      <SelectField
        {...typed.field('baselineFoundBy', values['baselineFoundBy'])}
        label="Deliverable that will measure the baseline"
        hint="While there is no value yet; it must finish before go-live."
        placeholder="None"
        options={deliverables}
      />
      <TextField
        {...typed.field('target', values['target'])}
        label="Target value"
        hint="Without its unit"
        {...number}
      />
    </>
  );
}
