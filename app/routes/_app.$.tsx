import type { LoaderFunctionArgs } from '@remix-run/node';
import { notFound } from '~/server/page/load-project';
import { requireActor } from '~/server/require-actor';

/** Every address that is no page: told so inside the chrome to those who are signed in. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  if (context.actor) requireActor(request, context);
  throw notFound();
}

export default function NoSuchPage() {
  return null;
}
