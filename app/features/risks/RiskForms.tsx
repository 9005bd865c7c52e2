import type { WhyNot } from '~/core/command/sent-back';
import { CommandForm, MayOrWhy, useTyped } from '~/features/forms';
import { rowAnchor } from '~/features/projects/sections';
import { WhyForm } from '~/features/registers/WhyForm';
import { Words } from '~/features/registers/Words';
import { Button } from '~/ui/Button';
import { ButtonGroup } from '~/ui/ButtonGroup';
import { Columns } from '~/ui/Columns';
import { PartialDateField } from '~/ui/PartialDateField';
import { Section } from '~/ui/Section';
import { SelectField, type SelectOption } from '~/ui/SelectField';
import { SummaryList } from '~/ui/SummaryList';
import { Tag } from '~/ui/Tag';
import { TextAreaField } from '~/ui/TextAreaField';
import { TextField } from '~/ui/TextField';
import type { ShownRisk } from './RiskTable';

export type RiskValues = Readonly<
  Record<'ref' | 'risk' | 'mitigation' | 'likelihood' | 'impact' | 'statedTotal' | 'owner' | 'due', string>
>;

export interface EditedRisk {
  readonly shown: ShownRisk;
  readonly values: RiskValues;
  readonly open: boolean;
  readonly closed: boolean;
  readonly withdrawn: boolean;
  readonly whyNotAmend: WhyNot | undefined;
  readonly whyNotAccept: WhyNot | undefined;
  readonly whyNotClose: WhyNot | undefined;
  readonly whyNotReopen: WhyNot | undefined;
  readonly whyNotWithdraw: WhyNot | undefined;
}

interface FormProps {
  path: string;
  projectRef: string;
  people: readonly SelectOption[];
  levels: { readonly likelihood: readonly SelectOption[]; readonly impact: readonly SelectOption[] };
}

const Back = ({ path, to }: { path: string; to?: string }) => (
  <p className="govuk-body app-no-print">
    <a className="govuk-link" href={to ? `${path}#${to}` : path}>
      Back to the risks
    </a>
  </p>
);

/** The page's own view for recording a risk. */
export function AddRisk({ whyNot, ...form }: FormProps & { whyNot: WhyNot | undefined }) {
  return (
    <Section title="Record a risk">
      <Back path={form.path} />
      <MayOrWhy whyNot={whyNot} id="record-risk-button" label="Record the risk" projectRef={form.projectRef}>
        <TermsForm {...form} command="record-risk" button="Record the risk" />
      </MayOrWhy>
    </Section>
  );
}

/** The page's own view of one risk: its terms to change, and what else can be done with it. */
export function EditRisk({ risk, ...form }: FormProps & { risk: EditedRisk }) {
  const { shown, whyNotAmend, open } = risk;
  return (
    <Section title={`Risk ${shown.ref}`} note={shown.state.text}>
      <Back path={form.path} to={rowAnchor(shown.id)} />
      <Columns
        side={
          <>
            <Facts shown={shown} />
            <Acts risk={risk} projectRef={form.projectRef} />
          </>
        }
      >
        {open ? (
          <MayOrWhy
            whyNot={whyNotAmend}
            id="amend-risk-button"
            label="Save the risk"
            projectRef={form.projectRef}
          >
            <TermsForm
              {...form}
              command="amend-risk"
              id={shown.id}
              values={risk.values}
              button="Save the risk"
            />
          </MayOrWhy>
        ) : (
          <p className="govuk-body">
            <Words>{shown.risk}</Words>
          </p>
        )}
      </Columns>
    </Section>
  );
}

function Facts({ shown }: { shown: ShownRisk }) {
  const rows = [
    {
      key: 'Score',
      value: (
        <>
          {shown.score ?? 'none: a number is wanting'}{' '}
          {shown.band ? <Tag tone={shown.band.tone}>{shown.band.text}</Tag> : null}
        </>
      ),
    },
    ...(shown.stated === undefined ? [] : [{ key: 'Stated total', value: shown.stated }]),
    ...(shown.finding
      ? [
          {
            key: 'Case check',
            value: (
              <>
                {shown.finding.because} Correct a number here, or{' '}
                <a className="govuk-link" href={shown.finding.href}>
                  explain it
                </a>
                .
              </>
            ),
          },
        ]
      : []),
    ...(shown.note ? [{ key: shown.state.text, value: <Words>{shown.note}</Words> }] : []),
  ];
  return <SummaryList plain rows={rows} />;
}

function Acts({ risk, projectRef }: { risk: EditedRisk; projectRef: string }) {
  const { shown, open, closed, withdrawn } = risk;
  const act = { form: shown.id, hidden: { riskId: shown.id }, projectRef };
  return (
    <Section title="What else can be done" level={3}>
      {open ? (
        <>
          <WhyForm
            {...act}
            command="accept-risk"
            label="Accept this risk as sponsor"
            hint="The acceptance ends when likelihood or impact rises, or the risk is worded anew."
            whyNot={risk.whyNotAccept}
          />
          <WhyForm
            {...act}
            command="close-risk"
            label="Close: it can no longer happen"
            whyNot={risk.whyNotClose}
          />
        </>
      ) : null}
      {closed ? (
        <WhyForm {...act} command="reopen-risk" label="Reopen this risk" whyNot={risk.whyNotReopen} />
      ) : null}
      {withdrawn ? (
        <p className="govuk-body">
          It is withdrawn. It stays in the history, and nothing more is done with it.
        </p>
      ) : (
        <WhyForm
          {...act}
          command="withdraw-risk"
          label="Withdraw: it should not have been recorded"
          whyNot={risk.whyNotWithdraw}
        />
      )}
    </Section>
  );
}

interface TermsFormProps extends FormProps {
  command: 'record-risk' | 'amend-risk';
  id?: string;
  values?: RiskValues;
  button: string;
}

function TermsForm({ command, id, values, button, path, people, levels }: TermsFormProps) {
  const typed = useTyped(command);
  const rating = { placeholder: 'Not known' };
  return (
    <CommandForm command={command} label={button} {...(id ? { hidden: { riskId: id } } : {})}>
      <TextAreaField {...typed.field('risk', values?.risk)} label="Risk" rows={4} maxLength={20_000} />
      <TextAreaField
        {...typed.field('mitigation', values?.mitigation)}
        label="Mitigation"
        rows={3}
        maxLength={20_000}
      />
      <SelectField
        {...typed.field('likelihood', values?.likelihood)}
        {...rating}
        label="Likelihood"
        options={levels.likelihood}
      />
      <SelectField
        {...typed.field('impact', values?.impact)}
        {...rating}
        label="Impact"
        options={levels.impact}
      />
      <TextField
        {...typed.field('statedTotal', values?.statedTotal)}
        label="Stated total"
        hint="As a document states it. The score is computed from likelihood and impact; leave this empty when nothing else is stated."
        width={4}
        inputMode="numeric"
      />
      <SelectField
        {...typed.field('owner', values?.owner)}
        label="Owner"
        placeholder="Nobody yet"
        options={people}
      />
      <PartialDateField {...typed.date('due', values?.due)} label="Due" />
      <TextField
        {...typed.field('ref', values?.ref)}
        label="Ref"
        hint={id ? 'No other risk may have it.' : 'Leave empty to take the next number.'}
        width={5}
      />
      <ButtonGroup>
        <Button>{button}</Button>
        <a className="govuk-link" href={path}>
          Cancel
        </a>
      </ButtonGroup>
    </CommandForm>
  );
}
