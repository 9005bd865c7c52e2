import { nameOf, type Directory } from '~/core/access/directory';
import { streamName, type Change, type RecordedEvent, type StreamKind } from '~/core/journal/event';
import { evolve, upcast, type Folded } from '~/core/journal/stream';
import { definitionOf } from '~/shell/stream-table';
import type { Tracker } from '../tracker';

/** An event as the API tells it: who, when, and what it says in words. */
export interface ToldEvent {
  readonly id: string;
  readonly seq: number;
  readonly type: string;
  readonly section: string;
  readonly recordedAt: string;
  readonly day: string;
  readonly by: { readonly id: string; readonly name: string };
  readonly actingFor: string | null;
  readonly commandId: string;
  readonly sentence: string;
  readonly changes: readonly Change[];
}

/** The state of a stream before an event of it, folded from the journal. */
export async function stateBefore(
  tracker: Tracker,
  kind: StreamKind,
  id: string,
  seq: number,
): Promise<Folded> {
  const definition = definitionOf(tracker.streams, kind);
  let state = definition.empty(id);
  for await (const page of tracker.pages(streamName(kind, id), { upTo: seq - 1 })) {
    for (const event of page) state = evolve(definition, state, event);
  }
  return state;
}

/** Events that follow one another, in words; `before` is the state they were recorded on. */
export function tell(
  tracker: Tracker,
  kind: StreamKind,
  events: readonly RecordedEvent[],
  before: Folded,
  directory: Directory,
): readonly ToldEvent[] {
  const definition = definitionOf(tracker.streams, kind);
  const names = { person: (person: string) => nameOf(directory, person) };
  let state = before;
  return events.map((recorded) => {
    const { type, body } = upcast(definition, recorded);
    const of = definition.events[type]!;
    const { sentence, changes } = of.says(body, state, names);
    state = evolve(definition, state, recorded);
    const { id, seq, recordedAt, day, actor, actingFor, commandId } = recorded;
    return {
      id,
      seq,
      type,
      section: of.section,
      recordedAt,
      day,
      by: { id: actor, name: nameOf(directory, actor) },
      actingFor: actingFor ?? null,
      commandId,
      sentence,
      changes: changes ?? [],
    };
  });
}
