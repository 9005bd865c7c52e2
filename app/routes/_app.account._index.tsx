import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { MyAccountPage } from '~/features/accounts/MyAccountPage';
import { pageTitle } from '~/features/shell/title';
import { actOnOwnAccount, ownAccount } from '~/server/page/accounts-own';

export const loader = (args: LoaderFunctionArgs) => ownAccount(args);

export const action = (args: ActionFunctionArgs) => actOnOwnAccount(args);

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageTitle(matches, 'Your account');

export default function MyAccount() {
  return <MyAccountPage {...useLoaderData<typeof loader>()} />;
}
