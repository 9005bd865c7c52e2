import type { Decision } from '~/core/command/command';
import type { Context, External } from '~/core/command/context';
import type { RecordedEvent } from '~/core/journal/event';
import { evolve } from '~/core/journal/stream';
import { emptyProject } from '~/core/project/empty';
import type { Project } from '~/core/project/state';
import { projectStream } from '~/core/project/stream';
import type { IsoDay } from '~/core/time/iso-day';
import { WALK_EXTERNAL } from './people';

/** A command as somebody gives it. */
export interface Attempt {
  readonly command: string;
  readonly input: unknown;
  readonly as: string;
  readonly through?: 'session' | 'token' | 'system';
}

/** What came of an attempt. */
export interface Done {
  readonly attempt: Attempt;
  readonly before: Project;
  readonly after: Project;
  /** The state before the first event, and after each. */
  readonly states: readonly Project[];
  readonly events: readonly RecordedEvent[];
  readonly decision: Decision | undefined;
  readonly external: External;
  readonly today: IsoDay;
}

/** A project held in memory with its journal, the day and what other streams say. */
export interface World {
  project: Project;
  journal: RecordedEvent[];
  today: IsoDay;
  external: External;
  drawn: number;
  /** Commands accepted with events, to be replayed. */
  accepted: Attempt[];
  /** What the other streams said when each event was recorded, by seq. */
  told: External[];
}

export const newWorld = (today: IsoDay): World => ({
  project: emptyProject('project-walk'),
  journal: [],
  today,
  external: WALK_EXTERNAL,
  drawn: 0,
  accepted: [],
  told: [],
});

/** A world to go on from, leaving the first as it is. */
export const copyOf = (world: World): World => ({
  ...world,
  journal: [...world.journal],
  accepted: [...world.accepted],
  told: [...world.told],
});

const COMMANDS = new Map(projectStream.commands.map((each) => [each.name, each]));
export const COMMAND_NAMES: readonly string[] = [...COMMANDS.keys()];

/** Freezes what is new of a state: a command or a fold that changed the state it was given would throw. */
export function freeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  Object.values(value).forEach(freeze);
  return value;
}

/** Gives a command and records what follows; undefined as the decision when its input was not understood. */
export function act(world: World, attempt: Attempt): Done {
  const { project: before, external, today } = world;
  const command = COMMANDS.get(attempt.command);
  if (!command) throw new Error(`No command ${attempt.command}`);
  const nothing = { attempt, before, after: before, states: [before], events: [], external, today };
  const parsed = command.input.safeParse(attempt.input);
  if (!parsed.success) return { ...nothing, decision: undefined };
  const context: Context = {
    now: `${today}T09:00:00.000Z`,
    today,
    actor: { person: attempt.as, through: attempt.through ?? 'session' },
    ids: () => `id-${(world.drawn += 1)}`,
    external,
  };
  const decision = projectStream.decide(command, before, parsed.data, context);
  if (!decision.ok) return { ...nothing, decision };
  const events = decision.events.map((event, index): RecordedEvent => {
    projectStream.events[event.type]?.body.parse(event.body);
    const seq = before.version + index + 1;
    return {
      ...event,
      // As the journal gives it back: text, and nothing that text cannot hold.
      body: JSON.parse(JSON.stringify(event.body)),
      stream: 'project/project-walk',
      seq,
      globalSeq: seq,
      id: `event-${seq}`,
      recordedAt: context.now,
      day: today,
      actor: attempt.as,
      commandId: `command-${world.accepted.length}`,
    };
  });
  const states = [before];
  for (const event of events) states.push(freeze(evolve(projectStream, states.at(-1)!, event)));
  const after = states.at(-1)!;
  world.project = after;
  world.journal.push(...events);
  events.forEach(() => world.told.push(external));
  if (events.length > 0) world.accepted.push(attempt);
  return { attempt, before, after, states, events, decision, external, today };
}
