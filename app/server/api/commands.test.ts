import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultsOf } from './faults';
import { problemSchema, doneSchema } from './schemas';
import { apiClient, type ApiClient, type Got, type Sent } from './testing/api-client';

let api: ApiClient;
beforeAll(async () => {
  api = await apiClient();
});
afterAll(() => api.close());

const AT = '/projects/RX-004/commands/';
const versionNow = async (): Promise<number> =>
  Number((await api.call('/projects/RX-004', { as: 'pmo' })).body['version']);
const give = async (name: string, as: string, body: unknown, more: Sent = {}): Promise<Got> =>
  api.call(`${AT}${name}`, { as, body, version: await versionNow(), ...more });
const typeOf = (got: Got): string => String(got.body['type']).replace('/api/v1/problems/', '');
const errorsOf = (got: Got) =>
  got.body['errors'] as unknown as readonly { pointer: string; message: string }[];

const risk = { risk: 'The market does not respond', likelihood: 2, impact: 3 };

describe('a command that is done', () => {
  it('is answered with the new version and what happened, in words', async () => {
    const before = await versionNow();
    const got = await give('record-risk', 'pmo', risk);
    expect(got.status).toBe(200);
    expect(faultsOf(doneSchema, got.body)).toEqual([]);
    expect(got.headers.get('etag')).toBe(`"${before + 1}"`);
    expect(got.body).toMatchObject({
      ref: 'RX-004',
      version: before + 1,
      replayed: false,
      events: [{ seq: before + 1, type: 'risk-recorded', by: { name: 'PMO officer' } }],
    });
    expect(await versionNow()).toBe(before + 1);
  });

  it('is done once under one id, and another body under it is a conflict', async () => {
    const key = { headers: { 'Idempotency-Key': '"risk-once"' }, version: await versionNow() };
    const first = await give('record-risk', 'pmo', risk, key);
    const again = await give('record-risk', 'pmo', risk, key);
    expect([first.status, again.status]).toEqual([200, 200]);
    expect(again.body).toEqual({ ...first.body, replayed: true });
    expect(first.body['commandId']).toBe('risk-once');
    const other = await give('record-risk', 'pmo', { ...risk, impact: 4 }, key);
    expect([other.status, typeOf(other)]).toEqual([409, 'command-id-used']);
    expect(await versionNow()).toBe(first.body['version']);
  });

  it('is done twice without an id, each under one of its own', async () => {
    const one = await give('comment', 'pmo', { about: 'case', text: 'Again' });
    const two = await give('comment', 'pmo', { about: 'case', text: 'Again' });
    expect([one.status, two.status]).toEqual([200, 200]);
    expect(one.body['commandId']).not.toBe(two.body['commandId']);
  });

  it('is taken from an older version when nothing it reads has changed', async () => {
    const seen = await versionNow();
    await give('comment', 'pmo', { about: 'case', text: 'In between' });
    const got = await give('record-risk', 'pmo', risk, { version: seen });
    expect(got.status).toBe(200);
    expect((got.body['events'] as unknown as readonly { seq: number }[])[0]?.seq).toBe(seen + 2);
  });
});

describe('a command that is not done', () => {
  it.each([
    ['no token', 401, 'not-signed-in', { as: undefined }],
    ['an unknown command', 404, 'not-found', { name: 'no-such-command' }],
    ['a command that begins a project', 404, 'not-found', { name: 'open-project' }],
    ['a command of another stream', 404, 'not-found', { name: 'move-day' }],
    ['no version', 428, 'version-wanted', { version: undefined }],
    ['any version', 428, 'version-wanted', { version: undefined, headers: { 'If-Match': '*' } }],
    ['a weak version', 428, 'version-wanted', { version: undefined, headers: { 'If-Match': 'W/"3"' } }],
    ['a version of the future', 412, 'stale', { version: 999_999 }],
    [
      'no JSON',
      400,
      'unreadable',
      { body: undefined, raw: '{', headers: { 'Content-Type': 'application/json' } },
    ],
    [
      'bytes that are no text',
      400,
      'unreadable',
      {
        body: undefined,
        raw: Buffer.from([0x22, 0xff, 0x22]),
        headers: { 'Content-Type': 'application/json' },
      },
    ],
    [
      'a form',
      415,
      'unsupported-media-type',
      { body: undefined, raw: 'a=b', headers: { 'Content-Type': 'text/plain' } },
    ],
    ['too much', 413, 'too-large', { body: { risk: 'x'.repeat(3_000_000) } }],
    ['an id that is none', 400, 'invalid', { headers: { 'Idempotency-Key': 'a b' } }],
    ['an id too long', 400, 'invalid', { headers: { 'Idempotency-Key': 'x'.repeat(101) } }],
    ['somebody without the role', 403, 'not-permitted', { as: 'viewer' }],
  ] as const)('for %s is answered with %i %s', async (_what, status, type, changed) => {
    const before = await versionNow();
    const { name = 'record-risk', as, ...sent } = { as: 'pmo', ...changed } as Sent & { name?: string };
    const got = await api.call(`${AT}${name}`, {
      ...(as === undefined ? {} : { as }),
      body: risk,
      version: before,
      ...sent,
    } as Sent);
    expect([got.status, typeOf(got)]).toEqual([status, type]);
    expect(got.headers.get('content-type')).toBe('application/problem+json');
    expect(got.headers.get('cache-control')).toBe('no-store');
    expect(faultsOf(problemSchema, got.body)).toEqual([]);
    expect(await versionNow()).toBe(before);
  });

  it('names every field that is wrong, by a pointer', async () => {
    const got = await give('record-risk', 'pmo', { likelihood: 'abc', impact: 9, likelyhood: 2 });
    expect(got.status).toBe(400);
    expect(errorsOf(got).map(({ pointer }) => pointer)).toEqual(['#/risk', '#/likelihood', '#/impact']);
    expect(errorsOf(got).every(({ message }) => message.length > 0)).toBe(true);
    const misspelt = await give('record-risk', 'pmo', { ...risk, likelyhood: 2 });
    expect(errorsOf(misspelt)).toEqual([
      { pointer: '#/likelyhood', message: 'This field is not known here' },
    ]);
  });

  it('is refused with every reason, where it is mended and by whom', async () => {
    const got = await give('submit-gate', 'pmo', { gate: 0, note: '' });
    expect([got.status, typeOf(got)]).toEqual([422, 'refused']);
    const refusals = got.body['refusals'] as unknown as readonly {
      reason: string;
      fix?: unknown;
      by?: unknown;
    }[];
    expect(refusals.length).toBeGreaterThan(3);
    expect(
      refusals
        .filter((each) => each.reason === 'criterion-does-not-pass')
        .every((each) => each.fix && each.by),
    ).toBe(true);
    expect(faultsOf(problemSchema, got.body)).toEqual([]);
  });

  it('is told what others did since, when that is what it rests on', async () => {
    const seen = await versionNow();
    await give('record-risk', 'pmo', risk);
    const got = await give('record-risk', 'pmo', risk, { version: seen });
    expect([got.status, typeOf(got)]).toEqual([412, 'stale']);
    expect(got.headers.get('etag')).toBe(`"${seen + 1}"`);
    expect(got.body).toMatchObject({
      version: seen + 1,
      changed: [{ section: 'risks', events: [{ seq: seen + 1 }] }],
    });
    expect(faultsOf(problemSchema, got.body)).toEqual([]);
  });
});

describe('what begins', () => {
  it('is a project by its ref and title, for the PMO', async () => {
    const sent = { body: { ref: 'RX-005', title: 'Fleet' }, headers: { 'Idempotency-Key': 'open-5' } };
    expect((await api.call('/projects', { as: 'viewer', ...sent })).status).toBe(403);
    const got = await api.call('/projects', { as: 'pmo', ...sent });
    expect([got.status, got.headers.get('location'), got.headers.get('etag')]).toEqual([
      201,
      '/api/v1/projects/RX-005',
      '"1"',
    ]);
    expect((await api.call('/projects', { as: 'pmo', ...sent })).body).toEqual({
      ...got.body,
      replayed: true,
    });
    const taken = await api.call('/projects', { as: 'pmo', body: sent.body });
    expect([taken.status, typeOf(taken)]).toEqual([422, 'refused']);
    expect((await api.call('/projects', { as: 'pmo', body: { ref: '../x', title: '' } })).status).toBe(400);
  });

  it('is a business case as text, read by the importer', async () => {
    const seed = await readFile(
      fileURLToPath(new URL('../../../db/seed/RX-004-business-case-lite.txt', import.meta.url)),
    );
    const text = { raw: seed, headers: { 'Content-Type': 'text/plain; charset=utf-8' } };
    expect((await api.call('/projects?ref=RX-104', { as: 'lead', ...text })).status).toBe(403);
    const got = await api.call('/projects?ref=RX-104&name=case.txt', { as: 'pmo', ...text });
    expect([got.status, got.body['ref']]).toEqual([201, 'RX-104']);
    expect((await api.call('/projects', { as: 'pmo', ...text })).status).toBe(422);
    const none = await api.call('/projects', { as: 'pmo', ...text, raw: 'Dear all,' });
    expect([none.status, typeOf(none)]).toEqual([400, 'invalid']);
    expect(
      (await api.call('/projects', { as: 'pmo', raw: 'x', headers: { 'Content-Type': 'text/csv' } })).status,
    ).toBe(415);
  });

  it('is a person, whose roles are then given by name of command', async () => {
    const got = await api.call('/people', { as: 'administrator', body: { name: 'Ann Lee' } });
    expect(got.status).toBe(201);
    const at = String(got.headers.get('location')).replace('/api/v1', '');
    const grant = (as: string, version: number) =>
      api.call(`${at}/commands/grant-role`, { as, version, body: { role: 'pmo' } });
    expect((await grant('pmo', 1)).status).toBe(403);
    expect((await grant('administrator', 1)).status).toBe(200);
    expect((await api.call(at, { as: 'viewer' })).body).toMatchObject({ roles: ['pmo'], version: 2 });
    expect(
      (await api.call('/people/nobody/commands/grant-role', { as: 'pmo', version: 1, body: {} })).status,
    ).toBe(404);
  });

  it('is a framework, only under a plain id', async () => {
    const { framework } = await api.tracker.external();
    for (const id of ['', 'a/b', 'x'.repeat(41)]) {
      const got = await api.call('/frameworks', {
        as: 'pmo',
        body: { framework: { ...framework, id, version: 1 } },
      });
      expect([got.status, errorsOf(got)[0]?.pointer]).toEqual([400, '#/framework/id']);
    }
    const got = await api.call('/frameworks', {
      as: 'pmo',
      body: { framework: { ...framework, id: 'own', version: 1 } },
    });
    expect(got.status).toBe(201);
  });
});

describe('the programme', () => {
  it('takes its commands by name', async () => {
    const { body } = await api.call('/programme', { as: 'finance' });
    const set = (as: string) =>
      api.call('/programme/commands/set-go-live-month', {
        as,
        version: Number(body['version']),
        body: { counts: true },
      });
    expect((await set('viewer')).status).toBe(403);
    expect((await set('finance')).status).toBe(200);
    expect((await api.call('/programme', { as: 'finance' })).body).toMatchObject({ goLiveMonthCounts: true });
  });
});

describe('files', () => {
  const pdf = Buffer.from('%PDF-1.4\nThe minutes\n');
  const send = (as: string, name: string, raw: BodyInit) =>
    api.call(`/projects/RX-004/files?name=${encodeURIComponent(name)}`, {
      as,
      raw,
      headers: { 'Content-Type': 'application/octet-stream' },
    });

  it('are kept when they are what their name says, and attached only when they are kept', async () => {
    expect((await send('viewer', 'minutes.pdf', pdf)).status).toBe(403);
    expect((await send('pmo', 'minutes.docx', pdf)).status).toBe(400);
    expect((await send('pmo', 'program.exe', Buffer.from([0x4d, 0x5a, 0, 1]))).status).toBe(415);
    expect((await send('pmo', 'nothing.txt', Buffer.alloc(0))).status).toBe(400);
    const kept = await send('pmo', 'minutes.pdf', pdf);
    expect(kept.body).toMatchObject({ bytes: pdf.length, mediaType: 'application/pdf', name: 'minutes.pdf' });
    const attach = (more: object) =>
      give('attach-file', 'pmo', { ...kept.body, note: '', restricted: false, ...more });
    expect((await attach({ sha256: '0'.repeat(64) })).status).toBe(422);
    expect((await attach({ bytes: 1 })).status).toBe(422);
    expect((await attach({ mediaType: 'text/html' })).status).toBe(422);
    expect((await attach({})).status).toBe(200);
  });

  it('and links that are restricted are withheld from those without a part in the project', async () => {
    const url = 'https://example.org/secret-options';
    expect(
      (await give('attach-link', 'pmo', { url, name: 'Options', note: '', restricted: true })).status,
    ).toBe(200);
    for (const address of [
      '/projects/RX-004',
      '/projects/RX-004/events?limit=200',
      '/projects/RX-004?asAt=2023-10-01',
    ]) {
      expect((await api.call(address, { as: 'pmo' })).text).toContain(url);
      const { text } = await api.call(address, { as: 'viewer' });
      expect(text).not.toContain(url);
      expect(text).toContain('[restricted]');
    }
    const stale = await api.call(`${AT}submit-gate`, {
      as: 'viewer',
      version: 1,
      body: { gate: 0, note: '' },
    });
    expect(stale.status).toBe(412);
    expect(stale.text).not.toContain(url);
  });
});
