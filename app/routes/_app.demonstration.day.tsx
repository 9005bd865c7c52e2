import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { PROGRAMME } from '~/core/programme/state';
import { MoveDayPage } from '~/features/shell/MoveDayPage';
import { pageTitle } from '~/features/shell/title';
import { fields } from '~/server/decode-form';
import { day } from '~/server/form-fields';
import { notFound } from '~/server/page/load-project';
import { marksOfProgramme } from '~/server/page/programme-page';
import { runCommandFromForm } from '~/server/page/run-command';
import { requireActor } from '~/server/require-actor';

export async function loader({ request, context }: LoaderFunctionArgs) {
  requireActor(request, context);
  const programme = await context.tracker.readState('programme', PROGRAMME);
  if (!programme?.settings.demonstration) throw notFound();
  return { today: context.today, marks: await marksOfProgramme(context) };
}

export const action = (args: ActionFunctionArgs) =>
  runCommandFromForm(args, { commands: { 'move-day': { fields: fields({ to: day() }) } } });

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageTitle(matches, 'Move to another day');

export default function MoveDay() {
  return <MoveDayPage {...useLoaderData<typeof loader>()} />;
}
