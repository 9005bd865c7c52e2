import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { ProjectsPage } from '~/features/projects/ProjectsPage';
import { pageTitle } from '~/features/shell/title';
import { whyNotGive } from '~/server/page/programme-page';
import { listAsked, projectList } from '~/server/page/project-list';

export async function loader(args: LoaderFunctionArgs) {
  const whyNotOpen = await whyNotGive(args, 'open-project');
  return { ...(await projectList(args.context, listAsked(args.request.url))), whyNotOpen };
}

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageTitle(matches, 'Projects');

export default function Projects() {
  return <ProjectsPage {...useLoaderData<typeof loader>()} />;
}
