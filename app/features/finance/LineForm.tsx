import type { ComponentType } from 'react';
import { MayOrWhy } from '~/features/forms';
import { AdoptForm, ConfirmNoneForm, EvidenceForm, RestoreForm, TermsForm, WithdrawForm } from './LeadForms';
import { DeliveredForm, ForecastForm, VarianceForm } from './DeliveryForms';
import { BankForm, BankingForm, BudgetForm, OnwardForm } from './BankingForms';
import { ConfirmDeliveredForm, ConfirmForecastForm, GapForm, MtfsForm } from './FinanceForms';
import { ProposeForm } from './ProposeForm';
import { RephaseForm } from './RephaseForm';
import { ValidateForm } from './ValidateForm';
import type { ActionShown, LineView } from './line-types';

const FORMS: Readonly<Record<string, ComponentType<{ view: LineView }>>> = {
  propose: ProposeForm,
  're-phase': RephaseForm,
  terms: TermsForm,
  adopt: AdoptForm,
  'confirm-none': ConfirmNoneForm,
  evidence: EvidenceForm,
  forecast: ForecastForm,
  delivered: DeliveredForm,
  variance: VarianceForm,
  withdraw: WithdrawForm,
  restore: RestoreForm,
  validate: ValidateForm,
  mtfs: MtfsForm,
  gap: GapForm,
  budget: BudgetForm,
  'confirm-forecast': ConfirmForecastForm,
  'confirm-delivered': ConfirmDeliveredForm,
  bank: BankForm,
  banking: BankingForm,
  onward: OnwardForm,
};

/** The form of what is asked for; for who cannot, why not and who can. */
export function LineForm({ view, edit }: { view: LineView; edit: ActionShown }) {
  const Form = FORMS[edit.edit];
  if (!Form) return null;
  return (
    <MayOrWhy whyNot={edit.whyNot} id="edit-button" label={edit.title} projectRef={view.marks.ref}>
      <Form view={view} />
    </MayOrWhy>
  );
}
