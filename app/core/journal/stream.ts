import type { Command } from '../command/command';
import type { Context } from '../command/context';
import type { Decision } from '../command/command';
import type { At, EventKinds, NewEvent, RecordedEvent, StreamKind, Upcasters } from './event';

/** What a fold's state always has: how many events it has seen, and the last that touched each section. */
export interface Folded {
  readonly version: number;
  readonly touched: Readonly<Record<string, number | undefined>>;
}

/** Everything the shell needs of one kind of stream. */
export interface StreamDefinition<S extends Folded> {
  readonly kind: StreamKind;
  /** Raised when evolve changes what it makes of old events: stored states are then rebuilt. */
  readonly foldVersion: number;
  readonly events: EventKinds<S>;
  readonly upcasters: Upcasters;
  readonly commands: readonly Command<S, unknown>[];
  empty(id: string): S;
  /** Decides with every rule that holds for all commands of the stream; the only way a command is decided. */
  decide(command: Command<S, unknown>, state: S, input: unknown, context: Context): Decision;
}

/** The event in the newest version of its type; throws on a type or version never released. */
export function upcast<S extends Folded>(stream: StreamDefinition<S>, event: RecordedEvent): RecordedEvent {
  const kind = stream.events[event.type];
  if (!kind) throw new Error(`No event of type ${event.type} on ${stream.kind} streams`);
  let { v, body } = event;
  while (v < kind.v) {
    const step = stream.upcasters[event.type]?.[v];
    if (!step) throw new Error(`No upcaster for ${event.type} v${v}`);
    body = step(body);
    v += 1;
  }
  if (v !== kind.v) throw new Error(`${event.type} v${v} is newer than this program knows`);
  return { ...event, v, body };
}

/** The state after one event; never refuses and reads nothing but its arguments. */
export function evolve<S extends Folded>(stream: StreamDefinition<S>, state: S, recorded: RecordedEvent): S {
  const event = upcast(stream, recorded);
  const kind = stream.events[event.type]!;
  const at: At = {
    seq: event.seq,
    id: event.id,
    day: event.day,
    actor: event.actor,
    recordedAt: event.recordedAt,
  };
  const next = kind.evolve(state, event.body, at);
  return { ...next, version: event.seq, touched: { ...next.touched, [kind.section]: event.seq } };
}

/** The fold of a stream's events, oldest first. */
export const fold = <S extends Folded>(
  stream: StreamDefinition<S>,
  id: string,
  events: Iterable<RecordedEvent>,
): S => {
  let state = stream.empty(id);
  for (const event of events) state = evolve(stream, state, event);
  return state;
};

/** The state as it will be once the events are recorded; for decisions that must look ahead. */
export function ahead<S extends Folded>(
  stream: Pick<StreamDefinition<S>, 'kind' | 'events' | 'upcasters'>,
  state: S,
  events: readonly NewEvent[],
  context: Pick<Context, 'now' | 'today' | 'actor'>,
): S {
  let next = state;
  events.forEach((event, index) => {
    next = evolve(stream as StreamDefinition<S>, next, {
      ...event,
      stream: '',
      seq: state.version + index + 1,
      globalSeq: 0,
      id: `ahead-${index}`,
      recordedAt: context.now,
      day: context.today,
      actor: context.actor.person,
      commandId: '',
    });
  });
  return next;
}
