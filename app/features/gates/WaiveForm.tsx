import { shortDay } from '~/core/time/iso-day';
import { CommandForm, MayOrWhy, useTyped } from '~/features/forms';
import { ROLE_TITLES } from '~/features/people/role-titles';
import { Button } from '~/ui/Button';
import { Details } from '~/ui/Details';
import { PartialDateField } from '~/ui/PartialDateField';
import { SelectField, type SelectOption } from '~/ui/SelectField';
import { TextAreaField } from '~/ui/TextAreaField';
import type { CriterionView, WaiverShown } from './gate-view';
import { WhyForm } from './WhyForm';

export interface WaiveProps {
  criterion: CriterionView;
  gate: number;
  people: readonly SelectOption[];
  waiverDays: number;
  projectRef: string;
}

/** The form to waive one criterion for one gate, or why it cannot be and who can; nothing where waiving is no matter. */
export function WaiveForm({ criterion, gate, people, waiverDays, projectRef }: WaiveProps) {
  const typed = useTyped('waive-criterion', criterion.id);
  if (criterion.waive === undefined) return null;
  return (
    <Details summary="Waive for this gate" open={typed.cameBack}>
      <MayOrWhy
        whyNot={criterion.waive}
        id={`waive-${criterion.id}-button`}
        label="Waive"
        projectRef={projectRef}
      >
        <CommandForm
          command="waive-criterion"
          form={criterion.id}
          hidden={{ gate, criterion: criterion.id }}
          label={`Waive: ${criterion.task}`}
        >
          <TextAreaField {...typed.field('why')} label="Why it is waived" rows={3} />
          <PartialDateField
            {...typed.date('expires')}
            label="Until"
            hint={`A whole day, at most ${waiverDays} days from today`}
          />
          <TextAreaField
            {...typed.field('instead.what')}
            label="What will be done instead"
            hint="It becomes a condition when the gate is approved."
            rows={2}
          />
          <SelectField
            {...typed.field('instead.owner')}
            label="By whom"
            placeholder="Choose a person"
            options={people}
          />
          <PartialDateField {...typed.date('instead.due')} label="By when" hint="A whole day" />
          <Button variant="secondary">Waive</Button>
        </CommandForm>
      </MayOrWhy>
    </Details>
  );
}

/** A waiver in force under its criterion: by whom, until when, and what is done instead. */
export function WaiverNote({
  waiver,
  acting,
  projectRef,
}: {
  waiver: WaiverShown;
  acting: boolean;
  projectRef: string;
}) {
  const { by, role, on, why, expires, instead } = waiver;
  return (
    <div className="app-rows__detail">
      <div>
        Waived by {by} ({ROLE_TITLES[role]}) on {shortDay(on)} until {shortDay(expires)}:{' '}
        <span dir="auto">{why}</span>
      </div>
      <div>
        Instead: <span dir="auto">{instead.what}</span>, {instead.owner}, by {shortDay(instead.due)}. It
        becomes a condition on approval.
      </div>
      {acting ? (
        <WhyForm
          command="withdraw-waiver"
          form={waiver.id}
          hidden={{ waiverId: waiver.id }}
          summary="Withdraw the waiver"
          whyNot={waiver.whyNotWithdraw}
          projectRef={projectRef}
        />
      ) : null}
    </div>
  );
}
