import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { DocumentsPage } from '~/features/documents/DocumentsPage';
import { projectTitle } from '~/features/shell/title';
import { documentCommands } from '~/server/page/documents/document-forms';
import { documentsOf } from '~/server/page/documents/documents-page';
import { loadProject } from '~/server/page/load-project';
import { runCommandFromForm } from '~/server/page/run-command';

export const loader = async (args: LoaderFunctionArgs) =>
  documentsOf(await loadProject(args), new URL(args.request.url).searchParams.get('back'));

export const action = (args: ActionFunctionArgs) =>
  runCommandFromForm(args, { commands: documentCommands(args) });

export const meta: MetaFunction<typeof loader> = ({ matches }) => projectTitle(matches, 'Documents');

export default function Documents() {
  return <DocumentsPage {...useLoaderData<typeof loader>()} />;
}
