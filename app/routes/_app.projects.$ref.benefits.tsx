import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { BenefitsPage } from '~/features/benefits/BenefitsPage';
import { projectTitle } from '~/features/shell/title';
import { benefitsOf } from '~/server/page/benefits';
import { runBenefitsCommand } from '~/server/page/benefits-actions';
import { loadProject } from '~/server/page/load-project';

export const loader = async (args: LoaderFunctionArgs) => benefitsOf(await loadProject(args), args.request);

export const action = (args: ActionFunctionArgs) => runBenefitsCommand(args);

export const meta: MetaFunction<typeof loader> = ({ matches }) => projectTitle(matches, 'Benefits');

export default function Benefits() {
  return <BenefitsPage {...useLoaderData<typeof loader>()} />;
}
