import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { AccountPage } from '~/features/accounts/AccountPage';
import { pageTitle } from '~/features/shell/title';
import { KEEPERS, requireRole } from '~/server/page/accounts-access';
import { actOnAccount } from '~/server/page/accounts-actions';
import { personView } from '~/server/page/accounts-person';

export async function loader(args: LoaderFunctionArgs) {
  requireRole(args, KEEPERS);
  return personView(args);
}

export const action = (args: ActionFunctionArgs) => actOnAccount(args);

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, data?.name ?? 'A person', 'Accounts');

export default function Account() {
  return <AccountPage {...useLoaderData<typeof loader>()} />;
}
