import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { demonstrationEmail } from '../demonstration-people';
import { accountByEmail } from '~db/queries/accounts';
import { commandsOn } from './commands-on';
import { faultsOf } from './faults';
import { doneSchema, problemSchema } from './schemas';
import { apiClient, type ApiClient } from './testing/api-client';
import { fromSchema, type Shape } from './testing/from-schema';

let api: ApiClient;
beforeAll(async () => {
  api = await apiClient();
});
afterAll(() => api.close());

const commands = commandsOn('project');
/** What an answer to something sent may be: never 500, and 413 only for what is large. */
const FINE = [200, 400, 403, 404, 409, 412, 415, 422, 428];
const PEOPLE = ['pmo', 'finance', 's151', 'lead', 'sponsor', 'viewer'];

const names = fc.constantFrom(
  ...['gate', 'note', 'risk', 'riskId', 'lineId', 'cells', 'amount', 'words', 'why', 'who', 'person', 'due'],
  ...['__proto__', 'constructor', 'toString', ''],
);
const leaf = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.double(),
  fc.maxSafeInteger(),
  fc.boolean(),
  fc.constant(null),
  fc.constantFrom('2024-09', '31 Feb', '\u0000', '\ud800', '<script>', -0, 2 ** 53),
);
const { json } = fc.letrec((tie) => ({
  json: fc.oneof(
    { depthSize: 'small' },
    leaf,
    fc.array(tie('json'), { maxLength: 4 }),
    fc.dictionary(names, tie('json'), { maxKeys: 6 }),
  ),
}));
const anything = fc.oneof(
  { weight: 4, arbitrary: fc.dictionary(names, json, { maxKeys: 8 }) },
  { weight: 1, arbitrary: json },
);

const versionNow = async (): Promise<number> =>
  Number((await api.call('/projects/RX-004', { as: 'pmo' })).body['version']);

interface Tried {
  readonly name: string;
  readonly as: string;
  readonly body: unknown;
  readonly seen: 'now' | 'old' | 'none';
}
const sentAs = {
  as: fc.constantFrom(...PEOPLE),
  seen: fc.constantFrom<Tried['seen']>('now', 'now', 'now', 'old', 'none'),
};

/** Sends each and checks what comes of it; answers with how often each status came. */
async function tryAll(tries: fc.Arbitrary<Tried>, numRuns: number): Promise<ReadonlyMap<number, number>> {
  const came = new Map<number, number>();
  let version = await versionNow();
  const property = fc.asyncProperty(tries, async ({ name, as, body, seen }) => {
    const sent = seen === 'none' ? {} : { version: seen === 'now' ? version : 1 };
    const got = await api.call(`/projects/RX-004/commands/${name}`, { as, body, ...sent });
    came.set(got.status, (came.get(got.status) ?? 0) + 1);
    const after = await versionNow();
    const before = version;
    version = after;
    expect(FINE).toContain(got.status);
    expect(faultsOf(got.status === 200 ? doneSchema : problemSchema, got.body)).toEqual([]);
    expect(after).toBe(got.status === 200 ? got.body['version'] : before);
  });
  await fc.assert(property, { numRuns, endOnFailure: true });
  return came;
}

/** Ids of people and rows of the record, so that commands get past their looking for them. */
async function idsInRecord(): Promise<readonly string[]> {
  const people = await Promise.all(
    PEOPLE.map(async (key) => (await accountByEmail(api.tracker.db, demonstrationEmail(key)))!.person),
  );
  const { text } = await api.call('/projects/RX-004', { as: 'pmo' });
  return [...people, ...new Set([...text.matchAll(/"id":"([0-9a-f-]{36})"/g)].map(([, id]) => id!))].slice(
    0,
    25,
  );
}

describe('whatever is sent to a command', () => {
  it('any JSON comes to an answer and changes nothing unless it is done', { timeout: 120_000 }, async () => {
    const tries = fc.record({
      name: fc.constantFrom(...commands.map(({ name }) => name)),
      body: anything,
      ...sentAs,
    });
    const came = await tryAll(tries, 300);
    expect(came.get(400)).toBeGreaterThan(0);
  });

  it(
    'inputs of the right shape come to an answer too, some of them done and some refused',
    { timeout: 240_000 },
    async () => {
      const ids = await idsInRecord();
      const tries = fc.constantFrom(...commands).chain(({ name, input }) =>
        fc.record({
          name: fc.constant(name),
          body: fromSchema(z.toJSONSchema(input, { io: 'input' }) as Shape, ids),
          ...sentAs,
        }),
      );
      const came = await tryAll(tries, 500);
      for (const status of [200, 403, 412, 422, 428]) expect(came.get(status) ?? 0).toBeGreaterThan(0);
    },
  );

  it('and the record is the fold of its journal after it all', async () => {
    const id = (await api.tracker.projectByRef('RX-004'))!;
    const today = await api.tracker.today();
    expect(await api.tracker.stateAsAt('project', id, today)).toEqual(
      await api.tracker.readState('project', id),
    );
    for (const address of [
      '/projects/RX-004/events?limit=200',
      '/projects/RX-004/findings',
      '/projects/RX-004/gates/3',
    ]) {
      expect((await api.call(address, { as: 'viewer' })).status).toBe(200);
    }
  });
});
