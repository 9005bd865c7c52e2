import { describe, expect, it } from 'vitest';
import type { ProgrammeRole } from '../access/directory';
import type { Decision } from '../command/command';
import type { Context } from '../command/context';
import type { FrameworkVersion } from '../gates/framework';
import { ahead } from '../journal/stream';
import { programmeHappened } from './events';
import { emptyProgramme, type ProgrammeState } from './state';
import { programmeStream } from './stream';

const people: Readonly<Record<string, readonly ProgrammeRole[]>> = {
  admin: ['administrator', 'auditor'],
  auditor: ['auditor'],
  finance: ['finance'],
  viewer: ['viewer'],
};

const context = (actor: string, today = '2023-10-01'): Context => ({
  now: '2023-10-01T09:00:00.000Z',
  today,
  actor: { person: actor, through: actor === 'system' ? 'system' : 'session' },
  ids: () => 'new-id',
  external: {
    directory: Object.fromEntries(
      Object.entries(people).map(([id, roles]) => [
        id,
        { id, name: id, active: true, roles, delegations: [] },
      ]),
    ),
    framework: {} as FrameworkVersion,
    settings: { programmeName: '', organisation: '', goLiveMonthCounts: false, demonstration: true },
    versions: {},
    projectRefs: [],
  },
});

const begun = (demonstration: boolean): ProgrammeState =>
  ahead(
    programmeStream,
    emptyProgramme('programme'),
    [programmeHappened('programme-begun', { demonstration, words: { name: 'P', organisation: 'O' } })],
    context('system'),
  );

function decide(name: string, state: ProgrammeState, input: unknown, actor: string): Decision {
  const command = programmeStream.commands.find((each) => each.name === name);
  if (!command) throw new Error(`no command ${name}`);
  return programmeStream.decide(command, state, command.input.parse(input), context(actor, state.day));
}
const then = (state: ProgrammeState, decision: Decision, actor = 'system'): ProgrammeState =>
  ahead(programmeStream, state, decision.ok ? decision.events : [], context(actor));
const reasons = (decision: Decision) => (decision.ok ? [] : decision.refusals.map(({ reason }) => reason));

describe('the programme', () => {
  it('is begun once, by the first start', () => {
    const input = { name: 'P', organisation: 'O', demonstration: true };
    expect(decide('begin-programme', emptyProgramme('programme'), input, 'system').ok).toBe(true);
    expect(reasons(decide('begin-programme', begun(true), input, 'system'))).toEqual(['duplicate']);
    expect(reasons(decide('begin-programme', emptyProgramme('programme'), input, 'admin'))).toEqual([
      'not-permitted',
    ]);
  });

  it('moves its day forwards only, and only in demonstration mode', () => {
    const start = { name: 'P', organisation: 'O', demonstration: true, day: '2023-10-01' };
    const empty = emptyProgramme('programme');
    const first = then(empty, decide('begin-programme', empty, start, 'system'));
    expect(reasons(decide('begin-programme', empty, { ...start, demonstration: false }, 'system'))).toEqual([
      'not-in-demonstration',
    ]);
    expect(first.day).toBe('2023-10-01');
    expect(then(first, decide('move-day', first, { to: '2023-11-01' }, 'viewer')).day).toBe('2023-11-01');
    expect(decide('move-day', first, { to: '2023-10-01' }, 'viewer')).toEqual({ ok: true, events: [] });
    expect(reasons(decide('move-day', first, { to: '2023-09-30' }, 'viewer'))).toEqual(['contradiction']);
    expect(reasons(decide('move-day', begun(false), { to: '2023-11-01' }, 'viewer'))).toEqual([
      'not-in-demonstration',
    ]);
  });

  it('lets finance, and not the administrator, say whether the go-live month counts', () => {
    const decision = decide('set-go-live-month', begun(true), { counts: true }, 'finance');
    expect(then(begun(true), decision).settings.goLiveMonthCounts).toBe(true);
    expect(reasons(decide('set-go-live-month', begun(true), { counts: true }, 'admin'))).toEqual([
      'not-permitted',
    ]);
    expect(decide('set-go-live-month', begun(true), { counts: false }, 'finance')).toEqual({
      ok: true,
      events: [],
    });
  });

  it('redacts only what an administrator asked for and somebody else, an auditor, confirmed', () => {
    const what = { kind: 'event', event: 'e1' };
    const asked = then(
      begun(true),
      decide('ask-redaction', begun(true), { what, why: 'A name' }, 'admin'),
      'admin',
    );
    const input = { redactionId: 'new-id', digest: 'a'.repeat(64) };
    expect(reasons(decide('confirm-redaction', asked, input, 'admin'))).toEqual(['separation-of-duties']);
    expect(reasons(decide('confirm-redaction', asked, { redactionId: 'new-id' }, 'auditor'))).toEqual([
      'contradiction',
    ]);
    expect(reasons(decide('ask-redaction', asked, { what, why: 'Again' }, 'admin'))).toEqual(['already-so']);
    const confirmed = decide('confirm-redaction', asked, input, 'auditor');
    expect(confirmed).toMatchObject({ ok: true, events: [{ type: 'body-redacted', body: { event: 'e1' } }] });
    expect(reasons(decide('confirm-redaction', then(asked, confirmed), input, 'auditor'))).toEqual([
      'already-so',
    ]);
    const declined = then(
      asked,
      decide('decline-redaction', asked, { redactionId: 'new-id', why: 'No' }, 'auditor'),
    );
    expect(reasons(decide('confirm-redaction', declined, input, 'auditor'))).toEqual(['already-so']);
  });
});
