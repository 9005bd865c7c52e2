import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { HistoryPage } from '~/features/history/HistoryPage';
import { projectTitle } from '~/features/shell/title';
import { historyOf } from '~/server/page/history/history-page';
import { loadProject } from '~/server/page/load-project';

export const loader = async (args: LoaderFunctionArgs) =>
  historyOf(await loadProject(args), args.context, new URL(args.request.url).searchParams);

export const meta: MetaFunction<typeof loader> = ({ matches }) => projectTitle(matches, 'History');

export default function History() {
  return <HistoryPage {...useLoaderData<typeof loader>()} />;
}
