import type { AppLoadContext } from '@remix-run/node';
import { PROGRAMME_ROLES, type PersonFacts, type ProgrammeRole } from '~/core/access/directory';
import { allAccounts } from '~db/queries/accounts';
import { ADMINISTRATORS, holdsAny } from './accounts-access';

export const ACCOUNTS_ON_A_PAGE = 25;
const LONGEST_SEARCH = 200;

/** What of the list the address asks for. */
export interface AccountsAsked {
  readonly search: string;
  readonly role: ProgrammeRole | undefined;
  readonly state: 'open' | 'closed' | undefined;
  /** Counted from 1. */
  readonly page: number;
}

/** Reads the address of the list; whatever it does not know is left aside. */
export function accountsAsked(url: string): AccountsAsked {
  const { searchParams } = new URL(url);
  const state = searchParams.get('state');
  const page = searchParams.get('page') ?? '';
  return {
    search: (searchParams.get('q') ?? '').trim().slice(0, LONGEST_SEARCH),
    role: PROGRAMME_ROLES.find((role) => role === searchParams.get('role')),
    state: state === 'open' || state === 'closed' ? state : undefined,
    page: /^[1-9]\d{0,5}$/.test(page) ? Number(page) : 1,
  };
}

/** A person as the list shows them. */
export interface ListedAccount {
  readonly id: string;
  readonly name: string;
  readonly email: string | undefined;
  readonly active: boolean;
  readonly roles: readonly ProgrammeRole[];
  readonly delegate: boolean;
}

/** The people that are asked for, by name, and how many pages they fill. */
export function accountsFound(
  people: readonly PersonFacts[],
  emails: ReadonlyMap<string, string>,
  asked: AccountsAsked,
  today: string,
) {
  const words = asked.search.toLocaleLowerCase('en-GB').split(/\s+/).filter(Boolean);
  const holds = ({ id, name }: PersonFacts) => {
    const text = `${name} ${emails.get(id) ?? ''}`.toLocaleLowerCase('en-GB');
    return words.every((word) => text.includes(word));
  };
  const found = people
    .filter(holds)
    .filter(({ roles }) => asked.role === undefined || roles.includes(asked.role))
    .filter(({ active }) => asked.state === undefined || active === (asked.state === 'open'))
    .sort((a, b) => a.name.localeCompare(b.name, 'en-GB') || (a.id < b.id ? -1 : 1));
  const from = (asked.page - 1) * ACCOUNTS_ON_A_PAGE;
  const rows = found
    .slice(from, from + ACCOUNTS_ON_A_PAGE)
    .map(({ id, name, active, roles, delegations }): ListedAccount => ({
      id,
      name,
      email: emails.get(id),
      active,
      roles,
      delegate: delegations.some((each) => each.from <= today && today <= each.to),
    }));
  const pages = Math.max(1, Math.ceil(found.length / ACCOUNTS_ON_A_PAGE));
  return { rows, total: found.length, from, pages };
}

/** One page of everybody who is registered, with how they sign in. */
export async function accountList(context: AppLoadContext, asked: AccountsAsked) {
  const { tracker, today } = context;
  const { directory } = await tracker.external();
  const emails = new Map((await allAccounts(tracker.db)).map(({ person, email }) => [person, email]));
  return {
    asked,
    ...accountsFound(Object.values(directory), emails, asked, today),
    changes: holdsAny(context, ADMINISTRATORS),
  };
}
