import type { Change, RecordedEvent, Said } from '~/core/journal/event';
import { evolve, upcast } from '~/core/journal/stream';
import type { Project, Section } from '~/core/project/state';
import { projectStream } from '~/core/project/stream';

/** Events on one page of a history. */
export const ON_A_PAGE = 50;

/** Which events are wanted, and where the page begins: events below `before`, or above `after`. */
export interface HistoryAsked {
  readonly section?: Section;
  readonly person?: string;
  /** Words in the sentence, the changes or the name of who acted. */
  readonly text?: string;
  readonly before?: number;
  readonly after?: number;
}

/** One event as told. */
export interface ToldEvent extends Said {
  readonly event: RecordedEvent;
  readonly section: string;
}

export interface HistoryPage {
  /** Newest first. */
  readonly events: readonly ToldEvent[];
  readonly older: boolean;
  readonly newer: boolean;
}

interface Found {
  readonly event: RecordedEvent;
  readonly before: Project;
}

type NameOf = (person: string) => string;
/** Takes out of what is told whatever the reader may not see. */
type Withhold = <T>(value: T) => T;

/** What an event says, told with the state just before it. */
export function tellEvent({ event, before }: Found, person: NameOf): ToldEvent {
  const { type, body } = upcast(projectStream, event);
  const kind = projectStream.events[type]!;
  return { ...kind.says(body, before, { person }), event, section: kind.section };
}

const holds = (words: string | undefined, text: string): boolean =>
  words !== undefined && words.toLocaleLowerCase('en-GB').includes(text);

const changeHolds = ({ what, before, after }: Change, text: string): boolean =>
  holds(what, text) || holds(before, text) || holds(after, text);

function isAsked(found: Found, asked: HistoryAsked, person: NameOf, withhold: Withhold): boolean {
  const { event } = found;
  if (asked.person !== undefined && event.actor !== asked.person) return false;
  if (asked.section !== undefined && projectStream.events[event.type]?.section !== asked.section)
    return false;
  if (asked.text === undefined) return true;
  const text = asked.text.toLocaleLowerCase('en-GB');
  const { sentence, changes } = withhold(tellEvent(found, person));
  return (
    holds(sentence, text) ||
    holds(person(event.actor), text) ||
    (changes ?? []).some((change) => changeHolds(change, text))
  );
}

/**
 * One page of a project's history, read in a single pass over its stream from the first event: the state before each
 * event is needed to tell it. No more than a page and one event are held at a time. What is withheld from the reader is
 * taken out before words are looked for, so that a search cannot find what it may not show.
 */
export async function readHistory(
  pages: AsyncIterable<readonly RecordedEvent[]>,
  id: string,
  asked: HistoryAsked,
  person: NameOf,
  withhold: Withhold = (value) => value,
): Promise<HistoryPage> {
  const upwards = asked.after !== undefined;
  const kept: Found[] = [];
  let state = projectStream.empty(id);
  let passed = false;
  let full = false;
  for await (const page of pages) {
    for (const event of page) {
      if (full) break;
      const found = { event, before: state };
      state = evolve(projectStream, state, event);
      if (!isAsked(found, asked, person, withhold)) continue;
      if (upwards && event.seq <= asked.after!) passed = true;
      else if (asked.before !== undefined && event.seq >= asked.before) full = true;
      else kept.push(found);
      if (!upwards && kept.length > ON_A_PAGE) {
        kept.shift();
        passed = true;
      }
      if (upwards && kept.length > ON_A_PAGE) full = true;
    }
    if (full) break;
  }
  const shown = upwards ? kept.slice(0, ON_A_PAGE) : kept;
  return {
    events: shown.map((each) => withhold(tellEvent(each, person))).reverse(),
    older: passed,
    newer: full,
  };
}

/** The event of this number, told; undefined where the stream has none. */
export async function readEvent(
  pages: AsyncIterable<readonly RecordedEvent[]>,
  id: string,
  seq: number,
  person: NameOf,
): Promise<ToldEvent | undefined> {
  let state = projectStream.empty(id);
  for await (const page of pages) {
    for (const event of page) {
      if (event.seq === seq) return tellEvent({ event, before: state }, person);
      state = evolve(projectStream, state, event);
    }
  }
  return undefined;
}
