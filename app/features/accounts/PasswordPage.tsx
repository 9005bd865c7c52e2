import { CommandForm, useTyped } from '~/features/forms';
import { SignedInPage } from '~/features/shell/SignedInPage';
import { Button } from '~/ui/Button';
import { PageHeading } from '~/ui/PageHeading';
import { TextField } from '~/ui/TextField';

export const PASSWORD_HINT = 'At least 12 characters of any kind; a few words are good';

/** Changes one's own password; the one there is must be known. */
export function PasswordPage() {
  const typed = useTyped('change-password');
  return (
    <SignedInPage
      crumbs={[
        { text: 'My work', href: '/' },
        { text: 'Your account', href: '/account' },
        { text: 'Change your password' },
      ]}
    >
      <PageHeading title="Change your password" />
      <p className="govuk-body">Everywhere else you are signed in, you will have to sign in again.</p>
      <CommandForm command="change-password" label="Change your password">
        <TextField
          {...typed.field('current')}
          label="Password you have now"
          type="password"
          autoComplete="current-password"
          width={20}
        />
        <TextField
          {...typed.field('fresh')}
          label="New password"
          hint={PASSWORD_HINT}
          type="password"
          autoComplete="new-password"
          width={20}
        />
        <TextField
          {...typed.field('again')}
          label="New password again"
          type="password"
          autoComplete="new-password"
          width={20}
        />
        <Button>Change your password</Button>
      </CommandForm>
    </SignedInPage>
  );
}
