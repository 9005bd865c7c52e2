import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { randomIds } from '~/shell/ids';
import { accountByEmail, setPasswordHash } from '~db/queries/accounts';
import { addPerson, resetPassword } from './accounts';
import { bearerToken, createToken, listTokens, personOfToken, revokeToken } from './api-tokens';
import { readConfig } from './config';
import { whoAsks } from './load-context';
import { hashPassword, isOutdated, isPassword } from './passwords';
import { requireActor, safeNext } from './require-actor';
import {
  beginSession,
  cookieName,
  endSession,
  IDLE_MS,
  listSessions,
  LONGEST_MS,
  personOfSession,
  revokeSession,
  sessionCookie,
  tokenInCookie,
} from './sessions';
import { changePassword, signIn } from './sign-in';
import { LIMITS, WINDOW_MS } from './sign-in-limiter';
import { openTracker, type Tracker } from './tracker';

const PASSWORD = 'a long enough password';
const http = readConfig({});
const https = readConfig({
  TRACKER_MODE: 'production',
  SESSION_SECRET: 'k'.repeat(32),
  BASE_URL: 'https://t.example.org',
});
const from = { address: '10.0.0.1', userAgent: 'Firefox' };
const system = { person: 'system', through: 'system' } as const;

let dataDir: string;
let tracker: Tracker;
let now: number;
let alice: string;

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'tracker-access-'));
  now = Date.parse('2024-04-01T09:00:00.000Z');
  tracker = await openTracker({ dataDir, demoToday: undefined, mode: 'production' }, () =>
    new Date(now).toISOString(),
  );
  const added = await addPerson(tracker, system, {
    name: 'Alice',
    email: 'Alice@Example.org',
    password: PASSWORD,
    roles: ['administrator'],
  });
  if (added.kind !== 'added') throw new Error(JSON.stringify(added));
  alice = added.person;
});
afterEach(async () => {
  await tracker.close();
  await rm(dataDir, { recursive: true, force: true });
});

const later = (ms: number) => (now += ms);

describe('a session', () => {
  it('lasts while it is used, ends when left idle, and ends after a week whatever happens', async () => {
    const token = await beginSession(tracker, https, alice, from);
    for (let used = 0; used + IDLE_MS / 2 < LONGEST_MS; used += IDLE_MS / 2) {
      expect(await personOfSession(tracker, https, token)).toBe(alice);
      later(IDLE_MS / 2);
    }
    later(IDLE_MS / 2);
    expect(await personOfSession(tracker, https, token)).toBeUndefined();
    const idle = await beginSession(tracker, https, alice, from);
    later(IDLE_MS);
    expect(await personOfSession(tracker, https, idle)).toBeUndefined();
  });

  it('is replaced at sign-in, so that a token planted before is good for nothing', async () => {
    const planted = await beginSession(tracker, https, alice, from);
    const fresh = await beginSession(tracker, https, alice, { ...from, replaces: planted });
    expect(await personOfSession(tracker, https, planted)).toBeUndefined();
    expect(await personOfSession(tracker, https, fresh)).toBe(alice);
  });

  it('is listed for its owner and revoked one by one, and nobody else’s', async () => {
    const one = await beginSession(tracker, https, alice, from);
    const two = await beginSession(tracker, https, alice, { ...from, userAgent: 'Chrome' });
    const listed = await listSessions(tracker, https, alice, two);
    expect(listed.map(({ userAgent, current }) => [userAgent, current])).toEqual(
      expect.arrayContaining([
        ['Firefox', false],
        ['Chrome', true],
      ]),
    );
    const other = listed.find(({ current }) => !current)?.id ?? '';
    await revokeSession(tracker, 'somebody-else', other);
    expect(await personOfSession(tracker, https, one)).toBe(alice);
    await revokeSession(tracker, alice, other);
    expect(await personOfSession(tracker, https, one)).toBeUndefined();
    await endSession(tracker, https, two);
    expect(await personOfSession(tracker, https, two)).toBeUndefined();
  });

  it('is kept only as a hash under the server’s key', async () => {
    const token = await beginSession(tracker, https, alice, from);
    expect(JSON.stringify(await listSessions(tracker, https, alice))).not.toContain(token);
    expect(
      await personOfSession(tracker, { ...https, sessionSecret: 'z'.repeat(32) }, token),
    ).toBeUndefined();
  });

  it('has a cookie no script reads, bound to the host over https', () => {
    const token = 'a'.repeat(43);
    expect(sessionCookie(https, token)).toMatch(
      /^__Host-tracker=a{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=\d+; Secure$/,
    );
    expect(sessionCookie(http, token)).not.toMatch(/Secure|__Host/);
    expect(tokenInCookie(https, `x=1; ${cookieName(https)}=${token}`)).toBe(token);
    expect(tokenInCookie(https, `tracker=${token}`)).toBeUndefined();
    expect(tokenInCookie(http, `tracker=${token}; tracker=${'b'.repeat(43)}`)).toBeUndefined();
    expect(tokenInCookie(http, 'tracker=short')).toBeUndefined();
  });

  it('stops counting the moment the account is closed', async () => {
    const token = await beginSession(tracker, https, alice, from);
    const asking = { path: '/', headers: { cookie: `${cookieName(https)}=${token}` } };
    expect((await whoAsks(tracker, https, asking)).actor).toEqual({ person: alice, through: 'session' });
    const bob = await addPerson(tracker, system, {
      name: 'Bob',
      email: 'b@example.org',
      password: PASSWORD,
      roles: ['administrator'],
    });
    const actor = { person: bob.kind === 'added' ? bob.person : '', through: 'session' } as const;
    const closed = await tracker.run({
      command: 'deactivate-person',
      kind: 'person',
      id: alice,
      input: { why: 'Left' },
      commandId: 'c',
      actor,
    });
    expect(closed.kind).toBe('ok');
    expect((await whoAsks(tracker, https, asking)).actor).toBeUndefined();
    expect(
      await signIn(tracker, https, { email: 'alice@example.org', password: PASSWORD }, from),
    ).toMatchObject({ ok: false, why: 'wrong' });
  });
});

describe('signing in', () => {
  const wrong = { email: 'alice@example.org', password: 'not her password' };
  const right = { email: ' ALICE@example.org ', password: PASSWORD };

  it('says the same of an unknown address as of a wrong password', async () => {
    const unknown = await signIn(tracker, https, { email: 'nobody@example.org', password: PASSWORD }, from);
    expect(unknown).toEqual(await signIn(tracker, https, wrong, from));
    expect(await signIn(tracker, https, right, from)).toMatchObject({ ok: true, person: alice });
  });

  it('is closed for a while after too many failures, even to the right password, and says for how long', async () => {
    for (let failure = 0; failure < LIMITS.account; failure += 1) await signIn(tracker, https, wrong, from);
    expect(await signIn(tracker, https, right, from)).toMatchObject({
      ok: false,
      why: 'limited',
      message: expect.stringContaining('15 minutes'),
    });
    expect(await signIn(tracker, https, right, { ...from, address: '10.9.9.9' })).toMatchObject({ ok: true });
    later(WINDOW_MS - 30_000);
    expect(await signIn(tracker, https, right, from)).toMatchObject({ ok: false, seconds: 30 });
    later(30_000);
    expect(await signIn(tracker, https, right, from)).toMatchObject({ ok: true });
  });

  it('counts attempts made at once, and forgets an account’s after one that is right', async () => {
    const all = await Promise.all(
      Array.from({ length: LIMITS.account + 3 }, () => signIn(tracker, https, wrong, from)),
    );
    expect(all.filter((each) => !each.ok && each.why === 'limited')).toHaveLength(3);
    later(WINDOW_MS);
    for (let round = 0; round < 3; round += 1) {
      for (let failure = 1; failure < LIMITS.account; failure += 1) await signIn(tracker, https, wrong, from);
      expect(await signIn(tracker, https, right, from)).toMatchObject({ ok: true });
    }
  });

  it('is closed to an address that tries many accounts', async () => {
    for (let tried = 0; tried < LIMITS.address; tried += 1) {
      await signIn(tracker, https, { email: `nobody-${tried}@example.org`, password: 'x' }, from);
    }
    expect(await signIn(tracker, https, right, from)).toMatchObject({ ok: false, why: 'limited' });
  });

  it('hashes a password anew when its hash is weaker than today’s', async () => {
    const { hash } = await import('@node-rs/argon2');
    const weak = await hash(PASSWORD, { memoryCost: 8_192, timeCost: 1 });
    expect(isOutdated(weak)).toBe(true);
    await tracker.write((tx) => setPasswordHash(tx, alice, weak));
    expect(await signIn(tracker, https, right, from)).toMatchObject({ ok: true });
    const account = await accountByEmail(tracker.db, right.email);
    expect(account && isOutdated(account.passwordHash)).toBe(false);
    expect(account && (await isPassword(account.passwordHash, PASSWORD))).toBe(true);
  });

  it('ends every session when the password is changed or set', async () => {
    const token = await beginSession(tracker, https, alice, from);
    const change = (current: string, fresh: string) =>
      changePassword(tracker, alice, { current, fresh }, from.address);
    expect(await change('wrong', 'another long password')).toMatchObject({ ok: false, field: 'current' });
    expect(await change(PASSWORD, 'short')).toMatchObject({ ok: false, field: 'fresh' });
    expect(await change(PASSWORD, 'another long password')).toEqual({ ok: true });
    expect(await personOfSession(tracker, https, token)).toBeUndefined();
    expect(await resetPassword(tracker, alice, 'short')).toMatch(/12 characters/);
  });

  it('takes any characters in a password and none for all of them', async () => {
    const odd = 'pässwörd 🔑 \u202eאבג';
    const hashed = await hashPassword(odd);
    expect([
      await isPassword(hashed, odd),
      await isPassword(hashed, ''),
      await isPassword(undefined, odd),
    ]).toEqual([true, false, false]);
    expect(await isPassword(hashed, `${odd}${'x'.repeat(10_000)}`)).toBe(false);
  });
});

describe('a token', () => {
  it('carries its holder, is kept as a hash, expires and is revoked by its holder alone', async () => {
    const made = await createToken(tracker, randomIds(), alice, { name: 'script', days: 1 });
    expect(made.token).toMatch(/^tkr_[\w-]{43}$/);
    expect(await personOfToken(tracker, made.token)).toBe(alice);
    expect(JSON.stringify(await listTokens(tracker, alice))).not.toContain(made.token);
    expect(await revokeToken(tracker, 'somebody-else', made.id)).toBe(false);
    expect(await personOfToken(tracker, made.token)).toBe(alice);
    expect(await revokeToken(tracker, alice, made.id)).toBe(true);
    expect(await personOfToken(tracker, made.token)).toBeUndefined();
    const short = await createToken(tracker, randomIds(), alice, { name: 'a day', days: 1 });
    later(86_400_000);
    expect(await personOfToken(tracker, short.token)).toBeUndefined();
  });

  it('is taken below /api and nowhere else, and a session is not taken there', async () => {
    const { token } = await createToken(tracker, randomIds(), alice, { name: 'script' });
    const session = await beginSession(tracker, https, alice, from);
    const headers = { authorization: `Bearer ${token}` };
    const cookie = { cookie: `${cookieName(https)}=${session}` };
    expect((await whoAsks(tracker, https, { path: '/api/v1/projects', headers })).actor).toEqual({
      person: alice,
      through: 'token',
    });
    expect((await whoAsks(tracker, https, { path: '/', headers })).actor).toBeUndefined();
    expect(
      (await whoAsks(tracker, https, { path: '/API/v1/projects', headers: cookie })).actor,
    ).toBeUndefined();
    expect(bearerToken('Basic abc')).toBeUndefined();
  });
});

describe('somebody who is not signed in', () => {
  const thrown = (url: string, method = 'GET'): Response => {
    try {
      requireActor({ url: `http://localhost:3000${url}`, method }, {});
    } catch (answer) {
      if (answer instanceof Response) return answer;
    }
    throw new Error('nothing was thrown');
  };

  it('is led to sign in and back, or told so by the API', () => {
    expect(thrown('/projects/RX-004?tab=1').headers.get('Location')).toBe(
      '/sign-in?next=%2Fprojects%2FRX-004%3Ftab%3D1',
    );
    expect(thrown('/').headers.get('Location')).toBe('/sign-in');
    expect(thrown('/api/v1/projects').status).toBe(401);
  });

  it.each([
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    '/a\n',
    '',
    null,
    'javascript:alert(1)',
  ])('is never led elsewhere by %j', (next) => expect(safeNext(next)).toBe('/'));

  it('is led back to a page of this site', () =>
    expect(safeNext('/projects/RX-004?a=b')).toBe('/projects/RX-004?a=b'));
});
