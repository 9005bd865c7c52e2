import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { projectTitle } from '~/features/shell/title';
import { loadProject } from '~/server/page/load-project';

export const loader = async (args: LoaderFunctionArgs) => ({ marks: (await loadProject(args)).marks });

export const meta: MetaFunction<typeof loader> = ({ matches }) => projectTitle(matches, 'Overview');

export default function Overview() {
  return null;
}
