import type { ProjectRole } from '~/core/access/directory';
import type { WhyNot } from '~/core/command/sent-back';
import { shortDay } from '~/core/time/iso-day';
import { CommandForm, MayOrWhy, useTyped, type Marks } from '~/features/forms';
import { rowAnchor } from '~/features/projects/sections';
import { Button } from '~/ui/Button';
import { Columns } from '~/ui/Columns';
import { Details } from '~/ui/Details';
import { InsetText } from '~/ui/InsetText';
import { PlainText } from '~/ui/PlainText';
import { Section } from '~/ui/Section';
import { SelectField, type SelectOption } from '~/ui/SelectField';
import { Tag } from '~/ui/Tag';
import { TextAreaField } from '~/ui/TextAreaField';
import { ROLE_TITLES } from './role-titles';

interface OpenAppointment {
  readonly id: string;
  readonly person: string;
  readonly mine: boolean;
  readonly namedBy: string;
  readonly namedOn: string;
  readonly acceptedOn: string | undefined;
  readonly cannotAccept: WhyNot | undefined;
  readonly mayEnd: boolean;
}

interface RoleHeld {
  readonly role: ProjectRole;
  readonly command: string;
  readonly whyNotName: WhyNot | undefined;
  readonly candidates: readonly SelectOption[];
  readonly open: readonly OpenAppointment[];
  readonly past: readonly {
    id: string;
    person: string;
    how: 'ended' | 'declined';
    on: string;
    why: string;
  }[];
}

export interface PeoplePageProps {
  readonly marks: Marks;
  readonly roles: readonly RoleHeld[];
  readonly stated: { sponsor: string | undefined; lead: string | undefined; directTeam: string | undefined };
}

const DUTIES: Readonly<Record<ProjectRole, string>> = {
  sponsor: 'Decides the gates. Not the lead, a PMO officer or an administrator.',
  lead: 'Writes the case, proposes the savings and keeps delivery up to date.',
  'bau-owner': 'Takes the service over at go-live and records it. Not the lead.',
  'benefit-owner': 'Measures benefits; one project can have several.',
};

/** Who holds which role on the project, and the forms to name, accept, decline and end. */
export function PeoplePage({ marks, roles, stated }: PeoplePageProps) {
  const words: Partial<Record<ProjectRole, string | undefined>> = {
    sponsor: stated.sponsor,
    lead: stated.lead,
  };
  const section = (held: RoleHeld) => (
    <RoleSection key={held.role} held={held} stated={words[held.role]} projectRef={marks.ref} />
  );
  return (
    <>
      {/* Two and two, so that they are read in their order on a phone and by ear. */}
      {[roles.slice(0, 2), roles.slice(2)].map(([left, right]) =>
        left ? (
          <Columns key={left.role} even side={right ? section(right) : null}>
            {section(left)}
          </Columns>
        ) : null,
      )}
      {stated.directTeam ? (
        <Section title="Direct team, as the form says">
          <PlainText text={stated.directTeam} />
        </Section>
      ) : null}
    </>
  );
}

function RoleSection({
  held,
  stated,
  projectRef,
}: {
  held: RoleHeld;
  stated?: string | undefined;
  projectRef: string;
}) {
  const { role, open, past } = held;
  const title = ROLE_TITLES[role];
  return (
    <Section title={title} id={role}>
      <p className="govuk-hint">{DUTIES[role]}</p>
      {open.length === 0 ? (
        <p className="govuk-body">
          <Tag tone="neutral">TBC</Tag> Nobody is named.
          {stated ? ` The form says ${stated}.` : ''}
        </p>
      ) : null}
      {open.map((each) => (
        <Held key={each.id} held={each} title={title} projectRef={projectRef} />
      ))}
      <NameForm held={held} projectRef={projectRef} />
      {past.length > 0 ? (
        <Details summary={`Before: ${past.length}`}>
          <ul className="govuk-list govuk-list--bullet">
            {past.map(({ id, person, how, on, why }) => (
              <li key={id} id={rowAnchor(id)}>
                {person}, {how} {shortDay(on)}: {why}
              </li>
            ))}
          </ul>
        </Details>
      ) : null}
    </Section>
  );
}

function NameForm({ held, projectRef }: { held: RoleHeld; projectRef: string }) {
  const { role, command, candidates, whyNotName, open } = held;
  const typed = useTyped(command);
  const title = ROLE_TITLES[role];
  const label =
    open.length > 0 && role !== 'benefit-owner' ? `Name another ${lower(title)}` : `Name a ${lower(title)}`;
  return (
    <MayOrWhy whyNot={whyNotName} id={`${command}-button`} label={label} projectRef={projectRef}>
      <CommandForm command={command} label={label}>
        <SelectField
          {...typed.field('person')}
          label={label}
          placeholder="Choose a person"
          options={candidates}
          hint="Those who can hold this role. They accept or decline."
        />
        <Button variant="secondary">{label}</Button>
      </CommandForm>
    </MayOrWhy>
  );
}

const lower = (title: string) =>
  /^[A-Z]{2}/.test(title) ? title : title.charAt(0).toLowerCase() + title.slice(1);

function Held({ held, title, projectRef }: { held: OpenAppointment; title: string; projectRef: string }) {
  const { id, person, mine, acceptedOn, namedBy, namedOn } = held;
  return (
    <div id={rowAnchor(id)}>
      <p className="govuk-body">
        <strong>{person}</strong>{' '}
        {acceptedOn ? <Tag tone="good">Accepted</Tag> : <Tag tone="warn">Asked</Tag>}{' '}
        <span className="app-muted">
          {acceptedOn ? `since ${shortDay(acceptedOn)}, ` : ''}named by {namedBy} on {shortDay(namedOn)}
        </span>
      </p>
      {mine && !acceptedOn ? <AnswerForms held={held} title={title} projectRef={projectRef} /> : null}
      {held.mayEnd ? (
        <WhyForm command="end-appointment" id={id} summary={`End this appointment: ${person}`} />
      ) : null}
    </div>
  );
}

function AnswerForms({
  held,
  title,
  projectRef,
}: {
  held: OpenAppointment;
  title: string;
  projectRef: string;
}) {
  const label = `Accept: ${lower(title)}`;
  return (
    <>
      <InsetText>You are asked to be {lower(title)} of this project.</InsetText>
      <MayOrWhy whyNot={held.cannotAccept} id={`accept-${held.id}`} label={label} projectRef={projectRef}>
        <CommandForm
          command="accept-appointment"
          form={held.id}
          hidden={{ appointmentId: held.id }}
          label={label}
        >
          <Button>{label}</Button>
        </CommandForm>
      </MayOrWhy>
      <WhyForm command="decline-appointment" id={held.id} summary="Decline" />
    </>
  );
}

function WhyForm({ command, id, summary }: { command: string; id: string; summary: string }) {
  const typed = useTyped(command, id);
  return (
    <Details summary={summary} open={typed.cameBack}>
      <CommandForm command={command} form={id} hidden={{ appointmentId: id }} label={summary}>
        <TextAreaField {...typed.field('why')} label="Why" rows={2} maxLength={10_000} />
        <Button variant="secondary">{summary}</Button>
      </CommandForm>
    </Details>
  );
}
