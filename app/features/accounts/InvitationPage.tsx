import { SERVICE } from '~/features/shell/title';
import { Button } from '~/ui/Button';
import { ErrorSummary } from '~/ui/ErrorSummary';
import { Header } from '~/ui/Header';
import { Page } from '~/ui/Page';
import { PageHeading } from '~/ui/PageHeading';
import { SkipLink } from '~/ui/SkipLink';
import { TextField } from '~/ui/TextField';
import { PASSWORD_HINT } from './PasswordPage';

export interface InvitationPageProps {
  readonly programme: string;
  /** Whom it invites; nobody when it is used, over or none at all. */
  readonly invited: { readonly name: string; readonly email: string } | undefined;
  /** Messages by field, when the form came back. */
  readonly errors: Readonly<Record<string, string>>;
}

/** Where an invited person chooses their password. */
export function InvitationPage({ programme, invited, errors }: InvitationPageProps) {
  return (
    <>
      <SkipLink />
      <Header service={SERVICE} organisation={programme} />
      <Page>{invited ? <Choose invited={invited} errors={errors} /> : <Ended />}</Page>
    </>
  );
}

function Ended() {
  return (
    <>
      <PageHeading title="This invitation no longer works" />
      <p className="govuk-body">
        It was used, a week has gone by, or the link is not whole. If you chose a password,{' '}
        <a className="govuk-link" href="/sign-in">
          sign in with it
        </a>
        ; else ask an administrator for another invitation.
      </p>
    </>
  );
}

function Choose({
  invited,
  errors,
}: {
  invited: NonNullable<InvitationPageProps['invited']>;
  errors: InvitationPageProps['errors'];
}) {
  const field = (name: string) => ({ name, ...(errors[name] ? { error: errors[name] } : {}) });
  return (
    <>
      <ErrorSummary errors={Object.entries(errors).map(([name, message]) => ({ field: name, message }))} />
      <PageHeading title="Choose your password" meta={invited.name} />
      <p className="govuk-body">
        You will sign in as <strong>{invited.email}</strong>. Nobody else knows the password you choose.
      </p>
      <form method="post" noValidate aria-label="Choose your password">
        <TextField
          {...field('fresh')}
          label="New password"
          hint={PASSWORD_HINT}
          type="password"
          autoComplete="new-password"
          width={20}
        />
        <TextField
          {...field('again')}
          label="New password again"
          type="password"
          autoComplete="new-password"
          width={20}
        />
        <Button>Set this password and sign in</Button>
      </form>
    </>
  );
}
