import { PROGRAMME_ROLES, type ProgrammeRole } from '~/core/access/directory';
import { ROLE_TITLES } from '~/features/people/role-titles';
import { SignedInPage } from '~/features/shell/SignedInPage';
import { ButtonLink } from '~/ui/ButtonLink';
import { DataTable } from '~/ui/DataTable';
import { EmptyState } from '~/ui/EmptyState';
import { FilterBar } from '~/ui/FilterBar';
import { PageHeading } from '~/ui/PageHeading';
import { Pagination } from '~/ui/Pagination';
import { SelectField } from '~/ui/SelectField';
import { Tag } from '~/ui/Tag';
import { TextField } from '~/ui/TextField';

interface Asked {
  readonly search: string;
  readonly role: ProgrammeRole | undefined;
  readonly state: 'open' | 'closed' | undefined;
  readonly page: number;
}

interface Row {
  readonly id: string;
  readonly name: string;
  readonly email: string | undefined;
  readonly active: boolean;
  readonly roles: readonly ProgrammeRole[];
  readonly delegate: boolean;
}

export interface AccountsPageProps {
  readonly asked: Asked;
  readonly rows: readonly Row[];
  readonly total: number;
  /** How many people stand on earlier pages. */
  readonly from: number;
  readonly pages: number;
  /** Whether the one who looks may change accounts; an auditor only reads them. */
  readonly changes: boolean;
}

function listHref({ search, role, state }: Asked, page: number): string {
  const pairs = [
    ['q', search],
    ['role', role ?? ''],
    ['state', state ?? ''],
    ['page', page > 1 ? String(page) : ''],
  ].flatMap(([name, value]) => (value ? [`${name}=${encodeURIComponent(value)}`] : []));
  return pairs.length > 0 ? `/accounts?${pairs.join('&')}` : '/accounts';
}

const isNarrowed = ({ search, role, state }: Asked) =>
  search !== '' || role !== undefined || state !== undefined;

/** Everybody who is registered: how they sign in and which roles they hold across the programme. */
export function AccountsPage(props: AccountsPageProps) {
  const { asked, rows, total, from, pages, changes } = props;
  return (
    <SignedInPage>
      <PageHeading
        title="Accounts"
        meta={changes ? undefined : 'Read as an auditor; an administrator changes them.'}
        actions={changes ? <ButtonLink href="/accounts/new">Add a person</ButtonLink> : undefined}
      />
      <Filters asked={asked} />
      <DataTable
        caption={isNarrowed(asked) ? `People found: ${total}` : `Everybody: ${total}`}
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'name',
            header: 'Name',
            cell: ({ id, name }) => (
              <a className="govuk-link" href={`/accounts/${id}`} dir="auto">
                {name}
              </a>
            ),
          },
          { key: 'email', header: 'Email address', cell: ({ email }) => email ?? 'None: cannot sign in' },
          { key: 'roles', header: 'Roles across the programme', cell: rolesInWords },
          {
            key: 'state',
            header: 'Account',
            cell: ({ active }) => (active ? <Tag tone="good">Open</Tag> : <Tag tone="warn">Closed</Tag>),
          },
        ]}
        empty={<Nothing asked={asked} total={total} />}
        note="Roles on a single project, such as sponsor or lead, are named on that project."
      />
      <Pagination
        page={asked.page}
        pages={pages}
        hrefOf={(page) => listHref(asked, page)}
        {...(pages > 1 && rows.length > 0
          ? { showing: `${from + 1} to ${from + rows.length} of ${total}` }
          : {})}
      />
    </SignedInPage>
  );
}

const rolesInWords = ({ roles, delegate }: Row): string =>
  [...roles.map((role) => ROLE_TITLES[role]), ...(delegate ? ['Section 151 delegate now'] : [])].join(', ') ||
  'None';

function Filters({ asked }: { asked: Asked }) {
  return (
    <FilterBar
      label="Find people"
      action="/accounts"
      {...(isNarrowed(asked) ? { clearHref: '/accounts' } : {})}
    >
      <TextField name="q" label="Name or email" type="search" defaultValue={asked.search} width={20} />
      <SelectField
        name="role"
        label="Role"
        placeholder="Any"
        defaultValue={asked.role ?? ''}
        options={PROGRAMME_ROLES.map((role) => ({ value: role, text: ROLE_TITLES[role] }))}
      />
      <SelectField
        name="state"
        label="Account"
        placeholder="Any"
        defaultValue={asked.state ?? ''}
        options={[
          { value: 'open', text: 'Open' },
          { value: 'closed', text: 'Closed' },
        ]}
      />
    </FilterBar>
  );
}

function Nothing({ asked, total }: { asked: Asked; total: number }) {
  const href = total > 0 ? listHref(asked, 1) : '/accounts';
  return (
    <EmptyState
      title={total > 0 ? 'This page of the list is empty' : 'Nobody is like that'}
      action={
        <a className="govuk-link" href={href}>
          {total > 0 ? 'Go to its first page' : 'Show everybody'}
        </a>
      }
    >
      {total > 0 ? null : 'Try fewer letters of the name or address, or another role.'}
    </EmptyState>
  );
}
