import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { FinancePage } from '~/features/finance/FinancePage';
import { projectTitle } from '~/features/shell/title';
import { financeOf } from '~/server/page/finance';
import { financeForms } from '~/server/page/finance-forms';
import { loadProject } from '~/server/page/load-project';
import { runCommandFromForm } from '~/server/page/run-command';

export const loader = async (args: LoaderFunctionArgs) => {
  const { searchParams } = new URL(args.request.url);
  const adding = searchParams.get('edit') === 'add-line';
  return financeOf(await loadProject(args), adding, searchParams.get('bridge'));
};

export const action = (args: ActionFunctionArgs) =>
  runCommandFromForm(args, { commands: financeForms(args.params['ref'] ?? '') });

export const meta: MetaFunction<typeof loader> = ({ matches }) => projectTitle(matches, 'Finance');

export default function Finance() {
  return <FinancePage view={useLoaderData<typeof loader>()} />;
}
