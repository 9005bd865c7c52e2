import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { AccountsPage } from '~/features/accounts/AccountsPage';
import { pageTitle } from '~/features/shell/title';
import { KEEPERS, requireRole } from '~/server/page/accounts-access';
import { accountList, accountsAsked } from '~/server/page/accounts-list';

export async function loader(args: LoaderFunctionArgs) {
  requireRole(args, KEEPERS);
  return accountList(args.context, accountsAsked(args.request.url));
}

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageTitle(matches, 'Accounts');

export default function Accounts() {
  return <AccountsPage {...useLoaderData<typeof loader>()} />;
}
