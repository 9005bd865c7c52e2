import express from 'express';
import { type AddressInfo } from 'node:net';
import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dropForwarded, judgeRequest, originGuard } from './origin-guard';

const demonstration = { baseUrl: 'http://localhost:3000', trustProxy: 0, mode: 'demonstration' } as const;
const production = { baseUrl: 'https://tracker.example.org', trustProxy: 1, mode: 'production' } as const;
const post = (headers: Record<string, string>) => ({ method: 'POST', headers });

describe('a request to the demonstration', () => {
  test.each([
    ['from the page itself', { host: 'localhost:3000', origin: 'http://localhost:3000' }],
    ['by the loopback number', { host: '127.0.0.1:3000', origin: 'http://127.0.0.1:3000' }],
    ['from a program, which names no origin', { host: '127.0.0.1:3000' }],
    ['that the browser calls same-origin', { host: 'localhost:3000', 'sec-fetch-site': 'same-origin' }],
  ])('%s may change things', (_, headers) => {
    expect(judgeRequest(post(headers), demonstration)).toBeUndefined();
  });

  test.each([
    ['a foreign origin', { host: 'localhost:3000', origin: 'https://evil.example' }],
    ['the null origin', { host: 'localhost:3000', origin: 'null' }],
    ['another port of this machine', { host: 'localhost:3000', origin: 'http://localhost:8080' }],
    ['the same host over https', { host: 'localhost:3000', origin: 'https://localhost:3000' }],
    ['a cross-site form', { host: 'localhost:3000', 'sec-fetch-site': 'cross-site' }],
    ['a sister site', { host: 'localhost:3000', 'sec-fetch-site': 'same-site' }],
  ])('from %s is refused before it changes anything', (_, headers) => {
    expect(judgeRequest(post(headers), demonstration)?.title).toMatch(/another site/);
  });

  test.each([{ host: 'evil.example' }, { host: 'localhost.evil.example:3000' }, { host: 'a@localhost' }, {}])(
    'for the host %o is refused even when it only reads',
    (headers) => {
      expect(judgeRequest({ method: 'GET', headers }, demonstration)?.title).toMatch(/address/);
    },
  );

  test('is not helped by a forwarded host that no proxy vouches for', () => {
    const headers = { host: 'evil.example', 'x-forwarded-host': 'localhost:3000' };
    expect(judgeRequest({ method: 'GET', headers }, demonstration)).toBeDefined();
  });
});

describe('a request to production', () => {
  test('passes through its proxy by the public name', () => {
    const headers = {
      host: '10.0.0.2:3000',
      'x-forwarded-host': 'tracker.example.org',
      origin: 'https://tracker.example.org',
    };
    expect(judgeRequest(post(headers), production)).toBeUndefined();
  });

  test('is refused over plain http and by loopback names', () => {
    const plain = { host: 'tracker.example.org', origin: 'http://tracker.example.org' };
    expect(judgeRequest(post(plain), production)).toBeDefined();
    expect(judgeRequest({ method: 'GET', headers: { host: 'localhost:3000' } }, production)).toBeDefined();
  });
});

test('what only a proxy may say is dropped', () => {
  const headers = {
    host: 'h',
    forwarded: 'for=1',
    'x-forwarded-for': '1.2.3.4',
    'x-forwarded-proto': 'https',
  };
  dropForwarded(headers);
  expect(headers).toEqual({ host: 'h' });
});

describe('the guard in a server', () => {
  const app = express().use(originGuard(demonstration), (_, response) => void response.send('through'));
  const server = app.listen(0, '127.0.0.1');
  beforeAll(
    () =>
      new Promise<void>((resolve) => void (server.listening ? resolve() : server.on('listening', resolve))),
  );
  afterAll(() => void server.close());

  const ask = (method: string, path: string, headers: Record<string, string>) =>
    new Promise<{ status: number; type: string; body: string }>((resolve, reject) => {
      const { port } = server.address() as AddressInfo;
      httpRequest({ port, host: '127.0.0.1', method, path, headers }, (response) => {
        let body = '';
        response.on('data', (chunk) => (body += chunk));
        const type = response.headers['content-type'] ?? '';
        response.on('end', () => resolve({ status: response.statusCode ?? 0, type, body }));
      })
        .on('error', reject)
        .end();
    });

  test('answers a foreign page with a page', async () => {
    const answer = await ask('POST', '/projects', { host: 'localhost', origin: 'https://evil.example' });
    expect(answer).toMatchObject({ status: 403, type: expect.stringContaining('text/html') });
    expect(answer.body).toMatch(/Nothing was changed/);
  });

  test('answers a foreign API call with a problem', async () => {
    const answer = await ask('POST', '/api/v1/projects', { host: 'localhost', origin: 'null' });
    expect(answer).toMatchObject({ status: 403, type: expect.stringContaining('application/problem+json') });
    expect(JSON.parse(answer.body)).toMatchObject({
      status: 403,
      title: expect.stringMatching(/another site/),
    });
  });

  test('lets a health check in by any name', async () => {
    expect(await ask('GET', '/healthz', { host: '10.1.2.3' })).toMatchObject({
      status: 200,
      body: 'through',
    });
  });
});
