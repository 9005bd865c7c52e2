import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { ProjectsPage } from '~/features/projects/ProjectsPage';
import { asAtWords, pageTitle } from '~/features/shell/title';
import { whyNotGive } from '~/server/page/programme-page';
import { listAsked, projectList, refuseBeforeFirst } from '~/server/page/project-list';

export async function loader(args: LoaderFunctionArgs) {
  const { request, context } = args;
  const whyNotOpen = await whyNotGive(args, 'open-project');
  const asked = listAsked(request.url, context.today);
  await refuseBeforeFirst(context, request.url, asked.day);
  return { ...(await projectList(context, asked)), whyNotOpen };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, 'Projects', ...asAtWords(data?.past));

export default function Projects() {
  return <ProjectsPage {...useLoaderData<typeof loader>()} />;
}
