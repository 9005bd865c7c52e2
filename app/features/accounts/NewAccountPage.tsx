import { PROGRAMME_ROLES } from '~/core/access/directory';
import { CommandForm, useTyped } from '~/features/forms';
import { ROLE_TITLES } from '~/features/people/role-titles';
import { SignedInPage } from '~/features/shell/SignedInPage';
import { Button } from '~/ui/Button';
import { CheckboxesField } from '~/ui/CheckboxesField';
import { PageHeading } from '~/ui/PageHeading';
import { TextAreaField } from '~/ui/TextAreaField';
import { TextField } from '~/ui/TextField';
import { ROLE_DUTIES } from './role-duties';
import { ShownOnce, useShown } from './ShownOnce';

/** Adds a person with their account; the invitation is shown once. */
export function NewAccountPage({ days }: { days: number }) {
  const typed = useTyped('register-person');
  const shown = useShown();
  return (
    <SignedInPage
      crumbs={[
        { text: 'Accounts', href: '/accounts' },
        { text: 'Add a person', ...(shown ? { href: '/accounts/new' } : {}) },
      ]}
    >
      <ShownOnce />
      <PageHeading title={shown ? 'Add another person' : 'Add a person'} />
      <p className="govuk-body">
        They get an account and an invitation: a link, good for {days} days and for one use, by which they
        choose their own password. You never know it.
      </p>
      <CommandForm command="register-person" label="Add a person">
        <TextField
          {...typed.field('name')}
          label="Name"
          hint="As it stands in the record, beside what they do"
          autoComplete="off"
        />
        <TextField
          {...typed.field('email')}
          label="Email address"
          type="email"
          autoComplete="off"
          width={30}
        />
        <CheckboxesField
          {...typed.checks('roles')}
          label="Roles across the programme"
          hint="None is needed to be sponsor, lead or owner on a project: those are named there."
          options={PROGRAMME_ROLES.map((role) => ({
            value: role,
            label: ROLE_TITLES[role],
            hint: ROLE_DUTIES[role],
          }))}
        />
        <TextAreaField
          {...typed.field('why')}
          label="Reason for the roles"
          hint="Needed when a role is chosen; it is kept in the record"
          rows={2}
          maxLength={2_000}
        />
        <Button>Add this person</Button>
      </CommandForm>
    </SignedInPage>
  );
}
