import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { PROGRAMME } from '~/core/programme/state';
import { InvitationPage } from '~/features/accounts/InvitationPage';
import { SERVICE } from '~/features/shell/title';
import { fieldOf } from '~/server/form';
import { acceptInvitation, readInvitation } from '~/server/invitations';
import { signedInAnew } from '~/server/page/accounts-own';
import { readOrThrow } from '~/server/page/run-command';
import { readForm } from '~/server/read-form';

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { tracker, config } = context;
  const settings = (await tracker.readState('programme', PROGRAMME))?.settings;
  const invited = await readInvitation(tracker, config, params['token'] ?? '');
  return data(
    {
      programme: settings?.programmeName ?? '',
      invited: invited && { name: invited.name, email: invited.email },
    },
    { status: invited ? 200 : 410 },
  );
}

export async function action(args: ActionFunctionArgs) {
  const { tracker, config } = args.context;
  const form = readOrThrow(await readForm(args.request));
  const fresh = fieldOf(form, 'fresh') ?? '';
  if (fresh === '') return data({ errors: { fresh: 'Enter the new password' } }, { status: 400 });
  if (fresh !== fieldOf(form, 'again'))
    return data({ errors: { again: 'This is not the same as the new password' } }, { status: 400 });
  const accepted = await acceptInvitation(tracker, config, args.params['token'] ?? '', fresh);
  if (accepted.ok) {
    const headers = await signedInAnew(args, accepted.person);
    return redirect('/account?done=set-password#done', { status: 303, headers });
  }
  if (accepted.why === 'password') return data({ errors: { fresh: accepted.message } }, { status: 400 });
  return data({ errors: {} }, { status: 410 });
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${loaded?.invited ? 'Choose your password' : 'Invitation'} – ${SERVICE}` },
];

export default function Invitation() {
  const errors = useActionData<typeof action>()?.errors ?? {};
  return <InvitationPage {...useLoaderData<typeof loader>()} errors={errors} />;
}
