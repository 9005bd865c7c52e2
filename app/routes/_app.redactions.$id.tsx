import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { RedactionPage } from '~/features/redactions/RedactionPage';
import { pageTitle } from '~/features/shell/title';
import { actOnRedaction, redactionView } from '~/server/page/redactions';

export const loader = (args: LoaderFunctionArgs) => redactionView(args);

export const action = async (args: ActionFunctionArgs) => actOnRedaction(args);

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle(matches, 'A redaction', 'Redactions');

export default function Redaction() {
  return <RedactionPage {...useLoaderData<typeof loader>()} />;
}
