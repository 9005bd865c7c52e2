import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { FrameworkPage } from '~/features/framework/FrameworkPage';
import { pageTitle } from '~/features/shell/title';
import { frameworkView } from '~/server/page/framework';

export const loader = (args: LoaderFunctionArgs) => frameworkView(args);

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageTitle(matches, 'Gate rules');

export default function Framework() {
  return <FrameworkPage {...useLoaderData<typeof loader>()} />;
}
