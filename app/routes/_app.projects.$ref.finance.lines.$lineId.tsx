import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { LinePage } from '~/features/finance/LinePage';
import { projectTitle } from '~/features/shell/title';
import { lineEditOf } from '~/server/page/finance-actions';
import { lineForms } from '~/server/page/finance-forms';
import { financeLineOf } from '~/server/page/finance-line';
import { loadProject } from '~/server/page/load-project';
import { runCommandFromForm } from '~/server/page/run-command';

export async function loader(args: LoaderFunctionArgs) {
  const { searchParams } = new URL(args.request.url);
  const asked = {
    edit: lineEditOf(searchParams.get('edit')),
    rephase: searchParams.get('rephase') === 'yes',
  };
  return financeLineOf(await loadProject(args), args.params['lineId'] ?? '', asked, args.context.tracker);
}

export const action = (args: ActionFunctionArgs) =>
  runCommandFromForm(args, { commands: lineForms(args.params['ref'] ?? '', args.params['lineId'] ?? '') });

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  projectTitle(matches, data ? `${data.title}, Finance` : 'Finance');

export default function FinanceLine() {
  return <LinePage view={useLoaderData<typeof loader>()} />;
}
