import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readConfig } from './config';
import { acceptInvitation, INVITATION_DAYS, inviteAgain, invitePerson, readInvitation } from './invitations';
import { beginSession, personOfSession } from './sessions';
import { signIn } from './sign-in';
import { openTracker, type Tracker } from './tracker';

const rules = readConfig({
  TRACKER_MODE: 'production',
  SESSION_SECRET: 'k'.repeat(32),
  BASE_URL: 'https://t.example.org',
});
const from = { address: '10.0.0.1', userAgent: 'Firefox' };
const system = { person: 'system', through: 'system' } as const;
const PASSWORD = 'a password of my own';

let dataDir: string;
let tracker: Tracker;
let now: number;

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'tracker-invitations-'));
  now = Date.parse('2024-04-01T09:00:00.000Z');
  tracker = await openTracker({ dataDir, demoToday: undefined, mode: 'production' }, () =>
    new Date(now).toISOString(),
  );
});
afterEach(async () => {
  await tracker.close();
  await rm(dataDir, { recursive: true, force: true });
});

async function invited() {
  const made = await invitePerson(tracker, rules, system, {
    name: 'Ann Lee',
    email: 'ann@example.org',
    roles: ['pmo'],
    why: 'Joined the office',
  });
  if (made.kind !== 'invited') throw new Error(JSON.stringify(made));
  return { person: made.person, token: tokenIn(made.invitation.link), link: made.invitation.link };
}
const tokenIn = (link: string): string => link.split('/').at(-1) ?? '';
const signInWith = (password: string) => signIn(tracker, rules, { email: 'ann@example.org', password }, from);

describe('an invitation', () => {
  it('lets its holder choose a password, once', async () => {
    const { person, token, link } = await invited();
    expect(link).toMatch(/^https:\/\/t\.example\.org\/invitation\//);
    expect(await readInvitation(tracker, rules, token)).toEqual({
      person,
      name: 'Ann Lee',
      email: 'ann@example.org',
    });
    expect(await acceptInvitation(tracker, rules, token, 'short')).toMatchObject({ why: 'password' });
    expect(await acceptInvitation(tracker, rules, token, PASSWORD)).toEqual({ ok: true, person });
    expect(await signInWith(PASSWORD)).toMatchObject({ ok: true, person });
    expect(await readInvitation(tracker, rules, token)).toBeUndefined();
    expect(await acceptInvitation(tracker, rules, token, 'another of my own')).toMatchObject({
      why: 'ended',
    });
  });

  it('is taken once when it is sent twice at once', async () => {
    const { token } = await invited();
    const both = await Promise.all(
      [PASSWORD, 'another of my own'].map((each) => acceptInvitation(tracker, rules, token, each)),
    );
    expect(both.filter((each) => each.ok)).toHaveLength(1);
  });

  it('ends after a week, and is no good when anything of it is changed or the server’s key is another', async () => {
    const { token } = await invited();
    const [person, ends, seal = ''] = token.split('.');
    const longer = `${person}.${(Number.parseInt(ends ?? '', 36) + 1).toString(36)}.${seal}`;
    const other = `${person}.${ends}.${seal.startsWith('0') ? '1' : '0'}${seal.slice(1)}`;
    for (const forged of [longer, other, '', 'x', `nobody.${ends}.${seal}`]) {
      expect(await readInvitation(tracker, rules, forged)).toBeUndefined();
    }
    const otherKey = { ...rules, sessionSecret: 'z'.repeat(32) };
    expect(await readInvitation(tracker, otherKey, token)).toBeUndefined();
    now += INVITATION_DAYS * 86_400_000;
    expect(await readInvitation(tracker, rules, token)).toBeUndefined();
  });

  it('made again ends the sessions, the password and the invitation there were', async () => {
    const { person, token } = await invited();
    await acceptInvitation(tracker, rules, token, PASSWORD);
    const session = await beginSession(tracker, rules, person, from);
    const again = await inviteAgain(tracker, rules, person);
    if (typeof again === 'string') throw new Error(again);
    expect(await personOfSession(tracker, rules, session)).toBeUndefined();
    expect(await signInWith(PASSWORD)).toMatchObject({ ok: false });
    const third = await inviteAgain(tracker, rules, person);
    expect(await readInvitation(tracker, rules, tokenIn(again.link))).toBeUndefined();
    expect(
      typeof third === 'string' ? undefined : await readInvitation(tracker, rules, tokenIn(third.link)),
    ).toMatchObject({
      person,
    });
    expect(await inviteAgain(tracker, rules, 'nobody')).toBe('This person has no account');
  });

  it('is for nobody whose account is closed', async () => {
    const { person, token } = await invited();
    const admin = await invitePerson(tracker, rules, system, {
      name: 'Admin',
      email: 'admin@example.org',
      roles: ['administrator'],
    });
    const actor = { person: admin.kind === 'invited' ? admin.person : '', through: 'session' } as const;
    const closed = await tracker.run({
      command: 'deactivate-person',
      kind: 'person',
      id: person,
      input: { why: 'Left' },
      commandId: 'c',
      actor,
    });
    expect(closed.kind).toBe('ok');
    expect(await readInvitation(tracker, rules, token)).toBeUndefined();
  });

  it('tells the reason for a role in the record', async () => {
    const { person } = await invited();
    const granted = (await tracker.events(`person/${person}`)).find(({ type }) => type === 'role-granted');
    expect(granted?.body).toEqual({ role: 'pmo', words: { why: 'Joined the office' } });
  });
});
