import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { SignedInPage } from '~/features/shell/SignedInPage';
import { pageTitle } from '~/features/shell/title';
import { requireActor } from '~/server/require-actor';
import { PageHeading } from '~/ui/PageHeading';

export const loader = ({ request, context }: LoaderFunctionArgs) => {
  requireActor(request, context);
  return null;
};

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageTitle(matches, 'My work');

export default function MyWork() {
  return (
    <SignedInPage>
      <PageHeading title="My work" />
    </SignedInPage>
  );
}
