import { describe, expect, it } from 'vitest';
import type { ProgrammeRole } from '../access/directory';
import type { Decision } from '../command/command';
import type { Context } from '../command/context';
import type { FrameworkVersion } from '../gates/framework';
import { frameworkV1 } from '../gates/framework-v1';
import { ahead } from '../journal/stream';
import { emptyFramework, type FrameworkState } from './state';
import { frameworkStream } from './stream';

const context = (role: ProgrammeRole): Context => ({
  now: '2024-04-01T09:00:00.000Z',
  today: '2024-04-01',
  actor: { person: 'someone', through: 'session' },
  ids: () => 'id',
  external: {
    directory: { someone: { id: 'someone', name: 'S', active: true, roles: [role], delegations: [] } },
    framework: frameworkV1,
    settings: { programmeName: '', organisation: '', goLiveMonthCounts: false, demonstration: false },
    versions: {},
    projectRefs: [],
  },
});

function publish(state: FrameworkState, framework: FrameworkVersion, role: ProgrammeRole = 'pmo'): Decision {
  const name = state.version === 0 ? 'publish-framework' : 'publish-framework-version';
  const command = frameworkStream.commands.find((each) => each.name === name);
  if (!command) throw new Error(`no command ${name}`);
  return frameworkStream.decide(command, state, command.input.parse({ framework }), context(role));
}
const reasons = (decision: Decision) => (decision.ok ? [] : decision.refusals.map(({ reason }) => reason));
const then = (state: FrameworkState, decision: Decision) =>
  ahead(frameworkStream, state, decision.ok ? decision.events : [], context('pmo'));

describe('a framework', () => {
  const empty = emptyFramework(frameworkV1.id);
  const first = then(empty, publish(empty, frameworkV1));

  it('keeps every version published, word for word', () => {
    const second = then(first, publish(first, { ...frameworkV1, version: 2, title: 'Second' }));
    expect(second.versions.map(({ version }) => version)).toEqual([1, 2]);
    expect(second.versions[0]).toEqual(frameworkV1);
  });

  it('has an id that can stand in an address: lower-case letters, digits and hyphens, at most 60', () => {
    const input = (id: string) =>
      frameworkStream.commands[0]!.input.safeParse({ framework: { ...frameworkV1, id } }).success;
    expect(['a', 'business-case-lite', 'fw-2026', 'x'.repeat(60)].filter((id) => !input(id))).toEqual([]);
    const refused = ['', 'Case', 'a b', 'a/b', '../x', 'ä', 'a_b', 'a\n', 'x'.repeat(61)];
    expect(refused.filter(input)).toEqual([]);
  });

  it('is published by the PMO alone, in order, under its own id and with no criterion twice', () => {
    expect(reasons(publish(first, { ...frameworkV1, version: 2 }, 'administrator'))).toEqual([
      'not-permitted',
    ]);
    expect(reasons(publish(first, frameworkV1))).toEqual(['contradiction']);
    expect(reasons(publish(first, { ...frameworkV1, version: 3, id: 'other' }))).toEqual([
      'contradiction',
      'contradiction',
    ]);
    const twice = [...frameworkV1.criteria, ...frameworkV1.criteria.slice(0, 1)];
    expect(reasons(publish(first, { ...frameworkV1, version: 2, criteria: twice }))).toEqual(['duplicate']);
  });
});
