import type { Change, RecordedEvent } from '~/core/journal/event';
import { evolve, upcast, type Folded, type StreamDefinition } from '~/core/journal/stream';

/** One event told in words. */
export interface ToldOfStream {
  readonly event: RecordedEvent;
  readonly sentence: string;
  readonly changes: readonly Change[];
}

/** Every event of a stream in words, oldest first, each told with what stood before it. */
export async function tellStream<S extends Folded>(
  stream: StreamDefinition<S>,
  id: string,
  pages: AsyncIterable<readonly RecordedEvent[]>,
  person: (id: string) => string,
): Promise<readonly ToldOfStream[]> {
  const told: ToldOfStream[] = [];
  let state = stream.empty(id);
  for await (const page of pages) {
    for (const event of page) {
      const { type, body } = upcast(stream, event);
      const { sentence, changes = [] } = stream.events[type]!.says(body, state, { person });
      told.push({ event, sentence, changes });
      state = evolve(stream, state, event);
    }
  }
  return told;
}
