import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { RedactionsPage } from '~/features/redactions/RedactionsPage';
import { pageTitle } from '~/features/shell/title';
import { redactionsView } from '~/server/page/redactions';

export const loader = (args: LoaderFunctionArgs) => redactionsView(args);

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageTitle(matches, 'Redactions');

export default function Redactions() {
  return <RedactionsPage {...useLoaderData<typeof loader>()} />;
}
