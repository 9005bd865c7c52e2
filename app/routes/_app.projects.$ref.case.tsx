import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { CasePage } from '~/features/case/CasePage';
import { projectPath } from '~/features/projects/sections';
import { projectTitle } from '~/features/shell/title';
import { caseCommands } from '~/server/page/case/case-forms';
import { caseOf } from '~/server/page/case/case-page';
import { loadProject } from '~/server/page/load-project';
import { runCommandFromForm } from '~/server/page/run-command';

export const loader = async (args: LoaderFunctionArgs) =>
  caseOf(await loadProject(args), new URL(args.request.url).searchParams.get('edit'));

export const action = (args: ActionFunctionArgs) =>
  runCommandFromForm(args, { commands: caseCommands(projectPath(args.params['ref'] ?? '', '/case')) });

export const meta: MetaFunction<typeof loader> = ({ matches }) => projectTitle(matches, 'Case');

export default function Case() {
  return <CasePage {...useLoaderData<typeof loader>()} />;
}
