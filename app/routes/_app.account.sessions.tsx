import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { SessionsPage } from '~/features/shell/SessionsPage';
import { pageTitle } from '~/features/shell/title';
import { refuseOnAPastDay } from '~/server/as-at';
import { fieldOf } from '~/server/form';
import { readOrThrow } from '~/server/page/run-command';
import { readForm } from '~/server/read-form';
import { requireActor } from '~/server/require-actor';
import { listSessions, revokeSession } from '~/server/sessions';

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { person } = requireActor(request, context);
  const { tracker, config, sessionToken } = context;
  return { sessions: await listSessions(tracker, config, person, sessionToken) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { person } = requireActor(request, context);
  refuseOnAPastDay(request.url);
  const { tracker, config, sessionToken } = context;
  const form = readOrThrow(await readForm(request));
  const mine = await listSessions(tracker, config, person, sessionToken);
  const id = fieldOf(form, 'session');
  const ending =
    id === undefined ? mine.filter((each) => !each.current) : mine.filter((each) => each.id === id);
  for (const each of ending) await revokeSession(tracker, person, each.id);
  const done = id === undefined ? 'end-other-sessions' : 'end-session';
  return redirect(`/account/sessions?done=${done}`, 303);
}

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageTitle(matches, 'Your sessions');

export default function Sessions() {
  return <SessionsPage {...useLoaderData<typeof loader>()} />;
}
