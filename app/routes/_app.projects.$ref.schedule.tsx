import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { SchedulePage } from '~/features/schedule/SchedulePage';
import { projectTitle } from '~/features/shell/title';
import { loadProject } from '~/server/page/load-project';
import { runCommandFromForm } from '~/server/page/run-command';
import { scheduleOf } from '~/server/page/schedule';
import { scheduleForms } from '~/server/page/schedule-forms';

export const loader = async (args: LoaderFunctionArgs) => scheduleOf(await loadProject(args), args.request);

export const action = (args: ActionFunctionArgs) =>
  runCommandFromForm(args, { commands: scheduleForms(args.params['ref'] ?? '') });

export const meta: MetaFunction<typeof loader> = ({ matches }) => projectTitle(matches, 'Schedule');

export default function Schedule() {
  return <SchedulePage view={useLoaderData<typeof loader>()} />;
}
