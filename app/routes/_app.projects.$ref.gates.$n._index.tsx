import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { readGateNumber } from '~/core/gates/gate-number';
import { GatePage } from '~/features/gates/GatePage';
import { projectPath } from '~/features/projects/sections';
import { projectTitle } from '~/features/shell/title';
import { conditionRowsAsked, gateOf } from '~/server/page/gates/gate';
import { CONDITION_FORMS, gateForms } from '~/server/page/gates/forms';
import { loadProject, notFound } from '~/server/page/load-project';
import { runCommandFromForm } from '~/server/page/run-command';

export const loader = async (args: LoaderFunctionArgs) => {
  const gate = readGateNumber(args.params['n'] ?? '');
  const loaded = await loadProject(args);
  if (gate === undefined) throw notFound();
  return gateOf(loaded, gate, conditionRowsAsked(args.request));
};

export const action = (args: ActionFunctionArgs) => {
  const gate = readGateNumber(args.params['n'] ?? '');
  if (gate === undefined) throw notFound();
  const page = projectPath(args.params['ref'] ?? '', `/gates/${gate}`);
  return runCommandFromForm(args, { commands: { ...gateForms(page), ...CONDITION_FORMS } });
};

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  projectTitle(matches, data ? `Gate ${data.gate}: ${data.name}` : 'Gate');

export default function Gate() {
  return <GatePage {...useLoaderData<typeof loader>()} />;
}
