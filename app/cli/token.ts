import { parseArgs } from 'node:util';
import { uuidv7 } from 'uuidv7';
import { createToken, listTokens, revokeToken } from '~/server/api-tokens';
import { isPassword } from '~/server/passwords';
import { countAttempt, countSuccess } from '~/server/sign-in-limiter';
import type { Tracker } from '~/server/tracker';
import { accountByEmail } from '~db/queries/accounts';
import { passwordFromStdin } from './secrets';
import {
  NotDone,
  noMore,
  printJson,
  STATUS,
  UsageError,
  wanted,
  type Status,
  type Terminal,
  type Verb,
} from './terminal';
import { holder, mustExist, withTracker } from './with-tracker';

const options = {
  email: { type: 'string' },
  name: { type: 'string' },
  days: { type: 'string' },
  json: { type: 'boolean' },
  token: { type: 'string' },
  'password-stdin': { type: 'boolean' },
} as const;

type Values = ReturnType<typeof parsed>['values'];
const parsed = (args: readonly string[]) => parseArgs({ args: [...args], options, allowPositionals: true });

/** The person who shows, by their password or by a token they hold, that they are who they say. */
async function personMeant(tracker: Tracker, terminal: Terminal, values: Values): Promise<string> {
  if (values.email === undefined) return (await holder(tracker, terminal, values.token)).person.id;
  if (!values['password-stdin']) throw new UsageError('--email goes with --password-stdin');
  const trying = { email: values.email, address: 'command line' };
  const attempt = await countAttempt(tracker, trying);
  if (!attempt.ok) throw new NotDone([attempt.message]);
  const account = await accountByEmail(tracker.db, values.email);
  const right = await isPassword(account?.passwordHash, await passwordFromStdin(terminal));
  const active = account && (await tracker.readState('person', account.person))?.facts.active;
  if (!account || !right || !active) throw new NotDone(['The email address or the password is not right']);
  await countSuccess(tracker, trying);
  return account.person;
}

async function create(tracker: Tracker, terminal: Terminal, values: Values): Promise<Status> {
  const days = values.days === undefined ? undefined : Number(values.days);
  if (days !== undefined && (!Number.isInteger(days) || days < 1 || days > 3650)) {
    throw new UsageError('--days is a whole number from 1 to 3650');
  }
  const name = (values.name ?? 'command line').slice(0, 200);
  const person = await personMeant(tracker, terminal, values);
  const made = await createToken(tracker, uuidv7, person, { name, ...(days === undefined ? {} : { days }) });
  if (values.json) printJson(terminal, { ok: true, ...made });
  else {
    terminal.err('This token is shown once; whoever has it acts with your rights:\n');
    terminal.out(`${made.token}\n`);
  }
  return STATUS.ok;
}

async function list(tracker: Tracker, terminal: Terminal, values: Values): Promise<Status> {
  const tokens = await listTokens(tracker, await personMeant(tracker, terminal, values));
  if (values.json) printJson(terminal, tokens);
  else {
    for (const { id, name, created, lastUsed, expires, revoked } of tokens) {
      const ends = revoked ? `revoked ${revoked}` : expires ? `until ${expires}` : 'for ever';
      terminal.out(`${id}  ${name}  made ${created}, last used ${lastUsed ?? 'never'}, ${ends}\n`);
    }
  }
  return STATUS.ok;
}

async function revoke(
  tracker: Tracker,
  terminal: Terminal,
  values: Values,
  id: string | undefined,
): Promise<Status> {
  const tokenId = wanted(id, 'The token’s id');
  const person = await personMeant(tracker, terminal, values);
  if (!(await revokeToken(tracker, person, tokenId)))
    throw new NotDone([`You hold no token ${tokenId} that could be revoked`]);
  if (values.json) printJson(terminal, { ok: true, id: tokenId });
  else terminal.out(`${tokenId} revoked\n`);
  return STATUS.ok;
}

/** Makes, lists and revokes one's own tokens. */
export const tokenVerb: Verb = {
  name: 'token',
  usage:
    'token create|list|revoke [<id>] [--email <address> --password-stdin] [--name <what for>] [--days <n>] [--json]',
  purpose: 'Make, list and revoke your own tokens; the first is made with your password on standard input',
  async run(args, terminal) {
    const { values, positionals } = parsed(args);
    const [action, id, ...rest] = positionals;
    noMore(action === 'revoke' ? rest : positionals.slice(1));
    mustExist(terminal);
    return withTracker(terminal, async (tracker) => {
      if (action === 'create') return create(tracker, terminal, values);
      if (action === 'list') return list(tracker, terminal, values);
      if (action === 'revoke') return revoke(tracker, terminal, values, id);
      throw new UsageError('Say whether to create, list or revoke');
    });
  },
};
