import { CommandForm, MayOrWhy, useTyped } from '~/features/forms';
import { projectPath } from '~/features/projects/sections';
import { Button } from '~/ui/Button';
import { CheckboxesField } from '~/ui/CheckboxesField';
import { Details } from '~/ui/Details';
import { PartialDateField } from '~/ui/PartialDateField';
import { SelectField } from '~/ui/SelectField';
import { TextAreaField } from '~/ui/TextAreaField';
import { TextField } from '~/ui/TextField';
import type { BenefitArticleProps } from './BenefitArticle';

type PersonFormProps = Omit<BenefitArticleProps, 'attachments'>;

/** Its owner records what the measure came to on a date. */
export function ReadingForm({ benefit, projectRef, attachments }: BenefitArticleProps) {
  const { id, category, whyNotRead, terms, unit } = benefit;
  const typed = useTyped('record-reading', id);
  const label = 'Record a reading';
  return (
    <MayOrWhy whyNot={whyNotRead} id={`read-${id}`} label={label} projectRef={projectRef}>
      <Details summary={label} open={typed.cameBack}>
        <CommandForm
          command="record-reading"
          form={id}
          hidden={{ benefitId: id }}
          label={`${label}: ${category}`}
        >
          <TextField
            {...typed.field('value')}
            label={`Value: ${terms.measure ?? 'the measure'}`}
            hint={
              unit
                ? `A number such as 62.5, in ${unit}: the unit itself is not typed`
                : 'A number such as 62.5, without a unit'
            }
            width={10}
            inputMode="decimal"
          />
          <PartialDateField {...typed.date('date')} label="Of when it is" />
          <TextAreaField {...typed.field('source')} label="Where it comes from" rows={2} maxLength={10_000} />
          {attachments.length > 0 ? (
            <CheckboxesField
              {...typed.checks('evidence')}
              label="Evidence among the project’s documents"
              options={attachments}
            />
          ) : (
            <p className="govuk-hint">
              Evidence is attached under{' '}
              <a className="govuk-link" href={projectPath(projectRef, '/documents')}>
                documents
              </a>
              ; none is there yet.
            </p>
          )}
          <Button variant="secondary">Record the reading</Button>
        </CommandForm>
      </Details>
    </MayOrWhy>
  );
}

/** Lead or PMO propose who shall own it. */
export function OwnerForm({ benefit, projectRef, people }: PersonFormProps) {
  const { id, category, owner, whyNotOwner } = benefit;
  const typed = useTyped('propose-benefit-owner', id);
  const label = owner ? 'Propose another owner' : 'Propose an owner';
  return (
    <div id={`owner-${id}`}>
      <MayOrWhy whyNot={whyNotOwner} id={`propose-${id}`} label={label} projectRef={projectRef}>
        <Details summary={label} open={typed.cameBack}>
          <CommandForm
            command="propose-benefit-owner"
            form={id}
            hidden={{ benefitId: id }}
            label={`${label}: ${category}`}
          >
            <SelectField
              {...typed.field('person')}
              label="Who shall own it"
              hint="They accept or decline. Nobody names themself."
              placeholder="Choose a person"
              options={people}
            />
            <Button variant="secondary">Propose</Button>
          </CommandForm>
        </Details>
      </MayOrWhy>
    </div>
  );
}

/** The BAU owner says who owns it in the service once the project has gone. */
export function OnwardForm({ benefit, projectRef, people }: PersonFormProps) {
  const { id, category, whyNotOnward } = benefit;
  const typed = useTyped('set-onward-owner', id);
  const label = 'Say who owns it onward';
  return (
    <MayOrWhy whyNot={whyNotOnward} id={`onward-${id}`} label={label} projectRef={projectRef}>
      <Details summary={label} open={typed.cameBack}>
        <CommandForm
          command="set-onward-owner"
          form={id}
          hidden={{ benefitId: id }}
          label={`${label}: ${category}`}
        >
          <SelectField
            {...typed.field('owner')}
            label="Who in the service"
            placeholder="Choose a person"
            options={people}
          />
          <PartialDateField {...typed.date('reviewDate')} label="Next review" />
          <Button variant="secondary">Say who owns it</Button>
        </CommandForm>
      </Details>
    </MayOrWhy>
  );
}
