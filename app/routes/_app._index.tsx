import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { MyWorkPage } from '~/features/home/MyWorkPage';
import { pageTitle } from '~/features/shell/title';
import { myWork } from '~/server/page/my-work/my-work';
import { requireActor } from '~/server/require-actor';

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireActor(request, context);
  return { ...(await myWork(actor, context)), name: context.person?.name ?? '' };
}

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageTitle(matches, 'My work');

export default function MyWork() {
  return <MyWorkPage {...useLoaderData<typeof loader>()} />;
}
