import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { AskPage } from '~/features/redactions/AskPage';
import { pageTitle } from '~/features/shell/title';
import { actOnAsking, askView } from '~/server/page/redactions';

export const loader = (args: LoaderFunctionArgs) => askView(args);

export const action = async (args: ActionFunctionArgs) => actOnAsking(args);

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageTitle(matches, 'Ask for a redaction');

export default function AskForRedaction() {
  return <AskPage {...useLoaderData<typeof loader>()} />;
}
