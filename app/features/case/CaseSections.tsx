import type { ReactNode } from 'react';
import { shortDay } from '~/core/time/iso-day';
import { CommandForm, MayOrWhy } from '~/features/forms';
import { eventHref } from '~/features/history/event-link';
import { fixHref, projectPath } from '~/features/projects/sections';
import { Button } from '~/ui/Button';
import { Section } from '~/ui/Section';
import { SummaryList, type SummaryRow } from '~/ui/SummaryList';
import { Tag } from '~/ui/Tag';
import { VisuallyHidden } from '~/ui/VisuallyHidden';
import { FieldValue } from './FieldValue';
import { Findings } from './Findings';
import type { CasePageProps, CaseSections, ShownField, TextSection } from './shown';

export type Reading = Pick<CasePageProps, 'sections' | 'findings'> & { readonly projectRef: string };

/** The way to a section's own form, for those who may use it. */
export function ChangeLink({
  section,
  projectRef,
  words = 'Change',
}: {
  section: Pick<TextSection, 'key' | 'title' | 'whyNot'>;
  projectRef: string;
  words?: string;
}) {
  if (section.whyNot) return null;
  return (
    <a
      className="govuk-link app-no-print"
      href={projectPath(projectRef, `/case?edit=${section.key}#${section.key}`)}
    >
      {words}
      <VisuallyHidden>: {section.title}</VisuallyHidden>
    </a>
  );
}

/** A link to the page on which a part of the form is kept. */
export function PageLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a className="govuk-link app-no-print" href={href}>
      {children}
    </a>
  );
}

function Value({ field, reading }: { field: ShownField; reading: Reading }) {
  const { sections, findings, projectRef } = reading;
  return (
    <>
      <FieldValue field={field} projectRef={projectRef} mayConfirm={!sections.whyNotConfirmNone} />
      <Findings findings={findings} at={field.name} />
    </>
  );
}

/** Fields under one another as names and values, each with its own anchor. */
function Fields({
  fields,
  reading,
  before = [],
  after = [],
}: {
  fields: readonly ShownField[];
  reading: Reading;
  before?: readonly SummaryRow[];
  after?: readonly SummaryRow[];
}) {
  const rows = fields.map((field) => ({
    key: field.label,
    id: field.name,
    value: <Value field={field} reading={reading} />,
  }));
  return <SummaryList rows={[...before, ...rows, ...after]} />;
}

/** A section of text fields; one field alone needs no name of its own beside the section's title. */
export function TextPart({
  name,
  reading,
  children,
}: {
  name: string;
  reading: Reading;
  children?: ReactNode;
}) {
  const { sections, findings, projectRef } = reading;
  const section = sections.text.find(({ key }) => key === name);
  if (!section) return null;
  const [only] = section.fields;
  return (
    <Section
      title={section.title}
      id={section.key}
      actions={<ChangeLink section={section} projectRef={projectRef} />}
    >
      {section.fields.length === 1 && only ? (
        <div id={only.name === section.key ? undefined : only.name}>
          <Value field={only} reading={reading} />
        </div>
      ) : (
        <Fields fields={section.fields} reading={reading} />
      )}
      {children}
      <Findings
        findings={findings.filter(({ place }) => !section.fields.some((field) => field.name === place))}
        at={section.key}
      />
    </Section>
  );
}

function Person({ stated, projectRef }: { stated: CaseSections['stated']['sponsor']; projectRef: string }) {
  const { field, named } = stated;
  const role = field.name === 'sponsorStated' ? 'sponsor' : 'lead';
  const link = fixHref(projectRef, { screen: 'people', field: role });
  return (
    <>
      {named ? (
        <p className="govuk-body govuk-!-margin-bottom-1">
          <a className="govuk-link" href={link}>
            {named.name}
          </a>{' '}
          <Tag tone={named.accepted ? 'good' : 'warn'}>{named.accepted ? 'Accepted' : 'Asked'}</Tag>
        </p>
      ) : null}
      {named ? <p className="app-muted govuk-!-margin-bottom-1">The form says:</p> : null}
      <FieldValue field={field} projectRef={projectRef} />
      {named ? null : (
        <a className="govuk-link app-no-print" href={link}>
          {role === 'sponsor' ? 'Name a sponsor' : 'Name a project lead'}
        </a>
      )}
    </>
  );
}

/** Project information: the answered fields, and what the form states of stage, sponsor and lead. */
export function Information({ reading }: { reading: Reading }) {
  const { sections, findings, projectRef } = reading;
  const { stated, text } = sections;
  const section = text.find(({ key }) => key === 'information');
  if (!section) return null;
  const [title, ...rest] = section.fields;
  const row = (field: ShownField, value: ReactNode): SummaryRow => ({
    key: field.label,
    id: field.name,
    value,
  });
  return (
    <Section
      title={section.title}
      id={section.key}
      actions={<ChangeLink section={section} projectRef={projectRef} />}
    >
      <Fields
        fields={rest}
        reading={reading}
        before={[
          ...(title ? [row(title, <Value field={title} reading={reading} />)] : []),
          { key: 'Portfolio tracker ref', value: stated.ref },
          row(stated.stage, <FieldValue field={stated.stage} projectRef={projectRef} />),
          row(stated.sponsor.field, <Person stated={stated.sponsor} projectRef={projectRef} />),
          row(stated.lead.field, <Person stated={stated.lead} projectRef={projectRef} />),
        ]}
      />
      <Findings findings={findings} at="information" />
    </Section>
  );
}

/** Qualification: the ratings, with the scales of the framework they are on. */
export function Qualification({ reading }: { reading: Reading }) {
  const { sections, findings, projectRef } = reading;
  const section = sections.qualification;
  const { unscaled, scales } = section;
  return (
    <Section
      title={section.title}
      id={section.key}
      actions={
        <ChangeLink
          section={section}
          projectRef={projectRef}
          words={unscaled.length > 0 ? 'Rate' : 'Change'}
        />
      }
    >
      {unscaled.length > 0 ? (
        <p className="govuk-body">
          <Tag tone="warn">No scale</Tag> The document’s numbers name no scale; a person rates them on the
          scales in force.
        </p>
      ) : null}
      <Fields fields={section.fields} reading={reading} />
      {[scales.effort, scales.impact].map(({ title, points }) => (
        <p key={title} className="app-muted">
          {title}: {points.map((point, index) => `${index + 1} ${point.toLowerCase()}`).join(', ')}.
        </p>
      ))}
      <Findings findings={findings} at={section.key} />
    </Section>
  );
}

/** Beyond the form: whether anything is bought, and whether the cost baselines cover the scope. */
export function RouteAndCosts({ reading }: { reading: Reading }) {
  const { sections, projectRef } = reading;
  const { route, cover } = sections;
  const { said } = cover;
  return (
    <>
      <Section
        title={route.title}
        actions={<ChangeLink section={route} projectRef={projectRef} words="Answer" />}
      >
        <Fields fields={[route.field]} reading={reading} />
      </Section>
      <Section
        title={cover.title}
        id={cover.key}
        actions={
          <>
            <PageLink href={fixHref(projectRef, { screen: 'registers', field: 'costBaselines' })}>
              Cost baselines
            </PageLink>{' '}
            <ChangeLink section={cover} projectRef={projectRef} words="Declare" />
          </>
        }
      >
        {said ? (
          <p className="govuk-body">
            {said.covers
              ? 'The cost baselines cover the scope.'
              : 'The cost baselines do not yet cover the scope.'}{' '}
            <span className="app-muted">
              {said.by},{' '}
              <a className="govuk-link govuk-link--muted" href={eventHref(projectRef, said.seq)}>
                {shortDay(said.day)}
              </a>
            </span>
          </p>
        ) : (
          <p className="govuk-body">
            <Tag tone="bad">Not answered</Tag> The lead has not yet said whether the list of cost baselines
            covers the scope.
          </p>
        )}
      </Section>
    </>
  );
}

/** The confirmation of the four stakeholder answers as they stand. */
export function ConfirmStakeholders({ reading }: { reading: Reading }) {
  const { sections, projectRef } = reading;
  const { confirmed, whyNot } = sections.stakeholders;
  if (confirmed) {
    return (
      <p className="govuk-body">
        <Tag tone="good">Confirmed</Tag> by {confirmed.by},{' '}
        <a className="govuk-link govuk-link--muted" href={eventHref(projectRef, confirmed.seq)}>
          {shortDay(confirmed.day)}
        </a>
        . It lapses when one of the four changes.
      </p>
    );
  }
  const label = 'Confirm the stakeholders';
  return (
    <MayOrWhy whyNot={whyNot} id="confirm-stakeholders-button" label={label} projectRef={projectRef}>
      <CommandForm command="confirm-stakeholders" label={label} className="app-no-print">
        <p className="govuk-hint">Says that the four answers above are right as they stand.</p>
        <Button variant="secondary">{label}</Button>
      </CommandForm>
    </MayOrWhy>
  );
}
