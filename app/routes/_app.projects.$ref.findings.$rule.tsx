import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { RulePage } from '~/features/findings/RulePage';
import { projectTitle } from '~/features/shell/title';
import { findingRuleOf } from '~/server/page/findings';
import { loadProject } from '~/server/page/load-project';

export const loader = async (args: LoaderFunctionArgs) =>
  findingRuleOf(await loadProject(args), args.params['rule'] ?? '');

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  projectTitle(matches, `${data?.title ?? 'Rule'} – Case check`);

export default function FindingRule() {
  return <RulePage {...useLoaderData<typeof loader>()} />;
}
