import type { Command } from '~/core/command/command';
import { nameOf, type Directory } from '~/core/access/directory';
import type { StreamName } from '~/core/journal/event';
import { evolve, upcast, type Folded, type StreamDefinition } from '~/core/journal/stream';
import { readStream } from '~db/journal/journal';
import type { Reader } from '~db/dialect/writer';
import type { ChangedSince } from './answer';
import { readOutside } from './outside';

/**
 * Whether a command decided on a version can no longer be taken: the very version where it reads `exact`, else when a
 * section it reads was touched since. A version nobody can have seen is stale too; `exact` never goes without one.
 */
export function isStale(
  command: Command<Folded, unknown>,
  state: Folded,
  expected: number | undefined,
): boolean {
  if (command.reads === 'exact') return expected !== state.version;
  if (expected === undefined) return false;
  if (expected > state.version || expected < 0) return true;
  return command.reads.some((section) => (state.touched[section] ?? 0) > expected);
}

/** What the events since a version said, by the sections the command reads; all sections where it reads `exact`. */
export async function changedSince(
  db: Reader,
  definition: StreamDefinition<Folded>,
  stream: StreamName,
  id: string,
  command: Command<Folded, unknown>,
  seen: number,
): Promise<readonly { readonly section: string; readonly events: readonly ChangedSince[] }[]> {
  const people = (await readOutside(db)).people;
  const directory: Directory = Object.fromEntries(people.map(({ facts }) => [facts.id, facts]));
  const names = { person: (person: string) => nameOf(directory, person) };
  const bySection = new Map<string, ChangedSince[]>();
  let state = definition.empty(id);
  for await (const page of readStream(db, stream)) {
    for (const event of page) {
      const { type, body } = upcast(definition, event);
      const kind = definition.events[type]!;
      if (event.seq > seen && (command.reads === 'exact' || command.reads.includes(kind.section))) {
        const said = { ...kind.says(body, state, names), seq: event.seq, by: event.actor, day: event.day };
        bySection.set(kind.section, [...(bySection.get(kind.section) ?? []), said]);
      }
      state = evolve(definition, state, event);
    }
  }
  return [...bySection].map(([section, events]) => ({ section, events }));
}
