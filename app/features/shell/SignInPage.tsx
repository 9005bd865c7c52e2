import type { IsoDay } from '~/core/time/iso-day';
import { Button } from '~/ui/Button';
import { Columns } from '~/ui/Columns';
import { ErrorSummary, type ErrorItem } from '~/ui/ErrorSummary';
import { Header } from '~/ui/Header';
import { HiddenFields } from '~/ui/HiddenFields';
import { Page } from '~/ui/Page';
import { PageHeading } from '~/ui/PageHeading';
import { Section } from '~/ui/Section';
import { SkipLink } from '~/ui/SkipLink';
import { TextField } from '~/ui/TextField';
import { DoneNotice } from '~/features/forms/DoneNotice';
import { DemonstrationBanner } from './Shell';
import { SERVICE } from './title';

export interface SignInPageProps {
  readonly next: string;
  readonly programme: string;
  readonly demonstration: boolean;
  readonly today: IsoDay;
  readonly signedOut: boolean;
  readonly accounts: readonly { readonly email: string; readonly name: string }[];
  readonly failed:
    | {
        readonly email: string;
        readonly message: string | undefined;
        readonly errors: { readonly email?: string; readonly password?: string };
      }
    | undefined;
}

/** Sign in by address and password or, in a demonstration, by one button an account. */
export function SignInPage(props: SignInPageProps) {
  const { next, programme, demonstration, today, signedOut, accounts, failed } = props;
  const errors: ErrorItem[] = failed
    ? [
        ...Object.entries(failed.errors).map(([field, message]) => ({ field, message })),
        ...(failed.message ? [{ field: 'email', message: failed.message }] : []),
      ]
    : [];
  const form = <PasswordForm next={next} failed={failed} />;
  return (
    <>
      <SkipLink />
      <Header service={SERVICE} organisation={programme} />
      {demonstration ? <DemonstrationBanner today={today} signedOut /> : null}
      <Page>
        <ErrorSummary errors={errors} />
        {signedOut && !failed ? <DoneNotice>You are signed out.</DoneNotice> : null}
        <PageHeading title="Sign in" />
        {accounts.length > 0 ? (
          <Columns even side={<Section title="With a password">{form}</Section>}>
            <Demonstration next={next} accounts={accounts} />
          </Columns>
        ) : (
          form
        )}
      </Page>
    </>
  );
}

function PasswordForm({ next, failed }: Pick<SignInPageProps, 'next' | 'failed'>) {
  return (
    <form method="post" action="/sign-in" noValidate aria-label="Sign in with a password">
      <HiddenFields values={{ next }} />
      <TextField
        name="email"
        label="Email address"
        type="email"
        autoComplete="username"
        {...(failed?.email ? { defaultValue: failed.email } : {})}
        {...(failed?.errors.email ? { error: failed.errors.email } : {})}
      />
      <TextField
        name="password"
        label="Password"
        type="password"
        autoComplete="current-password"
        {...(failed?.errors.password ? { error: failed.errors.password } : {})}
      />
      <Button>Sign in</Button>
    </form>
  );
}

function Demonstration({ next, accounts }: Pick<SignInPageProps, 'next' | 'accounts'>) {
  return (
    <Section title="As somebody of the demonstration">
      <p className="govuk-body">One account a role. No password is needed here.</p>
      <form method="post" action="/sign-in" aria-label="Sign in to a demonstration account">
        <HiddenFields values={{ next }} />
        <div className="app-choices">
          {accounts.map(({ email, name }) => (
            <Button key={email} variant="secondary" name="account" value={email}>
              {name}
            </Button>
          ))}
        </div>
      </form>
    </Section>
  );
}
