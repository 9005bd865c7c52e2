import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Outlet, useLoaderData, useLocation, useRouteError, useRouteLoaderData } from '@remix-run/react';
import { rolesOf } from '~/core/access/may';
import { PROGRAMME } from '~/core/programme/state';
import { ErrorMessage, errorWords } from '~/error-page';
import { PastTroublePage, pastTroubleOf } from '~/features/as-at/PastTroublePage';
import { ROLE_TITLES } from '~/features/people/role-titles';
import { Shell } from '~/features/shell/Shell';
import { SERVICE } from '~/features/shell/title';
import { notKeptByTheDay } from '~/server/as-at';
import { holdsAny, KEEPERS } from '~/server/page/accounts-access';
import { notFound } from '~/server/page/load-project';
import { wasSentBack } from '~/server/page/run-command';
import { doneNotice } from '~/server/page/done';
import { requireActor } from '~/server/require-actor';

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  // No page is there to come back to after signing in.
  if (!context.actor && params['*'] !== undefined) throw notFound();
  const actor = requireActor(request, context);
  const { tracker, today, person } = context;
  const settings = (await tracker.readState('programme', PROGRAMME))?.settings;
  const directory = person ? { [person.id]: person } : {};
  const notKept = notKeptByTheDay(request.url, today);
  const shell = {
    programme: settings?.programmeName ?? '',
    organisation: settings?.organisation ?? '',
    demonstration: settings?.demonstration ?? false,
    today,
    user: {
      name: person?.name ?? '',
      roles: rolesOf(directory, actor.person, undefined, today).map((role) => ROLE_TITLES[role]),
      keepsAccounts: holdsAny(context, KEEPERS),
    },
    cameBack: wasSentBack(context),
    done: doneNotice(request),
    notKept,
  };
  return data(shell, { status: notKept ? 400 : 200 });
}

const titleOfError = (error: unknown): string => {
  const trouble = pastTroubleOf(error);
  return trouble ? `${trouble.wrong ? 'Error: ' : ''}${trouble.title}` : errorWords(error).title;
};

export const meta: MetaFunction<typeof loader> = ({ error }) => [
  { title: error ? `${titleOfError(error)} – ${SERVICE}` : SERVICE },
];

export default function SignedIn() {
  const shell = useLoaderData<typeof loader>();
  return (
    <Shell data={shell} path={useLocation().pathname}>
      {shell.notKept ? <PastTroublePage trouble={shell.notKept} /> : <Outlet />}
    </Shell>
  );
}

export function ErrorBoundary() {
  const shell = useRouteLoaderData<typeof loader>('routes/_app');
  const { pathname } = useLocation();
  const error = useRouteError();
  const trouble = pastTroubleOf(error);
  const message = trouble ? <PastTroublePage trouble={trouble} /> : <ErrorMessage error={error} />;
  return shell ? (
    <Shell data={shell} path={pathname}>
      {message}
    </Shell>
  ) : (
    message
  );
}
