import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { ChangesPage } from '~/features/changes/ChangesPage';
import { projectTitle } from '~/features/shell/title';
import { changesOf } from '~/server/page/gates/changes';
import { CHANGE_FORMS } from '~/server/page/gates/change-forms';
import { loadProject } from '~/server/page/load-project';
import { runCommandFromForm } from '~/server/page/run-command';

export async function loader(args: LoaderFunctionArgs) {
  const { searchParams } = new URL(args.request.url);
  const [baseline, against] = [searchParams.get('baseline'), searchParams.get('against')];
  return changesOf(await loadProject(args), { baseline, against });
}

export const action = (args: ActionFunctionArgs) => runCommandFromForm(args, { commands: CHANGE_FORMS });

export const meta: MetaFunction<typeof loader> = ({ matches }) => projectTitle(matches, 'Changes');

export default function Changes() {
  return <ChangesPage {...useLoaderData<typeof loader>()} />;
}
