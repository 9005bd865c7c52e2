import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { RegistersPage } from '~/features/registers/RegistersPage';
import { projectTitle } from '~/features/shell/title';
import { loadProject } from '~/server/page/load-project';
import { registersOf } from '~/server/page/registers';
import { runRegistersCommand } from '~/server/page/registers-actions';

export const loader = async (args: LoaderFunctionArgs) => registersOf(await loadProject(args), args.request);

export const action = (args: ActionFunctionArgs) => runRegistersCommand(args);

export const meta: MetaFunction<typeof loader> = ({ matches }) => projectTitle(matches, 'Registers');

export default function Registers() {
  return <RegistersPage {...useLoaderData<typeof loader>()} />;
}
