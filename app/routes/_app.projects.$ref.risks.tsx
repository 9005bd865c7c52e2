import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { RisksPage } from '~/features/risks/RisksPage';
import { projectTitle } from '~/features/shell/title';
import { loadProject } from '~/server/page/load-project';
import { risksOf } from '~/server/page/risks';
import { runRisksCommand } from '~/server/page/risks-actions';

export const loader = async (args: LoaderFunctionArgs) => risksOf(await loadProject(args), args.request);

export const action = (args: ActionFunctionArgs) => runRisksCommand(args);

export const meta: MetaFunction<typeof loader> = ({ matches }) => projectTitle(matches, 'Risks');

export default function Risks() {
  return <RisksPage {...useLoaderData<typeof loader>()} />;
}
