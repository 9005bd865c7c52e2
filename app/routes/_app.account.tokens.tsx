import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { TokensPage } from '~/features/accounts/TokensPage';
import { pageTitle } from '~/features/shell/title';
import { actOnTokens, ownTokens } from '~/server/page/accounts-own';

export const loader = (args: LoaderFunctionArgs) => ownTokens(args);

export const action = (args: ActionFunctionArgs) => actOnTokens(args);

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageTitle(matches, 'Your tokens');

export default function Tokens() {
  return <TokensPage {...useLoaderData<typeof loader>()} />;
}
