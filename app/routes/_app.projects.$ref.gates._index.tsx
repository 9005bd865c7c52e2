import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { GatesPage } from '~/features/gates/GatesPage';
import { projectTitle } from '~/features/shell/title';
import { CONDITION_FORMS, PROJECT_GATE_FORMS } from '~/server/page/gates/forms';
import { gatesOf } from '~/server/page/gates/gates-index';
import { loadProject } from '~/server/page/load-project';
import { runCommandFromForm } from '~/server/page/run-command';

export const loader = async (args: LoaderFunctionArgs) => gatesOf(await loadProject(args));

export const action = (args: ActionFunctionArgs) =>
  runCommandFromForm(args, { commands: { ...PROJECT_GATE_FORMS, ...CONDITION_FORMS } });

export const meta: MetaFunction<typeof loader> = ({ matches }) => projectTitle(matches, 'Gates');

export default function Gates() {
  return <GatesPage {...useLoaderData<typeof loader>()} />;
}
