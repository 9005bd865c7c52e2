import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { ProjectDebtsPage } from '~/features/debts/ProjectDebtsPage';
import { projectTitle } from '~/features/shell/title';
import { debtsOfProject } from '~/server/page/debts';
import { loadProject } from '~/server/page/load-project';

export const loader = async (args: LoaderFunctionArgs) => debtsOfProject(await loadProject(args));

export const meta: MetaFunction<typeof loader> = ({ matches }) => projectTitle(matches, 'Answers owed');

export default function ProjectDebts() {
  return <ProjectDebtsPage {...useLoaderData<typeof loader>()} />;
}
