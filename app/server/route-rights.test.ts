import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { uuidv7 } from 'uuidv7';
import { frameworkV1 } from '~/core/gates/framework-v1';
import type { Actor } from '~/core/command/context';
import { accountByEmail } from '~db/queries/accounts';
import { createToken } from './api-tokens';
import { DEMONSTRATION_PEOPLE, demonstrationEmail } from './demonstration-people';
import { ROUTE_MATRIX, type RouteWho } from './route-matrix';
import { pageServer, type PageServer } from './testing/page-server';

/** Where each route that has names in its address is opened; `<…>` is filled in from the record. */
const ADDRESSES: Readonly<Record<string, string>> = {
  _app: '/',
  'invitation.$token': '/invitation/no-invitation',
  '_app.$': '/no-such-page',
  'api.$': '/api/no-such-version',
  'api.v1.$': '/api/v1/no-such-thing',
};
const NAMES: Readonly<Record<string, string>> = {
  ref: 'RX-004',
  seq: '1',
  n: '0',
  gate: '0',
  rule: 'risk-total',
  type: 'not-found',
};

/** Reads that come to something else than 200 though everybody granted may open them. */
const READS: Readonly<Record<string, readonly number[]>> = {
  'sign-in': [200, 302],
  'sign-out': [302],
  'invitation.$token': [410],
  '_app.$': [404],
};

let server: PageServer;
const cookies = new Map<string, string>();
const tokens = new Map<string, string>();
const filled = new Map<string, string>();

const personOf = async (key: string) =>
  (await accountByEmail(server.tracker.db, demonstrationEmail(key)))!.person;

async function give(as: string, command: string, input: unknown): Promise<void> {
  const { tracker } = server;
  const id = (await tracker.projectByRef('RX-004'))!;
  const actor: Actor = { person: await personOf(as), through: 'session' };
  const { version } = (await tracker.readState('project', id))!;
  const answer = await tracker.run({
    command,
    kind: 'project',
    id,
    input,
    expectedVersion: version,
    commandId: uuidv7(),
    actor,
  });
  if (answer.kind !== 'ok') throw new Error(`${command}: ${JSON.stringify(answer)}`);
}

/** Gives every role of the project to the person called after it. */
async function appointAll(): Promise<void> {
  const id = (await server.tracker.projectByRef('RX-004'))!;
  for (const role of ['sponsor', 'lead', 'bau-owner', 'benefit-owner']) {
    await give('pmo', `name-${role}`, { person: await personOf(role) });
    const project = (await server.tracker.readState('project', id))!;
    const named = project.people.find((each) => each.role === role && !each.accepted)!;
    await give(role, 'accept-appointment', { appointmentId: named.id });
  }
}

/** Makes what addresses name: a money line, a file, a redaction asked for. */
async function fillIn(): Promise<void> {
  const { tracker } = server;
  const { sha256, bytes } = await tracker.blobs.put(new TextEncoder().encode('a file'));
  const file = { sha256, bytes, name: 'a.txt', mediaType: 'text/plain', note: '', restricted: false };
  await give('lead', 'attach-file', file);
  const project = (await tracker.readState('project', (await tracker.projectByRef('RX-004'))!))!;
  filled.set('lineId', project.money.lines[0]!.id);
  filled.set('file', project.evidence.attachments[0]!.id);
  const [event] = await tracker.events(`project/${project.id}`);
  const asked = await tracker.run({
    command: 'ask-redaction',
    kind: 'programme',
    input: { what: { kind: 'event', event: event!.id }, why: 'A test' },
    commandId: uuidv7(),
    actor: { person: await personOf('administrator'), through: 'session' },
  });
  if (asked.kind !== 'ok') throw new Error(JSON.stringify(asked));
  const programme = (await tracker.readState('programme', 'programme'))!;
  filled.set('redaction', programme.redactions[0]!.id);
  filled.set('event', event!.id);
}

async function signIn(account: string): Promise<string> {
  const answer = await fetch(`${server.address}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    body: `account=${encodeURIComponent(account)}`,
  });
  return (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
}

beforeAll(async () => {
  server = await pageServer();
  await appointAll();
  for (const { key } of DEMONSTRATION_PEOPLE) {
    cookies.set(key, await signIn(demonstrationEmail(key)));
    const made = await createToken(server.tracker, uuidv7, await personOf(key), { name: 'test' });
    tokens.set(key, made.token);
  }
  await fillIn();
}, 60_000);
afterAll(() => server.close());

/** The address a route is opened at. */
async function addressOf(route: string): Promise<string> {
  if (route === '_app.redactions.ask') return `/redactions/ask?event=${filled.get('event')}`;
  const known = ADDRESSES[route];
  if (known !== undefined) return known;
  const parts = route
    .replaceAll('[.]', '\0')
    .split('.')
    .filter((part) => part !== '_app' && part !== '_index');
  const values = await Promise.all(
    parts.map(async (part) => {
      const plain = part.replace(/_$/, '').replaceAll('\0', '.');
      return plain.startsWith('$') ? valueOf(plain.slice(1), route) : plain;
    }),
  );
  return `/${values.join('/')}`;
}

async function valueOf(name: string, route: string): Promise<string> {
  if (name === 'id' && route.includes('people')) return personOf('viewer');
  if (name === 'id' && route.includes('frameworks')) return frameworkV1.id;
  if (name === 'id' && route === '_app.accounts.$id') return personOf('viewer');
  if (name === 'id' && route.includes('redactions')) return filled.get('redaction')!;
  if (name === 'id' && route.includes('documents')) return filled.get('file')!;
  if (name === 'name') return 'no-such-command';
  const value = NAMES[name] ?? filled.get(name);
  if (value === undefined) throw new Error(`${route}: say in route-rights.test.ts what ${name} is`);
  return value;
}

const isApi = (route: string): boolean => route.startsWith('api.');

/** Whether the written matrix grants it to the holder of a role; nobody is signed out. */
function granted(who: RouteWho | undefined, role: string | undefined): boolean {
  if (who === undefined) return false;
  if (who === 'everyone') return true;
  if (role === undefined) return false;
  return typeof who === 'string' || who.includes(role);
}

async function ask(
  route: string,
  role: string | undefined,
  method: 'GET' | 'POST',
  day?: string,
): Promise<Response> {
  const held = role === undefined ? undefined : isApi(route) ? tokens.get(role) : cookies.get(role);
  // Signing out and ending one's other sessions must not take the session the other questions are asked in.
  const cookie = route === 'sign-out' && role ? await signIn(demonstrationEmail(role)) : held;
  const path = await addressOf(route);
  const query = day === undefined ? '' : `${path.includes('?') ? '&' : '?'}asAt=${day}`;
  return fetch(`${server.address}${path}${query}`, {
    method,
    redirect: 'manual',
    headers: {
      ...(cookie === undefined
        ? {}
        : isApi(route)
          ? { Authorization: `Bearer ${cookie}` }
          : { Cookie: cookie }),
      ...(method === 'POST' ? { 'Content-Type': 'application/x-www-form-urlencoded' } : {}),
    },
    ...(method === 'POST' ? { body: '_command=none' } : {}),
  });
}

/** What the answer says of rights: let in, turned away, or led to sign in. */
function verdict({ status, headers }: Response): 'in' | 'turned away' | 'sign in' | 'fault' {
  if (status >= 500) return 'fault';
  if (status === 401) return 'sign in';
  if (status === 403) return 'turned away';
  return status === 302 && /^\/sign-in\b/.test(headers.get('location') ?? '') ? 'sign in' : 'in';
}

const expected = (who: RouteWho | undefined, role: string | undefined) =>
  granted(who, role) ? 'in' : role === undefined ? 'sign in' : 'turned away';

const ROLES: readonly (string | undefined)[] = [...DEMONSTRATION_PEOPLE.map(({ key }) => key), undefined];
const ROUTES = Object.entries(ROUTE_MATRIX);

describe.each(ROLES)('over HTTP, %s', (role) => {
  it('opens the pages the matrix of routes grants, and no other', async () => {
    const wrong: string[] = [];
    for (const [route, { read }] of ROUTES) {
      if (read === undefined) continue;
      const answer = await ask(route, role, 'GET');
      await answer.arrayBuffer();
      const found = verdict(answer);
      // Nothing is behind it to sign in for, so somebody signed out is told so at once.
      const wanted = route === '_app.$' ? 'in' : expected(read, role);
      if (found !== wanted) wrong.push(`${route}: ${answer.status}, ${found} and not ${wanted}`);
      const statuses = READS[route] ?? [200];
      if (found === 'in' && !isApi(route) && !statuses.includes(answer.status))
        wrong.push(`${route}: ${answer.status} and not ${statuses.join(' or ')}`);
    }
    expect(wrong).toEqual([]);
  });

  it('has forms taken where the matrix of routes grants it, and nowhere else', async () => {
    const wrong: string[] = [];
    for (const [route, { change }] of ROUTES) {
      const answer = await ask(route, role, 'POST');
      await answer.arrayBuffer();
      const found = verdict(answer);
      if (change === undefined) {
        // A page without forms takes none, whoever sends one.
        if (![302, 401, 403, 404, 405].includes(answer.status)) wrong.push(`${route}: ${answer.status}`);
        continue;
      }
      const wanted = expected(change, role);
      if (found !== wanted) wrong.push(`${route}: ${answer.status}, ${found} and not ${wanted}`);
      // Whoever is signed in already is led on from signing in.
      const statuses = route === 'sign-in' ? [302, 400] : [303, 400];
      if (found === 'in' && !isApi(route) && !statuses.includes(answer.status))
        wrong.push(`${route}: ${answer.status} to a form that is none of its own`);
    }
    expect(wrong).toEqual([]);
  });
});

// Who may open every page: a page that is not for somebody says so, whatever day they ask for.
const KEEPER = 'administrator';
const PAGES = ROUTES.filter(([route, { read }]) => /^_app/.test(route) && read !== undefined).map(
  ([route]) => route,
);
const FILE = '_app.projects.$ref.documents_.$id.file';
const isOfAProject = (route: string) =>
  route.startsWith('_app.projects.$ref') && !route.endsWith('.compare') && route !== FILE;

describe('a past day, asked of every page', () => {
  const statusOf = async (route: string, day: string, method: 'GET' | 'POST' = 'GET') => {
    const answer = await ask(route, KEEPER, method, day);
    await answer.arrayBuffer();
    return answer.status;
  };

  it('is shown by the projects and their pages, led on by comparisons, and refused in words by all others', async () => {
    const found: Record<string, number> = {};
    for (const route of PAGES) found[route] = await statusOf(route, '2023-10-01');
    const wanted = Object.fromEntries(
      PAGES.map((route) => {
        if (route === '_app.$') return [route, 404];
        if (route.endsWith('.compare')) return [route, 302];
        const shows = isOfAProject(route) || route === '_app.projects._index' || route === FILE;
        return [route, shows ? 200 : 400];
      }),
    );
    expect(found).toEqual(wanted);
  });

  it.each([
    ['2023-02-31', 400],
    ['2023-10-02', 400],
    ['', 400],
    ['2023-09-30', 404],
  ])('is none where it is “%s”: %i', async (day, status) => {
    for (const route of PAGES) {
      if (!isOfAProject(route) && route !== '_app.projects._index') continue;
      expect([route, await statusOf(route, day)]).toEqual([route, status]);
    }
  });

  it('takes no form, on any page that has one', async () => {
    const { tracker } = server;
    const before = await tracker.head();
    for (const [route, { change }] of ROUTES) {
      if (change === undefined || !/^_app/.test(route)) continue;
      for (const day of ['2023-10-01', 'yesterday'])
        expect([route, day, await statusOf(route, day, 'POST')]).toEqual([route, day, 409]);
    }
    expect(await tracker.head()).toEqual(before);
  });
});
