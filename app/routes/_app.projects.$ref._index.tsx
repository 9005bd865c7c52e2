import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { OverviewPage } from '~/features/overview/OverviewPage';
import { projectTitle } from '~/features/shell/title';
import { loadProject } from '~/server/page/load-project';
import { overviewOf } from '~/server/page/overview';
import { projectRowByRef } from '~db/queries/projects';
import { listProjectsAsAt } from '~db/queries/projects-as-at';

export async function loader(args: LoaderFunctionArgs) {
  const loaded = await loadProject(args);
  const { db } = args.context.tracker;
  const { id, ref } = loaded.project;
  const row = loaded.past
    ? (await listProjectsAsAt(db, loaded.past.day, { ids: [id] })).projects[0]
    : await projectRowByRef(db, ref);
  return overviewOf(loaded, { tbc: row?.tbcDebts ?? 0, blank: row?.blankDebts ?? 0 });
}

export const meta: MetaFunction<typeof loader> = ({ matches }) => projectTitle(matches, 'Overview');

export default function Overview() {
  return <OverviewPage {...useLoaderData<typeof loader>()} />;
}
