import { shortDay } from '~/core/time/iso-day';
import { CommandForm, useTyped } from '~/features/forms';
import { SignedInPage } from '~/features/shell/SignedInPage';
import { Button } from '~/ui/Button';
import { DataTable } from '~/ui/DataTable';
import { Details } from '~/ui/Details';
import { PageHeading } from '~/ui/PageHeading';
import { Section } from '~/ui/Section';
import { TextField } from '~/ui/TextField';
import { VisuallyHidden } from '~/ui/VisuallyHidden';
import { ShownOnce } from './ShownOnce';

interface ShownToken {
  readonly id: string;
  readonly name: string;
  readonly made: string;
  readonly used: string | undefined;
  readonly expires: string | undefined;
  readonly revoked: string | undefined;
}

export interface TokensPageProps {
  /** Days a token made here lasts at most. */
  readonly longest: number;
  readonly good: readonly ShownToken[];
  readonly past: readonly ShownToken[];
}

const columns = [
  { key: 'name', header: 'What for', cell: ({ name }: ShownToken) => <span dir="auto">{name}</span> },
  { key: 'made', header: 'Made', cell: ({ made }: ShownToken) => made },
  { key: 'used', header: 'Last used', cell: ({ used }: ShownToken) => used ?? 'Never' },
] as const;

/** One's own tokens for the API and the command line. */
export function TokensPage({ longest, good, past }: TokensPageProps) {
  return (
    <SignedInPage
      crumbs={[
        { text: 'My work', href: '/' },
        { text: 'Your account', href: '/account' },
        { text: 'Your tokens' },
      ]}
    >
      <ShownOnce />
      <PageHeading title="Your tokens" />
      <p className="govuk-body">
        A token lets a program act for you through the API or the command line, with your rights and no more.
      </p>
      <DataTable
        caption="Tokens that are good"
        captionHidden
        rows={good}
        rowKey={({ id }) => id}
        columns={[
          ...columns,
          {
            key: 'expires',
            header: 'Works until',
            cell: ({ expires }) => (expires === undefined ? 'For ever, until revoked' : shortDay(expires)),
          },
          { key: 'revoke', header: 'Revoke it', cell: (each) => <RevokeForm token={each} /> },
        ]}
        empty={
          <p className="govuk-body app-muted">
            You have no token. Make one for each program that acts for you.
          </p>
        }
      />
      <MakeForm longest={longest} />
      {past.length > 0 ? <Past past={past} /> : null}
    </SignedInPage>
  );
}

function RevokeForm({ token }: { token: ShownToken }) {
  return (
    <CommandForm
      command="revoke-token"
      form={token.id}
      hidden={{ token: token.id }}
      label={`Revoke ${token.name}`}
    >
      <Button variant="secondary" small>
        Revoke<VisuallyHidden> {token.name}</VisuallyHidden>
      </Button>
    </CommandForm>
  );
}

function MakeForm({ longest }: { longest: number }) {
  const typed = useTyped('make-token');
  return (
    <Section title="Make a token" id="make">
      <CommandForm command="make-token" label="Make a token">
        <TextField
          {...typed.field('name')}
          label="What it is for"
          hint="Such as: monthly export to the finance system"
          autoComplete="off"
          width={30}
        />
        <TextField
          {...typed.field('days', '90')}
          label="Days it works"
          hint={`From 1 to ${longest}`}
          inputMode="numeric"
          width={4}
        />
        <Button>Make a token</Button>
      </CommandForm>
    </Section>
  );
}

function Past({ past }: { past: readonly ShownToken[] }) {
  return (
    <Details summary={`Tokens that are no longer good: ${past.length}`}>
      <DataTable
        caption="Tokens that are no longer good"
        captionHidden
        rows={past}
        rowKey={({ id }) => id}
        columns={[
          ...columns,
          {
            key: 'end',
            header: 'Ended',
            cell: ({ revoked, expires }) =>
              revoked === undefined
                ? `Ran out ${expires === undefined ? '' : shortDay(expires)}`
                : `Revoked ${shortDay(revoked)}`,
          },
        ]}
      />
    </Details>
  );
}
