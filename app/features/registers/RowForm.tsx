import type { WhyNot } from '~/core/command/sent-back';
import { CommandForm, MayOrWhy, useTyped } from '~/features/forms';
import { rowAnchor } from '~/features/projects/sections';
import { Button } from '~/ui/Button';
import { ButtonGroup } from '~/ui/ButtonGroup';
import { Section } from '~/ui/Section';
import { SelectField, type SelectOption } from '~/ui/SelectField';
import { Tag } from '~/ui/Tag';
import { AskField, type Ask } from './AskField';
import { WhyForm } from './WhyForm';
import { Quoted } from './Words';

export interface RowFormProps {
  readonly name: string;
  readonly title: string;
  readonly noun: string;
  readonly purpose: string;
  readonly asks: readonly Ask[];
  readonly rowId: string | undefined;
  readonly values: Readonly<Record<string, string>>;
  readonly suggestedFrom: string | undefined;
  readonly withdrawn: string | undefined;
  readonly people: readonly SelectOption[];
  readonly deliverables: readonly SelectOption[];
  readonly whyNotSave: WhyNot | undefined;
  readonly whyNotConfirm: WhyNot | undefined;
  readonly whyNotWithdraw: WhyNot | undefined;
  readonly resolve:
    | {
        readonly projectRef: string;
        readonly projects: readonly SelectOption[];
        readonly whyNot: WhyNot | undefined;
      }
    | undefined;
  readonly path: string;
  readonly projectRef: string;
}

/** The page's own view of one row of a register: its terms to enter, and what else can be done with it. */
export function RowForm(props: RowFormProps) {
  const { name, noun, title, purpose, rowId, suggestedFrom, withdrawn, path, projectRef } = props;
  const heading = rowId ? `Change a ${noun}` : `Record a ${noun}`;
  const label = rowId ? 'Save' : 'Record';
  const back = rowId ? `${path}#${rowAnchor(rowId)}` : `${path}`;
  return (
    <Section title={heading.replace(/^(\w+ a) ([aeiou])/, '$1n $2')} note={title}>
      <p className="govuk-body app-no-print">
        <a className="govuk-link" href={back}>
          Back to the registers
        </a>
      </p>
      <p className="govuk-hint">{purpose}</p>
      {suggestedFrom ? (
        <>
          <Tag tone="warn">Suggested from the text, unconfirmed</Tag>
          <Quoted>{suggestedFrom}</Quoted>
          <p className="govuk-body">Save it as it should be, then confirm it in the register.</p>
        </>
      ) : null}
      {withdrawn ? (
        <p className="govuk-body">It is withdrawn: {withdrawn}</p>
      ) : (
        <MayOrWhy whyNot={props.whyNotSave} id={`${name}-button`} label={label} projectRef={projectRef}>
          <TermsForm {...props} label={label} back={back} />
        </MayOrWhy>
      )}
      {rowId && !withdrawn ? <Acts {...props} rowId={rowId} /> : null}
    </Section>
  );
}

function TermsForm(props: RowFormProps & { label: string; back: string }) {
  const { name, noun, rowId, asks, values, people, deliverables, label, back } = props;
  const command = rowId ? `amend-${name}` : `record-${name}`;
  const typed = useTyped(command);
  return (
    <CommandForm command={command} label={`${label}: ${noun}`} {...(rowId ? { hidden: { rowId } } : {})}>
      {asks.map((ask) => (
        <AskField
          key={ask.name}
          ask={ask}
          typed={typed}
          values={values}
          people={people}
          deliverables={deliverables}
        />
      ))}
      <ButtonGroup>
        <Button>{label}</Button>
        <a className="govuk-link" href={back}>
          Cancel
        </a>
      </ButtonGroup>
    </CommandForm>
  );
}

function Acts({ name, noun, rowId, resolve, whyNotWithdraw, projectRef }: RowFormProps & { rowId: string }) {
  return (
    <Section title="What else can be done" level={3}>
      {resolve ? <ResolveForm rowId={rowId} resolve={resolve} projectRef={projectRef} /> : null}
      <WhyForm
        command={`withdraw-${name}`}
        form={rowId}
        hidden={{ rowId }}
        label={`Withdraw this ${noun}`}
        whyNot={whyNotWithdraw}
        projectRef={projectRef}
      />
    </Section>
  );
}

function ResolveForm({
  rowId,
  resolve,
  projectRef,
}: {
  rowId: string;
  resolve: NonNullable<RowFormProps['resolve']>;
  projectRef: string;
}) {
  const typed = useTyped('resolve-linked-case', rowId);
  if (resolve.projects.length === 0) {
    return (
      <p className="govuk-body">
        No other project is in the tracker yet: the case stays linked by its name until its project is here.
      </p>
    );
  }
  return (
    <MayOrWhy
      whyNot={resolve.whyNot}
      id="resolve-button"
      label="Say which project it is"
      projectRef={projectRef}
    >
      <CommandForm
        command="resolve-linked-case"
        form={rowId}
        hidden={{ rowId }}
        label="Say which project it is"
      >
        <SelectField
          {...typed.field('projectRef', resolve.projectRef)}
          label="Which project this case is"
          placeholder="Choose a project"
          options={resolve.projects}
        />
        <Button variant="secondary">Say which project it is</Button>
      </CommandForm>
    </MayOrWhy>
  );
}
