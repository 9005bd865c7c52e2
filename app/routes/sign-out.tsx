import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { endedCookie, endSession } from '~/server/sessions';

/** Signing out is a post; somebody who opens the address is sent to sign in or, signed in still, home. */
export const loader = () => redirect('/');

export async function action({ context }: ActionFunctionArgs) {
  const { tracker, config, sessionToken } = context;
  if (sessionToken !== undefined) await endSession(tracker, config, sessionToken);
  return redirect('/sign-in?out=yes', { status: 303, headers: { 'Set-Cookie': endedCookie(config) } });
}
