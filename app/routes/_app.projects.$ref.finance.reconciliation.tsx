import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { ReconciliationPage } from '~/features/finance/ReconciliationPage';
import { projectTitle } from '~/features/shell/title';
import { reconciliationOf, viewAsked } from '~/server/page/finance-reconciliation';
import { lastTold } from '~/server/page/history/history-page';
import { loadProject } from '~/server/page/load-project';

export async function loader(args: LoaderFunctionArgs) {
  const loaded = await loadProject(args);
  const view = viewAsked(new URL(args.request.url).searchParams);
  const moves = await lastTold(loaded, args.context, 'finance');
  return { ...reconciliationOf(loaded, view), moves };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  projectTitle(matches, data ? `Reconciliation, ${data.viewName.toLowerCase()}, Finance` : 'Reconciliation');

export default function Reconciliation() {
  return <ReconciliationPage view={useLoaderData<typeof loader>()} />;
}
