import { createServer, request as send } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { knownMethods } from './known-methods';

const app = express()
  .use(knownMethods)
  .use((_request, response) => void response.send('passed'));
const server = createServer(app);
beforeAll(() => new Promise<void>((done) => void server.listen(0, '127.0.0.1', done)));
afterAll(() => new Promise((done) => server.close(done)));

const ask = (method: string, path: string) =>
  new Promise<{ status: number; type: string; allow: string | undefined }>((done, fail) => {
    const { port } = server.address() as AddressInfo;
    send({ port, host: '127.0.0.1', method, path }, (response) => {
      response.resume();
      const { 'content-type': type = '', allow } = response.headers;
      done({ status: response.statusCode ?? 0, type, allow });
    })
      .on('error', fail)
      .end();
  });

it.each(['GET', 'POST', 'DELETE', 'OPTIONS'])('%s passes', async (method) => {
  expect((await ask(method, '/api/v1/me')).status).toBe(200);
});

it.each(['TRACE', 'PROPFIND'])('%s is a problem 405 below /api and a page elsewhere', async (method) => {
  expect(await ask(method, '/api/v1/me')).toMatchObject({
    status: 405,
    type: expect.stringContaining('problem+json'),
  });
  const page = await ask(method, '/projects');
  expect([page.status, page.type]).toEqual([405, 'text/html; charset=utf-8']);
  expect(page.allow).toContain('GET');
});
