import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { readGateNumber } from '~/core/gates/gate-number';
import { PackPage } from '~/features/gates/PackPage';
import { projectTitle } from '~/features/shell/title';
import { packOf } from '~/server/page/gates/pack';
import { loadProject, notFound } from '~/server/page/load-project';

export const loader = async (args: LoaderFunctionArgs) => {
  const gate = readGateNumber(args.params['n'] ?? '');
  const loaded = await loadProject(args);
  const asked = new URL(args.request.url).searchParams.get('submitted');
  const pack = gate === undefined ? undefined : await packOf(loaded, args.context, gate, asked);
  if (!pack) throw notFound();
  return pack;
};

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  projectTitle(matches, data ? `Pack of Gate ${data.gate}` : 'Pack');

export default function Pack() {
  return <PackPage {...useLoaderData<typeof loader>()} />;
}
