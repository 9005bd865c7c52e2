import { formatDay } from '~/core/time/iso-day';
import { CommandForm, MayOrWhy, useTyped } from '~/features/forms';
import { EventChanges } from '~/features/history/EventChanges';
import { AskLink } from '~/features/redactions/AskLink';
import { SignedInPage } from '~/features/shell/SignedInPage';
import { Button } from '~/ui/Button';
import { Columns } from '~/ui/Columns';
import { Details } from '~/ui/Details';
import { ErrorSummary } from '~/ui/ErrorSummary';
import { PageHeading } from '~/ui/PageHeading';
import { Section } from '~/ui/Section';
import { SummaryList } from '~/ui/SummaryList';
import { Tag } from '~/ui/Tag';
import { TextField } from '~/ui/TextField';
import { Timeline } from '~/ui/Timeline';
import type { AccountView } from './account-view';
import { Delegations } from './Delegations';
import { OnProjects } from './OnProjects';
import { ReasonForm } from './ReasonForm';
import { RolesSection } from './RolesSection';
import { ShownOnce } from './ShownOnce';

/** One person's account: what they may do, how they sign in, and everything recorded about it. */
export function AccountPage(view: AccountView) {
  const { name, active, mine, changes, signIn } = view;
  return (
    <SignedInPage crumbs={[{ text: 'Accounts', href: '/accounts' }, { text: name }]}>
      <ShownOnce />
      <PageHeading
        title={name}
        meta={
          <>
            {active ? <Tag tone="good">Open</Tag> : <Tag tone="warn">Closed</Tag>}{' '}
            {signIn?.email ?? 'No email address: cannot sign in'}
            {mine ? ' · This is you' : ''}
            {changes ? '' : ' · Read as an auditor; an administrator changes it'}
          </>
        }
      />
      <Columns
        side={
          <>
            <SignInSection view={view} />
            {changes ? <NameSection view={view} /> : null}
            {changes ? <LifeSection view={view} /> : null}
          </>
        }
      >
        <RolesSection view={view} />
        <Section title="Roles on projects" id="projects">
          <OnProjects projects={view.projects} />
        </Section>
        <Section title="Stands in for the Section 151 officer" id="delegations">
          <Delegations
            caption={`Delegations to ${name}`}
            rows={changes ? view.delegations : view.delegations.map((each) => ({ ...each, open: false }))}
            empty="Never named a delegate."
          />
        </Section>
        <HistorySection view={view} />
      </Columns>
    </SignedInPage>
  );
}

const count = (n: number, one: string): string => `${n === 0 ? 'No' : n} ${one}${n === 1 ? '' : 's'}`;

function SignInSection({ view }: { view: AccountView }) {
  const { signIn, changes, mine, active, name } = view;
  const typed = useTyped('reset-password');
  return (
    <Section title="Signing in" id="sign-in">
      {signIn ? (
        <SummaryList
          plain
          rows={[
            { key: 'Password', value: `Set ${signIn.passwordSet}` },
            {
              key: 'Sessions',
              value: `${count(signIn.sessions, 'open session')}${signIn.lastUsed ? `, last used ${signIn.lastUsed}` : ''}`,
            },
            { key: 'Tokens', value: count(signIn.tokens, 'good token') },
          ]}
        />
      ) : (
        <p className="govuk-body">Nobody can sign in as {name}.</p>
      )}
      <ErrorSummary
        errors={typed.cameBack ? [{ message: typed.error('account') ?? 'This was not done' }] : []}
      />
      {mine ? (
        <p className="govuk-body">
          <a className="govuk-link" href="/account">
            Change your own password on your account
          </a>
        </p>
      ) : null}
      {changes && signIn && !mine && active ? <SignInForms signIn={signIn} /> : null}
    </Section>
  );
}

function SignInForms({ signIn }: { signIn: NonNullable<AccountView['signIn']> }) {
  return (
    <>
      <Details summary="Reset the password">
        <p className="govuk-body">
          The password there is stops working, every session ends, and you get an invitation to hand over, by
          which they choose another.
        </p>
        <CommandForm command="reset-password" label="Reset the password">
          <Button variant="warning">Reset the password</Button>
        </CommandForm>
      </Details>
      {signIn.sessions > 0 ? (
        <CommandForm command="end-sessions" label="End all sessions">
          <Button variant="secondary">End all sessions</Button>
        </CommandForm>
      ) : null}
      {signIn.tokens > 0 ? (
        <CommandForm command="revoke-tokens" label="Revoke all tokens">
          <Button variant="secondary">Revoke all tokens</Button>
        </CommandForm>
      ) : null}
    </>
  );
}

function NameSection({ view }: { view: AccountView }) {
  const typed = useTyped('rename-person');
  return (
    <Section title="Name" id="name">
      <Details summary="Change the name" open={typed.cameBack}>
        <CommandForm command="rename-person" label="Change the name">
          <TextField {...typed.field('name', view.name)} label="Name" autoComplete="off" />
          <Button variant="secondary">Change the name</Button>
        </CommandForm>
      </Details>
    </Section>
  );
}

function LifeSection({ view }: { view: AccountView }) {
  const { active, name, whyNotClose, whyNotOpen } = view;
  return (
    <Section title={active ? 'Close the account' : 'Open the account again'} id="life">
      {active ? (
        <MayOrWhy whyNot={whyNotClose} id="close" label="Close this account" projectRef="">
          <ReasonForm command="deactivate-person" summary="Close this account" warning>
            <p className="govuk-body">
              {name} cannot sign in or act; sessions and tokens end. What they did stays in the record.
            </p>
          </ReasonForm>
        </MayOrWhy>
      ) : (
        <MayOrWhy whyNot={whyNotOpen} id="open" label="Open this account again" projectRef="">
          <CommandForm command="reactivate-person" label="Open this account again">
            <p className="govuk-body">{name} has the roles they had, and signs in with their password.</p>
            <Button>Open this account again</Button>
          </CommandForm>
        </MayOrWhy>
      )}
    </Section>
  );
}

function HistorySection({ view }: { view: AccountView }) {
  return (
    <Section title="History" id="history" note={String(view.history.length)}>
      <Timeline
        items={view.history.map(({ seq, id, sentence, changes, who, day, recorded }) => ({
          key: id,
          id: `event-${seq}`,
          when: { iso: day, text: formatDay(day) },
          title: <span dir="auto">{sentence}</span>,
          who: (
            <>
              {who}, recorded {recorded} · <AskLink event={id} about={`event ${seq}`} />
            </>
          ),
          body: changes.length > 0 ? <EventChanges changes={changesShown(changes)} /> : undefined,
        }))}
      />
    </Section>
  );
}

const changesShown = (changes: AccountView['history'][number]['changes']) =>
  changes.map(({ what, before, after }) => ({ what, before, after }));
