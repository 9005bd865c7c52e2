import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { beginSession, sessionCookie } from '../sessions';
import { revokeToken } from '../api-tokens';
import { faultsOf } from './faults';
import { REGISTRY } from './registry';
import { apiClient, type ApiClient, type Got } from './testing/api-client';

let api: ApiClient;
beforeAll(async () => {
  api = await apiClient();
});
afterAll(() => api.close());

/** The example address of each endpoint that reads. */
const READS: Readonly<Record<string, string>> = {
  'list-projects': '/projects',
  'read-project': '/projects/rx-004',
  'list-events': '/projects/RX-004/events',
  'list-findings': '/projects/RX-004/findings',
  'read-gate': '/projects/RX-004/gates/0',
  'list-savings': '/savings',
  'list-risks': '/risks',
  'list-milestones': '/milestones',
  'list-benefits': '/benefits',
  'list-conditions': '/conditions',
  'read-me': '/me',
  'list-people': '/people',
  'read-programme': '/programme',
  'read-openapi': '/openapi.json',
  'read-problem-type': '/problems/refused',
};
const items = (got: Got) => got.body['items'] as unknown as readonly Readonly<Record<string, unknown>>[];

describe('every address that reads', () => {
  it.each(Object.entries(READS))(
    '%s answers what its schema says, no more and no less',
    async (name, address) => {
      const { status, body, headers } = await api.call(address, { as: 'viewer' });
      expect(status).toBe(200);
      expect(faultsOf(REGISTRY.find((each) => each.name === name)!.answers, body)).toEqual([]);
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('etag')).toMatch(/^"[\w-]+"$/);
      expect(headers.get('content-type')).toMatch(/^application\/json/);
    },
  );

  it('is among those tried here', async () => {
    const named = REGISTRY.filter(({ method }) => method === 'GET').map(({ name }) => name);
    expect([...named].sort()).toEqual([...Object.keys(READS), 'read-person', 'read-framework'].sort());
    const id = await api.person('lead');
    expect(await api.call(`/people/${id}`, { as: 'viewer' })).toMatchObject({
      status: 200,
      body: { name: 'Project lead' },
    });
    const { framework } = await api.tracker.external();
    expect((await api.call(`/frameworks/${framework.id}`, { as: 'viewer' })).body).toMatchObject({
      id: framework.id,
    });
  });

  it.each(Object.entries(READS).filter(([name]) => !['read-openapi', 'read-problem-type'].includes(name)))(
    '%s is closed to whoever sends no token',
    async (_name, address) => {
      const { status, headers, body } = await api.call(address);
      expect(status).toBe(401);
      expect(headers.get('www-authenticate')).toBe('Bearer');
      expect(headers.get('content-type')).toBe('application/problem+json');
      expect(body).toMatchObject({ type: '/api/v1/problems/not-signed-in', status: 401 });
    },
  );
});

describe('who asks', () => {
  it('is nobody with a browser’s session, a made-up token, or a revoked one', async () => {
    const person = await api.person('pmo');
    const token = await beginSession(api.tracker, api.config, person, { userAgent: '' });
    expect((await api.call('/me', { headers: { Authorization: 'Bearer tkr_made-up' } })).status).toBe(401);
    expect((await api.call('/me', { headers: { Cookie: sessionCookie(api.config, token) } })).status).toBe(
      401,
    );
    const assurer = await api.person('assurer');
    expect((await api.call('/me', { as: 'assurer' })).status).toBe(200);
    await revokeToken(api.tracker, assurer);
    expect((await api.call('/me', { as: 'assurer' })).status).toBe(401);
  });

  it('is told who they are', async () => {
    const { body } = await api.call('/me', { as: 's151' });
    expect(body).toMatchObject({
      name: 'Section 151 officer',
      today: '2023-10-01',
      roles: ['finance', 's151'],
    });
  });
});

describe('a project', () => {
  it('is tagged by its version, and stands as at a day', async () => {
    const now = await api.call('/projects/RX-004', { as: 'viewer' });
    expect(now.headers.get('etag')).toBe(`"${String(now.body['version'])}"`);
    const then = await api.call('/projects/RX-004?asAt=2023-10-01', { as: 'viewer' });
    expect(then.body).toMatchObject({ asAt: '2023-10-01', ref: 'RX-004', version: now.body['version'] });
    expect(then.body['record']).toEqual(now.body['record']);
    const again = await api.call('/projects/RX-004?asAt=2023-10-01', {
      as: 'viewer',
      headers: { 'If-None-Match': then.headers.get('etag')! },
    });
    expect([again.status, again.text]).toEqual([304, '']);
  });

  describe.each([
    '/projects',
    '/projects/RX-004',
    '/projects/RX-004/events',
    '/projects/RX-004/findings',
    '/projects/RX-004/gates/0',
  ])('%s', (path) => {
    it.each([
      ['2023-10-01', 200, undefined, ''],
      ['2023-09-30', 404, 'not-found', '30 September 2023'],
      ['2023-10-02', 400, 'invalid', 'today is 1 October 2023'],
      ['2023-02-31', 400, 'invalid', 'a real day such as'],
      ['2023-10', 400, 'invalid', 'a real day such as'],
      ['yesterday', 400, 'invalid', 'a real day such as'],
      ['', 400, 'invalid', 'a real day such as'],
      ['2023-10-01&asAt=2023-10-01', 400, 'invalid', 'Give this once'],
    ])('as at “%s” is answered with %i', async (day, status, type, words) => {
      const got = await api.call(`${path}?asAt=${day}`, { as: 'viewer' });
      expect(got.status).toBe(status);
      expect(got.text).toContain(words);
      if (type) expect(got.body).toMatchObject({ type: `/api/v1/problems/${type}` });
    });
  });

  it.each(['/savings', '/risks', '/milestones', '/benefits', '/conditions', '/programme', '/me'])(
    'is the only thing with a past: %s says that it has none',
    async (path) => {
      const got = await api.call(`${path}?asAt=2023-10-01`, { as: 'viewer' });
      expect([got.status, got.body['errors']]).toEqual([
        400,
        [{ parameter: 'asAt', message: 'This parameter is not known here' }],
      ]);
    },
  );

  it.each([
    '/projects/NO-999',
    '/projects/NO-999/events',
    '/projects/%00',
    '/projects/RX-004/gates/6',
    '/projects/RX-004/gates/one',
    '/projects/RX-004/gates/00',
    '/nothing',
    '',
    '/projects/RX-004/gates/1/2',
    '/people/nobody',
    '/frameworks/none',
    '/problems/none',
    '/risks?project=NO-999',
  ])('%s is a problem 404', async (address) => {
    const { status, headers, body } = await api.call(address, { as: 'viewer' });
    expect(status).toBe(404);
    expect(headers.get('content-type')).toBe('application/problem+json');
    expect(body).toMatchObject({ type: '/api/v1/problems/not-found' });
  });

  it('tells its history page by page, the same in all as at once', async () => {
    const whole = items(await api.call('/projects/RX-004/events?limit=200', { as: 'auditor' }));
    const pages: Readonly<Record<string, unknown>>[] = [];
    let next: string | null = '/projects/RX-004/events?limit=7';
    while (next !== null) {
      const got: Got = await api.call(next.replace('/api/v1', ''), { as: 'auditor' });
      pages.push(...items(got));
      next = got.body['next'] as unknown as string | null;
    }
    expect(pages).toEqual(whole);
    expect(whole[0]).toMatchObject({ seq: 1, type: 'project-opened', by: { name: 'The tracker' } });
    const since = items(await api.call('/projects/RX-004/events?after=5&limit=2', { as: 'auditor' }));
    expect(since).toEqual(whole.slice(5, 7));
  });

  it('shows its first gate refused with every reason, and the digest a submission would have', async () => {
    const { body } = await api.call('/projects/RX-004/gates/0', { as: 'pmo' });
    expect(body).toMatchObject({ gate: 0, standing: 'preparing', passes: false, deciders: ['sponsor'] });
    expect(body['digest']).toMatch(/^[0-9a-f]{64}$/);
    const outcomes = body['outcomes'] as unknown as readonly {
      passes: boolean;
      obstacles: readonly unknown[];
    }[];
    expect(outcomes.filter((each) => !each.passes).every((each) => each.obstacles.length > 0)).toBe(true);
  });
});

describe('lists', () => {
  it('find by words, and page by page', async () => {
    expect(items(await api.call('/projects?search=optimisation', { as: 'viewer' }))).toMatchObject([
      { ref: 'RX-004' },
    ]);
    expect(items(await api.call('/projects?search=nothing+like+it', { as: 'viewer' }))).toEqual([]);
    const whole = items(await api.call('/milestones?project=rx-004', { as: 'viewer' }));
    expect(whole.length).toBeGreaterThan(3);
    const first = await api.call('/milestones?limit=3', { as: 'viewer' });
    const second = await api.call(String(first.body['next']).replace('/api/v1', ''), { as: 'viewer' });
    expect([...items(first), ...items(second)]).toEqual(whole.slice(0, 6));
  });

  it('show the stated total of a risk beside the score', async () => {
    expect(items(await api.call('/risks', { as: 'viewer' }))).toContainEqual(
      expect.objectContaining({ ref: 'RX-004', statedTotal: 12, score: 6 }),
    );
  });

  it.each([
    '/projects?limit=0',
    '/projects?limit=201',
    '/projects?limit=x',
    '/projects?sort=price',
    '/risks?cursor=x',
    '/risks?open=maybe',
    '/risks?opne=true',
    '/projects?limit=1&limit=2',
    '/savings?fy=24/25',
    '/projects?nextGate=6',
    '/me?all=true',
  ])('%s is a problem 400 that names the parameter', async (address) => {
    const { status, body } = await api.call(address, { as: 'viewer' });
    expect(status).toBe(400);
    const [, name] = /\?(\w+)=/.exec(address)!;
    expect(body).toMatchObject({ type: '/api/v1/problems/invalid', errors: [{ parameter: name }] });
  });
});

describe('methods and forms of answer', () => {
  it('answers another method with 405 and what is taken', async () => {
    for (const [address, method, allow] of [
      ['/projects/RX-004', 'DELETE', 'GET, HEAD, OPTIONS'],
      ['/projects', 'PUT', 'GET, HEAD, POST, OPTIONS'],
      ['/projects/RX-004/commands/amend-risk', 'GET', 'POST, OPTIONS'],
    ] as const) {
      const { status, headers, body } = await api.call(address, { as: 'viewer', method });
      expect([status, headers.get('allow')]).toEqual([405, allow]);
      expect(body).toMatchObject({ type: '/api/v1/problems/method-not-allowed' });
    }
    expect((await api.call('/projects', { as: 'viewer', method: 'OPTIONS' })).status).toBe(204);
  });

  it('answers HEAD with the headers alone', async () => {
    const { status, headers, text } = await api.call('/projects/RX-004', { as: 'viewer', method: 'HEAD' });
    expect([status, text]).toEqual([200, '']);
    expect(headers.get('etag')).toMatch(/^"\d+"$/);
  });

  it('answers 406 where JSON is ruled out', async () => {
    for (const [accept, status] of [
      ['text/html', 406],
      ['application/json;q=0', 406],
      ['text/html, application/json;q=0.5', 200],
      ['*/*', 200],
    ] as const) {
      expect((await api.call('/me', { as: 'viewer', headers: { Accept: accept } })).status).toBe(status);
    }
  });

  it('answers a fault of its own with the incident and nothing else', async () => {
    const broken = api.tracker.db;
    const got = await withBroken(() => api.call('/projects', { as: 'viewer' }));
    expect(got.status).toBe(500);
    expect(got.body).toMatchObject({ type: '/api/v1/problems/failed', incident: 'incident-1' });
    expect(got.text).not.toMatch(/boom| at |\.ts/);
    expect(api.tracker.db).toBe(broken);
  });
});

/** Works while the listing of projects is out of order. */
async function withBroken(work: () => Promise<Got>): Promise<Got> {
  const endpoint = REGISTRY.find((each) => each.name === 'list-projects')!;
  const { handle } = endpoint;
  Object.assign(endpoint, {
    handle: () => {
      throw new Error('boom');
    },
  });
  try {
    return await work();
  } finally {
    Object.assign(endpoint, { handle });
  }
}

describe('a past day, once the record has gone on', () => {
  it('is told by the list, the record, its events, its findings and its gates, as it then was', async () => {
    const pmo = async (path: string, body: unknown) => {
      const at = path.includes('programme') ? '/programme' : '/projects/RX-004';
      const { body: now } = await api.call(at, { as: 'pmo' });
      const done = await api.call(path, { as: 'pmo', body, version: Number(now['version']) });
      expect(done.status, done.text).toBe(200);
    };
    const then = (path: string) => api.call(`${path}?asAt=2023-10-01`, { as: 'viewer' });
    const paths = ['', '/findings', '/gates/0', '/events'].map((each) => `/projects/RX-004${each}`);
    const before = await Promise.all(['/projects', ...paths].map(then));
    await pmo('/programme/commands/move-day', { to: '2023-12-01' });
    await pmo('/projects/RX-004/commands/hold-project', { why: 'Waiting' });
    for (const [index, path] of ['/projects', ...paths].entries()) {
      const { body } = await then(path);
      expect([path, body]).toEqual([path, before[index]!.body]);
    }
    const [listedNow] = items(await api.call('/projects', { as: 'viewer' }));
    const [listedThen] = items(await then('/projects'));
    expect([listedThen!['life'], listedNow!['life']]).toEqual(['open', 'held']);
    expect([listedThen!['overdue'], listedNow!['overdue']]).toEqual([false, true]);
  });
});
