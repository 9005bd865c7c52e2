import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { ProgrammeDebtsPage } from '~/features/debts/ProgrammeDebtsPage';
import { pageTitle } from '~/features/shell/title';
import { debtsOfProgramme } from '~/server/page/debts';

export const loader = (args: LoaderFunctionArgs) => debtsOfProgramme(args);

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageTitle(matches, 'Answers owed');

export default function ProgrammeDebts() {
  return <ProgrammeDebtsPage {...useLoaderData<typeof loader>()} />;
}
