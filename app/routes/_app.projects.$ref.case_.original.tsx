import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { OriginalPage } from '~/features/case/OriginalPage';
import { projectTitle } from '~/features/shell/title';
import { sourceTextOf } from '~/server/page/case/source-page';
import { loadProject } from '~/server/page/load-project';

export const loader = async (args: LoaderFunctionArgs) =>
  sourceTextOf(await loadProject(args), args.context, new URL(args.request.url).searchParams.get('document'));

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  projectTitle(matches, 'The original document');

export default function Original() {
  const { ref, ...data } = useLoaderData<typeof loader>();
  return <OriginalPage {...data} projectRef={ref} />;
}
