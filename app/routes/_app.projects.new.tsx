import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { StartProjectPage } from '~/features/projects/StartProjectPage';
import { projectPath } from '~/features/projects/sections';
import { pageTitle } from '~/features/shell/title';
import { fields } from '~/server/decode-form';
import { line } from '~/server/form-fields';
import { marksOfNew, whyNotGive } from '~/server/page/programme-page';
import { runCommandFromForm } from '~/server/page/run-command';

export const loader = async (args: LoaderFunctionArgs) => ({
  whyNot: await whyNotGive(args, 'open-project'),
  marks: marksOfNew(args.context),
});

export const action = (args: ActionFunctionArgs) =>
  runCommandFromForm(args, {
    commands: {
      'open-project': {
        fields: fields({ ref: line(), title: line() }),
        then: (_answer, input) => projectPath((input as { ref: string }).ref),
      },
    },
  });

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle(matches, 'Start a project', 'Projects');

export default function StartProject() {
  return <StartProjectPage {...useLoaderData<typeof loader>()} />;
}
