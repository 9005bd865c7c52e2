import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { FinancePage } from '~/features/finance/FinancePage';
import { projectTitle } from '~/features/shell/title';
import { financeOf } from '~/server/page/finance';
import { financeForms } from '~/server/page/finance-forms';
import { loadProject } from '~/server/page/load-project';
import { runCommandFromForm } from '~/server/page/run-command';

export const loader = async (args: LoaderFunctionArgs) =>
  financeOf(await loadProject(args), new URL(args.request.url).searchParams.get('edit') === 'add-line');

export const action = (args: ActionFunctionArgs) =>
  runCommandFromForm(args, { commands: financeForms(args.params['ref'] ?? '') });

export const meta: MetaFunction<typeof loader> = ({ matches }) => projectTitle(matches, 'Finance');

export default function Finance() {
  return <FinancePage view={useLoaderData<typeof loader>()} />;
}
