import type { AppLoadContext } from '@remix-run/node';
import { dayOf } from '~/core/time/iso-day';
import { createToken, listTokens, revokeToken } from '../api-tokens';
import { fields } from '../decode-form';
import { line, text, wholeNumber } from '../form-fields';
import { requireActor } from '../require-actor';
import { beginSession, sessionCookie } from '../sessions';
import { changePassword } from '../sign-in';
import { ownForm, reason, runFormOf, said, type OwnAnswer } from './accounts-form';
import { delegationsOf, loadPerson, onProjects, signInOf } from './accounts-person';
import { formatInstant } from './history/instant';
import type { PageArgs } from './load-project';
import { marksOfNew } from './programme-page';

/** Tokens last at most this many days; those that last for ever are made on the command line alone. */
export const LONGEST_TOKEN_DAYS = 365;
const LONGEST_TOKEN_NAME = 100;
/** A person can have this many tokens that are good. */
const MOST_TOKENS = 20;

/** One's own account: who one is here, how one signs in, what one may do. */
export async function ownAccount(args: PageArgs) {
  const { person } = requireActor(args.request, args.context);
  const loaded = await loadPerson(args, person);
  return {
    marks: loaded.marks,
    name: loaded.person.facts.name,
    roles: loaded.person.facts.roles,
    projects: await onProjects(args, person),
    delegations: delegationsOf(loaded, args.context.today),
    signIn: await signInOf(args, person),
  };
}

/** Answers the forms of one's own account: the name one is shown by, and ending a delegation to oneself. */
export function actOnOwnAccount(args: PageArgs) {
  const { person } = requireActor(args.request, args.context);
  const stream = () => person;
  return runFormOf(
    args,
    {},
    {
      'rename-person': { fields: fields({ name: said('Enter your name') }), stream },
      'end-delegation': { fields: fields({ delegationId: line(), why: reason() }), stream },
    },
  );
}

/** The marks of a page whose forms give no command of the record. */
export const ownMarks = (args: Pick<PageArgs, 'request' | 'context'>) => {
  requireActor(args.request, args.context);
  return marksOfNew(args.context);
};

/** The browser's address line must not keep a password: it is only ever posted. Signs in anew once it is changed. */
export function actOnPassword(args: PageArgs) {
  const { person } = requireActor(args.request, args.context);
  const { tracker, address } = args.context;
  const given = fields({
    current: said('Enter the password you have now'),
    fresh: said('Enter the new password'),
    again: said('Enter the new password again'),
  });
  const change = ownForm(given, async ({ current, fresh, again }): Promise<OwnAnswer> => {
    if (fresh !== again)
      return { kind: 'invalid', errors: { again: 'This is not the same as the new password' } };
    const changed = await changePassword(tracker, person, { current, fresh }, address);
    if (!changed.ok) return { kind: 'invalid', errors: { [changed.field]: changed.message } };
    return {
      kind: 'done',
      to: '/account?done=change-password#done',
      headers: await signedInAnew(args, person),
    };
  });
  return runFormOf(args, { 'change-password': change });
}

/** The header of a session begun in place of those that have just ended. */
export async function signedInAnew(
  { request, context }: Pick<PageArgs, 'request' | 'context'>,
  person: string,
): Promise<Readonly<Record<string, string>>> {
  const { tracker, config } = context;
  const userAgent = request.headers.get('user-agent') ?? '';
  return { 'Set-Cookie': sessionCookie(config, await beginSession(tracker, config, person, { userAgent })) };
}

type Tokens = Awaited<ReturnType<typeof listTokens>>;
const isGood = ({ revoked, expires }: Tokens[number], now: string): boolean =>
  revoked === null && (expires === null || expires > now);

/** One's own tokens: those that are good, and those that were. */
export async function ownTokens({ request, context }: PageArgs) {
  const { person } = requireActor(request, context);
  const { tracker } = context;
  const now = tracker.now();
  const all = [...(await listTokens(tracker, person))].reverse();
  const shown = (each: Tokens[number]) => ({
    id: each.id,
    name: each.name,
    made: formatInstant(each.created),
    used: each.lastUsed === null ? undefined : formatInstant(each.lastUsed),
    expires: each.expires === null ? undefined : dayOf(each.expires),
    revoked: each.revoked === null ? undefined : dayOf(each.revoked),
  });
  return {
    marks: marksOfNew(context),
    longest: LONGEST_TOKEN_DAYS,
    good: all.filter((each) => isGood(each, now)).map(shown),
    past: all.filter((each) => !isGood(each, now)).map(shown),
  };
}

async function makeToken(
  { tracker, newCommandId }: AppLoadContext,
  person: string,
  { name, days }: { readonly name: string; readonly days: number },
): Promise<OwnAnswer> {
  const trimmed = name.trim();
  if ([...trimmed].length > LONGEST_TOKEN_NAME || /\p{Cc}/u.test(trimmed))
    return {
      kind: 'invalid',
      errors: { name: `Write this on one line of at most ${LONGEST_TOKEN_NAME} characters` },
    };
  const now = tracker.now();
  const good = (await listTokens(tracker, person)).filter((each) => isGood(each, now));
  if (good.length >= MOST_TOKENS)
    return { kind: 'invalid', errors: { name: `You have ${MOST_TOKENS} tokens; revoke one first` } };
  const { id, token } = await createToken(tracker, newCommandId, person, { name: trimmed, days });
  const made = (await listTokens(tracker, person)).find((each) => each.id === id);
  return {
    kind: 'shown',
    shown: { what: 'token', secret: token, name: trimmed, expires: made?.expires ?? now },
  };
}

/** Answers the forms of one's own tokens: make one, revoke one. */
export function actOnTokens(args: PageArgs) {
  const { person } = requireActor(args.request, args.context);
  const { context } = args;
  const days = wholeNumber({ from: 1, to: LONGEST_TOKEN_DAYS });
  return runFormOf(args, {
    'make-token': ownForm(fields({ name: said('Enter what the token is for'), days }), (value) =>
      makeToken(context, person, value),
    ),
    'revoke-token': ownForm(fields({ token: text() }), async ({ token }): Promise<OwnAnswer> => {
      await revokeToken(context.tracker, person, token);
      return { kind: 'done', to: '/account/tokens?done=revoke-token#done' };
    }),
  });
}
