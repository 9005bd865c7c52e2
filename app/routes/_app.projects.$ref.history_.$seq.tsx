import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { EventPage } from '~/features/history/EventPage';
import { projectTitle } from '~/features/shell/title';
import { eventOf } from '~/server/page/history/history-page';
import { loadProject } from '~/server/page/load-project';

export const loader = async (args: LoaderFunctionArgs) =>
  eventOf(await loadProject(args), args.context, args.params['seq']);

export const meta: MetaFunction<typeof loader> = ({ matches, params }) =>
  projectTitle(matches, `Event ${params['seq'] ?? ''}`);

export default function Event() {
  return <EventPage {...useLoaderData<typeof loader>()} />;
}
