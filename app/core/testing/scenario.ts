import { expect } from 'vitest';
import type { Decision } from '../command/command';
import type { Context, External } from '../command/context';
import type { Reason, Refusal } from '../command/refusal';
import type { NewEvent } from '../journal/event';
import { ahead } from '../journal/stream';
import type { Appointment } from '../people/state';
import { emptyProject } from '../project/empty';
import type { Project } from '../project/state';
import { projectStream } from '../project/stream';
import type { IsoDay } from '../time/iso-day';
import { frameworkV1 } from '../gates/framework-v1';
import { PROJECT_PEOPLE, scenarioDirectory } from './people';

/** Who gives a command, on which day, and how they signed in; by default the lead, on the scenario's day, in a session. */
export interface Giving {
  readonly as?: string;
  readonly on?: IsoDay;
  readonly through?: 'session' | 'token' | 'system';
}

export interface ScenarioOptions {
  readonly today?: IsoDay;
  readonly external?: Partial<External>;
  /** The record before the given events; by default RX-900, open, with sponsor, lead and BAU owner. */
  readonly project?: Project;
}

/** The project a scenario starts from. */
export function scenarioProject(): Project {
  const mark = { by: 'pmo', day: '2023-10-01', seq: 0 };
  const people = Object.entries(PROJECT_PEOPLE).map(([role, holder]): Appointment => ({
    id: `appointment-${role}`,
    role: role as Appointment['role'],
    person: holder,
    named: mark,
    accepted: mark,
  }));
  const empty = emptyProject('project-900');
  return {
    ...empty,
    ref: 'RX-900',
    opened: mark,
    people,
    gates: { ...empty.gates, framework: { id: frameworkV1.id, version: frameworkV1.version } },
  };
}

const EXTERNAL: External = {
  directory: scenarioDirectory,
  framework: frameworkV1,
  settings: {
    programmeName: 'Transformation Programme',
    organisation: 'The Council',
    goLiveMonthCounts: false,
    demonstration: false,
  },
  versions: {},
  projectRefs: ['RX-001', 'RX-002'],
};

/** What came of a command: an outcome to be asserted, after which the scenario goes on. */
export interface Outcome {
  readonly decision: Decision | { readonly invalid: readonly string[] };
  /** The command was accepted with exactly these events, in order. Bodies may be asymmetric matchers. */
  then(...events: readonly NewEvent[]): Scenario;
  /** The command was accepted, whatever it recorded. */
  accepted(): Scenario;
  /** The command was accepted and changed nothing. */
  thenNothing(): Scenario;
  /** The command was refused for exactly these kinds of reason, in any order: no other, and none missing. */
  thenRefused(...reasons: readonly Reason[]): Scenario;
  /** The input was not understood, with a message at each of these fields (dotted paths). */
  thenInvalid(...fields: readonly string[]): Scenario;
  readonly refusals: readonly Refusal[];
}

/** A project's story so far: given events, when a command, then events or refusals. */
export interface Scenario {
  readonly project: Project;
  readonly context: Context;
  given(...events: readonly NewEvent[]): Scenario;
  /** As `given`, recorded by somebody on a day. */
  givenBy(person: string, ...events: readonly NewEvent[]): Scenario;
  /** Gives a command; its input is parsed as the shell parses it. */
  when(command: string, input: unknown, giving?: Giving): Outcome;
  /** Gives a command that must be accepted, and goes on. */
  after(command: string, input: unknown, giving?: Giving): Scenario;
  on(day: IsoDay): Scenario;
  /** The scenario with other streams saying something else. */
  where(external: Partial<External>): Scenario;
}

interface Told {
  readonly project: Project;
  readonly today: IsoDay;
  readonly external: External;
  /** How many ids the story has drawn: ids are the same in each run. */
  readonly drawn: number;
}

/** Begins a scenario. Ids are id-1, id-2, … in the order they are asked for. */
export const scenario = (options: ScenarioOptions = {}): Scenario =>
  tell({
    project: options.project ?? scenarioProject(),
    today: options.today ?? '2024-01-15',
    external: { ...EXTERNAL, ...options.external },
    // Past every id a record brought along may have drawn.
    drawn: 100 * (options.project?.version ?? 0),
  });

function contextOf(told: Told, giving: Giving, counter = { drawn: told.drawn }): Context {
  return {
    now: `${giving.on ?? told.today}T09:00:00.000Z`,
    today: giving.on ?? told.today,
    actor: { person: giving.as ?? 'lead', through: giving.through ?? 'session' },
    ids: () => `id-${(counter.drawn += 1)}`,
    external: told.external,
  };
}

function recorded(told: Told, giving: Giving, events: readonly NewEvent[], drawn = told.drawn): Scenario {
  for (const event of events) {
    const kind = projectStream.events[event.type];
    if (!kind) throw new Error(`No event of type ${event.type}`);
    kind.body.parse(event.body);
  }
  const project = ahead(projectStream, told.project, events, contextOf(told, giving));
  return tell({ ...told, project, drawn });
}

function tell(told: Told): Scenario {
  const here: Scenario = {
    project: told.project,
    context: contextOf(told, {}),
    given: (...events) => recorded(told, { as: 'pmo' }, events),
    givenBy: (person, ...events) => recorded(told, { as: person }, events),
    when: (command, input, giving = {}) => outcomeOf(here, told, command, input, giving),
    after: (command, input, giving = {}) => outcomeOf(here, told, command, input, giving).accepted(),
    on: (today) => tell({ ...told, today }),
    where: (external) => tell({ ...told, external: { ...told.external, ...external } }),
  };
  return here;
}

function outcomeOf(here: Scenario, told: Told, name: string, input: unknown, giving: Giving): Outcome {
  const command = projectStream.commands.find((each) => each.name === name);
  if (!command) throw new Error(`No command ${name}`);
  const parsed = command.input.safeParse(input);
  if (!parsed.success) {
    const fields = parsed.error.issues.map((issue) => issue.path.join('.'));
    const messages = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    return assertions(here, { invalid: messages }, fields, () => here);
  }
  const counter = { drawn: told.drawn };
  const decision = projectStream.decide(command, told.project, parsed.data, contextOf(told, giving, counter));
  return assertions(here, decision, [], (events) => recorded(told, giving, events, counter.drawn));
}

function assertions(
  here: Scenario,
  decision: Outcome['decision'],
  fields: readonly string[],
  record: (events: readonly NewEvent[]) => Scenario,
): Outcome {
  const refusals = 'ok' in decision && !decision.ok ? decision.refusals : [];
  const goOn = (): Scenario => {
    if (!('ok' in decision)) throw new Error(`Not understood: ${decision.invalid.join('; ')}`);
    if (!decision.ok) {
      throw new Error(
        `Refused: ${decision.refusals.map((each) => `${each.reason}: ${each.because}`).join('; ')}`,
      );
    }
    return record(decision.events);
  };
  return {
    decision,
    refusals,
    then(...events) {
      expect(decision).toEqual({ ok: true, events });
      return goOn();
    },
    accepted: goOn,
    thenNothing() {
      expect(decision).toEqual({ ok: true, events: [] });
      return here;
    },
    thenRefused(...reasons) {
      expect(decision).toHaveProperty('ok', false);
      expect(refusedAll(decision)).toEqual([...new Set(reasons)].sort());
      return here;
    },
    thenInvalid(...expected) {
      expect(decision).toHaveProperty('invalid');
      expect([...new Set(fields)].sort()).toEqual([...expected].sort());
      return here;
    },
  };
}

/** Every kind of reason a decision was refused for, once each, sorted; none when it was accepted or not understood. */
export const refusedAll = (decision: Outcome['decision']): readonly Reason[] =>
  'ok' in decision && !decision.ok ? [...new Set(decision.refusals.map((each) => each.reason))].sort() : [];
