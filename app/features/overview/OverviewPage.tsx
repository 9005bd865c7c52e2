import type { ProjectRole } from '~/core/access/directory';
import type { Fix } from '~/core/command/refusal';
import { countedFindings } from '~/features/findings/severity';
import type { Marks } from '~/features/forms';
import { shortDay } from '~/core/time/iso-day';
import { ROLE_TITLES } from '~/features/people/role-titles';
import { fixHref, projectPath } from '~/features/projects/sections';
import { Callout } from '~/ui/Callout';
import { Columns } from '~/ui/Columns';
import { KeyFigures } from '~/ui/KeyFigures';
import { RowList } from '~/ui/RowList';
import { Section } from '~/ui/Section';
import { SummaryList } from '~/ui/SummaryList';
import { Tag } from '~/ui/Tag';
import { Time } from '~/ui/Time';
import { VisuallyHidden } from '~/ui/VisuallyHidden';
import { NextGate, type NextGateProps } from './NextGate';

export interface OverviewPageProps {
  readonly marks: Marks;
  readonly figures: readonly { readonly label: string; readonly value: string; readonly note: string }[];
  readonly next: NextGateProps['next'] | undefined;
  readonly people: {
    readonly roles: readonly {
      readonly role: ProjectRole;
      readonly people: readonly { readonly id: string; readonly name: string; readonly accepted: boolean }[];
      readonly owedDays: number | undefined;
    }[];
    readonly directTeam: string | undefined;
  };
  readonly dates: {
    readonly rows: readonly { key: string; iso: string; date: string; what: string; overdue: boolean }[];
    readonly more: number;
  };
  readonly check: {
    readonly total: number;
    readonly bySeverity: readonly { readonly severity: 'error' | 'gap' | 'note'; readonly count: number }[];
    readonly shown: readonly { key: string; title: string; because: string; fix: Fix; explained: boolean }[];
  };
  readonly conditions: readonly {
    id: string;
    what: string;
    owner: string;
    due: string;
    overdue: boolean;
    closed: boolean;
  }[];
  readonly debts: { readonly tbc: number; readonly blank: number };
  readonly life: { readonly state: 'held' | 'closed'; readonly why: string; readonly on: string } | undefined;
  readonly completedOn: string | undefined;
  readonly declared:
    { readonly rating: 'red' | 'amber' | 'green'; readonly why: string; readonly by: string } | undefined;
}

/** A project at a glance: its figures, what stops the next gate, who is who, what comes next. */
export function OverviewPage(props: OverviewPageProps) {
  const { marks, figures, next, life, completedOn } = props;
  return (
    <>
      <KeyFigures items={figures.map((each) => ({ ...each, href: projectPath(marks.ref, '/finance') }))} />
      <Columns side={<Side {...props} />}>
        {life ? (
          <Callout
            tone={life.state === 'held' ? 'warn' : 'neutral'}
            heading={life.state === 'held' ? 'The project is on hold' : 'The project is closed'}
            intro={`Since ${shortDay(life.on)}: ${life.why}`}
          />
        ) : null}
        {completedOn ? (
          <Callout tone="good" heading="The project is completed" intro={`Since ${shortDay(completedOn)}.`} />
        ) : null}
        {next ? <NextGate next={next} projectRef={marks.ref} /> : null}
        <Conditions conditions={props.conditions} projectRef={marks.ref} />
      </Columns>
    </>
  );
}

function Conditions({
  conditions,
  projectRef,
}: {
  conditions: OverviewPageProps['conditions'];
  projectRef: string;
}) {
  if (conditions.length === 0) return null;
  return (
    <Section title="Conditions in force" note={String(conditions.length)}>
      <RowList
        rows={conditions.map(({ id, what, owner, due, overdue, closed }) => ({
          key: id,
          title: what,
          href: projectPath(projectRef, `/gates#row-${id}`),
          tag: overdue
            ? { tone: 'bad' as const, text: 'Overdue' }
            : closed
              ? { tone: 'info' as const, text: 'To confirm' }
              : { tone: 'warn' as const, text: 'Open' },
          detail: `Due ${shortDay(due)}`,
          aside: owner,
        }))}
      />
    </Section>
  );
}

function Side({ marks, people, check, dates, debts, declared }: OverviewPageProps) {
  return (
    <>
      <Section title="Who is who">
        <WhoIsWho people={people} projectRef={marks.ref} />
      </Section>
      {declared ? (
        <Section title="Declared confidence">
          <p className="govuk-body">
            <Tag tone={declared.rating === 'red' ? 'bad' : declared.rating === 'amber' ? 'warn' : 'good'}>
              {declared.rating.charAt(0).toUpperCase() + declared.rating.slice(1)}
            </Tag>{' '}
            {declared.why} <span className="app-muted">({declared.by})</span>
          </p>
        </Section>
      ) : null}
      <Section title="The case check says">
        <CaseCheck check={check} projectRef={marks.ref} />
      </Section>
      <Section title="Answers owed">
        <p className="govuk-body">
          <strong>{debts.tbc}</strong> to be confirmed, <strong>{debts.blank}</strong> not answered.{' '}
          <a className="govuk-link" href={projectPath(marks.ref, '/debts')}>
            See each<VisuallyHidden> answer owed</VisuallyHidden>
          </a>
        </p>
      </Section>
      <Section title="Next dates">
        {dates.rows.length === 0 ? (
          <p className="govuk-body">No date is to come.</p>
        ) : (
          <SummaryList
            plain
            rows={dates.rows.map(({ key, iso, date, what, overdue }) => ({
              key: date,
              id: `date-${key}`,
              value: (
                <>
                  <Time iso={iso}>{what}</Time> {overdue ? <Tag tone="bad">Overdue</Tag> : null}
                </>
              ),
            }))}
          />
        )}
        {dates.more > 0 ? (
          <a className="govuk-link" href={projectPath(marks.ref, '/schedule')}>
            {dates.more} more in the schedule
          </a>
        ) : null}
      </Section>
    </>
  );
}

const days = (count: number) => (count === 1 ? 'for a day' : `for ${count} days`);

function WhoIsWho({ people, projectRef }: { people: OverviewPageProps['people']; projectRef: string }) {
  const shown = people.roles.filter(
    ({ role, people: named }) => role === 'sponsor' || role === 'lead' || named.length > 0,
  );
  return (
    <SummaryList
      plain
      rows={[
        ...shown.map(({ role, people: named, owedDays }) => ({
          key: ROLE_TITLES[role],
          value:
            named.length === 0 ? (
              <>
                <Tag>TBC</Tag> {owedDays ? `${days(owedDays)} · ` : null}
                <a className="govuk-link" href={fixHref(projectRef, { screen: 'people', field: role })}>
                  Name
                </a>
              </>
            ) : (
              named.map(({ id, name, accepted }) => (
                <div key={id}>
                  {name} {accepted ? null : <Tag tone="warn">Asked</Tag>}
                </div>
              ))
            ),
        })),
        ...(people.directTeam ? [{ key: 'Direct team', value: people.directTeam }] : []),
      ]}
    />
  );
}

function CaseCheck({ check, projectRef }: { check: OverviewPageProps['check']; projectRef: string }) {
  if (check.total === 0) return <p className="govuk-body">Nothing is left to explain.</p>;
  const counts = check.bySeverity.filter(({ count }) => count > 0);
  return (
    <>
      <p className="govuk-body">
        <strong>
          {check.total} {check.total === 1 ? 'finding' : 'findings'}
        </strong>
        {counts.map(({ severity, count }) => (
          <span key={severity}>
            {' · '}
            <a className="govuk-link" href={`${projectPath(projectRef, '/findings')}#${severity}`}>
              {countedFindings(severity, count)}
            </a>
          </span>
        ))}
      </p>
      <ul className="govuk-list">
        {check.shown.map(({ key, title, because, fix, explained }) => (
          <li key={key}>
            <a className="govuk-link" href={fixHref(projectRef, fix)}>
              {title}
            </a>{' '}
            {explained ? <Tag tone="info">Explained</Tag> : null}
            <div className="app-muted">{because}</div>
          </li>
        ))}
      </ul>
    </>
  );
}
