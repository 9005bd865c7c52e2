import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { NewAccountPage } from '~/features/accounts/NewAccountPage';
import { pageTitle } from '~/features/shell/title';
import { INVITATION_DAYS } from '~/server/invitations';
import { ADMINISTRATORS, requireRole } from '~/server/page/accounts-access';
import { actOnNewAccount } from '~/server/page/accounts-actions';
import { marksOfNew } from '~/server/page/programme-page';

export async function loader(args: LoaderFunctionArgs) {
  requireRole(args, ADMINISTRATORS);
  return { days: INVITATION_DAYS, marks: marksOfNew(args.context) };
}

export const action = (args: ActionFunctionArgs) => actOnNewAccount(args);

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle(matches, 'Add a person', 'Accounts');

export default function NewAccount() {
  return <NewAccountPage days={useLoaderData<typeof loader>().days} />;
}
