import { listed } from '~/core/answers/listed';
import type { RealisationStatus } from '~/core/benefits/realisation';
import type { WhyNot } from '~/core/command/sent-back';
import { ofRow, type FindingNote } from '~/features/findings/FindingNotes';
import { CommandForm, MayOrWhy, useTyped, type Marks } from '~/features/forms';
import { projectPath, rowAnchor } from '~/features/projects/sections';
import { Words } from '~/features/registers/Words';
import { Button } from '~/ui/Button';
import { ButtonGroup } from '~/ui/ButtonGroup';
import { ButtonLink } from '~/ui/ButtonLink';
import { Callout } from '~/ui/Callout';
import { CheckboxesField } from '~/ui/CheckboxesField';
import type { ChoiceOption } from '~/ui/choice';
import { DataTable, type DataColumn } from '~/ui/DataTable';
import { EmptyState } from '~/ui/EmptyState';
import { InsetText } from '~/ui/InsetText';
import { KeyFigures } from '~/ui/KeyFigures';
import { Section } from '~/ui/Section';
import type { SelectOption } from '~/ui/SelectField';
import { Tag } from '~/ui/Tag';
import { VisuallyHidden } from '~/ui/VisuallyHidden';
import { AskedOf } from './AskedOf';
import { BenefitArticle } from './BenefitArticle';
import { BenefitForm, type BenefitFormProps } from './BenefitForm';
import { DisBenefits, type ShownDisBenefit } from './DisBenefits';
import { STATUS_TAGS, type OtherBenefit, type ShownBenefit } from './shown';

export interface BenefitsPageProps {
  readonly marks: Marks;
  readonly path: string;
  readonly form: Omit<BenefitFormProps, 'path' | 'projectRef'> | undefined;
  readonly claimed: readonly ShownBenefit[];
  readonly findings: readonly FindingNote[];
  readonly asked: readonly ShownBenefit[];
  readonly others: readonly OtherBenefit[];
  readonly unconfirmed: readonly { readonly id: string; readonly category: string }[];
  readonly disBenefits: readonly ShownDisBenefit[];
  readonly counts: Readonly<Record<RealisationStatus, number>>;
  readonly binds: boolean;
  readonly none: string | undefined;
  readonly people: readonly SelectOption[];
  readonly attachments: readonly ChoiceOption[];
  readonly whyNotRecord: WhyNot | undefined;
  readonly whyNotDisBenefit: WhyNot | undefined;
  readonly whyNotConfirmNone: WhyNot | undefined;
  readonly canBeNone: boolean;
  readonly whyNotNone: WhyNot | undefined;
}

/** The non-cashable benefits of a project: what is claimed, how far each has come, and what each lacks. */
export function BenefitsPage(props: BenefitsPageProps) {
  const { marks, path, form, claimed, asked, others, unconfirmed, binds } = props;
  if (form) return <BenefitForm {...form} path={path} projectRef={marks.ref} />;
  return (
    <>
      <AskedOf benefits={asked} projectRef={marks.ref} />
      <Figures {...props} />
      {binds ? (
        <InsetText>
          Gate 3’s baseline binds what each benefit promises: its measure, baseline, target and date move by{' '}
          <a className="govuk-link" href={projectPath(marks.ref, '/changes')}>
            change request
          </a>
          . What the baseline lacked may still be filled in.
        </InsetText>
      ) : null}
      <Section title="Non-cashable benefits" note={`${claimed.length} claimed`} id="benefits">
        <Claimed {...props} />
        <Record {...props} />
      </Section>
      {unconfirmed.length > 0 ? <Unconfirmed {...props} /> : null}
      {claimed.map((benefit) => (
        <BenefitArticle
          key={benefit.id}
          benefit={benefit}
          findings={ofRow(props.findings, benefit.id)}
          projectRef={marks.ref}
          people={props.people}
          attachments={props.attachments}
        />
      ))}
      {others.length > 0 ? <Others others={others} /> : null}
      <DisBenefits rows={props.disBenefits} projectRef={marks.ref} whyNot={props.whyNotDisBenefit} />
    </>
  );
}

const STEPS = [
  ['claimed', 'Claimed only', 'cannot be measured yet'],
  ['measurable', 'Measurable', 'no reading since go-live'],
  ['measured', 'Measured', 'short of the target'],
  ['realised', 'Realised', 'a reading reaches the target'],
] as const;

function Figures({ counts, others, unconfirmed }: BenefitsPageProps) {
  const steps = STEPS.map(([status, label, note]) => ({ label, value: counts[status], note }));
  const none = others.length + unconfirmed.length;
  return (
    <KeyFigures
      items={[...steps, { label: 'Not claimed', value: none, note: 'none, not answered or withdrawn' }]}
    />
  );
}

const COLUMNS: readonly DataColumn<ShownBenefit>[] = [
  {
    key: 'category',
    header: 'Category',
    cell: (row) => (
      <a className="govuk-link" href={`#${rowAnchor(row.id)}`}>
        {row.category}
      </a>
    ),
  },
  {
    key: 'benefit',
    header: 'Benefit',
    cell: (row) => (
      <div className="app-long">
        <Words>{row.description}</Words>
      </div>
    ),
  },
  { key: 'owner', header: 'Owner', cell: (row) => (row.owner ? row.owner.name : 'nobody yet') },
  { key: 'realisation', header: 'Realised by', cell: (row) => row.terms.realisation },
  {
    key: 'status',
    header: 'Status',
    cell: (row) => <Tag tone={STATUS_TAGS[row.status].tone}>{STATUS_TAGS[row.status].text}</Tag>,
  },
  {
    key: 'lacks',
    header: 'What it lacks',
    cell: (row) => (row.lacks.length > 0 ? <span className="app-long">{listed(row.lacks)}</span> : 'nothing'),
  },
];

function Claimed({ claimed, none, unconfirmed }: BenefitsPageProps) {
  if (claimed.length > 0) {
    return (
      <DataTable
        caption="Claimed benefits"
        captionHidden
        columns={COLUMNS}
        rows={claimed}
        rowKey={(row) => row.id}
      />
    );
  }
  if (none) return <EmptyState title={none}>Recording one ends that.</EmptyState>;
  return (
    <EmptyState title="No benefit is claimed">
      {unconfirmed.length > 0
        ? 'The form has a dash for those below: confirm that there are none, or describe them.'
        : 'Gate 1 asks for every claimed benefit, with a proposed owner and an intended measure, or for a confirmed none.'}
    </EmptyState>
  );
}

function Record(props: BenefitsPageProps) {
  const { path, marks, none, canBeNone, whyNotNone, whyNotRecord } = props;
  return (
    <MayOrWhy
      whyNot={whyNotRecord}
      id="record-benefit-button"
      label="Record a benefit"
      projectRef={marks.ref}
    >
      <ButtonGroup>
        <ButtonLink href={`${path}?edit=new`} variant="secondary">
          Record a benefit
        </ButtonLink>
        {canBeNone && !none && !whyNotNone ? (
          <CommandForm
            command="confirm-register-none"
            hidden={{ register: 'benefits' }}
            label="Confirm that there are no non-cashable benefits"
          >
            <Button variant="quiet">Confirm that there are none at all</Button>
          </CommandForm>
        ) : null}
      </ButtonGroup>
    </MayOrWhy>
  );
}

function Unconfirmed({ unconfirmed, whyNotConfirmNone, marks }: BenefitsPageProps) {
  const typed = useTyped('confirm-none-benefits');
  return (
    <Callout
      id="none-unconfirmed"
      tone="warn"
      heading={`“-” in the form, unconfirmed: ${unconfirmed.length}`}
      intro="A dash passes nothing until a person says that there is none. Whoever knows better describes the benefit instead."
    >
      <MayOrWhy
        whyNot={whyNotConfirmNone}
        id="confirm-none-button"
        label="Confirm that there is none"
        projectRef={marks.ref}
      >
        <CommandForm command="confirm-none-benefits" label="Confirm that there is none">
          <CheckboxesField
            {...typed.checks('benefitIds')}
            label="Confirm that there is none of"
            options={unconfirmed.map(({ id, category }) => ({ value: id, label: category }))}
          />
          <Button variant="secondary">Confirm that there is none</Button>
        </CommandForm>
      </MayOrWhy>
      <p className="govuk-body">
        Or describe:{' '}
        {unconfirmed.map(({ id, category }, at) => (
          <span key={id} id={rowAnchor(id)}>
            {at > 0 ? ' · ' : null}
            <a className="govuk-link" href={`?edit=${encodeURIComponent(id)}`}>
              {category}
            </a>
          </span>
        ))}
      </p>
    </Callout>
  );
}

const OTHER_TAGS: Readonly<Record<string, string>> = {
  none: 'None',
  tbc: 'TBC',
  blank: 'Not answered',
  withdrawn: 'Withdrawn',
};

const OTHER_COLUMNS: readonly DataColumn<OtherBenefit>[] = [
  {
    key: 'category',
    header: 'Category',
    cell: (row) => <span id={rowAnchor(row.id)}>{row.category}</span>,
  },
  { key: 'state', header: 'Answer', cell: (row) => <Tag>{OTHER_TAGS[row.state] ?? row.state}</Tag> },
  {
    key: 'because',
    header: 'Why it is not claimed',
    cell: (row) => (
      <>
        {row.description ? (
          <div>
            <Words>{row.description}</Words>
          </div>
        ) : null}
        <Words>{row.because}</Words>
      </>
    ),
  },
  {
    key: 'act',
    header: 'Change',
    cell: (row) =>
      row.state === 'withdrawn' ? null : (
        <a className="govuk-link" href={row.editHref}>
          Describe<VisuallyHidden> the {row.category} benefit</VisuallyHidden>
        </a>
      ),
  },
];

const Others = ({ others }: Pick<BenefitsPageProps, 'others'>) => (
  <Section title="Not claimed" note={others.length}>
    <DataTable
      caption="Benefits that are not claimed"
      captionHidden
      columns={OTHER_COLUMNS}
      rows={others}
      rowKey={(row) => row.id}
    />
  </Section>
);
