import { data, redirect, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { ComparePage } from '~/features/as-at/ComparePage';
import { projectTitle } from '~/features/shell/title';
import { loadProject } from '~/server/page/load-project';
import { compareOf } from '~/server/page/project-compare';
import { comparedWithToday } from '~/server/two-days';

export async function loader(args: LoaderFunctionArgs) {
  const { request, context } = args;
  const loaded = await loadProject(args);
  const instead = comparedWithToday(request.url, context.today);
  if (instead !== undefined) throw redirect(instead);
  const compared = await compareOf(loaded, context, new URL(request.url).searchParams);
  return data(compared, { status: compared.kind === 'form' && compared.wrong ? 400 : 200 });
}

export const meta: MetaFunction<typeof loader> = ({ data: compared, matches }) =>
  projectTitle(
    matches,
    compared?.kind === 'form' && compared.wrong ? 'Error: Compare two days' : 'Compare two days',
  );

export default function Compare() {
  return <ComparePage {...useLoaderData<typeof loader>()} />;
}
