import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { DelegatesPage } from '~/features/accounts/DelegatesPage';
import { pageTitle } from '~/features/shell/title';
import { actOnDelegates, delegatesView } from '~/server/page/accounts-delegates';

export const loader = (args: LoaderFunctionArgs) => delegatesView(args);

export const action = (args: ActionFunctionArgs) => actOnDelegates(args);

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageTitle(matches, 'Section 151 delegates');

export default function Delegates() {
  return <DelegatesPage {...useLoaderData<typeof loader>()} />;
}
