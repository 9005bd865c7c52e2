import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { FindingsPage } from '~/features/findings/FindingsPage';
import { projectTitle } from '~/features/shell/title';
import { findingsOf } from '~/server/page/findings';
import { runFindingsCommand } from '~/server/page/findings-actions';
import { loadProject } from '~/server/page/load-project';

export const loader = async (args: LoaderFunctionArgs) => findingsOf(await loadProject(args));

export const action = (args: ActionFunctionArgs) => runFindingsCommand(args);

export const meta: MetaFunction<typeof loader> = ({ matches }) => projectTitle(matches, 'Case check');

export default function Findings() {
  return <FindingsPage {...useLoaderData<typeof loader>()} />;
}
