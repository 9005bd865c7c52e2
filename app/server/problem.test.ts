import { describe, expect, it } from 'vitest';
import { refusal } from '~/core/command/refusal';
import { notSignedIn, problem, problemOf, versionOf, versionWanted } from './problem';

describe('a problem', () => {
  it('is JSON of its own type with a status, a title and words for people', async () => {
    const answer = problem({
      status: 404,
      title: 'Not found',
      detail: 'There is no such record.',
      more: { ref: 'X' },
    });
    expect([answer.status, answer.headers.get('Content-Type')]).toEqual([404, 'application/problem+json']);
    expect(await answer.json()).toEqual({
      type: 'about:blank',
      title: 'Not found',
      status: 404,
      detail: 'There is no such record.',
      ref: 'X',
    });
    expect(notSignedIn().headers.get('WWW-Authenticate')).toBe('Bearer');
    expect(versionWanted().status).toBe(428);
  });

  it('has the status of what came of the command, and every reason', () => {
    const rights = refusal('not-permitted', 'A.');
    const order = refusal('gate-out-of-order', 'B.');
    expect(problemOf({ kind: 'refused', refusals: [rights] }).status).toBe(403);
    expect(problemOf({ kind: 'refused', refusals: [rights, order] })).toMatchObject({
      status: 422,
      detail: 'A. B.',
      more: { refusals: [rights, order] },
    });
    expect(problemOf({ kind: 'invalid', errors: [] }).status).toBe(400);
    expect(problemOf({ kind: 'not-found', what: 'stream' }).status).toBe(404);
    expect(problemOf({ kind: 'stale', version: 3, changed: [] })).toMatchObject({
      status: 412,
      more: { version: 3 },
    });
    expect(problemOf({ kind: 'conflict-of-command-id' }).status).toBe(409);
    expect(problemOf({ kind: 'unavailable' }).status).toBe(503);
  });

  it.each([
    ['"12"', 12],
    [' "0" ', 0],
    ['12', undefined],
    ['W/"12"', undefined],
    ['"12", "13"', undefined],
    ['*', undefined],
    ['"1e3"', undefined],
    [null, undefined],
  ])('reads the version of If-Match: %s', (header, version) => expect(versionOf(header)).toBe(version));
});
