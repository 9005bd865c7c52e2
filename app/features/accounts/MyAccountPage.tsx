import type { ProgrammeRole } from '~/core/access/directory';
import { CommandForm, useTyped, type Marks } from '~/features/forms';
import { ROLE_TITLES } from '~/features/people/role-titles';
import { SignedInPage } from '~/features/shell/SignedInPage';
import { Button } from '~/ui/Button';
import { Details } from '~/ui/Details';
import { PageHeading } from '~/ui/PageHeading';
import { Section } from '~/ui/Section';
import { SummaryList } from '~/ui/SummaryList';
import { TextField } from '~/ui/TextField';
import type { OnProject, SignInShown } from './account-view';
import { Delegations, type ShownDelegation } from './Delegations';
import { OnProjects } from './OnProjects';

export interface MyAccountPageProps {
  readonly marks: Marks;
  readonly name: string;
  readonly roles: readonly ProgrammeRole[];
  readonly projects: readonly OnProject[];
  readonly delegations: readonly ShownDelegation[];
  readonly signIn: SignInShown | undefined;
}

const count = (n: number, one: string): string => `${n === 0 ? 'No' : n} ${one}${n === 1 ? '' : 's'}`;

/** One's own account: who one is here, and how one signs in. */
export function MyAccountPage(props: MyAccountPageProps) {
  const { name, roles, projects, delegations, signIn } = props;
  return (
    <SignedInPage crumbs={[{ text: 'My work', href: '/' }, { text: 'Your account' }]}>
      <PageHeading title="Your account" meta={name} />
      <Section title="Signing in" id="sign-in">
        <SummaryList
          rows={[
            { key: 'Email address', value: signIn?.email ?? 'None' },
            {
              key: 'Password',
              value: signIn ? `Set ${signIn.passwordSet}` : 'None',
              actions: [{ text: 'Change', href: '/account/password', about: 'your password' }],
            },
            {
              key: 'Sessions',
              value: count(signIn?.sessions ?? 0, 'open session'),
              actions: [{ text: 'See', href: '/account/sessions', about: 'your sessions' }],
            },
            {
              key: 'Tokens',
              value: count(signIn?.tokens ?? 0, 'good token'),
              actions: [{ text: 'See', href: '/account/tokens', about: 'your tokens' }],
            },
          ]}
        />
      </Section>
      <Section title="What you hold" id="roles">
        <SummaryList
          rows={[
            {
              key: 'Across the programme',
              value: roles.map((role) => ROLE_TITLES[role]).join(', ') || 'No role',
            },
            {
              key: 'Section 151 delegates',
              value: 'Who stands in for the Section 151 officer',
              actions: [
                {
                  text: roles.includes('s151') ? 'Name' : 'See',
                  href: '/account/delegates',
                  about: 'delegates',
                },
              ],
            },
          ]}
        />
        <p className="govuk-body app-muted">Roles are granted by an administrator, never by oneself.</p>
      </Section>
      {delegations.length > 0 ? (
        <Section title="You stand in for the Section 151 officer" id="delegations">
          <Delegations caption="Delegations to you" rows={delegations} empty="" />
        </Section>
      ) : null}
      <Section title="Your roles on projects" id="projects">
        <OnProjects projects={projects} />
      </Section>
      <NameForm name={name} />
    </SignedInPage>
  );
}

function NameForm({ name }: { name: string }) {
  const typed = useTyped('rename-person');
  return (
    <Section title="Your name" id="name">
      <Details summary="Change the name you are shown by" open={typed.cameBack}>
        <CommandForm command="rename-person" label="Change your name">
          <TextField
            {...typed.field('name', name)}
            label="Name"
            hint="The record keeps the names you had"
            autoComplete="name"
          />
          <Button variant="secondary">Change your name</Button>
        </CommandForm>
      </Details>
    </Section>
  );
}
