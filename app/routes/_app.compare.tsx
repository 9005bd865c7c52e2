import { data, redirect, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { ProgrammeComparePage } from '~/features/as-at/ProgrammeComparePage';
import { pageTitle } from '~/features/shell/title';
import { programmeCompare } from '~/server/page/programme-compare';
import { requireActor } from '~/server/require-actor';
import { comparedWithToday } from '~/server/two-days';

export async function loader({ request, context }: LoaderFunctionArgs) {
  requireActor(request, context);
  const instead = comparedWithToday(request.url, context.today);
  if (instead !== undefined) throw redirect(instead);
  const compared = await programmeCompare(context, new URL(request.url).searchParams);
  return data(compared, { status: compared.kind === 'form' && compared.wrong ? 400 : 200 });
}

export const meta: MetaFunction<typeof loader> = ({ data: compared, matches }) =>
  pageTitle(
    matches,
    `${compared?.kind === 'form' && compared.wrong ? 'Error: ' : ''}The programme on two days`,
  );

export default function ProgrammeCompare() {
  return <ProgrammeComparePage {...useLoaderData<typeof loader>()} />;
}
