import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { PasswordPage } from '~/features/accounts/PasswordPage';
import { pageTitle } from '~/features/shell/title';
import { actOnPassword, ownMarks } from '~/server/page/accounts-own';

export const loader = async (args: LoaderFunctionArgs) => ({ marks: ownMarks(args) });

export const action = (args: ActionFunctionArgs) => actOnPassword(args);

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageTitle(matches, 'Change your password');

export default function Password() {
  return <PasswordPage />;
}
