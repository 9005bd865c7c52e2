import { parseArgs } from 'node:util';
import { uuidv7 } from 'uuidv7';
import { PROGRAMME_ROLES, SYSTEM_PERSON, type ProgrammeRole } from '~/core/access/directory';
import type { Actor } from '~/core/command/context';
import { addPerson, hasAdministrator, resetPassword } from '~/server/accounts';
import { firstStart } from '~/server/first-start';
import { revokeToken } from '~/server/api-tokens';
import { revokeSession } from '~/server/sessions';
import type { Tracker } from '~/server/tracker';
import { allAccounts } from '~db/queries/accounts';
import { passwordFor } from './secrets';
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
import { done, holder, mustExist, personCalled, reasonsOf, withTracker } from './with-tracker';

const options = {
  name: { type: 'string' },
  email: { type: 'string' },
  role: { type: 'string', multiple: true },
  why: { type: 'string' },
  'password-stdin': { type: 'boolean' },
  json: { type: 'boolean' },
  token: { type: 'string' },
} as const;
const parsed = (args: readonly string[]) => parseArgs({ args: [...args], options, allowPositionals: true });
type Values = ReturnType<typeof parsed>['values'];

/** One call of the verb: what it works with and what it was told. */
interface Call {
  readonly tracker: Tracker;
  readonly terminal: Terminal;
  readonly values: Values;
  readonly called: string | undefined;
  readonly role: string | undefined;
}

function roleNamed(name: string): ProgrammeRole {
  const role = PROGRAMME_ROLES.find((each) => each === name);
  if (!role) throw new UsageError(`There is no role ${name}; there are ${PROGRAMME_ROLES.join(', ')}`);
  return role;
}

/** Who acts: the holder of the token, or the tracker itself while there is no administrator who could. */
async function actorFor({ tracker, terminal, values }: Call, first: boolean): Promise<Actor> {
  return first
    ? { person: SYSTEM_PERSON, through: 'system' }
    : (await holder(tracker, terminal, values.token)).actor;
}

async function add(call: Call): Promise<Status> {
  const { tracker, terminal, values } = call;
  const roles = (values.role ?? []).map(roleNamed);
  const first = !(await hasAdministrator(tracker));
  if (first && !roles.includes('administrator')) {
    throw new NotDone(['There is no administrator yet: make the first one with --role administrator']);
  }
  const actor = await actorFor(call, first);
  const name = wanted(values.name, '--name');
  const email = wanted(values.email, '--email');
  const { password, shown } = await passwordFor(terminal, values['password-stdin']);
  const added = await addPerson(tracker, actor, { name, email, password, roles });
  if (added.kind === 'wrong') throw new NotDone([`${added.field}: ${added.message}`]);
  if (added.kind === 'not-done') throw new NotDone(reasonsOf(added.answer), added.answer);
  const secret = shown ? { password } : {};
  if (values.json) printJson(terminal, { ok: true, person: added.person, email, ...secret });
  else terminal.out(`${name} added${shown ? `; the password, shown this once, is ${password}` : ''}\n`);
  return STATUS.ok;
}

async function list({ tracker, terminal, values }: Call): Promise<Status> {
  await holder(tracker, terminal, values.token);
  const people = await Promise.all(
    (await allAccounts(tracker.db)).map(async ({ person, email }) => {
      const facts = (await tracker.readState('person', person))?.facts;
      return {
        person,
        email,
        name: facts?.name ?? '',
        active: facts?.active ?? false,
        roles: facts?.roles ?? [],
      };
    }),
  );
  if (values.json) printJson(terminal, people);
  else {
    for (const { email, name, active, roles } of people) {
      terminal.out(`${email}  ${name}  ${active ? roles.join(', ') || 'no role' : 'closed'}\n`);
    }
  }
  return STATUS.ok;
}

/** Gives one command about a person, at the version the person's record stands at. */
async function about(call: Call, command: string, input: unknown, said: string): Promise<Status> {
  const { tracker, terminal, values } = call;
  const person = await personCalled(tracker, wanted(call.called, 'The person’s address'));
  const actor = await actorFor(call, false);
  const version = (await tracker.readState('person', person.id))?.version ?? 0;
  const answer = done(
    await tracker.run({
      command,
      kind: 'person',
      id: person.id,
      input,
      expectedVersion: version,
      commandId: uuidv7(),
      actor,
    }),
  );
  if (command === 'deactivate-person') {
    await revokeSession(tracker, person.id);
    await revokeToken(tracker, person.id);
  }
  if (values.json) printJson(terminal, { ok: true, person: person.id, version: answer.version });
  else terminal.out(`${person.name}: ${said}\n`);
  return STATUS.ok;
}

async function password(call: Call): Promise<Status> {
  const { tracker, terminal, values } = call;
  const { person: by } = await holder(tracker, terminal, values.token);
  if (!by.roles.includes('administrator'))
    throw new NotDone(['Only an administrator sets somebody’s password']);
  const person = await personCalled(tracker, wanted(call.called, 'The person’s address'));
  const fresh = await passwordFor(terminal, values['password-stdin']);
  const fault = await resetPassword(tracker, person.id, fresh.password);
  if (fault !== undefined) throw new NotDone([fault]);
  if (values.json)
    printJson(terminal, {
      ok: true,
      person: person.id,
      ...(fresh.shown ? { password: fresh.password } : {}),
    });
  else
    terminal.out(
      `${person.name}: password set${fresh.shown ? `; shown this once, it is ${fresh.password}` : ''}\n`,
    );
  return STATUS.ok;
}

const why = ({ values }: Call): string => wanted(values.why, '--why');
const roleIn = ({ role }: Call): ProgrammeRole => roleNamed(wanted(role, 'The role'));

const ACTIONS: Readonly<Record<string, (call: Call) => Promise<Status>>> = {
  add,
  list,
  password,
  deactivate: async (call) => about(call, 'deactivate-person', { why: why(call) }, 'account closed'),
  reactivate: (call) => about(call, 'reactivate-person', {}, 'account open again'),
  grant: async (call) => {
    const { why } = call.values;
    const input = { role: roleIn(call), ...(why === undefined ? {} : { why }) };
    return about(call, 'grant-role', input, `granted ${roleIn(call)}`);
  },
  revoke: async (call) =>
    about(call, 'revoke-role', { role: roleIn(call), why: why(call) }, `no longer ${roleIn(call)}`),
};

/** People and their accounts. In production the first administrator is made here. */
export const userVerb: Verb = {
  name: 'user',
  usage:
    'user add --name <name> --email <address> [--role <role>]… [--password-stdin] | list | password <address> |\n' +
    '       deactivate <address> --why <why> | reactivate <address> | grant <address> <role> [--why <why>] | revoke <address> <role> --why <why>',
  purpose: 'Add people, open and close accounts, give and take roles; the first administrator needs no token',
  async run(args, terminal) {
    const { values, positionals } = parsed(args);
    const [action = '', called, role, ...rest] = positionals;
    const act = Object.hasOwn(ACTIONS, action) ? ACTIONS[action] : undefined;
    if (!act) throw new UsageError(`Say what to do: ${Object.keys(ACTIONS).join(', ')}`);
    noMore(action === 'add' || action === 'list' ? positionals.slice(1) : rest);
    if (action !== 'add') mustExist(terminal);
    return withTracker(terminal, async (tracker) => {
      if (action === 'add' && terminal.config.mode === 'production')
        await firstStart(tracker, terminal.config);
      return act({ tracker, terminal, values, called, role });
    });
  },
};
