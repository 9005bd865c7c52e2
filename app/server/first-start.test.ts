import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { allAccounts } from '~db/queries/accounts';
import { readConfig } from './config';
import { DEMONSTRATION_PEOPLE } from './demonstration-people';
import { announcer, firstStart } from './first-start';
import { offeredAccounts, signIn, signInToDemonstration } from './sign-in';
import { openTracker, type Tracker } from './tracker';

let dataDir: string;
let tracker: Tracker | undefined;
const config = (more: Readonly<Record<string, string>> = {}) =>
  readConfig({
    DATA_DIR: dataDir,
    DEMO_TODAY: '2023-10-01',
    DEMO_PASSWORD: 'correct horse battery',
    ...more,
  });
const production = () =>
  readConfig({
    DATA_DIR: dataDir,
    TRACKER_MODE: 'production',
    SESSION_SECRET: 's'.repeat(32),
    BASE_URL: 'https://t.example.org',
  });

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'tracker-first-start-'));
});
afterEach(async () => {
  await tracker?.close();
  tracker = undefined;
  await rm(dataDir, { recursive: true, force: true });
});

async function startOnce(given = config()) {
  await tracker?.close();
  tracker = await openTracker(given);
  return { tracker, first: await firstStart(tracker, given) };
}

describe('the first start of a demonstration', () => {
  it('makes the programme, the framework, one account a role and the first project, on the day asked for', async () => {
    const { tracker, first } = await startOnce();
    expect(first.accounts.map(({ email }) => email)).toEqual(
      DEMONSTRATION_PEOPLE.map(({ key }) => `${key}@example.org`),
    );
    expect(await tracker.today()).toBe('2023-10-01');
    const id = await tracker.projectByRef('RX-004');
    const project = id === undefined ? undefined : await tracker.readState('project', id);
    expect(project?.documents).toHaveLength(1);
    expect(await tracker.blobs.has(project?.documents[0]?.sha256 ?? '')).toBe(true);
    const { directory, framework, settings } = await tracker.external();
    expect(framework.criteria.length).toBeGreaterThan(0);
    expect(settings).toMatchObject({ programmeName: 'Luton Transformation Programme', demonstration: true });
    const roles = Object.values(directory).flatMap(({ roles }) => roles);
    expect([...roles].sort()).toEqual([
      'administrator',
      'assurer',
      'auditor',
      'finance',
      'pmo',
      's151',
      'viewer',
    ]);
  });

  it('does nothing the second time', async () => {
    const once = await startOnce();
    const head = await once.tracker.head();
    const again = await startOnce();
    expect(again.first.accounts).toEqual([]);
    expect(await again.tracker.head()).toEqual(head);
    expect(await allAccounts(again.tracker.db)).toHaveLength(DEMONSTRATION_PEOPLE.length);
  });

  it('goes on where it was broken off, at whichever step', async () => {
    for (const stopAt of [1, 2, 3, 9, 18]) {
      const opened = await openTracker(config());
      let left = stopAt;
      const failing: Tracker = {
        ...opened,
        run: (request) => {
          left -= 1;
          return left < 0 ? Promise.reject(new Error('stopped')) : opened.run(request);
        },
      };
      await expect(firstStart(failing, config())).rejects.toThrow('stopped');
      await opened.close();
    }
    const { tracker } = await startOnce();
    const { directory } = await tracker.external();
    expect(Object.keys(directory)).toHaveLength(DEMONSTRATION_PEOPLE.length);
    expect(await tracker.projectByRef('RX-004')).toBeDefined();
    expect(await allAccounts(tracker.db)).toHaveLength(DEMONSTRATION_PEOPLE.length);
  });

  it('offers each account by one button and takes its password', async () => {
    const { tracker } = await startOnce();
    const from = { address: '127.0.0.1', userAgent: 'test' };
    expect(await offeredAccounts(tracker, config())).toHaveLength(DEMONSTRATION_PEOPLE.length);
    expect(await signInToDemonstration(tracker, config(), 'pmo@example.org', from)).toMatchObject({
      ok: true,
    });
    const given = { email: ' PMO@Example.org', password: 'correct horse battery' };
    expect(await signIn(tracker, config(), given, from)).toMatchObject({ ok: true });
    expect(await offeredAccounts(tracker, production())).toEqual([]);
    expect(await signInToDemonstration(tracker, production(), 'pmo@example.org', from)).toMatchObject({
      ok: false,
    });
    expect(await signIn(tracker, production(), given, from)).toMatchObject({ ok: false, why: 'wrong' });
  });

  it('prints each address with its password, and a password of its own for each where none is set', async () => {
    const own = config({ DEMO_PASSWORD: '' });
    tracker = await openTracker(own);
    let printed = '';
    const { accounts } = await firstStart(
      tracker,
      own,
      announcer((text) => (printed += text)),
    );
    expect(new Set(accounts.map(({ password }) => password)).size).toBe(DEMONSTRATION_PEOPLE.length);
    for (const { email, password } of accounts)
      expect(printed).toMatch(new RegExp(`${email} +${password}\n`));
  });
});

describe('the first start of production', () => {
  it('makes the programme and the framework, no person and no project', async () => {
    const { tracker, first } = await startOnce(production());
    expect(first.accounts).toEqual([]);
    const { directory, framework, settings, projectRefs } = await tracker.external();
    expect([directory, projectRefs, settings.demonstration]).toEqual([{}, [], false]);
    expect(framework.criteria.length).toBeGreaterThan(0);
  });

  it('is refused on the data of a demonstration, and a demonstration on real data', async () => {
    await startOnce();
    await tracker?.close();
    tracker = undefined;
    await expect(openTracker(production())).rejects.toThrow(/holds a demonstration/);
  });
});
