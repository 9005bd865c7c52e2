import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { AppraisalPage } from '~/features/finance/AppraisalPage';
import { projectTitle } from '~/features/shell/title';
import { appraisalPageOf } from '~/server/page/finance-appraisal';
import { appraisalForms } from '~/server/page/finance-forms';
import { loadProject } from '~/server/page/load-project';
import { runCommandFromForm } from '~/server/page/run-command';

export const loader = async (args: LoaderFunctionArgs) => appraisalPageOf(await loadProject(args));

export const action = (args: ActionFunctionArgs) => runCommandFromForm(args, { commands: appraisalForms });

export const meta: MetaFunction<typeof loader> = ({ matches }) => projectTitle(matches, 'Appraisal, Finance');

export default function Appraisal() {
  return <AppraisalPage view={useLoaderData<typeof loader>()} />;
}
