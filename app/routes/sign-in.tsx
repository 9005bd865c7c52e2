import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { PROGRAMME } from '~/core/programme/state';
import { SERVICE } from '~/features/shell/title';
import { SignInPage } from '~/features/shell/SignInPage';
import { fieldOf } from '~/server/form';
import { readOrThrow } from '~/server/page/run-command';
import { readForm } from '~/server/read-form';
import { safeNext } from '~/server/require-actor';
import { offeredAccounts, signIn, signInToDemonstration } from '~/server/sign-in';

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const next = safeNext(searchParams.get('next'));
  if (context.actor) throw redirect(next);
  const { tracker, config, today } = context;
  const settings = (await tracker.readState('programme', PROGRAMME))?.settings;
  return {
    next,
    programme: settings?.programmeName ?? '',
    demonstration: config.mode === 'demonstration',
    today,
    signedOut: searchParams.get('out') === 'yes',
    accounts: await offeredAccounts(tracker, config),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { tracker, config, address, sessionToken } = context;
  const form = readOrThrow(await readForm(request));
  const given = { email: fieldOf(form, 'email') ?? '', password: fieldOf(form, 'password') ?? '' };
  const from = {
    address,
    userAgent: request.headers.get('user-agent') ?? '',
    ...(sessionToken === undefined ? {} : { replaces: sessionToken }),
  };
  const account = fieldOf(form, 'account');
  if (account === undefined) {
    const errors = {
      ...(given.email.trim() === '' ? { email: 'Enter your email address' } : {}),
      ...(given.password === '' ? { password: 'Enter your password' } : {}),
    };
    if (Object.keys(errors).length > 0)
      return data({ email: given.email, errors, message: undefined }, { status: 400 });
  }
  const signed =
    account === undefined
      ? await signIn(tracker, config, given, from)
      : await signInToDemonstration(tracker, config, account, from);
  if (!signed.ok) {
    const limited = signed.why === 'limited';
    const headers =
      limited && signed.seconds !== undefined ? { 'Retry-After': String(signed.seconds) } : undefined;
    return data(
      { email: given.email, errors: {}, message: signed.message },
      { status: limited ? 429 : 401, ...(headers ? { headers } : {}) },
    );
  }
  return redirect(safeNext(fieldOf(form, 'next')), { status: 303, headers: { 'Set-Cookie': signed.cookie } });
}

export const meta: MetaFunction<typeof loader> = () => [{ title: `Sign in – ${SERVICE}` }];

export default function SignIn() {
  return <SignInPage {...useLoaderData<typeof loader>()} failed={useActionData<typeof action>()} />;
}
