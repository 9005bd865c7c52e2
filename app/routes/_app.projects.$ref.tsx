import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Outlet, useLoaderData, useLocation } from '@remix-run/react';
import { ProjectFrame } from '~/features/projects/ProjectFrame';
import { projectPath } from '~/features/projects/sections';
import { pageTitle } from '~/features/shell/title';
import { loadProject } from '~/server/page/load-project';
import { headOf } from '~/server/page/project-head';

export const loader = async (args: LoaderFunctionArgs) =>
  headOf(await loadProject(args), (gate) => projectPath(args.params['ref'] ?? '', `/gates/${gate}`));

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageTitle(matches, `${data.ref} ${data.title}`) : [];

export default function ProjectLayout() {
  const head = useLoaderData<typeof loader>();
  return (
    <ProjectFrame head={head} path={useLocation().pathname}>
      <Outlet />
    </ProjectFrame>
  );
}
